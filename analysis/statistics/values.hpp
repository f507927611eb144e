#pragma once

// What the statistics of replications share: values that are there, and what may be asked of them.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace cordon {

/// Stands where there is nothing to say.
inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// The values that are not NaN, in their order.
[[nodiscard]] inline std::vector<double> known_values(std::span<const double> values) {
  std::vector<double> known;
  std::copy_if(values.begin(), values.end(), std::back_inserter(known),
               [](double value) { return !std::isnan(value); });
  return known;
}

/// @throws std::invalid_argument  when the confidence is not in (0, 1); `asker` is who needs it
inline void require_confidence(double level, const std::string& asker) {
  if (!(level > 0 && level < 1))
    throw std::invalid_argument(asker + ": the confidence is not between 0 and 1");
}

/// @throws std::invalid_argument  when a value of the series is infinite or NaN
inline void require_finite(std::span<const double> series, const std::string& asker) {
  if (!std::all_of(series.begin(), series.end(), [](double x) { return std::isfinite(x); }))
    throw std::invalid_argument(asker + ": a value of the series is not finite");
}

}  // namespace cordon
