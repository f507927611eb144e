#include "analysis/compare/compare.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <limits>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/exercise/after_action.hpp"
#include "analysis/report/report.hpp"
#include "analysis/results/parting.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/comparison_text.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/shell_word.hpp"

namespace cordon::commands {
namespace {

// The folder that is being written is not yet where it will be.
std::vector<ViewCommand> views_of(const StudyCommand& study) {
  std::vector<ViewCommand> views;
  const auto& scenarios = study.scenarios();
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    const std::string folder = folder_of(s, scenarios[s]);
    const auto baseline = study.folder() / trace_name,
               variant = study.folder() / folder / trace_name;
    std::error_code error;
    if (!std::filesystem::exists(baseline, error) || !std::filesystem::exists(variant, error))
      continue;  // interrupted before the replication that is traced
    const auto part = first_difference(baseline, variant);
    const Time at = part.value_or(start_of_run);
    const double start =
        static_cast<double>(scenarios[0].reading.spec.start.time_since_epoch().count()) * 1000;
    views.push_back({scenarios[s].name,
                     fmt::format("cordon-view {} {} --at \"{}\"", shell_word(study.place()),
                                 shell_word(study.place() + '/' + folder), at_text(at)),
                     part ? start + seconds(at - start_of_run) * 1000
                          : std::numeric_limits<double>::quiet_NaN()});
  }
  return views;
}

int compare_all(const std::vector<std::string>& files, const StudyOptions& options,
                const std::vector<std::string>& command_line) {
  StudyInput input = input_of(files, options);
  input.with_scenario = true;
  Studied studied = load_study(input);
  if (studied.scenarios.size() < 2)
    throw UserError(
        "compare: there is nothing to compare with; expected a VARIANT, or a session "
        "with branches");
  StudyCommand study(std::move(studied), options, command_line);
  if (!study.simulate()) return interrupted;
  study.write_tables();
  Comparison comparison = compare(study.scenarios(), study.simulated(), study.plan());
  comparison.commands = {study.command()};
  comparison.injects = review_injects(study.studied(), study.lookouts(), study.simulated().runs);
  comparison.bookmarks = study.studied().bookmarks;
  if (options.trace) comparison.views = views_of(study);
  study.add_file("comparison.csv", write_comparison(study.folder(), comparison));
  study.add_file("report.html",
                 write_file(study.folder() / "report.html", render_report(comparison)));
  study.keep({comparison_table});
  print(terminal::comparison_text(comparison, terminal::has_colours(STDOUT_FILENO)) +
        fmt::format("Results: {}\nReport:  {}/report.html\n", study.place(), study.place()));
  return study.exit_code();
}

}  // namespace

void add_compare(CLI::App& cordon, Action& chosen, const std::vector<std::string>& command_line) {
  struct Arguments {
    std::string baseline;
    std::vector<std::string> variants;
    StudyOptions options;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand("compare", "Paired comparison under the same luck");
  command->footer(
      "Example:\n  cordon compare scenarios/pl_ua/baseline.toml "
      "scenarios/pl_ua/joint_operation.toml");
  command
      ->add_option("BASELINE", arguments->baseline,
                   "Scenario to compare with; of a session its scenario, with all its branches")
      ->required();
  command->add_option("VARIANT", arguments->variants,
                      "Scenarios to compare, or sessions; SESSION:BRANCH is one of its branches");
  add_study_options(*command, arguments->options);
  command->callback([&chosen, arguments, &command_line] {
    chosen = [arguments, &command_line] {
      std::vector<std::string> files = arguments->variants;
      files.insert(files.begin(), arguments->baseline);
      return compare_all(files, arguments->options, command_line);
    };
  });
}

}  // namespace cordon::commands
