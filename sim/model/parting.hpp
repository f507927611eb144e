#pragma once

// An agent may stand for several vehicles that hide nothing, with consecutive numbers of one flow.
// Each of them keeps the luck that it would have alone. When something befalls one of them and not
// the others, the agent is split: what is rare stays one by one.

#include <utility>

#include "sim/model/places.hpp"

namespace cordon::parting {

/// The agent keeps its first vehicles; those that come after are an agent of their own from now on,
/// which is where the first one is, but in no lane.
/// @param first  vehicles that stay: 1 at least, and fewer than there are
/// @return the new agent
VehicleId split(VehicleId agent, int first, Crossing& here, CrossingStep step);
/// The same of so many of them, with a number that none of those has who stay.
VehicleId take_out(VehicleId agent, int vehicles, const Draws& number, Crossing& here,
                   CrossingStep step);

/// The luck of one of those that an agent stands for. @param n  from 0
[[nodiscard]] Draws draws_of(const Vehicle& agent, int n, CrossingStep step);
/// Looks at each of those that an agent stands for, and parts those that `is_it` picks.
/// @param is_it   (Vehicle& one) -> bool: as it would be alone, with its own luck; may write down
/// in
///                `one` what it has seen
/// @param picked  (VehicleId, const Vehicle& one): what becomes of each that was picked
/// @param others  (VehicleId): what becomes of the agents that are left: all with consecutive
/// numbers
template <class IsIt, class Picked, class Others>
void part(VehicleId agent, Crossing& here, CrossingStep step, IsIt is_it, Picked picked,
          Others others) {
  Vehicle one = here.vehicles[agent];
  for (int n = std::exchange(one.stands_for, std::uint16_t{1}); n-- > 0;) {
    one.draws = draws_of(here.vehicles[agent], n, step);
    if (!is_it(one)) continue;
    if (n + 1 < here.vehicles[agent].stands_for) others(split(agent, n + 1, here, step));
    if (n == 0) return picked(agent, one);
    picked(split(agent, n, here, step), one);
  }
  others(agent);
}

/// The same where nothing will be asked of the others one by one any more: they stay one agent,
/// which has the number of one of them.
template <class IsIt, class Picked, class Others>
void part_for_good(VehicleId agent, Crossing& here, CrossingStep step, IsIt is_it, Picked picked,
                   Others others) {
  Vehicle one = here.vehicles[agent];
  int other = 0;
  for (int n = std::exchange(one.stands_for, std::uint16_t{1}); n-- > 0;) {
    one.draws = draws_of(here.vehicles[agent], n, step);
    if (!is_it(one)) {
      other = n;
      continue;
    }
    if (n > 0) {
      picked(take_out(agent, 1, one.draws, here, step), one);
      continue;
    }
    const int left = here.vehicles[agent].stands_for - 1;
    if (left > 0)
      others(take_out(agent, left, draws_of(here.vehicles[agent], other, step), here, step));
    return picked(agent, one);
  }
  others(agent);
}

}  // namespace cordon::parting
