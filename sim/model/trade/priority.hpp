#pragma once

// Which vehicles go first.

#include "sim/model/setup.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon {

/// The first of the scenario's priorities that a vehicle belongs to, by its class, its operator and
/// a share of all; their number for an ordinary one.
/// @param luck  in (0,1): the shares of one class do not overlap
[[nodiscard]] std::uint8_t priority_of(VehicleClass c, bool aeo, const Setup& setup, double luck);

}  // namespace cordon
