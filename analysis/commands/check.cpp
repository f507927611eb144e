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

int check_all(const std::vector<std::string>& files, const std::vector<std::string>& set,
              bool quiet) {
  std::vector<Problem> problems;
  for (const std::string& file : files) {
    try {
      const std::string summary = summary_of(load_scenario(file, set));
      if (!quiet) print(summary);
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
    bool quiet = false;
  };
  const auto arguments = std::make_shared<Arguments>();
  auto* command = cordon.add_subcommand("check", "Read and check scenarios; run nothing");
  command->footer("Example:\n  cordon check scenarios/pl_ua/*.toml");
  command->add_option("SCENARIO", arguments->files, "Scenario files")->required();
  add_overrides(*command, arguments->set, "Override a parameter; repeatable");
  command->add_flag("--quiet", arguments->quiet, "Say nothing of files that are good");
  command->callback([&chosen, arguments] {
    chosen = [arguments] { return check_all(arguments->files, arguments->set, arguments->quiet); };
  });
}

}  // namespace cordon::commands
