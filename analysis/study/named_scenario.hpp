#pragma once

// The scenarios of a study: read, checked, made ready to run, and named.

#include <memory>
#include <string>
#include <vector>

#include "sim/model/setup.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {

struct NamedScenario {
  std::string name;  ///< the stem of its file; no two of a study have the same
  std::string file;  ///< as the user named it
  Reading<Scenario> reading;
  std::shared_ptr<const Setup> setup;
  std::string fingerprint;  ///< SHA-256 of the resolved scenario and its tables
};

/// @param set  "KEY=VALUE", as after --set
/// @throws ScenarioError  when one has no "="
[[nodiscard]] std::vector<Override> parse_overrides(const std::vector<std::string>& set);

/// Reads and checks one file, and makes it ready to run.
/// @throws ScenarioError  with every problem
[[nodiscard]] NamedScenario load_scenario(const std::string& file,
                                          const std::vector<Override>& overrides);

/// Takes over problems, but for those that are known: files that extend one have its problems each.
void add_new_problems(const ScenarioError& error, std::vector<Problem>& known);

/// The same for several, under the same overrides; one in a named table that only some of them
/// have, such as an operation, is for those alone. Names that two of them share get a number:
/// "baseline", "baseline-2".
/// @throws ScenarioError  with every problem of every file
[[nodiscard]] std::vector<NamedScenario> load_scenarios(const std::vector<std::string>& files,
                                                        const std::vector<Override>& overrides);

}  // namespace cordon
