#pragma once

// A post where lorries come one by one and hide something that is found for certain, and desks and
// channels whose times are constant: what is written, sent and read can be told by hand.

#include <string>
#include <utility>
#include <vector>

#include "tests/support/small_worlds.hpp"
#include "tests/support/two_sides.hpp"

namespace cordon::testing {

inline Distribution minutes(double n) { return Distribution::constant(60 * n); }

inline DeskSpec desk(double reading_minutes, int analysts = 1) {
  DeskSpec made;
  made.analysts = analysts;
  made.time = minutes(reading_minutes);
  return made;
}

/// An officer needs 10 min to write a message for it.
inline ChannelSpec channel(std::vector<std::string> crossings, std::vector<std::string> desks,
                           double latency_minutes) {
  ChannelSpec made;
  made.crossings = std::move(crossings);
  made.desks = std::move(desks);
  made.latency = minutes(latency_minutes);
  made.officer_time = 10min;
  return made;
}

/// No inquiry is urgent, and the desk knows all answers itself.
inline ExchangeSpec exchange(ExchangeKind kind, std::string to) {
  ExchangeSpec made;
  made.kind = kind;
  made.to = std::move(to);
  made.urgent = 0;
  made.direct = 1;
  return made;
}

/// Lorries come one by one and hide something, which a search of 10 min finds. There are officers
/// enough; a report takes one of them 45 min, a message 10 min more.
inline Scenario finds(int how_many, Duration from, Duration length = 96h) {
  Scenario s = one_stage(0, minutes(10), 4, length);
  s.team.clear();
  TeamSpec team;
  team.crossing = "post";
  team.authority = Authority::customs;
  team.officers = 40;
  team.skill = 1;
  team.roster = "always";
  s.team["customs"] = team;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1.0}};
  s.technique["search"].bulky = s.technique["search"].concealed = 1;
  StageSpec& check = s.layout["road"].stage["check"];
  check.crew = {Authority::customs};
  check.technique = "search";
  check.control = ControlKind::search;
  s.reporting.systems = 1;
  s.reporting.officer_time = 45min;
  s.arrival.push_back(lorries("line", from, how_many));
  return s;
}

/// "12:20"; hours go on beyond a day.
inline std::string clock(Time at) {
  if (at == never) return "never";
  const auto passed = (at - start_of_run) / 1min;
  const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(passed / 60) + ":" + two(passed % 60);
}

}  // namespace cordon::testing
