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

/// Takes replications as they finish, scenarios in any order, and leaves queues.csv by scenario.
class QueueTable {
 public:
  QueueTable(std::filesystem::path folder, const std::vector<NamedScenario>& scenarios);
  /// @param replication  the next of this scenario
  void add(std::size_t scenario, const Replication& replication);
  std::string close();

 private:
  std::filesystem::path folder_;
  const std::vector<NamedScenario>& scenarios_;
  std::vector<std::string> part_names_;
  std::vector<CsvTable> parts_;
};

}  // namespace cordon
