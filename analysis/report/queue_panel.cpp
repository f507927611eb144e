#include "analysis/report/queue_panel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

constexpr double day_ms = 86'400'000;
constexpr std::size_t most_points = 1500;  // of one line of a chart: more is not seen

std::string whole(double value) { return text::number(value, 0, text::typographic); }

json points_of(const QueueLine& line) {
  const auto tidy = [](double v) -> json {
    return std::isfinite(v) ? json(std::round(v * 10) / 10) : json(nullptr);
  };
  json points = json::array();
  const std::size_t step = line.points.size() / most_points + 1;
  for (std::size_t i = 0; i < line.points.size(); i += step) {
    const QueuePoint& p = line.points[i];
    points.push_back(
        {static_cast<std::int64_t>(p.unix_ms), tidy(p.mean), tidy(p.low), tidy(p.high)});
  }
  return points;
}

/// What one column of the daily table says of one day.
struct DayLevel {
  double sum = 0, least = 0, most = 0;
  int count = 0;
  void add(double value) {
    least = count == 0 ? value : std::min(least, value);
    most = count == 0 ? value : std::max(most, value);
    sum += value;
    ++count;
  }
};

using Days = std::map<std::int64_t, DayLevel>;

std::int64_t day_of(double unix_ms) {
  return static_cast<std::int64_t>(std::floor(unix_ms / day_ms));
}

bool in_operation(std::int64_t day, const Comparison& comparison) {
  return std::any_of(comparison.operations.begin(), comparison.operations.end(),
                     [&](const Window& w) {
                       const auto from = static_cast<double>(day) * day_ms;
                       return w.from_ms < from + day_ms && w.to_ms > from;
                     });
}

data day_row(std::int64_t day, const std::vector<Days>& columns, const Comparison& comparison) {
  data cells{data::type::list};
  for (const Days& column : columns) {
    data cell;
    const auto found = column.find(day);
    if (found == column.end()) {
      cell["value"] = "";
      cell["range"] = "";
    } else {
      const DayLevel& level = found->second;
      cell["value"] = whole(level.sum / level.count);
      cell["range"] = "(" + whole(level.least) + "\u2013" + whole(level.most) + ")";
    }
    cells << cell;
  }
  data row;
  row["day"] = text::date(static_cast<double>(day) * day_ms);
  row["operation"] = data(in_operation(day, comparison));
  row["cells"] = std::move(cells);
  return row;
}

json observed_points(const LineName& name, const Comparison& comparison) {
  json points = json::array();
  if (const ObservedQueue* observed = observed_of(name, comparison)) {
    for (const auto& [at, value] : observed->points) {
      points.push_back({static_cast<std::int64_t>(at), value});
    }
  }
  return points;
}

json chart_of(const LineName& name, const Comparison& comparison) {
  json lines = json::array();
  std::string spoken = text::vehicles_of(name.vehicle_class) + " waiting at " + name.crossing +
                       ", " + name.direction + ": ";
  for (const QueueLine* q : lines_of(name, comparison)) {
    lines.push_back({{"scenario", q->scenario}, {"points", points_of(*q)}});
    const auto [least, most] = std::minmax_element(
        q->points.begin(), q->points.end(), [](auto& a, auto& b) { return a.mean < b.mean; });
    spoken += fmt::format("{} between {} and {}; ",
                          scenario_name(static_cast<std::size_t>(q->scenario), comparison),
                          whole(least->mean), whole(most->mean));
  }
  return {{"kind", "queue"},
          {"lines", lines},
          {"observed", observed_points(name, comparison)},
          {"unit", text::vehicles_of(name.vehicle_class)},
          {"description", text::sentence(spoken) + "the table below goes day by day."}};
}

data daily_table(const LineName& name, const Comparison& comparison, data& panel) {
  data columns{data::type::list};
  std::vector<Days> levels;
  std::set<std::int64_t> days;
  const auto add = [&](const std::string& column, auto&& fill) {
    columns << data(column);
    fill(levels.emplace_back());
  };
  for (const QueueLine* q : lines_of(name, comparison)) {
    add(scenario_name(static_cast<std::size_t>(q->scenario), comparison), [&](Days& level) {
      for (const QueuePoint& p : q->points) {
        level[day_of(p.unix_ms)].add(p.mean);
        days.insert(day_of(p.unix_ms));
      }
    });
  }
  if (const ObservedQueue* observed = observed_of(name, comparison)) {
    add("observed", [&](Days& level) {
      for (const auto& [at, value] : observed->points) level[day_of(at)].add(value);
    });
  }
  panel["columns"] = std::move(columns);
  data rows{data::type::list};
  for (const std::int64_t day : days) rows << day_row(day, levels, comparison);
  return rows;
}

}  // namespace

std::vector<const QueueLine*> lines_of(const LineName& name, const Comparison& comparison) {
  std::vector<const QueueLine*> lines;
  for (const QueueLine& q : comparison.queues) {
    if (LineName{q.crossing, q.direction, q.vehicle_class} == name && !q.points.empty()) {
      lines.push_back(&q);
    }
  }
  return lines;
}

const ObservedQueue* observed_of(const LineName& name, const Comparison& comparison) {
  for (const ObservedQueue& o : comparison.observed) {
    if (LineName{o.crossing, o.direction, o.vehicle_class} == name) return &o;
  }
  return nullptr;
}

std::string scenario_name(std::size_t i, const Comparison& comparison) {
  return i == 0 ? comparison.baseline : comparison.variants[i - 1];
}

data panel_of(const LineName& name, const Comparison& comparison, json& charts) {
  data panel;
  panel["id"] = fmt::format("queue-{}", charts.size());
  panel["crossing"] = name.crossing;
  panel["chart"] = std::to_string(charts.size());
  panel["caption"] = text::sentence(text::vehicles_of(name.vehicle_class)) + " waiting at " +
                     name.crossing + ", " + name.direction +
                     ": mean of the day, and in brackets lowest to highest of the day";
  panel["days"] = daily_table(name, comparison, panel);
  charts.push_back(chart_of(name, comparison));
  return panel;
}

}  // namespace cordon
