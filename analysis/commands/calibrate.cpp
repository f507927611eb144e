#include "analysis/calibrate/calibrate.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/calibrate/write.hpp"
#include "analysis/commands/commands.hpp"
#include "analysis/commands/experiment_work.hpp"
#include "analysis/pages/calibrate_page.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/terminal/calibration_text.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

std::string place_of(const Experiment& experiment) {
  return usual_place(experiment, experiment.reading().resolved_toml +
                                     experiment.scenarios().front().fingerprint + CORDON_VERSION);
}

Experiment experiment_of(const ExperimentOptions& options) {
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
  CalibrateCommand(const ExperimentOptions& options, std::vector<std::string> command_line)
      : options_(options),
        started_(std::chrono::system_clock::now()),
        command_line_(std::move(command_line)),
        experiment_(experiment_of(options)),
        observations_(experiment_),
        work_(options_, place_of(experiment_), "calibrate") {
    refuse_too_many(experiment_, observations_);
  }

  int run() {
    begin();
    Journal journal(work_.folder().journal({1, 1}),
                    calibration_columns(experiment_, observations_));
    const std::uint64_t planned = runs_at_most(experiment_, observations_);
    std::optional<Calibration> found;
    FitForecasts forecasts;
    const auto fit = [&](const std::stop_token& stop, terminal::Progress& progress) {
      EvaluationPlan plan{options_.jobs, options_.verify, stop, {}, &journal};
      plan.finished = [&](std::uint64_t runs) { progress.update(runs, planned); };
      found = calibrate(experiment_, observations_, plan);
      const std::uint64_t fitted = journal.rows();
      plan.finished = [&](std::uint64_t runs) { progress.update(fitted + runs, planned); };
      forecasts = forecasts_of(experiment_, observations_, *found, plan);
    };
    if (!work_.simulate(journal, fit)) return interrupted;
    finish(*found, forecasts);
    return done;
  }

 private:
  void begin() {
    (void)work_.goes_on();
    refuse_to_replace(work_.place(), options_.force);
    Sha256 counts;
    counts.add(observations_.file());
    // Which points are asked for depends on all replications of those before.
    work_.folder().begin(experiment_, 1,
                         {{"replications", std::to_string(experiment_.spec().replications)},
                          {"file of calibrate.queues", "of hash " + counts.hex().substr(0, 12)}});
  }

  void finish(const Calibration& found, const FitForecasts& forecasts) {
    ResultFolder folder(work_.place(), options_.force);
    const ResultPage page = pages::calibrate_page(experiment_, observations_, found, forecasts,
                                                  {pages::command_text(command_line_)});
    write_calibration(folder,
                      {experiment_, observations_, found, forecasts, work_.folder().journal({1, 1}),
                       render_page(page), command_line_, started_});
    work_.folder().remove();
    print(terminal::calibration_text(experiment_, observations_, found, forecasts,
                                     terminal::has_colours(STDOUT_FILENO)) +
          fmt::format("\nResults: {0}\nReport:  {0}/report.html\n", shown_place(folder.place())));
  }

  ExperimentOptions options_;
  std::chrono::system_clock::time_point started_;
  std::vector<std::string> command_line_;
  Experiment experiment_;
  Observations observations_;
  ExperimentWork work_;
};

}  // namespace

void add_calibrate(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<ExperimentOptions>();
  auto* command =
      cordon.add_subcommand("calibrate", "Fit factors of an experiment to what was observed");
  command->footer(
      "Example:\n  cordon calibrate scenarios/experiments/calibrate_lorries.toml\n\nWrites the "
      "fitted values as a scenario, fitted.toml, and says which factors the observations cannot "
      "tell.");
  add_experiment_options(*command, *options, "File of an experiment with [calibrate]");
  add_resume(*command, *options);
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return CalibrateCommand(*options, command_line).run(); };
  });
}

}  // namespace cordon::commands
