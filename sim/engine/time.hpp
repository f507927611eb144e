#pragma once

// Simulated time: whole microseconds since the start of the run. Integers, so that sums are exact
// in any order and two events are at the same instant exactly when they say so.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

namespace cordon {

/// The clock of a run. It has no `now()`: only the loop knows the time, and passes it on.
struct SimClock {
  using rep = std::int64_t;
  using period = std::micro;
  using duration = std::chrono::duration<rep, period>;
  using time_point = std::chrono::time_point<SimClock>;
  static constexpr bool is_steady = true;
};

using Time = SimClock::time_point;
using Duration = SimClock::duration;
using namespace std::chrono_literals;

/// The start of every run.
inline constexpr Time start_of_run{};
/// Later than anything that happens.
inline constexpr Time never = Time::max();
/// Longer than anything lasts.
inline constexpr Duration endless = Duration::max();

/// Length in seconds, as a real number.
[[nodiscard]] constexpr double seconds(Duration d) { return static_cast<double>(d.count()) / 1e6; }
/// Length in hours, as a real number.
[[nodiscard]] constexpr double hours(Duration d) { return seconds(d) / 3600.0; }

/// @param s  seconds, at least 0; whatever is longer than 30,000 years is cut, so that a moment and
///           a few durations still add up to a moment
/// @return the nearest whole number of microseconds
[[nodiscard]] inline Duration from_seconds(double s) {
  return Duration{std::llround(std::min(s, 1e12) * 1e6)};
}

}  // namespace cordon
