#include "analysis/compare/compare.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/commands/commands.hpp"
#include "analysis/commands/study_command.hpp"
#include "analysis/report/report.hpp"
#include "analysis/terminal/numbers.hpp"
#include "analysis/terminal/shown_unit.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::commands {
namespace {

using terminal::Cell;
using terminal::TextTable;
using terminal::Tone;
using enum TextTable::Align;

constexpr std::size_t line_width = 98;

Tone tone_of(const Change& c) {
  if (c.verdict == "better") return Tone::good;
  if (c.verdict == "worse") return Tone::bad;
  return c.verdict == "higher" || c.verdict == "lower" ? Tone::strong : Tone::quiet;
}

/// Measure or crossing, unit, baseline, variant, difference, interval.
std::vector<Cell> cells_of(const Change& c, const std::string& name, const ShownUnit& shown) {
  const double factor = shown.factor;
  const bool is_clear = c.low > 0 || c.high < 0;
  int decimals = terminal::decimals((c.high - c.low) / 2 * factor, c.difference * factor);
  if (is_clear)
    decimals = terminal::decimals_that_keep(std::min(std::abs(c.low), std::abs(c.high)) * factor,
                                            decimals);
  const auto level = [&](double value) {
    if (std::isnan(value)) return std::string();
    return terminal::number(value * factor, terminal::decimals_of_level(value * factor, decimals));
  };
  return {{name, Tone::strong},
          {shown.unit, Tone::quiet},
          {level(c.baseline)},
          {level(c.value)},
          {std::isnan(c.difference) ? "" : terminal::change(c.difference * factor, decimals)},
          {terminal::change_range(c.low * factor, c.high * factor, decimals)}};
}

std::vector<Cell> cells_of(const Change& c) {
  const double largest =
      std::isnan(c.baseline) ? c.difference : std::max(std::abs(c.baseline), std::abs(c.value));
  return cells_of(c, std::string(c.measure->name), shown_unit(*c.measure, largest));
}

std::string primary_block(const Comparison& comparison, int variant, bool colours) {
  TextTable table({{"primary", left},
                   {"", left},
                   {"baseline"},
                   {"variant"},
                   {"change"},
                   {"interval"},
                   {"verdict", left}});
  double level = comparison.confidence;
  for (const Change& c : comparison.changes) {
    if (!c.primary || c.variant != variant) continue;
    auto cells = cells_of(c);
    cells.push_back({c.verdict, tone_of(c)});
    table.row(std::move(cells));
    level = c.confidence;
  }
  if (table.empty()) return "";
  const std::string note =
      fmt::format("Primary measures: all intervals hold together at {} (Bonferroni: {} each).",
                  terminal::percent(comparison.confidence), terminal::percent(level));
  return table.text(colours) + terminal::toned("  " + note, Tone::quiet, colours) + "\n\n";
}

std::string family_block(const Comparison& comparison, int variant, Family family, bool colours) {
  TextTable table({{std::string(name_of(family)), left},
                   {"", left},
                   {"baseline"},
                   {"variant"},
                   {"change"},
                   {"95 % interval"},
                   {"p"},
                   {"", left}});
  for (const Change& c : comparison.changes) {
    if (c.primary || c.variant != variant || c.measure->family != family || !is_total(c.labels))
      continue;
    auto cells = cells_of(c);
    cells.push_back({terminal::p_value(c.p_adjusted), Tone::quiet});
    cells.push_back({c.verdict == "not distinguishable" ? "" : c.verdict, tone_of(c)});
    table.row(std::move(cells));
  }
  return table.empty() ? "" : table.text(colours) + '\n';
}

std::vector<const Change*> lorry_waits(const Comparison& comparison, int variant,
                                       const char* direction) {
  std::vector<const Change*> found;
  for (const Change& c : comparison.changes)
    if (c.variant == variant && c.measure->name == "wait_mean" && c.labels.crossing != "all" &&
        c.labels.direction == direction && c.labels.vehicle_class == "lorry")
      found.push_back(&c);
  return found;
}

std::string crossings_block(const Comparison& comparison, int variant, const char* direction,
                            bool colours) {
  const auto changes = lorry_waits(comparison, variant, direction);
  if (changes.empty()) return "";
  double longest = 0;  // waits of one block are told in one unit
  for (const Change* c : changes) longest = std::max({longest, c->baseline, c->value});
  ShownUnit shown = shown_unit(*changes.front()->measure, longest);
  shown.unit = "wait_mean, " + shown.unit;
  TextTable table({{fmt::format("lorries, {}", direction), left},
                   {"", left},
                   {"baseline"},
                   {"variant"},
                   {"change"},
                   {"95 % interval"},
                   {"p"},
                   {"", left}});
  for (const Change* c : changes) {
    auto cells = cells_of(*c, c->labels.crossing, shown);
    cells.push_back({terminal::p_value(c->p_adjusted), Tone::quiet});
    cells.push_back({c->verdict == "not distinguishable" ? "" : c->verdict, tone_of(*c)});
    table.row(std::move(cells));
  }
  return table.text(colours) + '\n';
}

std::string displacement_lines(const Comparison& comparison, int variant) {
  std::string text;
  const Change* moved = find_change(comparison.changes, variant, "displacement");
  if (moved && !std::isnan(moved->difference))
    text += terminal::wrapped(
        fmt::format("Displacement: {:.1f} % of illicit attempts are at other crossings, beyond "
                    "chance (95 % interval {:.1f} to {:.1f} %){}.",
                    100 * moved->difference, 100 * moved->low, 100 * moved->high,
                    moved->verdict == "higher" ? "" : "; not distinguishable from none"),
        line_width);
  const Change* gain = find_change(comparison.changes, variant, "leak_adjusted_gain");
  if (gain && !std::isnan(gain->difference)) {
    const int decimals = terminal::decimals((gain->high - gain->low) / 2, gain->difference);
    text += terminal::wrapped(
        fmt::format("Leak-adjusted gain: {} of harm kept from passing for each additional seizure "
                    "(95 % interval {}).",
                    terminal::number(gain->difference, decimals),
                    terminal::range(gain->low, gain->high, decimals)),
        line_width);
  } else {
    text += "Leak-adjusted gain: none can be given; the change in seizures may be zero.\n";
  }
  return text;
}

std::string variant_report(const StudyCommand& study, const Comparison& comparison, int variant,
                           bool colours) {
  const auto v = static_cast<std::size_t>(variant);
  std::string text;
  if (comparison.variants.size() > 1)
    text +=
        terminal::toned(fmt::format("{}: {}", comparison.variants[v], comparison.variant_titles[v]),
                        Tone::strong, colours) +
        "\n\n";
  text += primary_block(comparison, variant, colours);
  for (const Family f : {Family::flow, Family::enforcement, Family::information, Family::effort})
    text += family_block(comparison, variant, f, colours);
  text += crossings_block(comparison, variant, "entry", colours);
  text += crossings_block(comparison, variant, "exit", colours);
  text += displacement_lines(comparison, variant);
  return text +
         terminal::wrapped("Unfinished at the end, " + unfinished_of(study.scenarios()[v + 1],
                                                                     study.simulated().runs[v + 1]),
                           line_width) +
         '\n';
}

std::string report_of(const StudyCommand& study, const Comparison& comparison) {
  const bool colours = terminal::has_colours(STDOUT_FILENO);
  std::string text =
      terminal::toned(fmt::format("{}\nagainst {}", terminal::list(comparison.variant_titles),
                                  comparison.baseline_title),
                      Tone::strong, colours);
  text += fmt::format("\n{} replications of each under the same luck, seed {}\n\n",
                      comparison.replications, comparison.seed);
  text += terminal::wrapped(comparison.answer, line_width) + '\n';
  for (std::size_t v = 0; v < comparison.variants.size(); ++v)
    text += variant_report(study, comparison, static_cast<int>(v), colours);
  text += terminal::wrapped(
      "Measures that are not primary explore: higher and lower have p < 0.05 after Holm's "
      "adjustment "
      "for their number, and say nothing of better or worse. Unfinished at the end, " +
          unfinished_of(study.scenarios().front(), study.simulated().runs.front()) +
          " Waits that are unfinished are in no mean.",
      line_width);
  text += fmt::format("{} parameters are assumed.\n", comparison.assumptions.size());
  for (const std::string& w : comparison.warnings)
    text += terminal::wrapped("Warning: " + w, line_width);
  return text + fmt::format("Results: {}\nReport:  {}/report.html\n", study.place(), study.place());
}

int compare_all(const std::vector<std::string>& files, const StudyOptions& options,
                const std::vector<std::string>& command_line) {
  StudyCommand study(files, options, command_line);
  if (!study.simulate()) return interrupted;
  study.write_tables();
  Comparison comparison = compare(study.scenarios(), study.simulated(), study.plan());
  comparison.commands = {study.command()};
  study.add_file("comparison.csv", write_comparison(study.folder(), comparison));
  study.add_file("report.html",
                 write_file(study.folder() / "report.html", render_report(comparison)));
  study.keep({comparison_table});
  print(report_of(study, comparison));
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
  command->add_option("BASELINE", arguments->baseline, "Scenario to compare with")->required();
  command->add_option("VARIANT", arguments->variants, "Scenarios to compare")->required();
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
