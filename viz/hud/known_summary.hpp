#pragma once

// What a place knows, in few numbers.

#include <array>
#include <vector>

#include "viz/playback/knowledge.hpp"

namespace cordon::viz {

inline constexpr std::size_t channels = 5;  ///< selectivity lanes

/// Vehicles that a place knows of; each may count under several.
struct VehiclesKnown {
  int there = 0, announced = 0;  ///< announced: not there yet
  int control_ordered = 0, record_hits = 0;
  std::array<int, channels> by_channel{};  ///< there, by selectivity lane
};
[[nodiscard]] VehiclesKnown vehicles_known(const Knowledge& known);

struct RatedVehicle {
  Subject vehicle;
  KnownVehicle known;
};
/// Those with a risk score, a control ordered or a record, most urgent first: ordered, on record,
/// then by score.
[[nodiscard]] std::vector<RatedVehicle> most_urgent(const Knowledge& known, std::size_t most);

/// By crossing of the header: how many messages and reports of finds there have been received.
[[nodiscard]] std::vector<int> told_of(const Knowledge& known, const trace::Header& header);

}  // namespace cordon::viz
