#pragma once

// What the values of a scenario must be together, by subject.

#include "sim/scenario/parameters.hpp"

namespace cordon {

/// Rosters and teams.
void check_staff(const Scenario& scenario, Problems& problems);

/// Officer shifts a day of an authority at a crossing.
[[nodiscard]] int officers_at(const Scenario& scenario, const std::string& crossing,
                              Authority authority);

}  // namespace cordon
