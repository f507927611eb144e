#pragma once

// A small crossing without chance: no traffic of its own, services of constant times.

#include <string>
#include <vector>

#include "tests/support/small_worlds.hpp"

namespace cordon::testing {

/// A crossing with the stages of a test and as many officers as they need. No traffic of its own.
inline Scenario quiet_crossing(Duration length = 24h) {
  Scenario s = one_stage(0, Distribution::constant(60), 1, length);
  s.team["guards"].officers = 200;
  return s;
}

/// A stage with constant time, whose lanes belong to the line.
inline StageSpec own_stage(int order, Duration time, std::vector<std::string> next = {}) {
  StageSpec stage;
  stage.order = order;
  stage.own_lanes = true;
  stage.crew = {Authority::border_guard};
  stage.time.lorry = stage.time.car = stage.time.bus = Distribution::constant(seconds(time));
  stage.next.cleared = std::move(next);
  return stage;
}
/// The same, whose lanes are shared.
inline StageSpec shared_stage(int order, Duration time, int lanes,
                              std::vector<std::string> next = {}) {
  StageSpec stage = own_stage(order, time, std::move(next));
  stage.own_lanes = false;
  stage.lanes = lanes;
  return stage;
}

}  // namespace cordon::testing
