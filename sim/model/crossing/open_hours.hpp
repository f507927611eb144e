#pragma once

// Opening hours by the clock on the wall: of lines and of desks.

#include <string>
#include <vector>

#include "sim/engine/time.hpp"

namespace cordon {

/// Open from one local time of day to another; may run past midnight.
struct OpenHours {
  Duration from{}, to{};
  bool operator==(const OpenHours&) const = default;
};

/// @param texts  such as "06:00-22:00", which have been checked
[[nodiscard]] std::vector<OpenHours> parse_hours(const std::vector<std::string>& texts);
/// Whether one of the hours covers a local time of day; always without any.
[[nodiscard]] bool is_open(const std::vector<OpenHours>& hours, Duration of_day);
/// When one of the hours next begins or ends.
[[nodiscard]] Duration until_change(const std::vector<OpenHours>& hours, Duration of_day);

}  // namespace cordon
