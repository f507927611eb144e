#include "sim/output/ledger.hpp"

#include <algorithm>

namespace cordon {

Ledger::Ledger(const Setup& setup)
    : setup_(setup),
      posts_(setup.crossings.size()),
      groups_(setup.groups.size()),
      mail_(setup),
      operations_(setup) {
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    const CrossingSetup& crossing = setup.crossings[c];
    Post& post = posts_[c];
    for (const int machines : crossing.equipment)
      post.machines.push_back({TimeWeighted(start_of_run, machines),
                               TimeWeighted(start_of_run, machines), TimeWeighted(), 0});
    for (std::uint16_t n = 0; n < crossing.crews.size(); ++n)
      post.crews.push_back({.who = {crossing.index, n, {}, crossing.crews[n].officers}});
    post.groups.resize(setup.groups.size());
  }
  for (GroupHistory& history : groups_) history.at.resize(setup.crossings.size());
}

void Ledger::begin(const World&, Time now) {
  begun_ = now;
  mail_.begin(now);
  cases_.begin(now);
  operations_.begin(now);
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    Post& post = posts_[c];
    post.seizures.clear();
    for (Machines& m : post.machines) {
      m.present.restart(now), m.working.restart(now), m.in_use.restart(now);
      m.vehicles = 0;
    }
    for (Crew& crew : post.crews) {
      crew.travel = 0;
      if (crew.who.home.value != c) crew.who.officers = crew.guests;
    }
    for (GroupAtPost& group : post.groups) group = {};
  }
  for (GroupHistory& history : groups_) {
    history = {};
    history.at.resize(setup_.crossings.size());
  }
}

void Ledger::end(const World&, Time now) {
  ended_ = now;
  mail_.end(now);
}

Ledger::Crew& Ledger::crew(const Detachment& who, Post& post, CrossingIndex here) {
  if (who.home == here) return post.crews[who.crew];
  for (Crew& crew : post.crews)
    if (crew.who.home == who.home && crew.who.crew == who.crew &&
        crew.who.operation == who.operation)
      return crew;
  post.crews.push_back({.who = who});
  post.crews.back().who.officers = 0;
  return post.crews.back();
}

// Vehicles and machines
// --------------------------------------------------------------------------

void Ledger::observe(const ServiceBegan& e, const Crossing& here, Time now) {
  const EquipmentIndex equipment = here.setup->stages[e.stage.value].equipment;
  if (equipment) post(here).machines[equipment.value].in_use.change(now, 1);
}

void Ledger::observe(const ServiceInterrupted& e, const Crossing& here, Time now) {
  const EquipmentIndex equipment = here.setup->stages[e.stage.value].equipment;
  if (equipment) post(here).machines[equipment.value].in_use.change(now, -1);
}

void Ledger::observe(const ServiceResumed& e, const Crossing& here, Time now) {
  const EquipmentIndex equipment = here.setup->stages[e.stage.value].equipment;
  if (equipment) post(here).machines[equipment.value].in_use.change(now, 1);
}

void Ledger::observe(const ServiceEnded& e, const Crossing& here, Time now) {
  const StageSetup& stage = here.setup->stages[e.stage.value];
  if (stage.equipment) {
    Machines& machines = post(here).machines[stage.equipment.value];
    machines.in_use.change(now, -1);
    ++machines.vehicles;
  }
}

void Ledger::observe(const MachineArrived& e, const Crossing& here, Time now) {
  Machines& machines = post(here).machines[e.equipment.value];
  machines.present.change(now, 1);
  machines.working.change(now, here.machines.arriving[e.machine].broken ? 0 : 1);
}

void Ledger::observe(const MachineLeft& e, const Crossing& here, Time now) {
  Machines& machines = post(here).machines[e.equipment.value];
  machines.present.change(now, -1);
  machines.working.change(now, e.works ? -1 : 0);
}

void Ledger::observe(const MachineFailed& e, const Crossing& here, Time now) {
  post(here).machines[e.equipment.value].working.change(now, -1);
}

void Ledger::observe(const MachineRepaired& e, const Crossing& here, Time now) {
  post(here).machines[e.equipment.value].working.change(now, 1);
}

void Ledger::observe(const MaintenanceBegan& e, const Crossing& here, Time now) {
  post(here).machines[e.equipment.value].working.change(now, -1);
}

void Ledger::observe(const MaintenanceEnded& e, const Crossing& here, Time now) {
  post(here).machines[e.equipment.value].working.change(now, 1);
}

void Ledger::observe(const GoodsSeized& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  if (!measured(v)) return;
  const Shipment& goods = here.hold.of(e.vehicle);
  post(here).seizures.push_back(
      {{now, v.line, v.vehicle_class, goods.commodity, goods.mass_kg, v.channel, v.stage, never},
       here.reporting.seizures + 1});
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->lost;
}

void Ledger::observe(const PersonsReferred& e, const Crossing& here, Time) {
  if (!measured(here.vehicles[e.vehicle])) return;
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->lost;
}

void Ledger::observe(const PassageRefused& e, const Crossing& here, Time) {
  if (!measured(here.vehicles[e.vehicle])) return;
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->lost;
}

// Groups
// ------------------------------------------------------------------------------------------

GroupAtPost* Ledger::owner_of(VehicleId id, const Crossing& here) {
  const GroupIndex owner = here.hold.of(id).owner;
  if (!owner || !measured(here.vehicles[id])) return nullptr;
  return &post(here).groups[owner.value];
}

void Ledger::observe(const VehicleReleased& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->passed;
}

void Ledger::observe(const SectorLeft& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->passed;
}

void Ledger::observe(const VehicleEscaped& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->passed;
}

void Ledger::observe(const DeliveryLost& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->passed;
}

void Ledger::observe(const VehicleBalked& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->refused;
}

void Ledger::observe(const VehicleGaveUp& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->refused;
}

void Ledger::observe(const BookingMissed& e, const Crossing& here, Time) {
  if (GroupAtPost* group = owner_of(e.vehicle, here)) ++group->refused;
}

void Ledger::observe(const ConsignmentPlanned&, const Group& here, Time) {
  ++history(here).planned;
}
void Ledger::observe(const ConsignmentPostponed&, const Group& here, Time) {
  ++history(here).postponed;
}
void Ledger::observe(const ConsignmentDeterred&, const Group& here, Time) {
  ++history(here).deterred;
}
void Ledger::observe(const ConsignmentSent& e, const Group& here, Time) {
  history(here).at[setup_.lines[e.line.value].crossing.value].sent += e.vehicles;
}
void Ledger::observe(const OperationLearnt&, const Group& here, Time) { ++history(here).warnings; }

// Crews
// -------------------------------------------------------------------------------------------

void Ledger::observe(const TeamArrived& e, const Crossing& here, Time now) {
  Post& post = this->post(here);
  const Team& team = here.staff.arriving[e.team];
  const Int128 spent = Int128{(now - std::max(team.left, begun_)).count()} * team.officers;
  Crew& crew = this->crew(detachment(team), post, here.setup->index);
  crew.travel += spent;
  if (team.home == here.setup->index) return;
  crew.guests += team.officers;
  crew.who.officers = std::max(crew.who.officers, crew.guests);
}

void Ledger::observe(const TeamLeft& e, const Crossing& here, Time) {
  if (e.team.home != here.setup->index)
    crew(e.team, post(here), here.setup->index).guests -= e.team.officers;
}

}  // namespace cordon
