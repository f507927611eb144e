#include "analysis/terminal/sweep_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/study/simulate_all.hpp"
#include "analysis/terminal/text_table.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::terminal {
namespace {

constexpr std::size_t designs_shown = 20, factors_shown = 4, measures_shown = 3;

// One unit for a column, by its largest value.
text::ShownUnit unit_of(const Measured& measured, const std::vector<Interval>& column) {
  double largest = 0;
  for (const Interval& i : column)
    if (std::abs(i.estimate) > largest) largest = std::abs(i.estimate);
  return text::shown_unit(*measured.measure, largest);
}

Cell mean_cell(const Interval& i, const text::ShownUnit& unit) {
  const double value = i.estimate * unit.factor, half = i.half_width() * unit.factor;
  const int decimals = text::decimals(half, value);
  std::string shown = text::number(value, text::decimals_of_level(value, decimals));
  if (i.used > 1) shown += " +- " + text::number(half, decimals);
  return {shown};
}

std::string heading(const Experiment& experiment, const SweepOutcomes& found, bool colours) {
  std::string text =
      toned(experiment.spec().title.empty() ? experiment.name() : experiment.spec().title,
            Tone::strong, colours) +
      '\n';
  text += fmt::format("{}, {} of each", text::counted(experiment.designs(), "design"),
                      text::counted(found.replications(), "replication"));
  if (experiment.scenarios().size() > 1)
    text += fmt::format(" in {}", text::counted(experiment.scenarios().size(), "scenario"));
  return text + fmt::format(", {} in all.\n\n", text::counted(found.runs(), "run"));
}

}  // namespace

std::string sweep_text(const Experiment& experiment, const SweepOutcomes& found, bool colours) {
  using enum TextTable::Align;
  const auto& factors = experiment.factors();
  const auto& measures = experiment.measures();
  const auto& scenarios = experiment.scenarios();
  const std::size_t factor_count = std::min(factors.size(), factors_shown);
  const std::size_t measure_count = std::min(measures.size(), measures_shown);
  std::vector<TextTable::Heading> headings = {{"design"}};
  for (std::size_t f = 0; f < factor_count; ++f) headings.push_back({factors[f].name()});
  if (scenarios.size() > 1) headings.push_back({"scenario", left});
  const std::size_t shown = std::min(experiment.designs(), designs_shown);
  std::vector<std::vector<Interval>> means(measure_count);
  std::vector<text::ShownUnit> units;
  for (std::size_t m = 0; m < measure_count; ++m) {
    for (std::size_t d = 0; d < shown; ++d)
      for (std::size_t s = 0; s < scenarios.size(); ++s)
        means[m].push_back(found.of(d, s, m).mean.interval(confidence));
    units.push_back(unit_of(measures[m], means[m]));
    const std::string& unit = units.back().unit;
    headings.push_back({measures[m].name + (unit.empty() || unit == "1" ? "" : ", " + unit)});
  }
  TextTable table(headings);
  for (std::size_t d = 0; d < shown; ++d) {
    const auto values = experiment.values(d);
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
      std::vector<Cell> cells = {{s == 0 ? std::to_string(d + 1) : ""}};
      for (std::size_t f = 0; f < factor_count; ++f)
        cells.push_back({s == 0 ? values[f].brief() : ""});
      if (scenarios.size() > 1) cells.push_back({scenarios[s].name});
      for (std::size_t m = 0; m < measure_count; ++m)
        cells.push_back(mean_cell(means[m][d * scenarios.size() + s], units[m]));
      table.row(std::move(cells));
    }
  }
  std::string text = heading(experiment, found, colours) + table.text(colours);
  const bool has_more = shown < experiment.designs() || factor_count < factors.size() ||
                        measure_count < measures.size() || scenarios.size() > 1;
  text += fmt::format("\nMeans with their {} intervals{}.\n", text::percent(confidence),
                      has_more ? "; all of them, and differences, are in summary.csv" : "");
  if (experiment.left_out() > 0)
    text += fmt::format("The constraints left out {}.\n",
                        text::counted(experiment.left_out(), "other design"));
  if (found.failed() > 0)
    text += toned(fmt::format("{} failed; runs.csv says why. Means are over the others.\n",
                              text::counted(found.failed(), "run")),
                  Tone::bad, colours);
  return text;
}

}  // namespace cordon::terminal
