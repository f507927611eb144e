#include "analysis/text/trade_off.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/text/change_words.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/measure_text.hpp"
#include "analysis/text/numbers.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {
namespace {

// One measure over the whole: a change for each variant.
struct OfAll {
  std::vector<const Change*> changes;
  text::ShownUnit unit;

  [[nodiscard]] const Measure& measure() const { return *changes.front()->measure; }
  [[nodiscard]] double baseline() const { return changes.front()->baseline * unit.factor; }
  [[nodiscard]] std::string axis() const {
    const std::string shown = unit_text(measure(), unit.unit);
    return label_of(measure()) + (shown.empty() ? "" : ", " + shown);
  }
  // At the variant's level; the interval is that of the difference.
  [[nodiscard]] Spot of(std::size_t variant) const {
    const Change& c = *changes[variant];
    Spot spot{c.value * unit.factor};
    if (c.low < c.high) {
      spot.low = (c.baseline + c.low) * unit.factor;
      spot.high = (c.baseline + c.high) * unit.factor;
    }
    return spot;
  }
};

// Empty unless every variant has it.
OfAll of_all(const Comparison& comparison, std::string_view name) {
  OfAll all;
  double largest = 0;
  for (const Change& c : comparison.changes) {
    if (c.measure->name != name || !is_total(c.labels) || !std::isfinite(c.baseline)) continue;
    all.changes.push_back(&c);
    largest = std::max({largest, std::abs(c.baseline), std::abs(c.value)});
  }
  if (all.changes.size() != comparison.variants.size()) return {};
  all.unit = text::shown_unit(all.measure(), largest);
  return all;
}

// Its name and, of each measure, the level in words.
std::vector<PageCell> row_of(const std::string& name, const std::vector<const OfAll*>& measures,
                             std::size_t scenario) {
  std::vector<PageCell> cells = {{name, ""}};
  for (const OfAll* m : measures) {
    const auto said =
        text::words_of(*m->changes[scenario == 0 ? 0 : scenario - 1], text::typographic);
    cells.push_back({scenario == 0 ? said.baseline : said.variant, said.unit});
  }
  return cells;
}

PlaneChart plane_of(const Comparison& comparison, const OfAll& wait, const OfAll& found,
                    const OfAll& cost) {
  PlaneChart chart;
  chart.x_axis = wait.axis();
  chart.y_axis = found.axis();
  constexpr int of_baseline = 3;  // a blue square; variants have the marks of the other charts
  chart.points.push_back({{wait.baseline()},
                          {found.baseline()},
                          {of_baseline, false},
                          0,
                          comparison.baseline,
                          comparison.baseline});
  double dearest = 0;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    chart.points.push_back({wait.of(v),
                            found.of(v),
                            {static_cast<int>(v), false},
                            0,
                            comparison.variants[v],
                            comparison.variants[v]});
    if (!cost.changes.empty()) dearest = std::max(dearest, cost.of(v).at);
  }
  if (!(dearest > 0)) return chart;
  dearest = std::max(dearest, cost.baseline());
  chart.points.front().size = cost.baseline() / dearest;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v)
    chart.points[v + 1].size = std::max(cost.of(v).at / dearest, 0.0);
  return chart;
}

PageSection section_of(const Comparison& comparison, const OfAll& wait, const OfAll& found,
                       const OfAll& cost) {
  PageSection section;
  section.heading = "Wait against interdiction";
  section.brief = "Trade-off";
  section.words = {fmt::format(
      "Further left is less waiting, further up more of the hidden goods found. A whisker is the "
      "interval of a variant's difference from {}{}.",
      comparison.baseline,
      cost.changes.empty() ? "" : "; the area of a mark is what the officers cost")};
  std::vector<const OfAll*> measures = {&wait, &found};
  if (!cost.changes.empty()) measures.push_back(&cost);
  PageTable table;
  table.caption = "The same in numbers, mean per replication";
  table.headings = {{"Scenario", false}};
  for (const OfAll* m : measures) table.headings.push_back({label_of(m->measure())});
  table.rows.push_back(row_of(comparison.baseline, measures, 0));
  for (std::size_t v = 0; v < comparison.variants.size(); ++v)
    table.rows.push_back(row_of(comparison.variants[v], measures, v + 1));
  section.charts.push_back(
      {"",
       fmt::format("A plane of {} and {}, with {} and {}.", wait.axis(), found.axis(),
                   comparison.baseline, text::list(comparison.variants)),
       plane_of(comparison, wait, found, cost)});
  section.tables.push_back(std::move(table));
  return section;
}

}  // namespace

std::optional<PageSection> trade_off_of(const Comparison& comparison) {
  const OfAll wait = of_all(comparison, "wait_mean");
  const OfAll found = of_all(comparison, "interdiction_rate");
  if (wait.changes.empty() || found.changes.empty()) return std::nullopt;
  return section_of(comparison, wait, found, of_all(comparison, "cost"));
}

}  // namespace cordon
