#pragma once

// Flows, their volumes, and the tables beside them; observed arrivals, and arrivals in lots.

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"
#include "sim/scenario/instant.hpp"
#include "sim/scenario/problem.hpp"
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
  double empty_share = 0;          ///< carry no goods
  Distribution travellers = Distribution::constant(1);  ///< in a vehicle, to the nearest whole
  std::optional<Distribution> patience;  ///< in seconds, for the first check; none: endless
  int diversions = 1;                    ///< full roads that a vehicle leaves for another line
  double transit_share = 0;              ///< of those released: go on to another border
  std::string transit_flow;              ///< which they go on as
  std::map<std::string, double> transit_crossings;  ///< weights; empty: by volume
  Distribution transit_stay;                        ///< inland, in seconds, beside the way
};

/// Vehicles that go first at every stage.
struct PrioritySpec {
  int order = 0;                        ///< 0 goes first; others after it; ordinary vehicles last
  bool aeo = false;                     ///< all vehicles of authorised economic operators
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
  int weekday = 1;  ///< 1 Monday .. 7 Sunday, local time; 0: every day
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
/// Vehicles that were seen to arrive, or are planned to. What a row leaves open is drawn.
struct ArrivalRow {
  FilePosition at;  ///< of the row
  std::string id;   ///< that rows of `service` name; may be empty
  std::string line;
  std::string crossing;                       ///< instead of a line, with...
  std::optional<Direction> direction;         ///< ...the direction...
  std::optional<VehicleClass> vehicle_class;  ///< ...and the class; also which one of a line's
  Instant time;                               ///< at the end of the line
  std::string priority;
  std::optional<Duration> patience;
  std::optional<int> travellers;
  std::optional<bool> empty, aeo;
  int count = 1;  ///< as many, one after the other at this instant
};
/// How long a stage took for one of them.
struct ServiceRow {
  FilePosition at;
  std::string id, stage;
  Duration time{0};
};

/// Where lots are unloaded, unit by unit: a container terminal, a railway yard, a parcel hub.
struct TerminalSpec {
  std::string crossing;
  int berths = 1;                            ///< lots that are unloaded at the same time
  std::optional<double> unloading_per_hour;  ///< units, at one berth; none: all at once
  int yard_capacity = 1'000'000;             ///< units
  Distribution dwell;                        ///< in the yard after release, in seconds
  Duration free_time = 0h;                   ///< in the yard, from unloading
  double storage_cost_per_day = 0;           ///< EUR, a unit, for each day begun beyond it
};

/// Vessels, trains or flights that call again and again, each with many units.
struct LotSpec {
  std::string terminal;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::container;
  Distribution size = Distribution::constant(1);  ///< units, to the nearest whole, at least 1
  std::optional<Duration> every;                  ///< a schedule: from `first` on
  Duration first = 0h;
  std::vector<std::string> timetable;   ///< or local times, such as "Mon 06:30" or "06:30"
  std::optional<double> rate_per_hour;  ///< or by chance
  Distribution lateness;                ///< in seconds
  Distribution stay;                    ///< at the berth after unloading, in seconds
};

}  // namespace cordon
