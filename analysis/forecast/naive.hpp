#pragma once

// Forecasts that need no model, and how far a forecast is from what was seen.

#include <functional>
#include <optional>

#include "analysis/forecast/series.hpp"

namespace cordon::forecast {

/// Hours from the moment of a forecast to its end.
inline constexpr double forecast_hours = 168;

/// The queue at this hour of the week in earlier weeks, on average: the one `k` weeks ago counts
/// memory^k. Weeks in which the hour was not seen are left out; if it never was, the last
/// observation.
/// @param past    what was known when the forecast was made; not empty
/// @param memory  1: all weeks count alike
[[nodiscard]] double weekday_mean(const Series& past, double hour, double memory = 1);

/// The queue a week before.
[[nodiscard]] double same_time_last_week(const Series& past, double hour);

/// Mean absolute error of a forecast at the observations of the 7 days after its origin. The
/// observations count alike, however irregular their times.
/// @return NaN when there are none
[[nodiscard]] double mean_absolute_error(const Series& observed, double origin,
                                         const std::function<double(double hour)>& forecast);

}  // namespace cordon::forecast
