#include "analysis/optimise/optimise.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/experiment_work.hpp"
#include "analysis/optimise/results.hpp"
#include "analysis/pages/optimise_page.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/sweep/sweep.hpp"
#include "analysis/terminal/optimise_text.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

// Runs go into a journal as a sweep's do: what was killed finds them again, and asks for the rest.
class OptimiseCommand {
 public:
  OptimiseCommand(const ExperimentOptions& options, std::vector<std::string> command_line)
      : options_(options),
        started_(std::chrono::system_clock::now()),
        command_line_(std::move(command_line)),
        experiment_(options.experiment, options.set),
        work_(options_, "results/" + experiment_.name() + "-optimised", "optimise") {
    if (!experiment_.spec().optimise)
      throw UserError(options.experiment +
                      ": says nothing to optimise; expected [optimise] with an objective");
    check_optimisation(experiment_);
    experiment_.try_designs();
  }

  int run() {
    begin();
    Journal journal(work_.folder().journal({1, 1}), columns_of(experiment_));
    std::optional<PlanRuns> runs;
    std::optional<Optimised> found;
    const auto search = [&](const std::stop_token& stop, terminal::Progress& progress) {
      PlanRuns::Running running{options_.jobs, options_.verify, stop, {}};
      running.finished = [&](std::uint64_t made) { progress.update(made, planned(made)); };
      runs.emplace(experiment_, journal, running);
      found = optimise(experiment_, *runs);
    };
    if (!work_.simulate(journal, search)) return interrupted;
    finish(*runs, *found);
    return done;
  }

 private:
  void begin() {
    (void)work_.goes_on();
    refuse_to_replace(work_.place(), options_.force);
    work_.folder().begin(experiment_, 1);
  }

  // How many there will be nobody knows: at least a first stage of all, and the fresh ones.
  [[nodiscard]] std::uint64_t planned(std::uint64_t runs) const {
    const OptimiseSpec& asked = *experiment_.spec().optimise;
    const auto fresh = static_cast<std::uint64_t>(3 * asked.fresh);
    const auto first = (experiment_.designs() + 2) * static_cast<std::uint64_t>(asked.first_stage);
    return std::max(first, runs) + fresh;
  }

  void finish(const PlanRuns& runs, const Optimised& found) {
    const std::string place = work_.shown();
    std::vector<std::string> again = {pages::command_text(command_line_)};
    const std::string compared = pages::command_text(
        {"cordon", "compare", place + "/scenario.toml", place + '/' + chosen_scenario});
    if (found.chosen != found.today) again.push_back(compared);
    write_optimised(experiment_, runs, found,
                    {work_.place(), options_.force, command_line_, started_,
                     render_page(pages::optimise_page(experiment_, runs, found, again))});
    work_.folder().remove();
    std::string text =
        terminal::optimise_text(experiment_, runs, found, terminal::has_colours(STDOUT_FILENO));
    text += fmt::format("\nResults: {}\nReport:  {}/report.html\n", place, place);
    if (found.chosen != found.today)
      text += fmt::format("The chosen plan beside today's: {}\n", compared);
    print(text);
  }

  ExperimentOptions options_;
  std::chrono::system_clock::time_point started_;
  std::vector<std::string> command_line_;
  Experiment experiment_;
  ExperimentWork work_;
};

}  // namespace

void add_optimise(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<ExperimentOptions>();
  auto* command = cordon.add_subcommand("optimise", "Find the best plan of an experiment");
  command->footer(
      "Example:\n  cordon optimise scenarios/experiments/booths.toml\n\nThe experiment says in "
      "[optimise] for which measure, and how sure. The choice is compared with today's plan by "
      "runs that it has not seen.");
  add_experiment_options(*command, *options, "File of the experiment", "optimise.fresh=100");
  add_resume(*command, *options);
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return OptimiseCommand(*options, command_line).run(); };
  });
}

}  // namespace cordon::commands
