#pragma once

// Local times at which something happens again and again.

#include <optional>
#include <string_view>

#include "sim/engine/time.hpp"

namespace cordon {

struct TimetableEntry {
  int weekday = 0;     ///< 1 Monday .. 7 Sunday; 0: every day
  Duration of_day{0};  ///< since midnight, below 24 h
};

/// @param text  "Mon 06:30", or "06:30" for every day
/// @return none when it is neither
[[nodiscard]] std::optional<TimetableEntry> timetable_entry(std::string_view text);

}  // namespace cordon
