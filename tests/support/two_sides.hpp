#pragma once

// Three posts on one border, with roads on either side, for journeys from one to another.

#include "tests/support/small_worlds.hpp"

namespace cordon::testing {

/// Posts "north", "middle" and "south", each with one lane in and one out for lorries, a check of a
/// minute, and no traffic. Abroad is Kyiv, an hour from the north, two from the middle and four
/// from the south; inland is Krakow, three hours from each.
inline Scenario three_posts() {
  Scenario s = one_stage(0, Distribution::constant(60), 1, 48h);
  const Scenario one = s;
  s.volume.clear(), s.crossing.clear(), s.line.clear(), s.team.clear(), s.link.clear();
  s.place.clear();
  s.place["kyiv"].country = "UA";
  s.place["krakow"].country = "PL";
  const std::pair<const char*, double> posts[] = {{"north", 60}, {"middle", 120}, {"south", 240}};
  for (const auto& [name, km] : posts) {
    s.crossing[name].country = "PL";
    s.link.push_back({"kyiv", name, km, 60});
    s.link.push_back({"krakow", name, 180, 60});
    s.team[name] = one.team.at("guards");
    s.team[name].crossing = name;
    s.team[name].officers = 4;
    for (const Direction d : {Direction::entry, Direction::exit}) {
      LineSpec line;
      line.crossing = name;
      line.direction = d;
      s.line[std::string(name) + (d == Direction::entry ? "_in" : "_out")] = line;
    }
  }
  s.flow.clear();
  s.flow["in"].origins = {{"kyiv", 1.0}};
  s.flow["out"].origins = {{"krakow", 1.0}};
  s.flow["out"].direction = Direction::exit;
  return s;
}

/// As many lorries as said, which reach a line at one instant.
inline ArrivalRow lorries(const std::string& line, Duration time, int count = 1) {
  ArrivalRow row;
  row.line = line;
  row.time.since_start = time;
  row.count = count;
  return row;
}

}  // namespace cordon::testing
