#include "analysis/new_post/usual_flows.hpp"

#include <algorithm>
#include <cmath>

namespace cordon::new_post {

using namespace forecast;

namespace {

/// Calls `visit` with each full hour between two observations, and with the two.
template <class Visit>
void for_each_hour(const Series& series, Visit&& visit) {
  for (std::size_t i = 1; i < series.size(); ++i) {
    const Observation &a = series[i - 1], &b = series[i];
    if (b.hour - a.hour > longest_gap) continue;
    for (auto hour = std::ceil(a.hour); hour <= std::floor(b.hour); ++hour) visit(hour, a, b);
  }
}

double on_the_line(double hour, const Observation& a, const Observation& b) {
  return a.vehicles + (b.vehicles - a.vehicles) * (hour - a.hour) / (b.hour - a.hour);
}

}  // namespace

Levels straight_levels(const Series& series) {
  Levels levels;
  for_each_hour(series, [&](double hour, const Observation& a, const Observation& b) {
    levels[static_cast<std::int64_t>(hour)] = on_the_line(hour, a, b);
  });
  return levels;
}

Levels shaped_levels(const Series& series, const WeekTable& arrivals, const WeekTable& release,
                     const PostClock& clock) {
  Levels levels;
  for_each_hour(series, [&](double hour, const Observation& a, const Observation& b) {
    const double came = b.vehicles - a.vehicles + amount(release, a.hour, b.hour, clock);
    const double usual = amount(arrivals, a.hour, b.hour, clock);
    double& level = levels[static_cast<std::int64_t>(hour)];
    level = on_the_line(hour, a, b);
    if (came <= 0 || usual <= 0) return;
    const double share = amount(arrivals, a.hour, hour, clock) / usual;
    level = std::max(0.0, a.vehicles + came * share - amount(release, a.hour, hour, clock));
  });
  return levels;
}

std::optional<UsualFlows> usual_flows(const Levels& levels, double memory, const PostClock& clock) {
  if (levels.empty()) return std::nullopt;
  const std::int64_t last = levels.rbegin()->first;
  UsualFlows flows;
  WeekTable weight{};
  for (auto next = std::next(levels.begin()); next != levels.end(); ++next) {
    const auto& [hour, queue] = *std::prev(next);
    if (next->first != hour + 1) continue;
    const auto weeks_ago = (last - 1 - hour) / static_cast<std::int64_t>(week_hours);
    const double w = std::pow(memory, static_cast<double>(weeks_ago));
    const std::size_t h = clock.hour_of_week(static_cast<double>(hour));
    flows.change[h] += w * (next->second - queue);
    flows.level[h] += w * queue;
    flows.busy[h] += queue >= 1 ? w : 0;
    weight[h] += w;
  }
  for (std::size_t h = 0; h < week_hours; ++h) {
    if (weight[h] <= 0) return std::nullopt;
    flows.change[h] /= weight[h];
    flows.level[h] /= weight[h];
    flows.busy[h] /= weight[h];
  }
  return flows;
}

WeekTable non_negative(WeekTable flows) {
  double debt = 0;
  for (std::size_t n = 0; n < 2 * week_hours; ++n) {
    double& flow = flows[n % week_hours];
    flow += debt;
    debt = std::min(0.0, flow);
    flow -= debt;
  }
  return flows;
}

}  // namespace cordon::new_post
