#include "analysis/forecast/naive.hpp"

#include <cmath>

#include "analysis/statistics/values.hpp"

namespace cordon::forecast {

double weekday_mean(const Series& past, double hour, double memory) {
  double total = 0, weights = 0, weight = memory;
  for (double then = hour - forecast_hours; then >= past.front().hour;
       then -= forecast_hours, weight *= memory) {
    if (!is_covered(past, then)) continue;
    total += weight * queue_at(past, then);
    weights += weight;
  }
  return weights > 0 ? total / weights : past.back().vehicles;
}

double same_time_last_week(const Series& past, double hour) {
  return queue_at(past, hour - forecast_hours);
}

double mean_absolute_error(const Series& observed, double origin,
                           const std::function<double(double hour)>& forecast) {
  double total = 0;
  int count = 0;
  for (const Observation& o : observed) {
    if (o.hour <= origin || o.hour > origin + forecast_hours) continue;
    total += std::abs(forecast(o.hour) - o.vehicles);
    ++count;
  }
  return count == 0 ? no_value : total / count;
}

}  // namespace cordon::forecast
