#include "analysis/report/loss_by_hour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/report/queue_panel.hpp"
#include "analysis/report/time_charts.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr std::size_t most_drawn = 4, most_told = 12;
constexpr double least_told = 0.05;  // of what its kind loses
constexpr double uneven = 1.25;      // the busiest hour beside the mean

bool is_uneven(const TimeUse& crossing) {
  return std::any_of(crossing.in.begin(), crossing.in.end(), [](const TimeIn& in) {
    const auto& hours = in.by_hour;
    const double mean = std::accumulate(hours.begin(), hours.end(), 0.0) / 24;
    return *std::max_element(hours.begin(), hours.end()) > uneven * mean;
  });
}

bool has_all_hours(const TimeUse& crossing) {
  return std::all_of(crossing.in.begin(), crossing.in.end(), [](const TimeIn& in) {
    return std::none_of(in.by_hour.begin(), in.by_hour.end(),
                        [](double v) { return std::isnan(v); });
  });
}

data hours_panel(const TimeUse& crossing, const KindTimes& kind, const Comparison& comparison,
                 json& charts) {
  data columns{data::type::list}, rows{data::type::list};
  for (std::size_t s = 0; s < crossing.in.size(); ++s)
    columns << data(scenario_name(s, comparison));
  for (std::size_t h = 0; h < 24; ++h) {
    data cells{data::type::list};
    for (const TimeIn& in : crossing.in)
      cells << data(text::number(in.by_hour[h], in.by_hour[h] < 10 ? 2 : 0, text::typographic));
    data row;
    row["hour"] = fmt::format("{}:00", h);
    row["cells"] = std::move(cells);
    rows << row;
  }
  data panel;
  panel["crossing"] = crossing.crossing;
  panel["chart"] = std::to_string(charts.size());
  panel["caption"] = fmt::format("{} that lose time at {}, on average, by hour of the local day",
                                 text::sentence(kind.vehicles()), crossing.crossing);
  panel["columns"] = std::move(columns);
  panel["rows"] = std::move(rows);
  charts.push_back(hours_chart(crossing, kind.vehicles(), comparison));
  return panel;
}

}  // namespace

void add_loss_by_hour(const KindTimes& kind, const Comparison& comparison, data& group,
                      json& charts) {
  data panels{data::type::list};
  std::vector<std::string> even;
  std::size_t drawn = 0;
  for (const TimeUse* crossing : greatest_of(kind.crossings, kind, least_told, most_told)) {
    if (!has_all_hours(*crossing)) continue;
    if (!is_uneven(*crossing))
      even.push_back(crossing->crossing);
    else if (drawn++ < most_drawn)
      panels << hours_panel(*crossing, kind, comparison, charts);
  }
  const std::size_t more = drawn - std::min(drawn, most_drawn);
  group["has_hours"] = data(drawn > 0);
  group["hours"] = std::move(panels);
  group["more_hours"] = if_any(
      more == 0 ? ""
                : fmt::format("stages_by_hour.csv has {} more.", text::counted(more, "crossing")));
  group["even"] = if_any(even.empty() ? ""
                                      : fmt::format("At {} time is lost nearly alike at all hours.",
                                                    text::list(even)));
}

}  // namespace cordon
