#pragma once

// What `run` and `compare` are given: scenarios, sessions, branches of sessions, and injects for
// them.

#include <optional>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/exercise/decide.hpp"

namespace cordon {

/// What was injected into a scenario of a study.
struct Injected {
  Script script;
  std::vector<Happening> happenings;
};

struct Studied {
  std::vector<NamedScenario> scenarios;
  std::vector<std::optional<Injected>> injected;  ///< by scenario; none: nothing was
  std::uint64_t seed = 1;
  std::uint32_t replication = 1;       ///< that is looked at, and decides contingencies
  std::vector<NotedMoment> bookmarks;  ///< of its sessions, in order of time
};

struct StudyInput {
  /// Scenarios; sessions, which stand for all their branches; or one: "session.toml:night".
  std::vector<std::string> files = {};
  std::vector<Override> set = {};
  std::string injects = {};                ///< file of an exercise, for all scenarios; "": none
  std::optional<std::uint64_t> seed = {};  ///< none: that of the sessions, or 1
  bool with_scenario = false;  ///< a session that comes first stands for its scenario too
  bool one = false;            ///< only one scenario is wanted
};

/// Reads and checks all, and decides which contingencies happen.
/// @throws ScenarioError, UserError
[[nodiscard]] Studied load_study(const StudyInput& input);

}  // namespace cordon
