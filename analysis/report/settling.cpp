#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/report/section.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

std::string scenario_of(const SettlingRun& run, const Comparison& comparison) {
  return run.scenario == 0 ? comparison.baseline
                           : comparison.variants[static_cast<std::size_t>(run.scenario - 1)];
}

std::string vehicles_text(double vehicles) {
  return std::isnan(vehicles) ? ""
                              : text::number(vehicles, vehicles < 10 ? 1 : 0, text::typographic);
}

std::string settled_text(const SettlingRun& run) {
  return std::isnan(run.settled_days) ? "not within the first half"
                                      : fmt::format("{:.1f} days", run.settled_days);
}

// Of what lies between two moments; NaN where nothing does.
double mean_between(const SettlingRun& run, double from, double to) {
  double sum = 0, count = 0;
  for (const auto& [day, vehicles] : run.waiting)
    if (day >= from && day < to) sum += vehicles, ++count;
  return count > 0 ? sum / count : not_known;
}

PageChart chart_of(const SettlingRun& run, const Comparison& comparison) {
  PlaneChart chart;
  chart.x_axis = "days since the start";
  chart.y_axis = "vehicles waiting";
  chart.joined = true;
  constexpr double small_mark = 1e-6;
  for (const auto& [day, vehicles] : run.waiting)
    chart.points.push_back({{day},
                            {vehicles},
                            {0, false},
                            small_mark,
                            "",
                            fmt::format("day {:.1f}: {}", day, vehicles_text(vehicles))});
  chart.upright = {{run.warm_up_days, "warm_up", false}, {run.settled_days, "MSER-5", true}};
  const std::string name = scenario_of(run, comparison);
  return {name,
          fmt::format("Vehicles waiting over time in {}: settled by MSER-5: {}; warm_up: {:.1f} "
                      "days.",
                      name, settled_text(run), run.warm_up_days),
          std::move(chart)};
}

PageTable table_of(const Comparison& comparison) {
  PageTable table;
  table.caption = "When the queues have settled, and how many wait on average";
  table.headings = {
      {"Scenario", false}, {"warm_up"}, {"Settled by MSER-5"}, {"In the warm-up"}, {"After it"}};
  for (const SettlingRun& run : comparison.settling)
    table.rows.push_back(
        {{scenario_of(run, comparison), ""},
         {fmt::format("{:.1f} days", run.warm_up_days), ""},
         {settled_text(run), ""},
         {vehicles_text(mean_between(run, 0, run.warm_up_days)), "vehicles"},
         {vehicles_text(mean_between(run, run.warm_up_days, HUGE_VAL)), "vehicles"}});
  return table;
}

PageTable series_of(const SettlingRun& run, const Comparison& comparison) {
  PageTable table;
  table.caption = fmt::format("Vehicles waiting over time, {}", scenario_of(run, comparison));
  table.folded = true;
  table.headings = {{"Day", false}, {"Vehicles waiting"}};
  for (const auto& [day, vehicles] : run.waiting)
    table.rows.push_back({{fmt::format("{:.1f}", day), ""}, {vehicles_text(vehicles), ""}});
  return table;
}

PageSection section_of(const Comparison& comparison) {
  PageSection section;
  section.heading = "Has the beginning worn off?";
  section.brief = "Warm-up";
  section.words = {
      "Vehicles that wait for their first check on all lines together, mean over the replications "
      "in batches of at least 5 observations. What lies before warm_up is not measured; MSER-5 "
      "leaves out what makes the mean of the rest less certain. Where its line lies well to the "
      "right of warm_up, the empty beginning is in the means."};
  for (const SettlingRun& run : comparison.settling)
    section.charts.push_back(chart_of(run, comparison));
  section.small_charts = section.charts.size() > 1;
  section.tables.push_back(table_of(comparison));
  for (const SettlingRun& run : comparison.settling)
    section.tables.push_back(series_of(run, comparison));
  return section;
}

}  // namespace

void add_settling(const Comparison& comparison, PageText& page, json& charts) {
  page["settling"] = comparison.settling.empty()
                         ? data(false)
                         : section_text(section_of(comparison), "settling", charts);
}

}  // namespace cordon
