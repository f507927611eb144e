#include "sim/model/parting.hpp"

namespace cordon::parting {

Draws draws_of(const Vehicle& agent, int n, CrossingStep step) {
  if (n == 0) return agent.draws;
  const Subject first = agent.draws.subject;
  return step.luck.draws({first.source, first.number + static_cast<std::uint32_t>(n)}, 0,
                         agent.draws.part);
}

VehicleId split(VehicleId agent, int first, Crossing& here, CrossingStep step) {
  const Vehicle& all = here.vehicles[agent];
  return take_out(agent, all.stands_for - first, draws_of(all, first, step), here, step);
}

VehicleId take_out(VehicleId agent, int vehicles, const Draws& number, Crossing& here,
                   CrossingStep step) {
  Vehicle parted = here.vehicles[agent];
  parted.draws = number;
  parted.stands_for = static_cast<std::uint16_t>(vehicles);
  parted.held = {};
  parted.desks = 0;
  Vehicle& all = here.vehicles[agent];
  all.stands_for = static_cast<std::uint16_t>(all.stands_for - vehicles);
  const VehicleId id = here.vehicles.add(parted);
  here.hold.put(id, {});
  step.schedule_at_once(VehicleParted{id, agent});
  return id;
}

}  // namespace cordon::parting
