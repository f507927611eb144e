#pragma once

// Shocks: from one moment to the next a world goes by another setup.

#include "sim/model/places.hpp"

namespace cordon {

/// When conditions change next; `never`: they stay.
[[nodiscard]] Time next_conditions(const World& world);

/// They change now: whatever places read is as it will be from now on, and each place is told,
/// before anything else of this instant.
void change_conditions(World& world);

}  // namespace cordon
