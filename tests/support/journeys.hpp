#pragma once

// What the busy border lacks of journeys: full roads divert, some lorries only pass through, buses
// and cars share lanes, and trains bring wagons.

#include "tests/support/busy_border.hpp"

namespace cordon::testing {

/// Trains call at "north" by a timetable, with wagons for a line of their own.
inline void add_trains(Scenario& s) {
  LineSpec rail;
  rail.crossing = "north";
  rail.vehicle_class = VehicleClass::wagon;
  s.line["north_wagon_entry"] = rail;
  for (auto& [name, stage] : s.layout["road"].stage) stage.time.wagon = Distribution::constant(240);
  s.flow["wagons"].vehicle_class = VehicleClass::wagon;
  s.commodity["tobacco"].prevalence["wagon_entry"] = 0.05;
  s.terminal["yard"].crossing = "north";
  s.terminal["yard"].unloading_per_hour = 60;
  s.terminal["yard"].yard_capacity = 70;
  s.terminal["yard"].dwell = Distribution::exponential(8 * 3600);
  s.lot["train"].terminal = "yard";
  s.lot["train"].vehicle_class = VehicleClass::wagon;
  s.lot["train"].size = Distribution::uniform(20, 50);
  s.lot["train"].timetable = {"04:00", "16:00"};
  s.lot["train"].lateness = Distribution::exponential(3600);
}

/// @param s  the busy border; its buses that enter use the lanes of the cars from here on
inline void add_journeys(Scenario& s) {
  for (const char* post : {"north", "south"}) {
    s.line[std::string(post) + "_car_entry"].when_full = WhenFull::divert;
    s.line[std::string(post) + "_car_entry"].also = {VehicleClass::bus};
    s.line.erase(std::string(post) + "_bus_entry");
  }
  for (auto& [name, flow] : s.flow) flow.diversions = 2;
  FlowSpec& lorries = s.flow["lorries_in"];
  lorries.transit_share = 0.2;
  lorries.transit_flow = "lorries_out";
  lorries.transit_stay = Distribution::exponential(5 * 3600);
  add_trains(s);
}

}  // namespace cordon::testing
