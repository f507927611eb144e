#pragma once

// Flows, their volumes, and the tables beside them.

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

namespace cordon {

/// Traffic of one class in one direction, before it chooses a crossing.
struct FlowSpec {
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  std::map<std::string, double> origins;  ///< share of each place
  std::vector<std::string> crossings;     ///< where it may cross; empty: wherever there are lanes
  double outside = 0;                     ///< share that stays away at reference waits
  double volume_factor = 1;
  Duration booking_delay = 30min;  ///< booked queues: from the decision to the place in line
  double delay_cost_per_hour = 0;  ///< EUR, a vehicle
};

/// Vehicles that go first at every stage.
struct PrioritySpec {
  int order = 0;                        ///< 0 goes first; others after it; ordinary vehicles last
  bool aeo = false;                     ///< all lorries of authorised economic operators
  std::map<std::string, double> share;  ///< of the vehicles of a class, by chance
  bool preempts = false;                ///< interrupts a service of lower priority
};

struct VolumeRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  int month = 0;  ///< 1..12; 0: every month
  double vehicles_per_day = 0;
};
struct BookingRow {
  std::string crossing;
  int weekday = 1;  ///< 1 Monday .. 7 Sunday, local time
  int hour = 0;
  double vehicles = 0;           ///< joining the booked queue in this hour of a usual week
  double at_reference_wait = 0;  ///< the same, if the wait were the reference wait
};
struct ProfileRow {
  VehicleClass vehicle_class = VehicleClass::lorry;
  Direction direction = Direction::entry;
  int weekday = 1;
  int hour = 0;
  double weight = 1;  ///< relative to the mean hour of the week
};
/// A queue that somebody has counted; nothing is simulated from it.
struct ObservedQueueRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  std::chrono::sys_seconds time{};
  double vehicles = 0;  ///< waiting for the first check
};
struct ReleaseRow {
  std::string crossing;
  int hour = 0;
  double factor = 1;  ///< of the line's release_per_hour
};

}  // namespace cordon
