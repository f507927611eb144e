#pragma once

#include "sim/engine/time.hpp"

namespace cordon::viz {

/// The part of a run that an axis shows.
class TimeRange {
 public:
  explicit TimeRange(Time end) : to_(end), end_(end) {}

  [[nodiscard]] Time from() const { return from_; }
  [[nodiscard]] Time to() const { return to_; }
  [[nodiscard]] bool is_whole() const { return from_ == start_of_run && to_ == end_; }

  /// 0 at its left, 1 at its right.
  [[nodiscard]] double share_of(Time at) const {
    return seconds(at - from_) / seconds(to_ - from_);
  }
  [[nodiscard]] Time time_at(double share) const {
    return from_ + from_seconds(seconds(to_ - from_) * share);
  }
  /// Shows less (a factor above 1) or more; what is at a share stays there. At least an hour, at
  /// most the run.
  void zoom_at(double share, double factor);
  /// Moves just as far that a time is seen.
  void show(Time at);

 private:
  void move_to(Time from);
  Time from_ = start_of_run, to_, end_;
};

}  // namespace cordon::viz
