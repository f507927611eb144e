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
#include "analysis/terminal/calibration_text.hpp"
#include "analysis/terminal/progress.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

struct CalibrateOptions : RunOptions {
  std::string experiment;
  std::vector<std::string> set;
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

std::uint64_t runs_at_most(const Experiment& experiment, const Observations& observations) {
  return most_runs(experiment) + forecast_runs(experiment, observations);
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

int run_calibration(const CalibrateOptions& options, const std::vector<std::string>& command_line) {
  const auto started = std::chrono::system_clock::now();
  const Experiment experiment = experiment_of(options);
  const Observations observations(experiment);
  refuse_too_many(experiment, observations);
  const std::string place = options.out.empty() ? default_place(experiment) : options.out;
  refuse_around_us(place);
  terminal::Interrupt interrupt;
  ResultFolder folder(place, options.force);
  interrupt.clean_up_with([&] { folder.discard(); });
  terminal::Progress progress(options.quiet);
  const EvaluationPlan plan{
      options.jobs, options.verify, interrupt.token(),
      [&](std::uint64_t runs) { progress.update(runs, runs_at_most(experiment, observations)); }};
  try {
    const Calibration found = calibrate(experiment, observations, plan);
    const FitForecasts forecasts = forecasts_of(experiment, observations, found, plan);
    const ResultPage page = pages::calibrate_page(experiment, observations, found, forecasts,
                                                  {pages::command_text(command_line)});
    write_calibration(folder, {experiment, observations, found, forecasts, render_page(page),
                               command_line, started});
    print(terminal::calibration_text(experiment, observations, found, forecasts,
                                     terminal::has_colours(STDOUT_FILENO)) +
          fmt::format("\nResults: {0}\nReport:  {0}/report.html\n", shown_place(folder.place())));
  } catch (const Interrupted&) {
    std::fputs("Interrupted; nothing is kept.\n", stderr);
    return interrupted;
  }
  return done;
}

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
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return run_calibration(*options, command_line); };
  });
}

}  // namespace cordon::commands
