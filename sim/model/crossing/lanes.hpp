#pragma once

// One stage's lanes: which is free for whom, who is next, who is interrupted, which is open.

#include <optional>

#include "sim/model/crossing/stages.hpp"

namespace cordon::lanes {

/// The kind by which a vehicle waits at a stage: all alike where no lane is kept for some.
[[nodiscard]] std::uint8_t kind_at(const Stage& stage, const Vehicle& vehicle);
/// A free lane that takes the vehicle, one that is kept for its kind before others.
[[nodiscard]] std::optional<std::uint16_t> lane_for(const Stage& stage, const Vehicle& vehicle);
/// A lane that an urgent vehicle may take from another: from the one of the lowest priority, and
/// among equals from the one that was begun last.
[[nodiscard]] std::optional<std::uint16_t> lane_to_preempt(const Stages& self, StageIndex where,
                                                           const Vehicle& vehicle);

/// The vehicle takes the lane, and its service begins or goes on.
void begin(const Waiter& waiter, StageIndex where, std::uint16_t lane, Stages& self,
           Arena<Vehicle>& vehicles, CrossingStep step);
/// The vehicle in the lane has to wait, before all others of its priority.
/// @param rule  whether its service will be resumed or begun anew
void interrupt(StageIndex where, std::uint16_t lane, Interruption rule, Stages& self,
               Arena<Vehicle>& vehicles, CrossingStep step);
void free_lane(StageIndex where, std::uint16_t lane, Stages& self);
/// Free lanes take those who wait.
void take_next(StageIndex where, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step);
/// One lane is open for each crew, the others are closed.
void open(StageIndex where, const std::vector<CrewTag>& crews, Stages& self,
          Arena<Vehicle>& vehicles, CrossingStep step);

}  // namespace cordon::lanes
