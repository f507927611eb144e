#include "viz/hud/time_range.hpp"

namespace cordon::viz {

void TimeRange::move_to(Time from) {
  const Duration span = to_ - from_;
  from_ = std::clamp(from, start_of_run, end_ - span);
  to_ = from_ + span;
}

void TimeRange::zoom_at(double share, double factor) {
  const Time held = from_ + from_seconds(seconds(to_ - from_) * share);
  const Duration whole = end_ - start_of_run;
  const Duration span =
      std::clamp(from_seconds(seconds(to_ - from_) / factor), std::min<Duration>(1h, whole), whole);
  from_ = start_of_run;
  to_ = from_ + span;
  move_to(held - from_seconds(seconds(span) * share));
}

void TimeRange::show(Time at) {
  if (at < from_) move_to(at);
  if (at > to_) move_to(at - (to_ - from_));
}

}  // namespace cordon::viz
