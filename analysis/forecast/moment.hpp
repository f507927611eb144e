#pragma once

// Dates and times as tables have them.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/forecast/week.hpp"

namespace cordon::forecast {

/// "2026-04-15", from 1971 to 2099.
[[nodiscard]] std::optional<std::chrono::sys_days> parse_date(std::string_view text);

/// "2026-04".
[[nodiscard]] std::optional<std::chrono::year_month> parse_month(std::string_view text);

/// "2026-07-15T12:00Z", with seconds or without, "T" or a blank, and an offset such as "+02:00";
/// without one, by the clock.
/// @return hours since 1970, UTC; none when it is something else
[[nodiscard]] std::optional<double> parse_moment(std::string_view text, const PostClock& clock);

/// ISO 8601, UTC, to the second.
[[nodiscard]] std::string moment_text(double hour);
/// "2026-04-15".
[[nodiscard]] std::string date_text(std::chrono::sys_days day);
[[nodiscard]] std::chrono::sys_seconds moment_of(double hour);

}  // namespace cordon::forecast
