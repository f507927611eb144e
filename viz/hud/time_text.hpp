#pragma once

// Moments and spans of time as a trainer reads them: by the clock on the wall, without precision
// that nobody wants on a wall.

#include <optional>
#include <string>
#include <string_view>

#include "sim/model/calendar.hpp"

namespace cordon::viz {

/// "Sat 27 Jun 2026"
[[nodiscard]] std::string date_text(Time at, const Calendar& calendar);
/// "18:05"
[[nodiscard]] std::string clock_text(Time at, const Calendar& calendar);
/// "27 Jun", for an axis
[[nodiscard]] std::string short_date_text(Time at, const Calendar& calendar);
/// "27 Jun 18:05"
[[nodiscard]] std::string moment_text(Time at, const Calendar& calendar);
/// Since the start of the run, as `--at` takes it: "3 d 14 h 5 min"
[[nodiscard]] std::string since_start_text(Time at);
/// "45 s", "12 min", "3.4 h", "2.5 d": two digits, or as many as whole hours have
[[nodiscard]] std::string span_text(Duration span);
/// "x60: 1 min a second", "x3600: 1 h a second"
[[nodiscard]] std::string speed_text(double speed);

/// Reads a time since the start of the run, such as "3 d 14 h", "36 h" or "2 d 6 h 30 min".
/// @return none when it is something else
[[nodiscard]] std::optional<Time> parse_since_start(std::string_view text);

}  // namespace cordon::viz
