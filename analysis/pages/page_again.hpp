#pragma once

// The page of an experiment made again from the runs that its folder keeps.

#include <optional>

#include "analysis/pages/result_tables.hpp"
#include "analysis/pages/weights.hpp"
#include "analysis/result_page.hpp"

namespace cordon::pages {

struct PageAgain {
  ResultPage page;
  std::optional<FactorWeights> weights;  ///< of a folder of `cordon sensitivity`
};

/// What `cordon sweep`, `sensitivity`, `optimise` or `calibrate` has left, as its own page shows
/// it. Nothing is simulated.
/// @return none when it is the folder of another command, or when what it keeps is not whole, such
///         as that of another version
[[nodiscard]] std::optional<PageAgain> page_again(const ResultFolderRead& folder);

}  // namespace cordon::pages
