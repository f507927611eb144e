#pragma once

// How simulated time passes on the screen.

#include <algorithm>
#include <array>

#include "sim/engine/time.hpp"

namespace cordon::viz {

class PlayClock {
 public:
  /// Simulated seconds a second.
  static constexpr std::array<double, 13> speeds = {1,   2,   5,    10,   20,   60,    120,
                                                    300, 600, 1200, 3600, 7200, 10'000};

  [[nodiscard]] bool is_playing() const { return playing_; }
  /// Not by the clock, but as much as fits between two pictures.
  [[nodiscard]] bool is_unbounded() const { return speed_ == speeds.size(); }
  [[nodiscard]] double speed() const { return is_unbounded() ? 0 : speeds[speed_]; }

  void play() { playing_ = true; }
  /// At the nearest of its speeds that is not slower; above all: unbounded.
  void play(double speed) {
    speed_ = static_cast<std::size_t>(std::lower_bound(speeds.begin(), speeds.end(), speed) -
                                      speeds.begin());
    playing_ = true;
  }
  void pause() { playing_ = false; }
  void faster() { speed_ = std::min(speed_ + 1, speeds.size()); }
  void slower() { speed_ -= speed_ > 0; }

  /// Where time is after some seconds on the wall, at most the end; unbounded, only the end stops
  /// it. Playing stops at the end.
  [[nodiscard]] Time after(Time now, double wall_seconds, Time end);

 private:
  std::size_t speed_ = 9;
  bool playing_ = false;
};

}  // namespace cordon::viz
