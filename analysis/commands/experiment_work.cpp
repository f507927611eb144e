#include "analysis/commands/experiment_work.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "analysis/results/sha256.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {

void add_experiment_options(CLI::App& command, ExperimentOptions& options, const std::string& file,
                            const std::string& such_as) {
  command.add_option("EXPERIMENT", options.experiment, file)->required();
  add_overrides(command, options.set,
                fmt::format("Override a key of the experiment, such as {}; repeatable", such_as));
  add_run_options(command, options);
}

CLI::Option* add_resume(CLI::App& command, ExperimentOptions& options, const std::string& meaning) {
  return command.add_flag("--resume", options.resume, meaning);
}

std::string usual_place(const Experiment& experiment, std::string_view decides) {
  Sha256 hash;
  hash.add(decides);
  return fmt::format("results/{}-{}", experiment.name(), hash.hex().substr(0, 8));
}

ExperimentWork::ExperimentWork(const ExperimentOptions& options, const std::string& usual_place,
                               std::string_view what)
    : options_(options),
      place_(options.out.empty() ? usual_place : options.out),
      folder_(place_, what) {
  refuse_around_us(place_);
}

std::string ExperimentWork::shown() const {
  return shown_place(std::filesystem::absolute(place_).lexically_normal());
}

bool ExperimentWork::goes_on(const Shard& shard) const {
  const bool is_whole = shard.of == 1;
  if (options_.force && is_whole) folder_.remove();
  std::error_code error;
  const bool has_begun =
      is_whole ? folder_.is_there() : std::filesystem::exists(folder_.journal(shard), error);
  if (has_begun && !options_.resume)
    throw UserError(fmt::format("{}: has begun already; --resume goes on, --force begins anew",
                                shown_place(folder_.path())));
  return has_begun;
}

bool ExperimentWork::simulate(const Journal& journal, const Simulate& runs) try {
  interrupt_.emplace();
  terminal::Progress progress(options_.quiet);
  runs(interrupt_->token(), progress);
  return true;
} catch (const Interrupted&) {
  std::fputs(fmt::format("Interrupted; {} are kept in {}; --resume goes on.\n",
                         text::counted(journal.rows(), "run"), shown_place(folder_.path()))
                 .c_str(),
             stderr);
  return false;
}

}  // namespace cordon::commands
