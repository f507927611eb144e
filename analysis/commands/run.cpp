#include <fmt/format.h>
#include <unistd.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/compare/compare.hpp"
#include "analysis/compare/settling.hpp"
#include "analysis/exercise/after_action.hpp"
#include "analysis/report/result_page.hpp"
#include "analysis/terminal/injects_text.hpp"
#include "analysis/terminal/run_text.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/after_action.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

// Queues that are looked at less often are those of some hours of the day.
constexpr Duration often = 6h;

/// What one run says of itself where there is no other to compare it with; "" when it is too short.
std::string by_itself(const NamedScenario& scenario, const Runs& runs) {
  if (runs.replications() > 1) return "";
  const WaitingOverTime waiting = waiting_over_time(runs);
  const BatchMeans found = waiting_in_one_run(waiting, Time{} + scenario.reading.spec.warm_up);
  if (!found.long_enough || waiting.at[1] - waiting.at[0] > often) return "";
  const int decimals = text::decimals(found.mean.half_width(), found.mean.estimate);
  const Duration batch = (waiting.at[1] - waiting.at[0]) * static_cast<int>(found.batch_size);
  return fmt::format(
      "By this one run the queues of all lines together have a mean of {} vehicles, with a {} "
      "interval of {} ({} batch means of {} h).",
      text::number(found.mean.estimate, decimals), text::percent(found.mean.confidence),
      text::range(found.mean.low, found.mean.high, decimals), found.mean.used,
      text::number(hours(batch), hours(batch) < 10 ? 1 : 0));
}

std::string report_of(const StudyCommand& study) {
  const bool colours = terminal::has_colours(STDOUT_FILENO);
  const NamedScenario& scenario = study.scenarios().front();
  const Simulated& simulated = study.simulated();
  const Runs& runs = simulated.runs.front();
  std::string text = terminal::toned(scenario.reading.spec.title, terminal::Tone::strong, colours);
  text += fmt::format("\n{}; {}, seed {}\n\n", scenario.file,
                      text::counted(runs.replications(), "replication"), study.plan().seed);
  text += terminal::run_text(runs, times_of(study.scenarios(), simulated.runs), colours);
  text +=
      terminal::wrapped("Means over replications. Unfinished at the end, " +
                        unfinished_of(scenario, runs) + " Their waits are in no mean of waits.");
  if (const std::string alone = by_itself(scenario, runs); !alone.empty())
    text += terminal::wrapped(alone);
  text += terminal::injects_text(scenario, study.studied().injected.front(),
                                 study.lookouts().front(), runs);
  for (const std::string& w : warnings_of(study.scenarios(), simulated, study.plan(), {}))
    text += terminal::wrapped("Warning: " + w);
  return text + "Results: " + study.place() + "\n";
}

/// The review of an exercise; none when nothing was injected.
std::optional<ResultPage> page_of(const StudyCommand& study) {
  const auto injects = review_injects(study.studied(), study.lookouts(), study.simulated().runs);
  const NamedScenario& scenario = study.scenarios().front();
  ResultPage page;
  page.sections = after_action_of(injects, study.studied().bookmarks, {scenario.name}, {});
  if (page.sections.empty()) return std::nullopt;
  page.version = CORDON_VERSION;
  page.title = scenario.reading.spec.title;
  page.answer = page.sections.front().emphasis;
  page.facts = {fmt::format(
      "{}, seed {}.", text::counted(study.simulated().runs.front().replications(), "replication"),
      study.plan().seed)};
  page.assumptions = assumptions_of(study.scenarios());
  page.method = {
      "Whether a reaction came is looked for in the events of every replication. What its injects "
      "changed is seen in a comparison with the scenario without them: cordon compare."};
  page.commands = {study.command()};
  return page;
}

int run(const std::string& file, const StudyOptions& options,
        const std::vector<std::string>& command_line) {
  StudyInput input = input_of({file}, options);
  input.one = true;
  StudyCommand study(load_study(input), options, command_line);
  if (!study.simulate()) return interrupted;
  study.write_tables();
  const auto page = page_of(study);
  if (page)
    study.add_file("report.html", write_file(study.folder() / "report.html", render_page(*page)));
  study.keep();
  print(report_of(study) + (page ? "Report:  " + study.place() + "/report.html\n" : ""));
  return study.exit_code();
}

}  // namespace

void add_run(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  struct Arguments {
    std::string file;
    StudyOptions options;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand("run", "Replicate one scenario; write the tables");
  command->footer(
      "Example:\n  cordon run scenarios/pl_ua/baseline.toml --replications 10 --set length=7d");
  command
      ->add_option("SCENARIO", arguments->file,
                   "Scenario file, or SESSION:BRANCH, a branch of a session")
      ->required();
  add_study_options(*command, arguments->options);
  command->callback([&chosen, arguments, &command_line] {
    chosen = [arguments, &command_line] {
      return run(arguments->file, arguments->options, command_line);
    };
  });
}

}  // namespace cordon::commands
