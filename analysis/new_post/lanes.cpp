#include "analysis/new_post/lanes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cordon::new_post {
namespace {

constexpr double busy_share = 0.75;  // of the busiest hour's capacity that traffic takes, assumed

using Day = std::array<double, 24>;
using Weekdays = std::array<double, 7>;

constexpr Day cars_by_hour = {3, 2, 2, 2, 3, 4, 5, 6, 7, 8, 8, 8,
                              8, 8, 8, 8, 8, 8, 7, 7, 6, 5, 4, 3};
constexpr Day buses_by_hour = {4, 3, 3, 3, 4, 5, 6, 6, 6, 6, 6, 6,
                               6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 4};
constexpr Day lorries_by_hour = {4, 4, 3, 3, 3, 4, 5, 5, 6, 6, 6, 6,
                                 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4};
constexpr Weekdays persons_by_weekday = {0.95, 0.9, 0.9, 0.95, 1.1, 1.1, 1.1};
constexpr Weekdays goods_by_weekday = {1.0, 1.05, 1.05, 1.05, 1.05, 0.95, 0.85};

template <std::size_t N>
double relative(const std::array<double, N>& weights, std::size_t at) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  return weights[at] * static_cast<double>(N) / sum;
}

}  // namespace

Lanes lanes_that_do(double per_hour, VehicleClass c) {
  const double each = 60 / check_times(c).first;  // an hour
  const double lanes = std::max(1.0, std::ceil(per_hour / each));
  return {static_cast<int>(lanes), lanes * each / per_hour};
}

Lanes lanes_to_spare(double busiest_per_hour, VehicleClass c) {
  const CheckTimes times = check_times(c);
  const double hours = std::max(times.first, times.customs) / 60;
  return {std::max(1, static_cast<int>(std::ceil(busiest_per_hour * hours / busy_share))), 1};
}

double assumed_weight(VehicleClass c, std::size_t hour_of_week) {
  const Day& day = c == VehicleClass::lorry ? lorries_by_hour
                   : c == VehicleClass::car ? cars_by_hour
                                            : buses_by_hour;
  const Weekdays& week = c == VehicleClass::lorry ? goods_by_weekday : persons_by_weekday;
  return relative(day, hour_of_week % 24) * relative(week, hour_of_week / 24);
}

}  // namespace cordon::new_post
