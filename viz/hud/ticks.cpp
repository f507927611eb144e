#include "viz/hud/ticks.hpp"

#include <array>
#include <cmath>

namespace cordon::viz {
namespace {

constexpr std::array<Duration, 12> steps = {1h,  2h,      3h,       6h,       12h,      24h,
                                            48h, 24h * 7, 24h * 14, 24h * 28, 24h * 91, 24h * 365};

Duration step_for(Duration span, int most) {
  for (const Duration step : steps)
    if (span / step < most) return step;
  return steps.back();
}

// Weeks begin on Mondays; other steps of days are counted from the first midnight.
Time first_midnight(Time from, Duration step, const Calendar& calendar) {
  return calendar.next(step == 24h * 7 ? 1 : 0, Duration{0}, from - Duration{1});
}

std::vector<TimeTick> day_ticks(Time from, Time to, Duration step, const Calendar& calendar) {
  std::vector<TimeTick> ticks;
  const Time first = first_midnight(from, step, calendar);
  if (first == never) return ticks;
  const std::chrono::sys_days day = calendar.date(first);
  for (Duration passed{0};; passed += step) {
    const Time at = calendar.instant(day, passed);
    if (at > to) return ticks;
    ticks.push_back({at, true});
  }
}

std::vector<TimeTick> hour_ticks(Time from, Time to, Duration step, const Calendar& calendar) {
  std::vector<TimeTick> ticks;
  for (Time at = calendar.hour_ends(from - Duration{1}); at <= to; at = calendar.hour_ends(at)) {
    const Duration of_day = calendar.local(at).of_day;
    if (of_day % step == Duration{0}) ticks.push_back({at, of_day == Duration{0}});
  }
  return ticks;
}

}  // namespace

double round_number_below(double most) {
  const double power = std::pow(10.0, std::floor(std::log10(most)));
  for (const double lead : {5.0, 2.0})
    if (lead * power <= most) return lead * power;
  return power;
}

std::vector<double> value_ticks(double highest, int most) {
  double step = round_number_below(std::max(highest, 1e-9) / most);
  while (highest / step > most) step = round_number_below(step * 2.5);
  std::vector<double> ticks{0};
  do ticks.push_back(static_cast<double>(ticks.size()) * step);
  while (ticks.back() < highest);
  return ticks;
}

std::vector<TimeTick> time_ticks(Time from, Time to, const Calendar& calendar, int most) {
  const Duration step = step_for(to - from, most);
  return step < 24h ? hour_ticks(from, to, step, calendar) : day_ticks(from, to, step, calendar);
}

}  // namespace cordon::viz
