#pragma once

// Where vehicles go that leave a crossing for another: a full road makes them try elsewhere, and
// some of those that are released only pass through the country.

#include <algorithm>
#include <vector>

#include "sim/engine/arena.hpp"
#include "sim/model/crossing/inspection.hpp"
#include "sim/model/opponent/group.hpp"

namespace cordon::traffic {

/// From setting out to the place in a line: the way there, or the booking of a place in its queue.
/// @param travel  at least the distance of the borders of time
[[nodiscard]] inline Duration time_to_line(const LineSetup& line, const FlowSetup& flow,
                                           Duration travel, const Setup& setup) {
  return line.queue == QueueKind::booked ? flow.booking_delay : std::max(travel, setup.border);
}

/// Where a vehicle goes that finds the road of its line full or the line closed: to the open line
/// of its flow with the shortest sum of way and published wait, other than the one that it came
/// from.
/// @return none when there is no such line, or it has done so too often
[[nodiscard]] LineIndex divert(const Vehicle& vehicle, const Board& board, const Setup& setup,
                               Time now = start_of_run);

/// Where a vehicle crosses the next border, by logit: weight x exp(-way / scale) x the same of the
/// published wait beyond the reference wait.
/// @param luck  in (0,1)
/// @return none when there is no open line
[[nodiscard]] LineIndex choose_onward(const std::vector<WaySetup>& ways, const Board& board,
                                      const Setup& setup, double luck, Time now = start_of_run);

/// Whether a vehicle that is released, and no group's, goes on to another border. What came with a
/// lot stays.
[[nodiscard]] inline bool is_in_transit(const Vehicle& vehicle, const Setup& setup,
                                        const Luck& luck) {
  if (!vehicle.flow || vehicle.berth) return false;
  const double share = setup.flows[vehicle.flow.value].transit_share;
  return share > 0 && luck.uniform(vehicle.draws, VehicleLuck::transit) < share;
}

void on(const RoadFoundFull& event, const Arena<Vehicle>& vehicles, CrossingStep step);
void on(const VehicleDiverted& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step);
/// For a vehicle in transit.
/// @return whether it finds a way on; else its journey ends here
[[nodiscard]] bool on(const VehicleReleased& event, const Arena<Vehicle>& vehicles,
                      CrossingStep step);
void on(const TransitBegan& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step);
/// Goods go on under watch, to the unit that waits for them where they are to go.
void on(const DeliveryBegan& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step);

}  // namespace cordon::traffic
