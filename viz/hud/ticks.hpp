#pragma once

// Where the marks of an axis stand.

#include <vector>

#include "sim/model/calendar.hpp"

namespace cordon::viz {

/// The greatest of 1, 2 and 5 times a power of ten that is at most this.
/// @param most  above 0
[[nodiscard]] double round_number_below(double most);

/// Round numbers from 0 to the first at or above the highest, at most about so many.
/// @return at least two; the last is the top of the axis
[[nodiscard]] std::vector<double> value_ticks(double highest, int most);

/// A mark on an axis of time.
struct TimeTick {
  Time at;
  bool is_day = false;  ///< a midnight on the wall
};
/// Whole hours, days or weeks by the clock on the wall, at most so many.
[[nodiscard]] std::vector<TimeTick> time_ticks(Time from, Time to, const Calendar& calendar,
                                               int most);

}  // namespace cordon::viz
