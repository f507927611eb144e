#include "analysis/calibrate/calibrate.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/calibrate/write.hpp"
#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/pages/calibrate_page.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/sweep/work_folder.hpp"
#include "analysis/terminal/calibration_text.hpp"
#include "analysis/terminal/progress.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

struct CalibrateOptions : RunOptions {
  std::string experiment;
  std::vector<std::string> set;
  bool resume = false;
};

std::string default_place(const Experiment& experiment) {
  Sha256 hash;
  hash.add(experiment.reading().resolved_toml);
  hash.add(experiment.scenarios().front().fingerprint);
  hash.add(CORDON_VERSION);
  return fmt::format("results/{}-{}", experiment.name(), hash.hex().substr(0, 8));
}

Experiment experiment_of(const CalibrateOptions& options) {
  Experiment experiment(options.experiment, options.set);
  if (!experiment.spec().calibrate)
    throw UserError(
        fmt::format("{}: has no [calibrate], which says what was observed", experiment.file()));
  return experiment;
}

void refuse_too_many(const Experiment& experiment, const Observations& observations) {
  const std::uint64_t runs = runs_at_most(experiment, observations);
  const auto budget = static_cast<std::uint64_t>(experiment.spec().budget);
  if (budget > 0 && runs > budget)
    throw UserError(
        fmt::format("{}: may need {} runs, and has a budget of {}; expected fewer designs, "
                    "replications, evaluations or forecasts",
                    experiment.file(), runs, budget));
}

// Runs go into a journal as a sweep's do: what was killed finds them again, and asks for the rest.
class CalibrateCommand {
 public:
  CalibrateCommand(const CalibrateOptions& options, std::vector<std::string> command_line)
      : options_(options),
        started_(std::chrono::system_clock::now()),
        command_line_(std::move(command_line)),
        experiment_(experiment_of(options)),
        observations_(experiment_),
        place_(options.out.empty() ? default_place(experiment_) : options.out),
        work_(place_, "calibrate") {
    refuse_too_many(experiment_, observations_);
    refuse_around_us(place_);
  }

  int run() {
    begin();
    terminal::Interrupt interrupt;
    Journal journal(work_.journal({1, 1}), calibration_columns(experiment_, observations_));
    terminal::Progress progress(options_.quiet);
    const std::uint64_t planned = runs_at_most(experiment_, observations_);
    EvaluationPlan plan{options_.jobs, options_.verify, interrupt.token(), {}, &journal};
    plan.finished = [&](std::uint64_t runs) { progress.update(runs, planned); };
    try {
      const Calibration found = calibrate(experiment_, observations_, plan);
      const std::uint64_t fitted = journal.rows();
      plan.finished = [&](std::uint64_t runs) { progress.update(fitted + runs, planned); };
      finish(found, forecasts_of(experiment_, observations_, found, plan));
    } catch (const Interrupted&) {
      std::fputs(fmt::format("Interrupted; {} are kept in {}; --resume goes on.\n",
                             text::counted(journal.rows(), "run"), shown_place(work_.path()))
                     .c_str(),
                 stderr);
      return interrupted;
    }
    return done;
  }

 private:
  void begin() {
    if (options_.force) work_.remove();
    if (work_.is_there() && !options_.resume)
      throw UserError(fmt::format("{}: has begun already; --resume goes on, --force begins anew",
                                  shown_place(work_.path())));
    refuse_to_replace(place_, options_.force);
    Sha256 counts;
    counts.add(observations_.file());
    // Which points are asked for depends on all replications of those before.
    work_.begin(experiment_, 1,
                {{"replications", std::to_string(experiment_.spec().replications)},
                 {"file of calibrate.queues", "of hash " + counts.hex().substr(0, 12)}});
  }

  void finish(const Calibration& found, const FitForecasts& forecasts) {
    ResultFolder folder(place_, options_.force);
    const ResultPage page = pages::calibrate_page(experiment_, observations_, found, forecasts,
                                                  {pages::command_text(command_line_)});
    write_calibration(folder, {experiment_, observations_, found, forecasts, work_.journal({1, 1}),
                               render_page(page), command_line_, started_});
    work_.remove();
    print(terminal::calibration_text(experiment_, observations_, found, forecasts,
                                     terminal::has_colours(STDOUT_FILENO)) +
          fmt::format("\nResults: {0}\nReport:  {0}/report.html\n", shown_place(folder.place())));
  }

  CalibrateOptions options_;
  std::chrono::system_clock::time_point started_;
  std::vector<std::string> command_line_;
  Experiment experiment_;
  Observations observations_;
  std::string place_;
  WorkFolder work_;
};

}  // namespace

void add_calibrate(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<CalibrateOptions>();
  auto* command =
      cordon.add_subcommand("calibrate", "Fit factors of an experiment to what was observed");
  command->footer(
      "Example:\n  cordon calibrate scenarios/experiments/calibrate_lorries.toml\n\nWrites the "
      "fitted values as a scenario, fitted.toml, and says which factors the observations cannot "
      "tell.");
  command->add_option("EXPERIMENT", options->experiment, "File of an experiment with [calibrate]")
      ->required();
  add_overrides(*command, options->set,
                "Override a key of the experiment, such as replications=5; repeatable");
  add_run_options(*command, *options);
  command->add_flag("--resume", options->resume, "Go on where it was interrupted");
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return CalibrateCommand(*options, command_line).run(); };
  });
}

}  // namespace cordon::commands
