#pragma once

// How many vehicles take which way, as a scenario says it: what a trace does not tell of who sets
// out where.

#include <vector>

#include "sim/scenario/scenario.hpp"

namespace cordon::viz {

/// Vehicles a day on each link of the scenario, in the mean over the months: volumes of crossings
/// by the origins of their flows, on the quickest ways. 0 where the scenario says no volumes.
[[nodiscard]] std::vector<double> road_volumes(const Scenario& scenario);

}  // namespace cordon::viz
