#pragma once

// The parts of the check of a scenario, by subject.

#include "sim/scenario/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// What flows must be together with lines, volumes and one another.
void check_journeys(const Scenario& scenario, Problems& problems);

/// What the rows of `arrival` and `service` must be, beside each cell by itself.
void check_arrivals(const Scenario& scenario, Problems& problems);

/// What terminals and lots must be together.
void check_lots(const Scenario& scenario, Problems& problems);

}  // namespace cordon
