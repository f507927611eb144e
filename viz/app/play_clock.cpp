#include "viz/app/play_clock.hpp"

namespace cordon::viz {

Time PlayClock::after(Time now, double wall_seconds, Time end) {
  if (!playing_) return now;
  // After a hitch the clock goes on from there rather than leap.
  const double passed = std::min(wall_seconds, 0.25);
  const Time then = is_unbounded() ? end : now + from_seconds(speed() * passed);
  playing_ = then < end;
  return std::min(then, end);
}

}  // namespace cordon::viz
