#pragma once

// How long a service takes.

#include "sim/model/crossing/stages.hpp"

namespace cordon::stages {

/// Of a vehicle at a stage, drawn from the stage's law with the vehicle's own luck: all own stages
/// of the line where one crew does them, and one traveller after the other where they are checked.
[[nodiscard]] Duration service_time(const Stages& self, StageIndex where, const Vehicle& vehicle,
                                    CrossingStep step);

}  // namespace cordon::stages
