#pragma once

// The hours of the week by the clock on the wall, and tables of them.

#include <array>
#include <numeric>
#include <string>

#include "sim/model/calendar.hpp"

namespace cordon::forecast {

inline constexpr std::size_t week_hours = 168;

/// A value for each hour of the week, from Monday 0:00.
using WeekTable = std::array<double, week_hours>;

[[nodiscard]] inline double sum_of(const WeekTable& table) {
  return std::accumulate(table.begin(), table.end(), 0.0);
}

/// Which hour the clock of a post shows.
class PostClock {
 public:
  /// @param zone  name in the tz database
  /// @throws std::invalid_argument  when there is no such zone
  explicit PostClock(std::string zone);

  /// @param hour  since 1970, UTC, between 1971 and 2100
  [[nodiscard]] std::size_t hour_of_week(double hour) const;
  /// Hours since 1970, UTC, of a date and time of day on this clock.
  [[nodiscard]] double hour_of(std::chrono::sys_days day, Duration of_day) const;
  [[nodiscard]] const std::string& zone() const { return zone_; }

 private:
  std::string zone_;
  Calendar calendar_;
};

/// Integral over a time of a rate that is constant in each hour of the week.
[[nodiscard]] double amount(const WeekTable& per_hour, double start, double end,
                            const PostClock& clock);

}  // namespace cordon::forecast
