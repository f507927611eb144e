#pragma once

// Listens to a run with a function of the test.

#include "tests/support/observe.hpp"

namespace cordon::testing {

/// @tparam Watch  called with every event: watch(event, place, time)
template <class Watch>
class Watching {
 public:
  explicit Watching(Watch watch) : watch_(watch) {}
  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    watch_(event, here, now);
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  Watch watch_;
};

/// Runs the first replication of a scenario, with seed 1.
template <class Watch>
void watch(const Scenario& scenario, Watch watch) {
  World world = build_world(make_setup(scenario), 1, 0);
  Watching<Watch> watching(watch);
  observe(world, watching);
}

}  // namespace cordon::testing
