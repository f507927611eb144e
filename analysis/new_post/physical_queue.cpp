#include "analysis/new_post/physical_queue.hpp"

#include <algorithm>
#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/engine/luck.hpp"

namespace cordon::new_post {
namespace {

constexpr int weeks = 14, steps_an_hour = 4;
constexpr double most_at_once = 30;  // of which e^-mean is no rounding error
constexpr int halvings = 30;
constexpr double most_spare = 3;  // capacity over mean arrivals, at most

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

/// Arrivals that go with a capacity: see physical_week.
WeekTable arrivals_with(double capacity, double per_hour, const UsualFlows& flows) {
  const double busy = sum_of(flows.busy), idle = week_hours - busy;
  const double left = per_hour * week_hours - capacity * busy;
  const double while_idle = idle > 0 ? std::max(0.0, left / idle) : 0;
  WeekTable arrivals{};
  for (std::size_t h = 0; h < week_hours; ++h)
    arrivals[h] = flows.busy[h] * capacity + (1 - flows.busy[h]) * while_idle + flows.change[h];
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

double capacity_for(double queue, double low, double high,
                    const std::function<WeekTable(double capacity)>& arrivals_at) {
  for (int n = 0; n < halvings && high - low > 1e-4 * low; ++n) {
    const double middle = (low + high) / 2;
    (mean_queue(arrivals_at(middle), middle) > queue ? low : high) = middle;
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
  const double busy = std::max(1.0, sum_of(flows->busy));
  const double most = per_hour * std::min(most_spare, week_hours / busy);
  const auto arrivals = [&](double capacity) { return arrivals_with(capacity, per_hour, *flows); };
  week.capacity = capacity_for(week.mean_queue, per_hour, most, arrivals);
  week.arrivals = arrivals(week.capacity);
  return week;
}

}  // namespace cordon::new_post
