#pragma once

#include "sim/scenario/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// What lines, flows and the tables of traffic must be together.
void check_traffic(const Scenario& scenario, Problems& problems);

}  // namespace cordon
