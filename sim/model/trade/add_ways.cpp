#include <stdexcept>

#include "sim/engine/elementary.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

// Lines that serve none of the classes of a line are no way out for its vehicles.
bool share_a_class(const LineSetup& a, const LineSetup& b) {
  for (std::size_t c = 0; c < vehicle_classes; ++c)
    if (a.serves[c] && b.serves[c]) return true;
  return false;
}

void add_detours(LineIndex index, const Network& network, Setup& setup) {
  LineSetup& line = setup.lines[index.value];
  const auto side = line.direction == Direction::entry ? Leaving::abroad : Leaving::inland;
  const auto times = network.travel_times(setup.crossings[line.crossing.value].name, side);
  for (std::size_t l = 0; l < setup.lines.size(); ++l) {
    const LineSetup& other = setup.lines[l];
    if (other.crossing == line.crossing || other.direction != line.direction) continue;
    const auto way = times.find(setup.crossings[other.crossing.value].name);
    if (way == times.end() || !share_a_class(line, other)) continue;
    line.detours.push_back({nth<LineIndex>(l), std::max(way->second, setup.border), 1});
  }
  if (line.detours.empty())
    throw std::invalid_argument("line '" + line.name +
                                "' has when_full = \"divert\", and no road leads from its crossing "
                                "to another line of its direction and class");
}

// How much a line draws of the transit, beside way and wait.
double pull(const FlowSpec& spec, const LineSetup& line, VehicleClass c, const Setup& setup) {
  if (spec.transit_crossings.empty()) return line.traffic[static_cast<std::size_t>(c)];
  const auto given = spec.transit_crossings.find(setup.crossings[line.crossing.value].name);
  return given == spec.transit_crossings.end() ? 0 : given->second;
}

// The ways on from one crossing, by which vehicles of a flow have come.
std::vector<WaySetup> ways_on(const CrossingSetup& from, const FlowSetup& flow,
                              const FlowSpec& spec, const Network& network, const Setup& setup) {
  const auto side = flow.direction == Direction::entry ? Leaving::inland : Leaving::abroad;
  const auto times = network.travel_times(from.name, side);
  const double scale = hours(setup.scenario.choice_scale);
  std::vector<WaySetup> ways;
  for (const LineIndex l : setup.flows[flow.transit_flow.value].lines) {
    const LineSetup& line = setup.lines[l.value];
    const auto way = times.find(setup.crossings[line.crossing.value].name);
    if (line.crossing == from.index || way == times.end()) continue;
    const double weight = pull(spec, line, flow.vehicle_class, setup);
    ways.push_back({l, std::max(way->second, setup.border),
                    weight * elementary::exp(-hours(way->second) / scale)});
  }
  return ways;
}

void add_transit(const std::string& name, FlowSetup& flow, const Network& network, Setup& setup) {
  const FlowSpec& spec = setup.scenario.flow.at(name);
  flow.transit.resize(setup.crossings.size());
  double weight = 0;
  for (const LineIndex l : flow.lines) {
    const CrossingSetup& from = setup.crossings[setup.lines[l.value].crossing.value];
    auto& ways = flow.transit[from.index.value];
    ways = ways_on(from, flow, spec, network, setup);
    for (const WaySetup& way : ways) weight += way.weight;
  }
  if (weight <= 0)
    throw std::invalid_argument("no road leads from a crossing of flow '" + name +
                                "' to another where flow '" + spec.transit_flow +
                                "' crosses, by volume or by transit_crossings");
}

}  // namespace

void add_ways(Setup& setup, const Network& network) {
  for (std::size_t l = 0; l < setup.lines.size(); ++l)
    if (setup.lines[l].diverts) add_detours(nth<LineIndex>(l), network, setup);
  for (FlowSetup& flow : setup.flows)
    if (flow.transit_share > 0) add_transit(flow.name, flow, network, setup);
}

}  // namespace cordon
