#pragma once

// A run as the window shows it: of a scenario, or of a branch with its injects.

#include <memory>
#include <string>
#include <vector>

#include "analysis/exercise/decide.hpp"
#include "viz/playback/recording.hpp"

namespace cordon::viz {

/// An inject that happens in a run.
struct InjectThen {
  std::string name;
  Time at;
  InjectSpec says;
  std::optional<Reaction> reaction;  ///< none: nothing is expected that an event would tell

  /// Whether what was expected had come by a moment.
  [[nodiscard]] bool has_come(Time now) const {
    return reaction && reaction->came && start_of_run + *reaction->came <= now;
  }
  /// Whether it has not come in time.
  [[nodiscard]] bool is_overdue(Time now) const {
    return reaction && !has_come(now) && start_of_run + reaction->deadline <= now;
  }
};

/// What the scenario says of places, and what happened.
struct OpenRun {
  std::string name;  ///< of the scenario or branch
  Scenario scenario;
  std::shared_ptr<const Recording> recording;
  std::vector<InjectThen> injects;  ///< the first first
};

/// Simulates a branch of a session, contingencies decided: the run that `cordon run SESSION:BRANCH`
/// traces, row by row.
/// @param branch  empty: the session's scenario
/// @param truth   whether the recording tells what vehicles hide; of a real map it never does
/// @throws ScenarioError  with every problem
/// @throws Stopped
[[nodiscard]] OpenRun run_branch(const Session& session, const std::string& branch, bool truth,
                                 const Progress& progress = {}, std::stop_token stop = {});

/// One line for each problem, of the keys of an inject alone.
[[nodiscard]] std::vector<std::string> lines_of(const ScenarioError& error,
                                                const std::string& branch);
/// What is wrong with the injects of a branch, one line for each problem; empty: nothing.
[[nodiscard]] std::vector<std::string> problems_of_branch(const Session& session,
                                                          const std::string& branch);

/// What happens in a recorded run, and what came of what was expected.
[[nodiscard]] std::vector<InjectThen> injects_in(const Recording& recording, const Script& script,
                                                 const std::vector<Happening>& happenings);

}  // namespace cordon::viz
