#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/check/check.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

void check_origins(const std::string& name, const FlowSpec& flow, const Scenario& s,
                   Problems& problems) {
  if (!flow.origins.empty()) return;
  const bool wanted = std::any_of(s.volume.begin(), s.volume.end(), [&](const VolumeRow& row) {
    return row.direction == flow.direction && row.vehicle_class == flow.vehicle_class &&
           row.vehicles_per_day > 0;
  });
  if (wanted)
    problems.at(path_of({"flow", name}),
                "has volumes but no `origins`; expected places from where they set out");
}

void check_transit(const std::string& name, const FlowSpec& flow, const Scenario& s,
                   const LinesByPlace& lines, Problems& problems) {
  const auto path = [&](std::string_view key) { return path_of({"flow", name, key}); };
  if (flow.transit_flow.empty()) {
    if (flow.transit_share > 0)
      problems.at(path("transit_share"), "has no transit_flow beside it; expected a flow");
    return;
  }
  const FlowSpec& onward = s.flow.at(flow.transit_flow);
  if (onward.vehicle_class != flow.vehicle_class || onward.direction == flow.direction)
    problems.at(path("transit_flow"),
                fmt::format("is {} of direction {}; expected {} of the other direction",
                            name_of(onward.vehicle_class), name_of(onward.direction),
                            name_of(flow.vehicle_class)));
  for (const auto& [crossing, weight] : flow.transit_crossings)
    if (lines.find(crossing, onward.direction, onward.vehicle_class) == nullptr)
      problems.at(path("transit_crossings"),
                  fmt::format("crossing '{}' has no line for flow '{}'; expected one that has",
                              crossing, flow.transit_flow));
}

}  // namespace

void check_journeys(const Scenario& scenario, Problems& problems) {
  const LinesByPlace lines(scenario);
  for (const auto& [name, flow] : scenario.flow) {
    check_origins(name, flow, scenario, problems);
    check_transit(name, flow, scenario, lines, problems);
  }
}

}  // namespace cordon
