#include "analysis/forecast/week.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cordon::forecast {
namespace {

constexpr double rounding = 1e-9;  // of hours since 1970

constexpr std::chrono::sys_days first_day{std::chrono::year{1971} / 1 / 1};

double hours_of(std::chrono::sys_seconds moment) {
  return static_cast<double>(moment.time_since_epoch().count()) / 3600;
}

}  // namespace

PostClock::PostClock(std::string zone)
    : zone_(std::move(zone)), calendar_(first_day, std::chrono::years{130}, zone_) {}

std::size_t PostClock::hour_of_week(double hour) const {
  const double since = std::floor(hour + rounding) - hours_of(first_day);
  return static_cast<std::size_t>(
      calendar_.local(start_of_run + static_cast<std::int64_t>(since) * 1h).hour_of_week);
}

double PostClock::hour_of(std::chrono::sys_days day, Duration of_day) const {
  return hours_of(first_day) + hours(calendar_.instant(day, of_day) - start_of_run);
}

double amount(const WeekTable& per_hour, double start, double end, const PostClock& clock) {
  double total = 0;
  for (double now = start; now < end - rounding;) {
    const double stop = std::min(std::floor(now + rounding) + 1, end);
    total += (stop - now) * per_hour[clock.hour_of_week(now)];
    now = stop;
  }
  return total;
}

}  // namespace cordon::forecast
