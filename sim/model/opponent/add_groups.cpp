#include <algorithm>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

// Its own class comes first.
std::vector<VehicleClass> classes_of(const GroupSpec& spec) {
  std::vector<VehicleClass> classes = {spec.vehicle_class};
  for (const VehicleClass c : spec.other_classes)
    if (std::find(classes.begin(), classes.end(), c) == classes.end()) classes.push_back(c);
  return classes;
}

double group_weight(const Scenario& s, const std::string& commodity, VehicleClass c, Direction d) {
  double sum = 0;
  for (const auto& [name, g] : s.group)
    if (g.commodity == commodity && g.vehicle_class == c && g.direction == d) sum += g.weight;
  return sum;
}

void add_routes(GroupSetup& group, const GroupSpec& spec, const Network& network, Setup& setup) {
  const auto times = network.travel_times(spec.home);
  double traffic = 0;  // of its own class: how much it sends goes by that
  double all = 0;
  for (const VehicleClass vehicle_class : classes_of(spec)) {
    const FlowIndex flow = setup.flow_of(vehicle_class, spec.direction);
    for (std::size_t l = 0; l < setup.lines.size(); ++l) {
      const LineSetup& line = setup.lines[l];
      const auto c = static_cast<std::size_t>(vehicle_class);
      if (!flow || !line.serves[c] || line.direction != spec.direction) continue;
      const auto way = times.find(setup.crossings[line.crossing.value].name);
      const double volume = line.traffic[c];
      all += volume;
      if (vehicle_class == spec.vehicle_class) traffic += volume;
      if (way == times.end() || volume <= 0) continue;
      group.routes.push_back({nth<LineIndex>(l),
                              vehicle_class,
                              flow,
                              std::max(way->second, setup.border),
                              volume,
                              {}});
    }
  }
  const Scenario& s = setup.scenario;
  const double share =
      spec.weight / group_weight(s, spec.commodity, spec.vehicle_class, spec.direction);
  const double attempts_per_day =
      traffic * prevalence(s.commodity.at(spec.commodity), spec.vehicle_class, spec.direction) *
      s.opponent.group_share;
  group.consignments_per_hour = attempts_per_day * share / 24;
  for (RouteSetup& route : group.routes) route.traffic /= all;
}

// The way by the green border, at any of its sectors alike.
void add_green_routes(GroupSetup& group, const GroupSpec& spec, const Network& network,
                      const Setup& setup) {
  if (spec.green_border <= 0) return;
  const auto times = network.travel_times(spec.home);
  std::vector<RouteSetup> green;
  for (const CrossingSetup& base : setup.crossings) {
    if (!base.sector) continue;
    const auto way = times.find(setup.scenario.base.at(base.name).place);
    if (way == times.end()) continue;
    green.push_back({base.across[static_cast<std::size_t>(spec.direction)], spec.vehicle_class,
                     setup.flow_of(spec.vehicle_class, spec.direction),
                     std::max(way->second, setup.border), 0, base.sector->crossing_time});
  }
  for (RouteSetup& route : green) {
    route.traffic = spec.green_border / static_cast<double>(green.size());
    group.routes.push_back(route);
  }
}

}  // namespace

double prevalence(const CommoditySpec& goods, VehicleClass c, Direction d) {
  const std::string key = std::string(name_of(c)) + "_" + std::string(name_of(d));
  const auto found = goods.prevalence.find(key);
  return found == goods.prevalence.end() ? 0 : found->second;
}

void add_sectors(Setup& setup) {
  for (CrossingSetup& base : setup.crossings)
    for (std::size_t d = 0; d < directions && base.sector; ++d) {
      LineSetup line;
      line.direction = static_cast<Direction>(d);
      line.name = base.name + "_" + std::string(name_of(line.direction));
      line.crossing = base.index;
      line.place = base.place;
      base.across[d] = nth<LineIndex>(setup.lines.size());
      setup.lines.push_back(line);
    }
}

// The share of the attempts that is not made by groups is made by opportunists; all of it where no
// group is at work.
void add_opportunists(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (FlowSetup& flow : setup.flows)
    for (const auto& [name, goods] : s.commodity) {
      const double p = prevalence(goods, flow.vehicle_class, flow.direction);
      const bool groups = group_weight(s, name, flow.vehicle_class, flow.direction) > 0;
      flow.opportunists += p * (groups ? 1 - s.opponent.group_share : 1);
      flow.opportunist_commodity.push_back(flow.opportunists);
    }
}

void add_groups(Setup& setup, const Network& network, std::uint16_t& next) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.group) {
    GroupSetup group;
    group.name = name;
    group.place = {next++};
    group.source = source_of("group/" + name);
    group.commodities = {index_in<CommodityIndex>(s.commodity, spec.commodity)};
    for (const std::string& other : spec.other_commodities)
      group.commodities.push_back(index_in<CommodityIndex>(s.commodity, other));
    for (const std::string& post : spec.insiders)
      group.insiders.push_back(index_in<CrossingIndex>(s.crossing, post));
    group.spec = spec;
    if (!setup.flow_of(spec.vehicle_class, spec.direction))
      throw std::invalid_argument("group '" + name +
                                  "' has no flow of its class and direction to hide in");
    add_routes(group, spec, network, setup);
    add_green_routes(group, spec, network, setup);
    setup.groups.push_back(std::move(group));
  }
}

}  // namespace cordon
