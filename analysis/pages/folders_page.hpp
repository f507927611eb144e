#pragma once

#include "analysis/pages/result_tables.hpp"
#include "analysis/result_page.hpp"

namespace cordon::pages {

/// One page of one or more result folders, from their tables: nothing is simulated.
/// @param title  "": that of the only folder, or how many there are
/// @throws UserError  when a table cannot be read
[[nodiscard]] ResultPage folders_page(const std::vector<ResultFolderRead>& folders,
                                      const std::string& title, const std::string& command);

}  // namespace cordon::pages
