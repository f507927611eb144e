#include "analysis/study/where_time_goes.hpp"

#include <algorithm>
#include <numeric>

namespace cordon {

double TimeSpent::hours() const {
  const auto sum = std::accumulate(by_hour.begin(), by_hour.end(), std::int64_t{0});
  return cordon::hours(Duration{sum});
}

WhereTimeGoes::WhereTimeGoes(const Setup& setup, const std::vector<StageTime>& times)
    : setup_(setup) {
  for (const StageTime& time : times) {
    const LineSetup& line = setup.lines[time.line.value];
    TimeSpent& spent =
        parts_[{line.crossing, line.direction, time.vehicle_class, time.stage, time.activity}];
    spent.vehicles += time.vehicles;
    for (std::size_t h = 0; h < spent.by_hour.size(); ++h) spent.by_hour[h] += time.by_hour[h];
  }
}

const std::string& WhereTimeGoes::crossing_of(const StageOfWay& at) const {
  return setup_.crossings[at.crossing.value].name;
}

const std::string& WhereTimeGoes::stage_of(const StageOfWay& at) const {
  const auto& stages = setup_.crossings[at.crossing.value].stages;
  return std::find_if(stages.begin(), stages.end(),
                      [&](const StageSetup& s) { return s.order == at.stage; })
      ->name;
}

std::array<Duration, 24> measured_by_hour(const Setup& setup) {
  std::array<Duration, 24> measured{};
  const Time end = start_of_run + setup.scenario.length;
  for (Time at = start_of_run + setup.scenario.warm_up; at < end;) {
    const Calendar::Local local = setup.calendar.local(at);
    const Time next = std::min(end, at + ((local.hour + 1) * Duration(1h) - local.of_day));
    measured[static_cast<std::size_t>(local.hour)] += next - at;
    at = next;
  }
  return measured;
}

}  // namespace cordon
