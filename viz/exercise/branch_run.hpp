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
  std::optional<Reaction> reaction = {};  ///< none: nothing is expected that an event would tell
  std::string instead_of = {};  ///< inject whose reaction did not come, so that this one happened
  std::string otherwise = {};   ///< what is told if the reaction does not come; "": nothing

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

/// What is wrong with an inject.
struct InjectProblem {
  std::string inject;  ///< "": the problem is of no inject of the branch
  std::string line;    ///< with the inject's own key, or the whole path if it is of none
};
/// One for each problem.
[[nodiscard]] std::vector<InjectProblem> problems_in(const ScenarioError& error,
                                                     const std::string& branch);
/// What is wrong with the injects of a branch; empty: nothing.
[[nodiscard]] std::vector<InjectProblem> problems_of_branch(const Session& session,
                                                            const std::string& branch);

/// What happens in a recorded run, and what came of what was expected.
[[nodiscard]] std::vector<InjectThen> injects_in(const Recording& recording, const Script& script,
                                                 const std::vector<Happening>& happenings);

}  // namespace cordon::viz
