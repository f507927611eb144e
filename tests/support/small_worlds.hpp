#pragma once

// Small scenarios, made in code, whose answers are known exactly.

#include <cmath>
#include <limits>
#include <string>

#include "sim/engine/statistics.hpp"
#include "sim/run/replicate.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon::testing {

/// One crossing "post" with one line "line" for lorries that enter, one stage "check" with lanes
/// always manned, and Poisson arrivals from one place.
inline Scenario one_stage(double arrivals_per_hour, const Distribution& service_seconds, int lanes,
                          Duration length, Duration warm_up = Duration{0}) {
  Scenario s;
  s.title = "one stage";
  s.length = length;
  s.warm_up = warm_up;
  s.record.queues_every = 24h;
  s.place["home"] = {"Home", "UA", 50, 24};
  s.crossing["post"].country = "PL";
  s.link.push_back({"home", "post", 60, 60});
  s.roster["always"].shifts = {"00:00-12:00", "12:00-00:00"};
  TeamSpec team;
  team.crossing = "post";
  team.authority = Authority::border_guard;
  team.officers = 2 * lanes;
  team.roster = "always";
  s.team["guards"] = team;
  StageSpec check;
  check.own_lanes = true;
  check.crew = {Authority::border_guard};
  check.time.lorry = service_seconds;
  s.layout["road"].stage["check"] = check;
  LineSpec line;
  line.crossing = "post";
  line.lanes = lanes;
  line.road_capacity = 1'000'000;
  s.line["line"] = line;
  s.flow["lorries"].origins = {{"home", 1.0}};
  s.volume.push_back({"post", Direction::entry, VehicleClass::lorry, 0, arrivals_per_hour * 24});
  s.trader.operators = 0;
  s.selection = {};
  return s;
}

/// The value of a measure over the whole world.
inline double total(const Replication& r, std::string_view measure) {
  for (const MeasureValue& v : r.values)
    if (v.measure->name == measure && v.labels == Labels{}) return v.value;
  return std::numeric_limits<double>::quiet_NaN();
}

/// Mean of a measure over replications, and the standard error of that mean.
struct Estimate {
  double mean = 0, standard_error = 0;
};
inline Estimate estimate(const std::vector<Replication>& runs, std::string_view measure) {
  Welford w;
  for (const Replication& r : runs) w.add(total(r, measure));
  return {w.mean(), std::sqrt(w.variance() / static_cast<double>(w.count()))};
}

}  // namespace cordon::testing
