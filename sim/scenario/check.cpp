// What the values of a scenario must be together.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/scenario/check/parts.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

bool is_clock(std::string_view text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
    return false;
  return (text[0] - '0') * 10 + text[1] - '0' < 24 && text[3] < '6';
}

void check_rosters(const Scenario& s, Problems& problems) {
  for (const auto& [name, roster] : s.roster)
    for (const std::string& shift : roster.shifts)
      if (shift.size() != 11 || shift[5] != '-' || !is_clock(shift.substr(0, 5)) ||
          !is_clock(shift.substr(6)))
        problems.at(
            path_of({"roster", name, "shifts"}),
            fmt::format("'{}' is not a shift; expected one such as \"06:00-14:00\"", shift));
}

void check_layout(const std::string& name, const LayoutSpec& layout, Problems& problems) {
  std::set<int> orders;
  bool own = false;
  for (const auto& [stage_name, stage] : layout.stage) {
    const auto path = [&](std::string_view key) {
      return path_of({"layout", name, "stage", stage_name, key});
    };
    own |= stage.own_lanes;
    if (!orders.insert(stage.order).second)
      problems.at(
          path("order"),
          fmt::format("is {}, as of another stage; expected a number of its own", stage.order));
    if (stage.technique.empty() != (stage.control == ControlKind::none))
      problems.at(path("control"), "does not go with `technique`; expected both or neither");
    const NextSpec& n = stage.next;
    for (const auto* targets :
         {&n.cleared, &n.alarm, &n.green, &n.yellow, &n.orange, &n.red, &n.blue})
      for (const std::string& target : *targets) {
        const auto to = layout.stage.find(target);
        if (to == layout.stage.end())
          problems.at(path("next"),
                      fmt::format("'{}' is not a stage of layout '{}'", target, name));
        else if (to->second.order <= stage.order)
          problems.at(path("next"),
                      fmt::format("leads back to '{}'; expected a stage of higher order", target));
        else if (!stage.own_lanes && to->second.own_lanes)
          problems.at(
              path("next"),
              fmt::format("leads from a shared stage to '{}', which has own lanes; expected a "
                          "shared stage",
                          target));
      }
  }
  if (!own)
    problems.at(path_of({"layout", name}),
                "has no stage with own_lanes = true; expected at least one, for the first check");
}

void check_lines(const Scenario& s, Problems& problems) {
  std::set<std::tuple<std::string, Direction, VehicleClass>> seen;
  for (const auto& [name, line] : s.line) {
    std::set<VehicleClass> classes = {line.vehicle_class};
    for (const VehicleClass c : line.also)
      if (!classes.insert(c).second)
        problems.at(path_of({"line", name, "also"}),
                    fmt::format("names {} a second time; expected other classes", name_of(c)));
    for (const VehicleClass c : classes)
      if (!seen.insert({line.crossing, line.direction, c}).second)
        problems.at(path_of({"line", name}),
                    fmt::format("is the second line of this crossing and direction for {}; "
                                "expected one (give it more lanes)",
                                name_of(c)));
    if (line.queue == QueueKind::booked && line.release_per_hour <= 0)
      problems.at(path_of({"line", name, "release"}),
                  "is 0; expected a rate above 0 for a booked queue");
  }
}

template <class Row>
bool has_line(const Scenario& s, const Row& row, Direction d, VehicleClass c) {
  return std::any_of(s.line.begin(), s.line.end(), [&](const auto& entry) {
    const LineSpec& line = entry.second;
    return line.crossing == row.crossing && line.direction == d && line.serves(c);
  });
}

void check_volumes(const Scenario& s, Problems& problems) {
  for (const VolumeRow& row : s.volume)
    if (row.vehicles_per_day > 0 && !has_line(s, row, row.direction, row.vehicle_class))
      return problems.at("volume",
                         fmt::format("has vehicles for a line that crossing '{}' does not "
                                     "have; expected a line of that direction and class",
                                     row.crossing));
}

bool is_class(std::string_view word) {
  for (int c = 0; c < vehicle_classes; ++c)
    if (word == name_of(static_cast<VehicleClass>(c))) return true;
  return false;
}

std::set<std::string> classes_and_directions() {
  std::set<std::string> keys;
  for (int c = 0; c < vehicle_classes; ++c)
    for (const Direction d : {Direction::entry, Direction::exit})
      keys.insert(fmt::format("{}_{}", name_of(static_cast<VehicleClass>(c)), name_of(d)));
  return keys;
}

void check_commodities(const Scenario& s, Problems& problems) {
  const auto known = classes_and_directions();
  for (const auto& [name, goods] : s.commodity)
    for (const auto& [key, share] : goods.prevalence)
      if (!known.contains(key))
        problems.at(
            path_of({"commodity", name, "prevalence"}),
            fmt::format("'{}' is not a class and direction; expected one such as lorry_entry",
                        key));
}

void check_priorities(const Scenario& s, Problems& problems) {
  std::set<int> orders;
  std::map<std::string, double> sum;
  for (const auto& [name, priority] : s.priority) {
    if (!orders.insert(priority.order).second)
      problems.at(path_of({"priority", name, "order"}),
                  fmt::format("is {}, as of another priority; expected a number of its own",
                              priority.order));
    for (const auto& [vehicle_class, share] : priority.share) {
      if (!is_class(vehicle_class))
        problems.at(
            path_of({"priority", name, "share"}),
            fmt::format("'{}' is not a vehicle class; expected one such as lorry", vehicle_class));
      if ((sum[vehicle_class] += share) > 1)
        problems.at(path_of({"priority", name, "share"}),
                    fmt::format("brings the shares of {} to {}; expected at most 1 together",
                                vehicle_class, sum[vehicle_class]));
    }
  }
}

void check_groups(const Scenario& s, Problems& problems) {
  for (const auto& [name, group] : s.group) {
    const bool hidden = std::any_of(s.flow.begin(), s.flow.end(), [&](const auto& flow) {
      return flow.second.vehicle_class == group.vehicle_class &&
             flow.second.direction == group.direction;
    });
    if (!hidden)
      problems.at(path_of({"group", name}),
                  "has no flow of its class and direction to hide in; expected one");
  }
  if (s.group.size() > 32)
    problems.at("group", fmt::format("has {} groups; expected at most 32", s.group.size()));
}

void check_selection(const Scenario& s, Problems& problems) {
  const double sum = s.selection.yellow + s.selection.orange + s.selection.red + s.selection.blue;
  if (sum > 1)
    problems.at("selection",
                fmt::format("the shares of the lanes sum to {}; expected at most 1", sum));
}

int officers_at(const Scenario& s, const std::string& crossing, Authority authority) {
  int officers = 0;
  for (const auto& [name, team] : s.team)
    if (team.crossing == crossing && team.authority == authority) officers += team.officers;
  return officers;
}

// Every first check needs somebody to make it.
void check_teams(const Scenario& s, Problems& problems) {
  for (const auto& [name, line] : s.line) {
    const CrossingSpec& crossing = s.crossing.at(line.crossing);
    for (const auto& [stage_name, stage] : s.layout.at(crossing.layout).stage)
      for (const Authority a : stage.crew)
        if (stage.own_lanes && officers_at(s, line.crossing, a) == 0)
          return problems.at("team",
                             fmt::format("crossing '{}' has no officers for its stage '{}'; "
                                         "expected a team of each authority of its crew",
                                         line.crossing, stage_name));
  }
}

void check_operations(const Scenario& s, Problems& problems) {
  for (const auto& [name, operation] : s.operation)
    if (operation.start >= s.length)
      problems.at(path_of({"operation", name, "start"}),
                  "lies beyond the end of the run; expected less than `length`");
  for (const auto& [name, operation] : s.operation)
    for (const auto& [move_name, move] : operation.move) {
      const auto path = [&](std::string_view key) {
        return path_of({"operation", name, "move", move_name, key});
      };
      if (move.from == move.to)
        problems.at(
            path("to"),
            fmt::format("is '{}', where it comes from; expected another crossing", move.to));
      if (move.officers > 0 && !move.authority)
        problems.at(path("officers"),
                    "has no authority; expected authority = \"customs\" or another");
      if (move.authority && move.officers > officers_at(s, move.from, *move.authority))
        problems.at(path("officers"),
                    fmt::format("is {}; expected at most {}, the officers of '{}'", move.officers,
                                officers_at(s, move.from, *move.authority), move.from));
      if (!move.equipment.empty() && !s.crossing.at(move.from).equipment.contains(move.equipment))
        problems.at(path("equipment"),
                    fmt::format("'{}' has no {}; expected a crossing that has one", move.from,
                                move.equipment));
      if (move.officers == 0 && move.equipment.empty())
        problems.at(path_of({"operation", name, "move", move_name}),
                    "moves nothing; expected officers or equipment");
    }
}

void check_times(const Scenario& s, Problems& problems) {
  if (s.warm_up >= s.length)
    problems.at("warm_up", "is not shorter than the run; expected less than `length`");
  if (s.record.queues_every % s.publish_every != Duration::zero())
    problems.at("record.queues_every", "is not a multiple of publish_every; expected one");
}

}  // namespace

void check(const Scenario& scenario, Problems& problems) {
  check_times(scenario, problems);
  check_rosters(scenario, problems);
  for (const auto& [name, layout] : scenario.layout) check_layout(name, layout, problems);
  check_lines(scenario, problems);
  check_volumes(scenario, problems);
  check_journeys(scenario, problems);
  check_arrivals(scenario, problems);
  check_lots(scenario, problems);
  check_commodities(scenario, problems);
  check_priorities(scenario, problems);
  check_groups(scenario, problems);
  check_selection(scenario, problems);
  check_teams(scenario, problems);
  check_operations(scenario, problems);
}

}  // namespace cordon
