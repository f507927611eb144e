#pragma once

// Vehicles of the table of arrivals. They are born at their crossing, each when the one before it
// arrives, so that memory holds one at a time; a message from elsewhere could not reach a line at
// the very start of the run.

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/inspection.hpp"

namespace cordon {

/// How far a crossing has come in its rows of the table.
struct RecordedArrivals {
  std::uint64_t first_order = 0;  ///< numbers reserved for them among the crossing's own
  std::uint64_t born = 0;         ///< vehicles
  std::size_t row = 0;            ///< of Records::order: of the next one
  std::uint32_t of_row = 0;       ///< vehicles of this row that are born
};

namespace recorded {

/// Lets the first vehicle be on its way. At one instant, those of the table come in the order of
/// its rows, behind those who wait at the start and before what the crossing does itself.
void start(RecordedArrivals& self, const CrossingSetup& setup, Arena<Vehicle>& vehicles, Hold& hold,
           CrossingStep step);

/// A vehicle of the table has arrived: the next one is on its way.
void on(const VehicleArrived&, RecordedArrivals& self, const CrossingSetup& setup,
        Arena<Vehicle>& vehicles, Hold& hold, CrossingStep step);

}  // namespace recorded
}  // namespace cordon
