#pragma once

// Which vehicles a lane takes: every vehicle is of one of 28 kinds, and a lane takes a set of them.

#include <string_view>

#include "sim/model/setup.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon {

/// Of its class, authorised or not, empty or not: 0..27.
[[nodiscard]] inline std::uint8_t kind_of(const Vehicle& v) {
  return static_cast<std::uint8_t>(4 * static_cast<int>(v.vehicle_class) +
                                   2 * static_cast<int>(v.declaration.aeo) +
                                   static_cast<int>(v.empty));
}
[[nodiscard]] inline bool admits(Admission lane, std::uint8_t kind) { return lane >> kind & 1u; }

/// The vehicles for whom a type of lanes is kept.
/// @param type  "aeo", "empty", or the word of a vehicle class
[[nodiscard]] Admission admission_of(std::string_view type);

}  // namespace cordon
