#pragma once

// A small border, made in code, where everything happens that the model knows: two crossings, two
// directions, three classes, all lanes of selection, goods and persons, opportunists and a group,
// reports, and a joint operation that moves officers and a machine.

#include "tests/support/small_worlds.hpp"

namespace cordon::testing {

inline StageSpec stage(int order, bool own_lanes, std::vector<Authority> crew, double minutes) {
  StageSpec s;
  s.order = order;
  s.own_lanes = own_lanes;
  s.crew = std::move(crew);
  s.time.lorry = Distribution::erlang(3, minutes * 60);
  s.time.car = Distribution::lognormal(minutes * 20, 0.8);
  s.time.bus = Distribution::gamma(minutes * 90, 0.7);
  return s;
}

inline LayoutSpec full_layout() {
  using enum Authority;
  LayoutSpec layout;
  layout.stage["guards"] = stage(1, true, {border_guard}, 3);
  layout.stage["guards"].next.cleared = {"customs"};
  StageSpec papers = stage(2, true, {customs}, 2);
  papers.selects = true;
  papers.next.yellow = {"documents"};
  papers.next.orange = {"scan", "dog"};
  papers.next.red = {"search"};
  layout.stage["customs"] = papers;
  StageSpec documents = stage(3, false, {customs}, 10);
  documents.technique = "documents";
  documents.control = ControlKind::documents;
  documents.next.alarm = {"search"};
  layout.stage["documents"] = documents;
  StageSpec scan = stage(4, false, {customs}, 6);
  scan.technique = "xray";
  scan.control = ControlKind::scan;
  scan.equipment = "scanner";
  scan.next.alarm = {"search"};
  layout.stage["scan"] = scan;
  StageSpec dog = stage(5, false, {customs}, 5);
  dog.technique = "dog";
  dog.control = ControlKind::scan;
  dog.next.alarm = {"search"};
  layout.stage["dog"] = dog;
  StageSpec search = stage(6, false, {customs}, 60);
  search.lanes = 3;
  search.technique = "search";
  search.control = ControlKind::search;
  layout.stage["search"] = search;
  return layout;
}

inline void add_crossing(Scenario& s, const std::string& name, int scanners, double km) {
  s.crossing[name].country = "PL";
  s.crossing[name].equipment["scanner"] = scanners;
  s.link.push_back({"east", name, km, 60});
  s.link.push_back({"west", name, km + 20, 60});
  for (const auto authority : {Authority::customs, Authority::border_guard}) {
    TeamSpec team;
    team.crossing = name;
    team.authority = authority;
    team.officers = 51;
    team.roster = "three_shifts";
    s.team[name + (authority == Authority::customs ? "_customs" : "_guards")] = team;
  }
  const char* classes[] = {"lorry", "car", "bus"};
  for (int c = 0; c < 3; ++c)
    for (int d = 0; d < directions; ++d) {
      LineSpec line;
      line.crossing = name;
      line.direction = static_cast<Direction>(d);
      line.vehicle_class = static_cast<VehicleClass>(c);
      line.lanes = 2;
      line.road_capacity = c == 1 ? 2 : 60;
      if (c == 0 && d == 0) {
        line.queue = QueueKind::booked;
        line.release_per_hour = 20;
        line.initial_queue = 40;
      }
      s.line[name + "_" + classes[c] + (d == 0 ? "_entry" : "_exit")] = line;
      const double a_day[] = {400, 900, 60};
      s.volume.push_back({name, line.direction, line.vehicle_class, 0, a_day[c]});
    }
}

inline void add_goods(Scenario& s) {
  CommoditySpec tobacco;
  tobacco.prevalence = {{"lorry_entry", 0.02}, {"car_entry", 0.01}, {"bus_entry", 0.01}};
  tobacco.mass_kg = Distribution::lognormal(200, 1.5);
  tobacco.value_per_kg = 150;
  s.commodity["tobacco"] = tobacco;
  CommoditySpec persons;
  persons.prevalence = {{"lorry_entry", 0.005}, {"car_exit", 0.002}};
  persons.persons = true;
  persons.harm_weight = 10;
  s.commodity["persons"] = persons;
  s.technique["documents"] = {0.1, 0.15, 0.15, {}};
  s.technique["xray"] = {0.05, 0.6, 0.35, {}};
  s.technique["dog"] = {0.03, 0, 0, {{"tobacco", 0.6}}};
  s.technique["search"] = {0, 0.95, 0.9, {}};
  for (const char* name : {"wolves", "foxes"}) {
    GroupSpec group;
    group.home = "east";
    group.commodity = "tobacco";
    s.group[name] = group;
  }
}

inline Scenario busy_border(Duration length = 24h * 14) {
  Scenario s;
  s.title = "busy border";
  s.length = length;
  s.time_zone = "Europe/Warsaw";
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};
  s.place["east"] = {"East", "UA", 50, 24};
  s.place["west"] = {"West", "PL", 50, 22};
  s.roster["three_shifts"].shifts = {"06:00-14:00", "14:00-22:00", "22:00-06:00"};
  s.equipment["scanner"] = {};
  s.layout["road"] = full_layout();
  add_crossing(s, "north", 1, 90);
  add_crossing(s, "south", 1, 110);
  const char* names[] = {"lorries", "cars", "buses"};
  for (int c = 0; c < 3; ++c)
    for (int d = 0; d < directions; ++d) {
      FlowSpec flow;
      flow.vehicle_class = static_cast<VehicleClass>(c);
      flow.direction = static_cast<Direction>(d);
      flow.origins = {{d == 0 ? "east" : "west", 1.0}};
      flow.delay_cost_per_hour = 30;
      s.flow[std::string(names[c]) + (d == 0 ? "_in" : "_out")] = flow;
    }
  add_goods(s);
  s.selection.exploration = 0.1;
  return s;
}

/// A joint operation at "north", which borrows officers and the scanner of "south".
inline OperationSpec joint_operation() {
  OperationSpec operation;
  operation.start = 24h * 4;
  operation.length = 24h * 5;
  operation.crossings = {"north"};
  operation.selection_multiplier = 2.5;
  operation.shared_criteria_auc = 0.8;
  operation.cooperation = CooperationMode::one_stop;
  operation.one_report = true;
  operation.secrecy = 0.5;
  MoveSpec officers;
  officers.from = "south";
  officers.to = "north";
  officers.authority = Authority::customs;
  officers.officers = 9;
  operation.move["officers"] = officers;
  MoveSpec scanner;
  scanner.from = "south";
  scanner.to = "north";
  scanner.equipment = "scanner";
  operation.move["scanner"] = scanner;
  return operation;
}

}  // namespace cordon::testing
