#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/compare/compare.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/terminal/numbers.hpp"
#include "analysis/terminal/shown_unit.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

using terminal::Cell;
using terminal::TextTable;
using terminal::Tone;
using enum TextTable::Align;

std::string dropped_text(const Interval& i) {
  return i.dropped == 0 ? "" : fmt::format("in {} of {}", i.used, i.used + i.dropped);
}

std::string family_table(Family family, const Runs& runs, bool colours) {
  TextTable table({{fmt::format("{}", name_of(family)), left},
                   {"unit", left},
                   {"mean"},
                   {"95 % interval"},
                   {"", left}});
  for (const Measure& m : measures()) {
    const auto values = runs.values(m.name);
    if (m.family != family || values.empty()) continue;
    const Interval i = mean_interval(values, confidence);
    const auto [unit, factor] = shown_unit(m, i.estimate);
    const int decimals = terminal::decimals(i.half_width() * factor, i.estimate * factor);
    table.row({{std::string(m.name), Tone::strong},
               {unit, Tone::quiet},
               {terminal::number(i.estimate * factor, decimals)},
               {terminal::range(i.low * factor, i.high * factor, decimals)},
               {dropped_text(i), Tone::quiet}});
  }
  return table.empty() ? "" : table.text(colours) + '\n';
}

/// Mean and interval of a measure.
std::pair<std::string, std::string> cells_of(const Runs& runs, std::string_view measure,
                                             const Labels& at, double factor) {
  const Interval i = mean_interval(runs.values(measure, at), confidence);
  const int decimals = terminal::decimals(i.half_width() * factor, i.estimate * factor);
  return {terminal::number(i.estimate * factor, decimals),
          terminal::range(i.low * factor, i.high * factor, decimals)};
}

/// Crossings where lorries enter.
std::vector<Labels> lorry_entries(const Runs& runs) {
  std::vector<Labels> found;
  for (const auto& [measure, at] : runs.keys())
    if (measure->name == "wait_mean" && at.crossing != "all" && at.direction == "entry" &&
        at.vehicle_class == "lorry")
      found.push_back(at);
  return found;
}

std::string lorries_table(const Runs& runs, bool colours) {
  const auto entries = lorry_entries(runs);
  double longest = 0;
  for (const Labels& at : entries)
    longest = std::max(longest, mean_interval(runs.values("wait_mean", at), confidence).estimate);
  const ShownUnit shown = shown_unit(*find_measure("wait_mean"), longest);
  TextTable table({{"lorries, entry", left},
                   {"arrivals"},
                   {"wait_mean, " + shown.unit},
                   {"95 % interval"},
                   {"queue_mean"},
                   {"95 % interval"}});
  for (const Labels& at : entries) {
    const auto wait = cells_of(runs, "wait_mean", at, shown.factor);
    const auto queue = cells_of(runs, "queue_mean", at, 1);
    table.row({{at.crossing, Tone::strong},
               {cells_of(runs, "arrivals", at, 1).first},
               {wait.first},
               {wait.second},
               {queue.first},
               {queue.second}});
  }
  return table.empty() ? "" : table.text(colours) + '\n';
}

std::string report_of(const StudyCommand& study) {
  const bool colours = terminal::has_colours(STDOUT_FILENO);
  const NamedScenario& scenario = study.scenarios().front();
  const Simulated& simulated = study.simulated();
  const Runs& runs = simulated.runs.front();
  std::string text = terminal::toned(scenario.reading.spec.title, Tone::strong, colours);
  text += fmt::format("\n{}; {} replications, seed {}\n\n", scenario.file, runs.replications(),
                      study.plan().seed);
  for (const Family f : {Family::flow, Family::enforcement, Family::information, Family::effort})
    text += family_table(f, runs, colours);
  text += lorries_table(runs, colours);
  text +=
      terminal::wrapped("Means over replications. Unfinished at the end, " +
                            unfinished_of(scenario, runs) + " Their waits are in no mean of waits.",
                        98);
  for (const std::string& w : warnings_of(study.scenarios(), simulated, study.plan(), {}))
    text += terminal::wrapped("Warning: " + w, 98);
  return text + "Results: " + study.place() + "\n";
}

int run(const std::string& file, const StudyOptions& options,
        const std::vector<std::string>& command_line) {
  StudyCommand study({file}, options, command_line);
  if (!study.simulate()) return interrupted;
  study.write_tables();
  study.keep();
  print(report_of(study));
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
  command->add_option("SCENARIO", arguments->file, "Scenario file")->required();
  add_study_options(*command, arguments->options);
  command->callback([&chosen, arguments, &command_line] {
    chosen = [arguments, &command_line] {
      return run(arguments->file, arguments->options, command_line);
    };
  });
}

}  // namespace cordon::commands
