#include "analysis/compare/compare.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/report/report.hpp"
#include "analysis/study/user_error.hpp"
#include "analysis/terminal/comparison_text.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

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
