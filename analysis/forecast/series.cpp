#include "analysis/forecast/series.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

namespace cordon::forecast {
namespace {

constexpr double least_spike = 60, least_spike_share = 0.06, spike_hours = 16;

/// The first observation later than `hour`.
Series::const_iterator after(const Series& series, double hour) {
  return std::upper_bound(series.begin(), series.end(), hour,
                          [](double h, const Observation& o) { return h < o.hour; });
}

double mean_of(const Series& series) {
  double sum = 0;
  for (const Observation& o : series) sum += o.vehicles;
  return sum / static_cast<double>(series.size());
}

/// By how much the middle one of three leaves the line and comes back; 0: it does not.
double turn(const Observation& a, const Observation& b, const Observation& c) {
  const double rise = b.vehicles - a.vehicles, back = c.vehicles - b.vehicles;
  if (c.hour - a.hour >= spike_hours || rise * back >= 0) return 0;
  return std::min(std::abs(rise), std::abs(back));
}

std::optional<std::size_t> worst_spike(const Series& series, double limit) {
  std::optional<std::size_t> worst;
  for (std::size_t i = 1; i + 1 < series.size(); ++i) {
    const double size = turn(series[i - 1], series[i], series[i + 1]);
    if (size <= limit) continue;
    limit = size;
    worst = i;
  }
  return worst;
}

}  // namespace

double queue_at(const Series& series, double hour) {
  assert(!series.empty());
  const auto next = after(series, hour);
  if (next == series.begin()) return series.front().vehicles;
  if (next == series.end()) return series.back().vehicles;
  const Observation& last = *std::prev(next);
  return last.vehicles +
         (next->vehicles - last.vehicles) * (hour - last.hour) / (next->hour - last.hour);
}

bool is_covered(const Series& series, double hour) {
  const auto next = after(series, hour);
  return next != series.begin() && next != series.end() &&
         next->hour - std::prev(next)->hour <= longest_gap;
}

Series before(const Series& series, double hour) {
  const auto end = std::lower_bound(series.begin(), series.end(), hour,
                                    [](const Observation& o, double h) { return o.hour < h; });
  return {series.begin(), end};
}

Series without_spikes(Series series) {
  if (series.empty()) return series;
  const double limit = std::max(least_spike, least_spike_share * mean_of(series));
  while (const auto worst = worst_spike(series, limit))
    series.erase(series.begin() + static_cast<std::ptrdiff_t>(*worst));
  return series;
}

double time_mean(const Series& series, double start, double end) {
  assert(start < end);
  double area = 0, from = start, level = queue_at(series, start);
  for (auto next = after(series, start); from < end; ++next) {
    const double to = next == series.end() ? end : std::min(end, next->hour);
    const double there = queue_at(series, to);
    area += (to - from) * (level + there) / 2;
    from = to, level = there;
    if (next == series.end()) break;
  }
  return area / (end - start);
}

}  // namespace cordon::forecast
