#pragma once

// The tables of a result folder.

#include "analysis/comparison.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

extern const TableShape measures_table, queues_table, comparison_table;

/// One row for each scenario, replication, measure and label.
/// @return SHA-256 of the file
std::string write_measures(const std::filesystem::path& folder,
                           const std::vector<NamedScenario>& scenarios,
                           const std::vector<Runs>& runs, std::uint64_t seed);

std::string write_comparison(const std::filesystem::path& folder, const Comparison& comparison);

/// Queues of one replication, for queues.csv.
[[nodiscard]] CsvRows queue_rows(const NamedScenario& of, const Replication& replication);

}  // namespace cordon
