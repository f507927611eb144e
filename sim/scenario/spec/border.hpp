#pragma once

// Places, roads, crossings and their lines.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/spec/words.hpp"

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
  bool closed = false;                   ///< all its lines are
  std::map<std::string, int> equipment;  ///< machines on post, by kind
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
  int road_capacity = 1000;     ///< vehicles; a physical queue's arrivals beyond it balk
  double release_per_hour = 0;  ///< booked queue: how many are called forward
  int pool = 30;                ///< booked queue: called forward and not yet begun, at most
  Duration reference_wait{0};   ///< the wait that the observed volumes already answer to
  int initial_queue = 0;        ///< vehicles waiting at the start
  WhenFull when_full = WhenFull::balk;
  [[nodiscard]] bool serves(VehicleClass c) const {
    return c == vehicle_class || std::find(also.begin(), also.end(), c) != also.end();
  }
};

}  // namespace cordon
