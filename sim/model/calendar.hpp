#pragma once

// Local time at the border: rosters, booking hours and traffic profiles are kept by the clock on
// the wall, and a run keeps its own time.

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "sim/engine/time.hpp"

namespace cordon {

class Calendar {
 public:
  /// @param start  when the run begins, UTC
  /// @param length  for how long the calendar must answer
  /// @param zone  name in the tz database, such as "Europe/Warsaw"
  /// @throws std::invalid_argument  when there is no such zone
  Calendar(std::chrono::sys_seconds start, Duration length, const std::string& zone);

  struct Local {
    int month;         ///< 1 January .. 12
    int weekday;       ///< 1 Monday .. 7 Sunday
    int hour;          ///< 0..23
    int hour_of_week;  ///< 0 Monday 0:00 .. 167
    Duration of_day;   ///< since midnight
  };
  [[nodiscard]] Local local(Time at) const;
  /// When the hour on the clock ends that shows at a time: when it is full, or the clock is
  /// changed. An hour that a change skips is not there; one that it repeats is there twice.
  [[nodiscard]] Time hour_ends(Time at) const;
  /// When the clock shows a time of day next, after a time. A time that a change of the clock skips
  /// comes when it is changed; one that it repeats comes once, the first time.
  /// @param weekday  1 Monday .. 7 Sunday; 0: any day
  /// @return never when that lies beyond what the calendar must answer for
  [[nodiscard]] Time next(int weekday, Duration of_day, Time after) const;
  /// UTC time as ISO 8601, to the second.
  [[nodiscard]] std::string iso(Time at) const;
  [[nodiscard]] std::chrono::sys_seconds start() const { return start_; }
  /// The local date.
  [[nodiscard]] std::chrono::sys_days date(Time at) const;
  /// When the clock shows a time of a day, which may be more than 24 h after its midnight. A time
  /// that a change of the clock skips comes when it is changed; one that it repeats comes the first
  /// time.
  [[nodiscard]] Time instant(std::chrono::sys_days day, Duration of_day) const;

 private:
  using Offset = std::pair<Time, std::chrono::seconds>;
  /// The entry that holds at a time.
  [[nodiscard]] std::vector<Offset>::const_iterator offset_at(Time at) const;

  std::chrono::sys_seconds start_;
  Time end_;
  std::vector<Offset> offsets_;  // from when on: local minus UTC
};

}  // namespace cordon
