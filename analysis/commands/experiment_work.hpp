#pragma once

// What the commands of experiments have in common: their options, where results go, and the runs
// that are kept beside them until all are there.

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/commands/study_command.hpp"
#include "analysis/sweep/work_folder.hpp"
#include "analysis/terminal/interrupt.hpp"
#include "analysis/terminal/progress.hpp"

namespace cordon::commands {

struct ExperimentOptions : RunOptions {
  std::string experiment;
  std::vector<std::string> set;
  bool resume = false;
};

/// EXPERIMENT, --set and all of `add_run_options`.
/// @param file     what the file is
/// @param such_as  a key with a value, as an example
void add_experiment_options(CLI::App& command, ExperimentOptions& options,
                            const std::string& file = "File of the experiment",
                            const std::string& such_as = "replications=5");
/// --resume
CLI::Option* add_resume(CLI::App& command, ExperimentOptions& options,
                        const std::string& meaning = "Go on where it was interrupted");

/// "results/NAME-HASH".
/// @param decides  all that decides about the results
[[nodiscard]] std::string usual_place(const Experiment& experiment, std::string_view decides);

class ExperimentWork {
 public:
  /// @param options      must outlive this
  /// @param usual_place  of the results, where the options name none
  /// @param what         is done: the folder of the runs ends so
  /// @throws UserError  when the results would be put around the user
  ExperimentWork(const ExperimentOptions& options, const std::string& usual_place,
                 std::string_view what);

  /// Where the results go, as the user named it.
  [[nodiscard]] const std::string& place() const { return place_; }
  /// The same, as short as can be.
  [[nodiscard]] std::string shown() const;
  /// Where the runs are until then.
  [[nodiscard]] const WorkFolder& folder() const { return folder_; }

  /// With --force what is there goes, but for a shard, which has others beside it.
  /// @return whether it has begun already, and goes on
  /// @throws UserError  rather than begin anew without being told so
  [[nodiscard]] bool goes_on(const Shard& shard = {}) const;

  using Simulate = std::function<void(const std::stop_token& stop, terminal::Progress& progress)>;
  /// Lets it be interrupted, from now on, and shows how far it is.
  /// @param journal   of the runs
  /// @param runs  which may throw Interrupted
  /// @return false when it was interrupted, which is told
  [[nodiscard]] bool simulate(const Journal& journal, const Simulate& runs);

 private:
  const ExperimentOptions& options_;
  std::string place_;
  WorkFolder folder_;
  std::optional<terminal::Interrupt> interrupt_;
};

}  // namespace cordon::commands
