#pragma once

// The tables that grow replication by replication.

#include <string>
#include <utility>
#include <vector>

#include "analysis/results/csv.hpp"
#include "analysis/study/named_scenario.hpp"
#include "sim/run/replicate.hpp"

namespace cordon {

/// Takes replications as they finish, scenarios in any order, and leaves tables by scenario.
class RunTables {
 public:
  RunTables(const std::filesystem::path& folder, const std::vector<NamedScenario>& scenarios);

  /// @param replication  the next of this scenario
  void add(std::size_t scenario, const Replication& replication) const;
  /// @return the files, each with its SHA-256
  std::vector<std::pair<std::string, std::string>> close();

  [[nodiscard]] static std::vector<TableShape> shapes();

 private:
  const std::vector<NamedScenario>& scenarios_;
  std::vector<TableInParts> tables_;
};

}  // namespace cordon
