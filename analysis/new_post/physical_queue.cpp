#include "analysis/new_post/physical_queue.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/engine/luck.hpp"

namespace cordon::new_post {

using namespace forecast;

namespace {

constexpr int weeks = 14, steps_an_hour = 4;
constexpr double most_at_once = 30;  // of which e^-mean is no rounding error
constexpr int halvings = 30;
constexpr double most_spare = 2;  // capacity over arrivals in the busiest hour, at most

/// Number of arrivals by inversion.
int poisson(double mean, double draw) {
  double term = elementary::exp(-mean), sum = term;
  int count = 0;
  for (; sum < draw && term > 0; ++count) {
    term *= mean / (count + 1);
    sum += term;
  }
  return count;
}

class ArrivalLuck {
 public:
  int arrivals(double mean) {
    const double parts = std::ceil(mean / most_at_once);
    int count = 0;
    for (int part = 0; part < static_cast<int>(parts); ++part)
      count += poisson(mean / parts, next());
    return count;
  }

 private:
  double next() {
    const Subject subject{source_of("arrivals of a physical queue"), number_++};
    return luck_.uniform(subject, 0u);
  }
  Luck luck_{1, 0};
  std::uint32_t number_ = 0;
};

/// Of the hours in which somebody waits and the queue gets shorter, vehicles.
double mean_fall(const UsualFlows& flows) {
  double fall = 0, time = 0;
  for (std::size_t h = 0; h < week_hours; ++h) {
    if (flows.change[h] >= 0) continue;
    fall -= flows.busy[h] * flows.change[h];
    time += flows.busy[h];
  }
  return time > 0 ? fall / time : 0;
}

/// See physical_week.
WeekTable arrivals_of(double per_hour, const UsualFlows& flows) {
  const double fall = mean_fall(flows);
  const double capacity = per_hour + fall * (1 - sum_of(flows.busy) / week_hours);
  WeekTable arrivals{};
  for (std::size_t h = 0; h < week_hours; ++h)
    arrivals[h] = capacity - (1 - flows.busy[h]) * fall + flows.change[h];
  arrivals = non_negative(arrivals);
  const double scale = per_hour * week_hours / sum_of(arrivals);
  for (double& a : arrivals) a *= scale;
  return arrivals;
}

}  // namespace

double mean_queue(const WeekTable& arrivals, double capacity) {
  ArrivalLuck luck;
  double queue = 0, total = 0;
  for (int week = 0; week < weeks; ++week)
    for (std::size_t step = 0; step < week_hours * steps_an_hour; ++step) {
      const double came = luck.arrivals(arrivals[step / steps_an_hour] / steps_an_hour);
      queue = std::max(0.0, queue + came - capacity / steps_an_hour);
      if (week > 0) total += queue;
    }
  return total / (static_cast<double>(weeks - 1) * week_hours * steps_an_hour);
}

double capacity_for(double queue, const WeekTable& arrivals) {
  double low = sum_of(arrivals) / week_hours;
  double high = most_spare * *std::max_element(arrivals.begin(), arrivals.end());
  for (int n = 0; n < halvings && high - low > 1e-4 * low; ++n) {
    const double middle = (low + high) / 2;
    (mean_queue(arrivals, middle) > queue ? low : high) = middle;
  }
  return high;
}

std::optional<PhysicalWeek> physical_week(const Series& series, double per_hour, double memory,
                                          const PostClock& clock) {
  const auto flows = usual_flows(straight_levels(series), memory, clock);
  if (!flows) return std::nullopt;
  PhysicalWeek week;
  week.per_hour = per_hour;
  week.mean_queue = sum_of(flows->level) / week_hours;
  week.arrivals = arrivals_of(per_hour, *flows);
  week.capacity = capacity_for(week.mean_queue, week.arrivals);
  return week;
}

}  // namespace cordon::new_post
