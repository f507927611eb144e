#pragma once

// Places, roads, crossings and their lines.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"
#include "sim/scenario/time_of_day.hpp"

namespace cordon {

/// A town or region where traffic starts or ends.
struct PlaceSpec {
  std::string label, country;
  double latitude = 0, longitude = 0;
};

/// A road between two places or crossings, usable in both directions.
struct LinkRow {
  std::string from, to;
  double length_km = 0, speed_km_per_h = 60;
};

/// A border crossing point.
struct CrossingSpec {
  std::string label, country;
  double latitude = 0, longitude = 0;
  std::string layout = "road";
  CooperationMode cooperation = CooperationMode::separate;
  bool closed = false;                      ///< all its lines are
  std::map<std::string, int> equipment;     ///< machines on post, by kind
  std::map<std::string, int> out_of_order;  ///< of these, whatever their luck
  int repair_teams = 0;                     ///< machines repaired at one time; 0: any number
  std::map<std::string, int> lanes;         ///< of shared stages, where other than the layout's
  std::map<std::string, int> places;        ///< of areas, where other than the layout's
  std::vector<std::string> hours;           ///< of all its lines: "06:00-22:00"; empty: always open
};

/// The lanes of one crossing for one direction and one or more classes, with the queue before them.
struct LineSpec {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  std::vector<VehicleClass> also;  ///< other classes that use the same lanes
  bool closed = false;             ///< nobody crosses here
  int lanes = 1;
  int manned_first = 1;    ///< lanes of each own stage that get officers before all others
  double time_factor = 1;  ///< multiplies the service times of the lanes' own stages
  QueueKind queue = QueueKind::physical;
  int road_capacity = 1000;        ///< vehicles; a physical queue's arrivals beyond it balk
  double road_km = 0;              ///< the same by length; 0: counted in vehicles
  int balk_from = 0;               ///< vehicles waiting: from here on some turn back,
  int balk_all = 0;                ///< and from here on all; 0: nobody does
  double no_show = 0;              ///< of those who are called forward
  double release_per_hour = 0;     ///< booked queue: how many are called forward
  int pool = 30;                   ///< booked queue: called forward and not yet begun, at most
  Duration reference_wait{0};      ///< the wait that the observed volumes already answer to
  int initial_queue = 0;           ///< vehicles waiting at the start
  std::vector<std::string> hours;  ///< when the first check is open; empty: always
  std::map<std::string, int> lane_types;  ///< of the lanes: kept for aeo, empty or a class
  double open_above = 0;     ///< waiting for each open lane: then one more is wanted; 0: always all
  double close_below = 0;    ///< then one less
  int fewest_lanes = 1;      ///< wanted at any time
  Duration opening_time{0};  ///< from the decision to the open lane
  WhenFull when_full = WhenFull::balk;
  [[nodiscard]] bool serves(VehicleClass c) const {
    return c == vehicle_class || std::find(also.begin(), also.end(), c) != also.end();
  }
};

/// How much of a road a vehicle takes, with its distance to the next.
struct RoadSpace {
  double lorry = 0.020, car = 0.007, bus = 0.015;  ///< km
  [[nodiscard]] double of(VehicleClass c) const {
    return c == VehicleClass::lorry ? lorry
           : c == VehicleClass::car ? car
           : c == VehicleClass::bus ? bus
                                    : 0;
  }
};

/// A time at which a line lets vehicles in: a booked slot, a convoy, a ferry.
struct SlotRow {
  std::string crossing;
  Direction direction = Direction::entry;
  VehicleClass vehicle_class = VehicleClass::lorry;
  int weekday = 0;  ///< 1 Monday .. 7 Sunday, local time; 0: every day
  TimeOfDay time;
  int size = 1;  ///< vehicles
};

}  // namespace cordon
