#include "analysis/optimise/optimise.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/optimise/results.hpp"
#include "analysis/pages/optimise_page.hpp"
#include "analysis/pages/page_words.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/sweep/finish.hpp"
#include "analysis/sweep/sweep.hpp"
#include "analysis/sweep/work_folder.hpp"
#include "analysis/terminal/optimise_text.hpp"
#include "analysis/terminal/progress.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

struct OptimiseOptions : RunOptions {
  std::string experiment;
  std::vector<std::string> set;
  bool resume = false;
};

// Runs go into a journal as a sweep's do: what was killed finds them again, and asks for the rest.
class OptimiseCommand {
 public:
  OptimiseCommand(const OptimiseOptions& options, std::vector<std::string> command_line)
      : options_(options),
        started_(std::chrono::system_clock::now()),
        command_line_(std::move(command_line)),
        experiment_(options.experiment, options.set),
        place_(options.out.empty() ? "results/" + experiment_.name() + "-optimised" : options.out),
        work_(place_, "optimise") {
    if (!experiment_.spec().optimise)
      throw UserError(options.experiment +
                      ": says nothing to optimise; expected [optimise] with an objective");
    check_optimisation(experiment_);
    experiment_.try_designs();
    refuse_around_us(place_);
  }

  int run() {
    begin();
    terminal::Interrupt interrupt;
    Journal journal(work_.journal({1, 1}), columns_of(experiment_));
    terminal::Progress progress(options_.quiet);
    PlanRuns::Running running{options_.jobs, options_.verify, interrupt.token(), {}};
    running.finished = [&](std::uint64_t runs) { progress.update(runs, planned(runs)); };
    PlanRuns runs(experiment_, journal, running);
    try {
      finish(runs, optimise(experiment_, runs));
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
    work_.begin(experiment_, 1);
  }

  // How many there will be nobody knows: at least a first stage of all, and the fresh ones.
  [[nodiscard]] std::uint64_t planned(std::uint64_t runs) const {
    const OptimiseSpec& asked = *experiment_.spec().optimise;
    const auto fresh = static_cast<std::uint64_t>(3 * asked.fresh);
    const auto first = (experiment_.designs() + 2) * static_cast<std::uint64_t>(asked.first_stage);
    return std::max(first, runs) + fresh;
  }

  void finish(const PlanRuns& runs, const Optimised& found) {
    const std::string place = shown_place(std::filesystem::absolute(place_).lexically_normal());
    std::vector<std::string> again = {pages::command_text(command_line_)};
    const std::string compared = pages::command_text(
        {"cordon", "compare", place + "/scenario.toml", place + '/' + chosen_scenario});
    if (found.chosen != found.today) again.push_back(compared);
    write_optimised(experiment_, runs, found,
                    {place_, options_.force, command_line_, started_,
                     render_page(pages::optimise_page(experiment_, runs, found, again))});
    work_.remove();
    std::string text =
        terminal::optimise_text(experiment_, runs, found, terminal::has_colours(STDOUT_FILENO));
    text += fmt::format("\nResults: {}\nReport:  {}/report.html\n", place, place);
    if (found.chosen != found.today)
      text += fmt::format("The chosen plan beside today's: {}\n", compared);
    print(text);
  }

  OptimiseOptions options_;
  std::chrono::system_clock::time_point started_;
  std::vector<std::string> command_line_;
  Experiment experiment_;
  std::string place_;
  WorkFolder work_;
};

}  // namespace

void add_optimise(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  const auto options = std::make_shared<OptimiseOptions>();
  auto* command = cordon.add_subcommand("optimise", "Find the best plan of an experiment");
  command->footer(
      "Example:\n  cordon optimise scenarios/experiments/booths.toml\n\nThe experiment says in "
      "[optimise] for which measure, and how sure. The choice is compared with today's plan by "
      "runs that it has not seen.");
  command->add_option("EXPERIMENT", options->experiment, "File of the experiment")->required();
  add_overrides(*command, options->set,
                "Override a key of the experiment, such as optimise.fresh=100; repeatable");
  add_run_options(*command, *options);
  command->add_flag("--resume", options->resume, "Go on where it was interrupted");
  command->callback([&chosen, options, &command_line] {
    chosen = [options, &command_line] { return OptimiseCommand(*options, command_line).run(); };
  });
}

}  // namespace cordon::commands
