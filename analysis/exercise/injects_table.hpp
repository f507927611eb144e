#pragma once

// injects.csv: what was injected when, what was expected, and whether it came.

#include <memory>

#include "analysis/exercise/lookouts.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

extern const TableShape injects_table;

/// One row for each scenario with injects, replication and inject; those that did not happen last.
/// @param lookouts  by scenario; null where nothing was injected
/// @return SHA-256 of the file
std::string write_injects(const std::filesystem::path& folder, const Studied& studied,
                          const std::vector<std::unique_ptr<Lookouts>>& lookouts,
                          const std::vector<Runs>& runs);

}  // namespace cordon
