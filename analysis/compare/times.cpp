// Where vehicles spend their time, from what the runs counted of each line, stage and activity.

#include <algorithm>
#include <numeric>
#include <tuple>

#include "analysis/compare/compare.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/values.hpp"
#include "analysis/study/where_time_goes.hpp"
#include "sim/output/words.hpp"

namespace cordon {
namespace {

constexpr std::string_view lost = "lost";

constexpr Measure per_vehicle{"time_per_vehicle", Family::flow, "min", Better::lower,
                              "Time spent so, for each vehicle."};

using ByReplication = std::vector<double>;
using ByHour = std::array<double, 24>;

void add(const ByReplication& more, ByReplication& sum) {
  sum.resize(std::max(sum.size(), more.size()));
  std::transform(more.begin(), more.end(), sum.begin(), sum.begin(), std::plus<>());
}

double mean(const ByReplication& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

struct Kind {
  VehicleClass vehicle_class{};
  Direction direction{};
  auto operator<=>(const Kind&) const = default;
};

/// A row's place among the others. What is summed over comes first: "" and -1.
struct Row {
  Kind kind;
  std::string crossing;
  int order = -1;
  std::string stage;
  int activity = -1;  ///< -1: lost
  auto operator<=>(const Row&) const = default;
};

struct Spent {
  ByReplication hours;
  ByHour by_hour{};
  bool before_control = false;
};

/// One scenario: what was spent where, and by how many.
class Times {
 public:
  Times(const NamedScenario& scenario, const Runs& runs) {
    if (runs.stage_times().empty()) return;
    const Setup& setup = *scenario.setup;
    for (const LineSetup& line : setup.lines)
      for (int c = 0; c < vehicle_classes; ++c)
        if (line.serves[static_cast<std::size_t>(c)])
          add_vehicles(setup, line, static_cast<VehicleClass>(c), runs);
    const auto measured = measured_by_hour(setup);
    for (const StageTime& time : runs.stage_times()) add_time(setup, time, runs, measured);
  }

  [[nodiscard]] const std::map<Row, Spent>& spent() const { return spent_; }

  /// The first `replications` of them.
  [[nodiscard]] ByReplication hours(const Row& row, std::size_t replications) const {
    const auto known = spent_.find(row);
    ByReplication hours = known == spent_.end() ? ByReplication{} : known->second.hours;
    hours.resize(replications);
    return hours;
  }
  [[nodiscard]] ByReplication vehicles(const Row& row, std::size_t replications) const {
    const auto known = vehicles_.find({row.kind, row.crossing});
    ByReplication vehicles = known == vehicles_.end() ? ByReplication{} : known->second;
    vehicles.resize(replications);
    return vehicles;
  }
  [[nodiscard]] ByHour by_hour(const Row& row) const {
    const auto known = spent_.find(row);
    return known == spent_.end() ? ByHour{} : known->second.by_hour;
  }

 private:
  void add_vehicles(const Setup& setup, const LineSetup& line, VehicleClass vehicle_class,
                    const Runs& runs) {
    const CrossingSetup& crossing = setup.crossings[line.crossing.value];
    Labels at;
    at.crossing = crossing.name, at.country = crossing.country;
    at.direction = name_of(line.direction), at.vehicle_class = name_of(vehicle_class);
    const Kind kind{vehicle_class, line.direction};
    for (const char* measure : {"arrivals", "in_system_at_start"}) {
      const auto values = runs.values(measure, at);
      for (const std::string& where : {crossing.name, std::string()})
        add({values.begin(), values.end()}, vehicles_[{kind, where}]);
    }
  }

  void add_time(const Setup& setup, const StageTime& time, const Runs& runs,
                const std::array<Duration, 24>& measured) {
    const LineSetup& line = setup.lines[time.line.value];
    const CrossingSetup& crossing = setup.crossings[line.crossing.value];
    const Kind kind{time.vehicle_class, line.direction};
    const bool is_lost = time.activity != StageActivity::in_service;
    const int activity = is_lost ? -1 : static_cast<int>(StageActivity::in_service);
    std::vector<Row> rows = {{kind, "", -1, "", activity}, {kind, crossing.name, -1, "", activity}};
    if (is_lost)
      rows.push_back({kind, crossing.name, time.stage, stage_name(crossing, time.stage),
                      static_cast<int>(time.activity)});
    for (const Row& row : rows) {
      Spent& spent = spent_[row];
      add(runs.stage_hours(time), spent.hours);
      for (std::size_t h = 0; h < measured.size(); ++h)
        spent.by_hour[h] += measured[h] == Duration{0}
                                ? no_value
                                : seconds(Duration{time.by_hour[h]}) / seconds(measured[h]) /
                                      static_cast<double>(runs.replications());
    }
    if (is_lost)
      spent_[rows.back()].before_control = time.activity == StageActivity::waiting &&
                                           time.stage == crossing.stages[line.first.value].order;
  }

  static const std::string& stage_name(const CrossingSetup& crossing, int order) {
    return std::find_if(crossing.stages.begin(), crossing.stages.end(),
                        [&](const StageSetup& s) { return s.order == order; })
        ->name;
  }

  std::map<Row, Spent> spent_;
  std::map<std::pair<Kind, std::string>, ByReplication> vehicles_;
};

/// Minutes for each vehicle as if by replication: their mean is the ratio of the means, and their
/// spread is that of this ratio (linearised: Cochran, Sampling Techniques, 3rd ed., chapter 6).
ByReplication minutes_of(const ByReplication& hours, const ByReplication& vehicles) {
  const double ratio = mean(hours) / mean(vehicles);
  ByReplication minutes;
  for (std::size_t r = 0; r < hours.size(); ++r)
    minutes.push_back(mean(vehicles) > 0
                          ? 60 * (ratio + (hours[r] - ratio * vehicles[r]) / mean(vehicles))
                          : no_value);
  return minutes;
}

Change change_of(int variant, const ByReplication& before, const ByReplication& after) {
  const Interval d = paired_difference(before, after, confidence);
  Change c;
  c.variant = variant;
  c.measure = &per_vehicle;
  c.baseline = mean(before), c.value = mean(after);
  c.difference = d.estimate, c.low = d.low, c.high = d.high;
  c.p = c.p_adjusted = d.p, c.replications = d.used;
  c.verdict = d.low > 0 ? "higher" : d.high < 0 ? "lower" : "not distinguishable";
  return c;
}

TimeUse use_of(const Row& row, bool before_control, const std::vector<Times>& times,
               std::size_t replications) {
  TimeUse use;
  if (!row.crossing.empty()) use.crossing = row.crossing;
  if (!row.stage.empty()) use.stage = row.stage;
  use.direction = name_of(row.kind.direction);
  use.vehicle_class = name_of(row.kind.vehicle_class);
  use.activity = row.activity < 0 ? lost : name_of(static_cast<StageActivity>(row.activity));
  use.before_control = before_control;
  std::vector<ByReplication> minutes;
  for (const Times& scenario : times) {
    const ByReplication hours = scenario.hours(row, replications);
    minutes.push_back(minutes_of(hours, scenario.vehicles(row, replications)));
    use.in.push_back({mean(hours), mean(minutes.back()),
                      mean_interval(minutes.back(), confidence).half_width(),
                      scenario.by_hour(row)});
  }
  for (std::size_t v = 1; v < times.size(); ++v)
    use.changes.push_back(change_of(static_cast<int>(v) - 1, minutes.front(), minutes[v]));
  return use;
}

}  // namespace

std::vector<TimeUse> times_of(const std::vector<NamedScenario>& scenarios,
                              const std::vector<Runs>& runs) {
  std::vector<Times> times;
  std::map<Row, bool> rows;
  std::size_t replications = runs.front().replications();
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    times.emplace_back(scenarios[s], runs[s]);
    for (const auto& [row, spent] : times.back().spent())
      rows.try_emplace(row, spent.before_control);
    replications = std::min(replications, runs[s].replications());
  }
  std::vector<TimeUse> uses;
  for (const auto& [row, before_control] : rows)
    uses.push_back(use_of(row, before_control, times, replications));
  return uses;
}

}  // namespace cordon
