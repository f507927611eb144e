#pragma once

// The scenarios of a study: read, checked, made ready to run, and named.

#include <memory>
#include <string>
#include <vector>

#include "sim/model/setup.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {

/// A file besides the scenario's own that a scenario was made of.
struct MadeOf {
  std::string file, sha256;
};

struct NamedScenario {
  std::string name;  ///< the stem of its file; no two of a study have the same
  std::string file;  ///< as the user named it
  Reading<Scenario> reading;
  std::shared_ptr<const Setup> setup;
  std::string fingerprint;      ///< SHA-256 of the resolved scenario and its tables
  std::vector<MadeOf> made_of;  ///< its injects, or the session that it is a branch of
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

/// Which overrides are for which file: one in a named table that only some files have, such as an
/// operation, is for those alone.
[[nodiscard]] std::vector<std::vector<Override>> overrides_by_file(
    const std::vector<std::string>& files, const std::vector<Override>& all);

/// Names that two of them share get a number: "baseline", "baseline-2".
void tell_apart(std::vector<NamedScenario>& scenarios);

/// The same for several, each under its overrides, told apart.
/// @throws ScenarioError  with every problem of every file
[[nodiscard]] std::vector<NamedScenario> load_scenarios(const std::vector<std::string>& files,
                                                        const std::vector<Override>& overrides);

}  // namespace cordon
