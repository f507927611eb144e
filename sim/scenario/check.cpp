// What the values of a scenario must be together.

#include "sim/scenario/check/check.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace cordon {
namespace {

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
    if (goods.persons && goods.sanctioned)
      problems.at(path_of({"commodity", name, "sanctioned"}), "is said of persons; expected goods");
  for (const auto& [name, goods] : s.commodity)
    for (const auto& [key, share] : goods.prevalence)
      if (!known.contains(key))
        problems.at(
            path_of({"commodity", name, "prevalence"}),
            fmt::format("'{}' is not a class and direction; expected one such as lorry_entry",
                        key));
}

bool interrupts(const Scenario& s) {
  return std::any_of(s.layout.begin(), s.layout.end(), [](const auto& layout) {
    return std::any_of(
        layout.second.stage.begin(), layout.second.stage.end(),
        [](const auto& stage) { return stage.second.preempted != Interruption::finish; });
  });
}

void check_priorities(const Scenario& s, Problems& problems) {
  std::set<int> orders;
  std::map<std::string, double> sum;
  for (const auto& [name, priority] : s.priority) {
    if (priority.preempts && !interrupts(s))
      problems.at(path_of({"priority", name, "preempts"}),
                  "interrupts nothing, as every stage finishes what it has in hand; expected a "
                  "stage with preempted = \"resume\" or \"begin_anew\"");
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
    if (group.behaviour != GroupBehaviour::fixed &&
        s.commodity.at(group.commodity).value_per_kg <= 0)
      problems.at(path_of({"group", name, "commodity"}),
                  fmt::format("is '{}', which has no value to weigh costs and risks against; "
                              "expected value_per_kg above 0, for persons what is paid to "
                              "smugglers, or behaviour = \"fixed\"",
                              group.commodity));
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

bool is_time_zone(const std::string& name) {
  try {
    return date::locate_zone(name) != nullptr;
  } catch (const std::exception&) {
    return false;
  }
}

/// More than that has no number in the model, and no meaning on a border.
void check_counts(const Scenario& s, Problems& problems) {
  constexpr std::size_t most = 10'000;
  const auto check_one = [&](const char* table, std::size_t count) {
    if (count > most)
      problems.at(table, fmt::format("has {} entries; expected at most {}", count, most));
  };
  check_one("place", s.place.size());
  check_one("crossing", s.crossing.size());
  check_one("line", s.line.size());
  check_one("flow", s.flow.size());
  check_one("team", s.team.size());
  check_one("commodity", s.commodity.size());
  check_one("equipment", s.equipment.size());
  check_one("technique", s.technique.size());
  check_one("operation", s.operation.size());
  check_one("desk", s.desk.size());
  check_one("channel", s.channel.size());
  check_one("exchange", s.exchange.size());
}

void check_times(const Scenario& s, Problems& problems) {
  if (!is_time_zone(s.time_zone))
    problems.at("time_zone",
                fmt::format("is '{}', which the tz database does not have; expected one such as "
                            "\"Europe/Warsaw\"",
                            s.time_zone));
  if (s.warm_up >= s.length)
    problems.at("warm_up", "is not shorter than the run; expected less than `length`");
  if (s.record.queues_every % s.publish_every != Duration::zero())
    problems.at("record.queues_every", "is not a multiple of publish_every; expected one");
  if (s.record.period % s.publish_every != Duration::zero())
    problems.at("record.period", "is not a multiple of publish_every; expected one");
  if (s.record.period > Duration::zero() && s.record.period < 24h)
    problems.at("record.period", "is shorter than a day; expected 0, or at least \"1 d\"");
}

// What is decided for vehicles one by one before they come, or by their number in a hall, cannot be
// decided for agents that stand for several.
void check_scale(const Scenario& s, Problems& problems) {
  if (s.scale == 1) return;
  const auto refuse = [&](bool has, const char* what) {
    if (has)
      problems.at("scale", fmt::format("is {}; expected 1, since there is {}", s.scale, what));
  };
  refuse(!s.advance.empty(), "advance cargo information, which refers vehicles one by one");
  for (const auto& [name, layout] : s.layout)
    for (const auto& [stage, spec] : layout.stage)
      refuse(spec.sharing, "a hall, whose speed depends on who is in it");
}

}  // namespace

void check(const Scenario& scenario, Problems& problems) {
  check_times(scenario, problems);
  check_counts(scenario, problems);
  check_scale(scenario, problems);
  check_layouts(scenario, problems);
  check_lines(scenario, problems);
  check_traffic(scenario, problems);
  check_journeys(scenario, problems);
  check_arrivals(scenario, problems);
  check_lots(scenario, problems);
  check_commodities(scenario, problems);
  check_priorities(scenario, problems);
  check_groups(scenario, problems);
  check_selection(scenario, problems);
  check_risk(scenario, problems);
  check_information(scenario, problems);
  check_investigation(scenario, problems);
  check_staff(scenario, problems);
  check_operations(scenario, problems);
  check_strategy(scenario, problems);
  check_shocks(scenario, problems);
}

}  // namespace cordon
