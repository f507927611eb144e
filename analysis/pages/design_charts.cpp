#include "analysis/pages/design_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/pages/page_words.hpp"
#include "analysis/study/simulate_all.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon::pages {
namespace {

constexpr std::size_t most_drawn = 400, most_with_whiskers = 60;  // marks of one chart
constexpr std::size_t most_rows = 3000, few_rows = 20;            // of one table

Interval outcome_of(const SweepOutcomes& outcomes, std::size_t design, std::size_t scenario,
                    const Charted& charted) {
  const DesignOutcome& outcome = outcomes.of(design, scenario, charted.measure);
  return (charted.is_difference ? outcome.difference : outcome.mean).interval(confidence);
}

text::ShownUnit unit_of_all(const Experiment& experiment, const SweepOutcomes& outcomes,
                            const Charted& charted) {
  std::vector<Interval> all;
  for (std::size_t d = 0; d < experiment.designs(); ++d)
    for (const std::size_t s : charted.scenarios)
      all.push_back(outcome_of(outcomes, d, s, charted));
  return unit_of(experiment.measures()[charted.measure], all);
}

bool is_one_at_a_time(const Experiment& experiment) {
  return experiment.spec().design.method == DesignMethod::one_at_a_time;
}

// Whether a one-at-a-time design lies on the path of this factor. The scenario as it is does not:
// what it gives the factor may differ between scenarios.
bool is_along(const std::vector<FactorValue>& values, std::size_t factor) {
  for (std::size_t f = 0; f < values.size(); ++f)
    if ((f == factor) == values[f].toml.empty()) return false;
  return true;
}

// A design's values; those it leaves alone are as the scenario has them.
FactorValue value_at(const Experiment& experiment, const std::vector<FactorValue>& values,
                     std::size_t factor) {
  return values[factor].toml.empty() ? experiment.as_it_is()[factor] : values[factor];
}

// Where on the axis of words a value is; it is added when it is new.
double place_of(const std::string& word, std::vector<std::string>& words) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) words.push_back(word);
  return static_cast<double>(std::find(words.begin(), words.end(), word) - words.begin());
}

std::string words_of_design(const Experiment& experiment, std::size_t design) {
  std::string text = fmt::format("Design {}", design + 1);
  const auto values = experiment.values(design);
  for (std::size_t f = 0; f < values.size(); ++f)
    if (!values[f].toml.empty())
      text += fmt::format("{}{} {}", f == 0 ? ": " : ", ", experiment.factors()[f].name(),
                          values[f].brief());
  return text;
}

std::string title_of(const Factor& factor) {
  return factor.label().empty() ? factor.name() : factor.label();
}

std::string factor_axis(const Factor& factor) {
  return factor.name() +
         (factor.unit().empty() || factor.unit() == "1" ? "" : ", " + factor.unit());
}

// Builds a plane of designs, one mark after another.
class DesignPlane {
 public:
  DesignPlane(const Experiment& experiment, const SweepOutcomes& outcomes, std::size_t factor,
              const Charted& charted)
      : experiment_(experiment),
        outcomes_(outcomes),
        factor_(factor),
        charted_(charted),
        unit_(unit_of_all(experiment, outcomes, charted)) {
    chart.x_axis = factor_axis(experiment.factors()[factor]);
    chart.y_axis = axis_of(experiment.measures()[charted.measure], unit_);
    chart.zero_line = charted.is_difference;
    const std::size_t marks = experiment.designs() * charted.scenarios.size();
    has_whiskers_ = marks <= most_with_whiskers || is_one_at_a_time(experiment);
  }

  void add(std::size_t design, std::size_t scenario, int kind) {
    if (chart.points.size() >= most_drawn) return;
    const FactorValue value = value_at(experiment_, experiment_.values(design), factor_);
    const bool is_number = experiment_.factors()[factor_].is_number();
    const double x = is_number ? value.number : place_of(value_text(value), chart.x_values);
    const Interval y = outcome_of(outcomes_, design, scenario, charted_);
    PlanePoint point{{x}, spot_of(y, unit_), {kind, false}, 0, "", ""};
    if (!has_whiskers_) point.y.low = point.y.high = not_known;
    const PageCell cell = charted_.is_difference ? change_cell(y, unit_) : level_cell(y, unit_);
    point.text = fmt::format("{}: {}", words_of_design(experiment_, design), in_words(cell, unit_));
    chart.points.push_back(std::move(point));
  }

  PlaneChart chart;

 private:
  const Experiment& experiment_;
  const SweepOutcomes& outcomes_;
  std::size_t factor_;
  const Charted& charted_;
  text::ShownUnit unit_;
  bool has_whiskers_ = true;
};

// Two factors in a grid: which of them has few enough values to be told by marks.
std::optional<std::size_t> factor_of_marks(const Experiment& experiment) {
  if (experiment.factors().size() != 2 ||
      experiment.spec().design.method != DesignMethod::full_grid)
    return std::nullopt;
  for (const std::size_t f : {std::size_t{1}, std::size_t{0}}) {
    std::vector<std::string> values;
    for (std::size_t d = 0; d < experiment.designs(); ++d)
      (void)place_of(value_text(experiment.values(d)[f]), values);
    if (values.size() <= 4) return f;
  }
  return std::nullopt;
}

std::vector<std::size_t> all_scenarios(const Experiment& experiment) {
  std::vector<std::size_t> all;
  for (std::size_t s = 0; s < experiment.scenarios().size(); ++s) all.push_back(s);
  return all;
}

// A chart for each scenario, with a line for each value of the other factor.
void add_grid(PageSection& section, const Experiment& experiment, const SweepOutcomes& outcomes,
              std::size_t measure, std::size_t marks) {
  const Factor& by_mark = experiment.factors()[marks];
  std::vector<std::string> values;
  for (const std::size_t s : all_scenarios(experiment)) {
    const Charted charted{measure, {s}, false};
    DesignPlane plane(experiment, outcomes, 1 - marks, charted);
    plane.chart.joined = experiment.factors()[1 - marks].is_number();
    for (std::size_t d = 0; d < experiment.designs(); ++d)
      plane.add(d, s, static_cast<int>(place_of(value_text(experiment.values(d)[marks]), values)));
    const std::string where =
        experiment.scenarios().size() > 1 ? experiment.scenarios()[s].name : "";
    section.charts.push_back(
        {where,
         fmt::format("{} along {}, by {}{}.", plane.chart.y_axis, plane.chart.x_axis,
                     by_mark.name(), where.empty() ? "" : ", " + where),
         std::move(plane.chart)});
  }
  for (const std::string& value : values) section.key.push_back(by_mark.name() + ' ' + value);
  section.small_charts = section.charts.size() > 1;
}

PageTable table_of_designs(const Experiment& experiment, const SweepOutcomes& outcomes,
                           bool differences) {
  PageTable table;
  const auto& scenarios = experiment.scenarios();
  const std::size_t first = differences ? 1 : 0,
                    rows = experiment.designs() * (scenarios.size() - first);
  table.folded = rows > few_rows;
  table.caption = fmt::format(
      "{} of designs{}, with {} intervals{}", differences ? "Differences" : "Means",
      differences ? " from " + scenarios[0].name + " under the same luck" : "",
      text::percent(confidence),
      rows > most_rows
          ? fmt::format(" (the first {} of {} rows; summary.csv has all)", most_rows, rows)
          : "");
  table.headings = {{"Design", false}};
  for (const Factor& factor : experiment.factors()) table.headings.push_back({factor.name()});
  if (scenarios.size() > 1) table.headings.push_back({"Scenario", false});
  std::vector<Charted> charted;
  std::vector<text::ShownUnit> units;
  for (std::size_t m = 0; m < experiment.measures().size(); ++m) {
    charted.push_back({m, all_scenarios(experiment), differences});
    units.push_back(unit_of_all(experiment, outcomes, charted.back()));
    table.headings.push_back({axis_of(experiment.measures()[m], units.back())});
  }
  for (std::size_t d = 0; d < experiment.designs() && table.rows.size() < most_rows; ++d) {
    const auto values = experiment.values(d);
    for (std::size_t s = first; s < scenarios.size(); ++s) {
      std::vector<PageCell> cells = {{std::to_string(d + 1), ""}};
      for (const FactorValue& value : values) cells.push_back({value_text(value), ""});
      if (scenarios.size() > 1) cells.push_back({scenarios[s].name, ""});
      for (std::size_t m = 0; m < charted.size(); ++m) {
        const Interval of = outcome_of(outcomes, d, s, charted[m]);
        cells.push_back(differences ? change_cell(of, units[m]) : level_cell(of, units[m]));
      }
      table.rows.push_back(std::move(cells));
    }
  }
  return table;
}

}  // namespace

PageChart chart_along(const Experiment& experiment, const SweepOutcomes& outcomes,
                      std::size_t factor, const Charted& charted) {
  DesignPlane plane(experiment, outcomes, factor, charted);
  const Factor& varied = experiment.factors()[factor];
  const bool by_itself = is_one_at_a_time(experiment);
  plane.chart.joined = varied.is_number() && (by_itself || experiment.factors().size() == 1);
  for (std::size_t d = 0; d < experiment.designs(); ++d) {
    if (by_itself && !is_along(experiment.values(d), factor)) continue;
    for (std::size_t s = 0; s < charted.scenarios.size(); ++s)
      plane.add(d, charted.scenarios[s], static_cast<int>(s));
  }
  return {title_of(varied), fmt::format("{} along {}.", plane.chart.y_axis, title_of(varied)),
          std::move(plane.chart)};
}

PageSection measure_section(const Experiment& experiment, const SweepOutcomes& outcomes,
                            std::size_t measure, std::size_t charts) {
  PageSection section;
  const Measured& measured = experiment.measures()[measure];
  section.heading = section.brief = name_of(measured);
  section.words = {std::string(measured.measure->meaning)};
  if (const auto marks = factor_of_marks(experiment)) {
    add_grid(section, experiment, outcomes, measure, *marks);
    return section;
  }
  if (experiment.scenarios().size() > 1)
    for (const NamedScenario& scenario : experiment.scenarios())
      section.key.push_back(scenario.name);
  section.small_charts = experiment.factors().size() > 1;
  const std::size_t shown = std::min(charts, experiment.factors().size());
  for (std::size_t f = 0; f < shown; ++f)
    section.charts.push_back(
        chart_along(experiment, outcomes, f, {measure, all_scenarios(experiment), false}));
  if (shown < experiment.factors().size())
    section.notes.push_back(fmt::format("Drawn are the first {} of {}.", shown,
                                        text::counted(experiment.factors().size(), "factor")));
  if (experiment.designs() * experiment.scenarios().size() > most_drawn)
    section.notes.push_back(fmt::format(
        "Drawn are the first {} marks of each chart; summary.csv has all.", most_drawn));
  return section;
}

PageSection designs_section(const Experiment& experiment, const SweepOutcomes& outcomes) {
  PageSection section;
  section.heading = section.brief = "Designs";
  section.tables.push_back(table_of_designs(experiment, outcomes, false));
  if (experiment.scenarios().size() > 1)
    section.tables.push_back(table_of_designs(experiment, outcomes, true));
  if (experiment.left_out() > 0)
    section.notes.push_back(fmt::format("The constraints left out {}.",
                                        text::counted(experiment.left_out(), "other design")));
  return section;
}

}  // namespace cordon::pages
