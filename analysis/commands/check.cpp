#include <fmt/format.h>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::commands {
namespace {

std::string summary_of(const NamedScenario& named) {
  const Scenario& s = named.reading.spec;
  std::size_t assumed = 0;
  for (const auto& [path, value] : named.reading.provenance) assumed += value.is_assumed() ? 1 : 0;
  const auto count = [](const auto& entries, const char* what) {
    return text::counted(entries.size(), what);
  };
  return fmt::format(
      "{}: good. {}: {}, {}, {}, {}, {}, {:.3g} days; {} of {} parameters are assumed.\n",
      named.file, s.title, count(s.crossing, "crossing"), count(s.line, "line"),
      count(s.flow, "flow"), count(s.group, "group"), count(s.operation, "operation"),
      hours(s.length) / 24, assumed, named.reading.provenance.size());
}

int check_all(const std::vector<std::string>& files, const std::vector<std::string>& set) {
  std::vector<Problem> problems;
  for (const std::string& file : files) {
    try {
      print(summary_of(load_scenario(file, set)));
    } catch (const ScenarioError& e) {  // the other files are checked as well
      add_new_problems(e, problems);
    }
  }
  if (!problems.empty()) throw ScenarioError(std::move(problems));
  return done;
}

}  // namespace

void add_check(CLI::App& cordon, Action& chosen) {
  struct Arguments {
    std::vector<std::string> files, set;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand("check", "Read and check scenarios; run nothing");
  command->footer("Example:\n  cordon check scenarios/pl_ua/*.toml");
  command->add_option("SCENARIO", arguments->files, "Scenario files")->required();
  command->add_option("--set", arguments->set, "Override a parameter; repeatable")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
  command->callback([&chosen, arguments] {
    chosen = [arguments] { return check_all(arguments->files, arguments->set); };
  });
}

}  // namespace cordon::commands
