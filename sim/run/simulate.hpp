#pragma once

// The loop: places run ahead to a border of time, on any number of threads; there they hand over
// their messages and publish.

#include "sim/model/build_world.hpp"
#include "sim/output/recorder.hpp"

namespace cordon {

/// Runs the world to the end of its scenario.
/// @param recorder  sees every event before the place reacts to it
/// @param threads   at least 1; any number gives the same bytes
/// @throws std::runtime_error  when a place has a million events at one instant; it names them
void simulate(World& world, Recorder& recorder, int threads = 1);

}  // namespace cordon
