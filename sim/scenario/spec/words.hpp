#pragma once

// The words that a scenario chooses from.

#include <cstdint>

namespace cordon {

/// Seen from the side of the crossing's own country: entry is into the EU.
enum class Direction : std::uint8_t { entry, exit };
enum class VehicleClass : std::uint8_t { lorry, car, bus };
enum class Authority { customs, border_guard };
/// Selectivity lanes: release, documents, scan or dog, physical search, control after clearance.
enum class Channel : std::uint8_t { green, yellow, orange, red, blue };
enum class CooperationMode { separate, one_stop };
enum class QueueKind { physical, booked };
/// What a stage looks at: nothing hidden, the papers, the goods from outside, the goods themselves.
enum class ControlKind { none, documents, scan, search };
enum class RiskEngine { binormal, random };
enum class GroupBehaviour { fixed, quantal_response };

inline constexpr int directions = 2, vehicle_classes = 3, authorities = 2, channels = 5;

}  // namespace cordon
