#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/map_ground.hpp"
#include "analysis/report/section.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/change_words.hpp"
#include "analysis/text/displacement_text.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

constexpr int of_more = 0, of_fewer = 1;  // as in the section's key
constexpr std::size_t names_on_map = 8, rows_of_chart = 20, rows_of_table = 25;

/// What has moved of one variant, by crossing, that which has changed most first.
struct Moved {
  std::vector<const Change*> changes;
  double most = 0;  // of the differences

  [[nodiscard]] double size_of(const Change& c) const {
    return most > 0 ? std::abs(c.difference) / most : 0;
  }
};

Moved moved_in(const Comparison& comparison, std::size_t variant, std::string_view measure) {
  Moved moved;
  for (const Change& c : comparison.changes)
    if (c.variant == static_cast<int>(variant) && c.measure->name == measure &&
        is_crossing_total(c.labels) && std::isfinite(c.difference)) {
      moved.changes.push_back(&c);
      moved.most = std::max(moved.most, std::abs(c.difference));
    }
  std::stable_sort(moved.changes.begin(), moved.changes.end(),
                   [](const Change* a, const Change* b) {
                     return std::abs(a->difference) > std::abs(b->difference);
                   });
  return moved;
}

MarkStyle style_of(const Change& c) {
  const bool is_told_apart = c.verdict == "higher" || c.verdict == "lower" ||
                             c.verdict == "better" || c.verdict == "worse";
  return {c.difference < 0 ? of_fewer : of_more, !is_told_apart};
}

// "-14.0 (-18.2 to -9.6), from 34 to 20"
std::string in_words(const Change& c) {
  const auto said = text::words_of(c, text::typographic);
  const std::string range = said.range.empty() ? "" : fmt::format(" ({})", said.range);
  return fmt::format("{}{}, from {} to {}", said.change, range, said.baseline, said.variant);
}

PlaneChart map_of(const Moved& moved, const Comparison& comparison) {
  PlaneChart map;
  std::vector<std::pair<double, double>> places;
  for (const Change* c : moved.changes) {
    const auto found = comparison.crossing_positions.find(c->labels.crossing);
    if (found == comparison.crossing_positions.end()) continue;
    const auto [east, north] = found->second;
    places.emplace_back(east, north);
    const bool has_name = map.points.size() < names_on_map && c->difference != 0;
    map.points.push_back({{east},
                          {north},
                          style_of(*c),
                          moved.size_of(*c),
                          has_name ? c->labels.crossing : "",
                          fmt::format("{}: {}", c->labels.crossing, in_words(*c))});
  }
  // What is small is not covered by what is large.
  std::stable_sort(map.points.begin(), map.points.end(),
                   [](const PlanePoint& a, const PlanePoint& b) { return a.size > b.size; });
  map.ground = ground_around(places);
  return map;
}

RowChart rows_of(const Moved& moved, const std::string& axis) {
  RowChart chart{axis, {0}, {}};
  for (const Change* c : moved.changes) {
    if (chart.rows.size() == rows_of_chart) break;
    chart.rows.push_back(
        {c->labels.crossing,
         {{{c->difference, c->low, c->high}, not_known, style_of(*c), in_words(*c)}}});
  }
  return chart;
}

PageTable table_of(const Moved& moved, const std::string& what, const std::string& baseline,
                   const std::string& variant) {
  PageTable table{fmt::format("{} by crossing, {} and {}", text::sentence(what), baseline, variant),
                  {{"Crossing", false}, {baseline}, {variant}, {"Change"}, {"Verdict", false}},
                  {},
                  true};
  for (const Change* c : moved.changes) {
    if (table.rows.size() == rows_of_table) break;
    const auto said = text::words_of(*c, text::typographic);
    table.rows.push_back({{c->labels.crossing, ""},
                          {said.baseline, ""},
                          {said.variant, ""},
                          {said.change, said.range},
                          {c->verdict, ""}});
  }
  return table;
}

PageSection section_of(const Comparison& comparison, const std::string& measure) {
  const bool of_attempts = measure == "illicit_attempts";
  const std::string what = of_attempts ? "illicit attempts" : "vehicles that crossed";
  const bool is_map = !comparison.crossing_positions.empty();
  PageSection section;
  section.heading = of_attempts ? "Where smuggling goes instead" : "Where traffic goes instead";
  section.brief = "Displacement";
  section.key = {"more " + what, "fewer"};
  section.words = {
      "Each mark is a crossing. A filled mark is told apart from no change, a hollow one is not."};
  if (is_map)
    section.words.back() +=
        " The larger it is, the more has changed; those of most have a name. Where nothing has "
        "changed is a dot.";
  section.small_charts = is_map && comparison.variants.size() > 1;
  for (std::size_t v = 0; v < comparison.variants.size(); ++v) {
    const Moved moved = moved_in(comparison, v, measure);
    if (moved.changes.size() < 2) continue;
    const std::string& variant = comparison.variants[v];
    PageChart chart{comparison.variants.size() > 1 ? variant : "",
                    fmt::format("Changes of {} by crossing, {} against {}.", what, variant,
                                comparison.baseline),
                    rows_of(moved, "Change of " + what)};
    if (is_map) chart.drawing = map_of(moved, comparison);
    section.charts.push_back(std::move(chart));
    section.tables.push_back(table_of(moved, what, comparison.baseline, variant));
  }
  return section;
}

void add_sentences(const Comparison& comparison, PageSection& section) {
  for (const Change& c : comparison.changes) {
    if (c.measure->name != "displacement") continue;
    const std::string said = text::displacement_text(c);
    if (said.empty()) continue;
    const bool is_only = comparison.variants.size() == 1;
    section.words.push_back(
        is_only ? said : comparison.variants[static_cast<std::size_t>(c.variant)] + ": " + said);
  }
}

bool is_by_crossing(const Comparison& comparison, std::string_view measure) {
  return moved_in(comparison, 0, measure).changes.size() > 1;
}

}  // namespace

void add_displacement(const Comparison& comparison, PageText& page, nlohmann::json& charts) {
  const bool of_attempts = is_by_crossing(comparison, "illicit_attempts");
  page["displacement"] = kainjow::mustache::data(false);
  if (!of_attempts && !is_by_crossing(comparison, "crossed")) return;
  PageSection section = section_of(comparison, of_attempts ? "illicit_attempts" : "crossed");
  add_sentences(comparison, section);
  if (!of_attempts && section.words.size() > 1)
    section.notes.push_back("What is attempted at single posts of a real map is not told.");
  page["displacement"] = section_text(section, "displacement", charts);
}

}  // namespace cordon
