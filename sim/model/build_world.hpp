#pragma once

// The world as it stands when a run begins.

#include "sim/model/places.hpp"

namespace cordon {

/// @param replication  0, 1, ...: which luck; equal arguments give equal worlds
[[nodiscard]] World build_world(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                                std::uint32_t replication);

/// Publishes what the places have to say, for all to read until the next publication.
void publish(World& world, Time now);

}  // namespace cordon
