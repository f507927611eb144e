#pragma once

// Advance cargo information: entry summary declarations are lodged ahead, analysed at once, and
// what looks risky is referred to targeters (Import Control System 2).

#include "sim/engine/arena.hpp"
#include "sim/model/events.hpp"
#include "sim/model/step.hpp"

namespace cordon {

using CrossingStep = Step<CrossingEvent>;

namespace advance {

/// A vehicle is to come: if its declaration is lodged in time, that is when it is due, or as soon
/// as it can be.
/// @param arrives  at the crossing   @param soonest  from when on something may happen here
/// @param order    of what happens
void announce(VehicleId id, Vehicle& vehicle, Time arrives, Time soonest, Order order,
              Agenda<CrossingEvent>& agenda, const Setup& setup, const Luck& luck);

/// Whether its data are good enough to tell more than the papers at the lane.
[[nodiscard]] bool has_good_data(const Vehicle& vehicle, const AdvanceSpec& spec, const Luck& luck);

/// Whether the third country has sent what was declared there for export.
[[nodiscard]] bool has_exit_data(const Vehicle& vehicle, const AdvanceSpec& spec, const Luck& luck);

/// A declaration has its score: the riskiest are referred.
void on(const EntrySummaryLodged& event, Arena<Vehicle>& vehicles, CrossingStep step);
/// @param in_file, in_answer  what it tells who looks at it
void on(const EntrySummaryReferred& event, Arena<Vehicle>& vehicles, double in_file,
        double in_answer, CrossingStep step);
/// What the targeters say counts while the vehicle has not been selected; a vehicle that is not to
/// be loaded must not have come yet.
void on(const VerdictReceived& event, const Arena<Vehicle>& vehicles, CrossingStep step);

}  // namespace advance
}  // namespace cordon
