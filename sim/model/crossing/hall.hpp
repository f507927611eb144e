#pragma once

// A hall where all are served at once: at full speed while they are no more than its open lanes,
// beyond that each at lanes / vehicles of it (limited processor sharing).

#include "sim/model/crossing/stages.hpp"

namespace cordon::hall {

/// A place in the hall for one more.
[[nodiscard]] std::uint16_t place(Stage& stage);
/// The vehicle in that place is served from now on.
void admit(StageIndex where, std::uint16_t place, Stages& self, CrossingStep step);
/// The first of them is done.
void finish_first(StageIndex where, Stages& self, CrossingStep step);
/// Brings the progress up to now: before their number or that of the lanes changes.
void advance(Stage& stage, Time now);
/// Expects the first to be done, at the speed of now.
void rearm(StageIndex where, Stages& self, CrossingStep step);

}  // namespace cordon::hall
