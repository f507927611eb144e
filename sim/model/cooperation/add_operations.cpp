#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"

namespace cordon {
namespace {

Duration way(const Network& network, const std::string& from, const std::string& to) {
  if (from == to) return Duration::zero();
  const auto times = network.travel_times(from);
  const auto found = times.find(to);
  if (found == times.end())
    throw std::invalid_argument("no road leads from crossing '" + from + "' to crossing '" + to +
                                "'");
  return found->second;
}

}  // namespace

void add_operations(Setup& setup, const Network& network, std::uint16_t& next) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.operation) {
    OperationSetup operation;
    operation.name = name;
    operation.place = {next++};
    operation.source = source_of("operation/" + name);
    operation.spec = spec;
    for (const std::string& c : spec.crossings)
      operation.crossings.push_back(index_in<CrossingIndex>(s.crossing, c));
    if (spec.target) {
      for (const std::string& flow : spec.target->flows)
        operation.flows.push_back(index_in<FlowIndex>(s.flow, flow));
      operation.field = static_cast<std::size_t>(
          std::distance(s.declaration.begin(), s.declaration.find(spec.target->field)));
      operation.commodity = index_in<CommodityIndex>(s.commodity, spec.target->commodity);
    }
    for (const auto& [unused, move] : spec.move) {
      MoveSetup made;
      made.from = index_in<CrossingIndex>(s.crossing, move.from);
      made.to = index_in<CrossingIndex>(s.crossing, move.to);
      made.authority = move.authority;
      made.officers = move.officers;
      made.travel = way(network, move.from, move.to);
      if (!move.equipment.empty()) {
        made.equipment = index_in<EquipmentIndex>(s.equipment, move.equipment);
        made.relocation = s.equipment.at(move.equipment).relocation;
      }
      operation.moves.push_back(made);
    }
    setup.operations.push_back(std::move(operation));
  }
}

}  // namespace cordon
