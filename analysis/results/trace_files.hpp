#pragma once

// The traces of a study: trace.zst beside each scenario.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"
#include "sim/output/trace/writer.hpp"

namespace cordon {

inline constexpr const char* trace_name = "trace.zst";

/// Traces of one replication of each scenario, written while they run. On a real map a trace does
/// not say what vehicles hide: a map of where it passes could be made of it.
class TraceFiles {
 public:
  /// @param replication  which one, from 1
  TraceFiles(std::filesystem::path folder, const std::vector<NamedScenario>& scenarios,
             std::uint64_t seed, std::uint32_t replication);

  /// @param rows  sees them as well
  /// @return null for replications that are not to be traced
  [[nodiscard]] std::unique_ptr<trace::Writer> writer(std::size_t scenario,
                                                      std::uint32_t replication,
                                                      trace::RowSink rows = {});
  /// The traces that have been written, with the columns that they have as CSV.
  [[nodiscard]] std::vector<TableShape> shapes() const;
  /// @return the files, each with its SHA-256
  std::vector<std::pair<std::string, std::string>> close();

 private:
  std::filesystem::path folder_;
  const std::vector<NamedScenario>& scenarios_;
  std::uint64_t seed_;
  std::uint32_t replication_;
  std::vector<std::string> names_;                  ///< of the files, by scenario
  std::vector<std::unique_ptr<OutputFile>> files_;  ///< null: not begun
  std::vector<std::vector<Column>> columns_;        ///< by scenario
};

}  // namespace cordon
