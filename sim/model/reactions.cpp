#include "sim/model/reactions.hpp"

#include <stdexcept>

#include "sim/model/crossing/cooperation.hpp"

namespace cordon {
namespace {

double luck_of(const Vehicle& v, VehicleLuck what, CrossingStep s) {
  return s.luck.uniform(v.draws, what);
}

// Papers are read, the score stands, the lane is chosen.
void select(VehicleId id, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  v.declaration.risk_score = static_cast<float>(inspection::risk_score(
      here.hold.of(id), here.known.auc, luck_of(v, VehicleLuck::risk_score, s)));
  const SelectionSpec& policy = s.setup.scenario.selection;
  Channel channel = selection::select_channel(
      v.declaration, v.declaration.aeo ? here.known.authorised : here.known.ordinary, policy,
      luck_of(v, VehicleLuck::selection, s), luck_of(v, VehicleLuck::channel, s));
  if (channel != Channel::green)
    channel =
        selection::with_room(channel, selection::room_for_controls(here.stages, v.stage, policy));
  s.schedule_at_once(ChannelChosen{id, channel});
}

void inspect(const ServiceEnded& e, const StageSetup& stage, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const double bonus = cooperation::detection_bonus(here.stages.cooperation, s.setup.scenario);
  const Ability crew = staff::ability(here.staff, e.stage, e.lane, stage, s);
  const bool found =
      inspection::finds(s.setup.techniques[stage.technique.value], here.hold.of(e.vehicle), crew,
                        bonus, s.luck.uniform(v.draws, finding_luck(stage.order)));
  staff::learn(here.staff, e.stage, e.lane, stage.technique, s);
  s.schedule_at_once(ControlEnded{e.vehicle, v.stage, found});
}

// The criminal world hears of a loss, its own surely and another's perhaps.
void spread_news(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const GroupIndex owner = here.hold.of(id).owner;
  for (std::uint16_t g = 0; g < s.setup.groups.size(); ++g) {
    const GroupSetup& group = s.setup.groups[g];
    const Duration delay = std::max(group.spec.news_delay, s.setup.border);
    const auto address = static_cast<std::uint32_t>(VehicleLuck::news) + g % 32u;
    if (owner == GroupIndex{g})
      s.send(group.place, delay, ConsignmentLost{v.line});
    else if (s.luck.uniform(v.draws, address) < group.spec.hears_of_others)
      s.send(group.place, delay, LossHeard{v.line});
  }
}

void equip(EquipmentIndex equipment, Crossing& here, CrossingStep s) {
  stages::equip(equipment, here.staff.machines[equipment.value], here.stages, here.vehicles, s);
}

// Where a vehicle waits for what nobody here may do, somebody is called who may.
void call_for_help(VehicleId id, Crossing& here, CrossingStep s) {
  const StageIndex stage = here.vehicles[id].stage;
  if (here.setup->calls_out && stage) staff::call_out(stage, here.staff, here.stages, s);
}

void send_on(VehicleId id, Outcome outcome, Crossing& here, CrossingStep s) {
  stages::send_on(id, outcome, here.stages, here.vehicles, s);
  call_for_help(id, here, s);
}

void leave(VehicleId id, Crossing& here) { here.vehicles.remove(id); }

}  // namespace

// At a region -----------------------------------------------------------------------------------
void react_to(const VehicleDue& e, Region& here, RegionStep s) { traffic::on(e, here, s); }

// At a crossing: vehicles -----------------------------------------------------------------------
void react_to(const VehicleArrived& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, here.vehicles, s);
  call_for_help(e.vehicle, here, s);
}
void react_to(const VehicleBalked& e, Crossing& here, CrossingStep) { leave(e.vehicle, here); }
void react_to(const CallDue& e, Crossing& here, CrossingStep s) { stages::on(e, here.stages, s); }
void react_to(const VehicleCalled& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, here.vehicles, s);
  call_for_help(e.vehicle, here, s);
}
void react_to(const ServiceBegan& e, Crossing& here, CrossingStep s) {
  if (s.setup.scenario.fatigue.slows)
    here.stages.slowness = staff::slowness(here.staff, e.stage, e.lane, s);
  stages::on(e, here.stages, here.vehicles, s);
}
void react_to(const ServiceEnded& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, here.vehicles, s);
  const StageSetup& stage = here.setup->stages[here.vehicles[e.vehicle].stage.value];
  const bool inspects = stage.technique && !stage.selects;
  if (inspects) inspect(e, stage, here, s);
  staff::on(e, here.staff, here.stages, s);
  if (stage.selects) return select(e.vehicle, here, s);
  if (!inspects) send_on(e.vehicle, Outcome::cleared, here, s);
}
void react_to(const ChannelChosen& e, Crossing& here, CrossingStep s) {
  here.vehicles[e.vehicle].channel = e.channel;
  send_on(e.vehicle, outcome_of(e.channel), here, s);
}
void react_to(const ControlEnded& e, Crossing& here, CrossingStep s) {
  const bool opened = here.setup->stages[e.stage.value].control == ControlKind::search;
  const Shipment& hidden = here.hold.of(e.vehicle);
  if (!e.found || !opened || !hidden.illicit()) {
    const Outcome outcome = e.found && !opened ? Outcome::alarm : Outcome::cleared;
    return send_on(e.vehicle, outcome, here, s);
  }
  if (s.setup.commodities[hidden.commodity.value].persons)
    s.schedule_at_once(PersonsReferred{e.vehicle});
  else
    s.schedule_at_once(GoodsSeized{e.vehicle});
}
void react_to(const GoodsSeized& e, Crossing& here, CrossingStep s) {
  reporting::on(e, here.reporting, here.known, here.vehicles[e.vehicle], s);
  spread_news(e.vehicle, here, s);
  leave(e.vehicle, here);
}
void react_to(const PersonsReferred& e, Crossing& here, CrossingStep s) {
  spread_news(e.vehicle, here, s);
  leave(e.vehicle, here);
}
void react_to(const VehicleReleased& e, Crossing& here, CrossingStep s) {
  const GroupIndex owner = here.hold.of(e.vehicle).owner;
  if (owner) {
    const GroupSetup& group = s.setup.groups[owner.value];
    s.send(group.place, std::max(group.spec.news_delay, s.setup.border),
           ConsignmentPassed{here.vehicles[e.vehicle].line});
  }
  leave(e.vehicle, here);
}

// At a crossing: staff, machines, reports, operations ---------------------------------------------
void react_to(const ShiftChanged& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const TeamCameOnDuty&, Crossing&, CrossingStep) {}
void react_to(const TeamWentOffDuty&, Crossing&, CrossingStep) {}
void react_to(const StaffChanged&, Crossing& here, CrossingStep s) {
  stages::open_lanes(staff::man(here.staff, here.stages, s), here.stages, s);
  staff::send_helpers_home(here.staff, here.stages, s);
  if (here.setup->calls_out) staff::call_out(here.staff, here.stages, s);
}
void react_to(const LanesChanged&, Crossing&, CrossingStep) {}
void react_to(const TeamArrived& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const TeamLeft&, Crossing&, CrossingStep) {}
void react_to(const MachineArrived& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
  equip(e.equipment, here, s);
}
void react_to(const MachineLeft& e, Crossing& here, CrossingStep s) { equip(e.equipment, here, s); }
void react_to(const ReportBegan& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const ReportWritten& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
  reporting::on(e, s);
}
void react_to(const ReportLost&, Crossing&, CrossingStep) {}
void react_to(const OrderReceived& e, Crossing&, CrossingStep s) { operation::on(e, s); }
void react_to(const OperationBegan& e, Crossing& here, CrossingStep s) {
  selection::on(e, here.known, s);
  operation::on(e, here.stages, s);
}
void react_to(const OperationEnded& e, Crossing& here, CrossingStep s) {
  selection::on(e, here.known, s);
  operation::on(e, here.stages, here.staff, s);
}
void react_to(const MoveOrderReceived& e, Crossing&, CrossingStep s) { operation::on(e, s); }
void react_to(const MoveDue& e, Crossing& here, CrossingStep s) { operation::on(e, here.staff, s); }
void react_to(const SecondmentDue& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const StayEnded& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const HelpNeeded&, Crossing&, CrossingStep) {}
void react_to(const CallReceived& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const HelpReady& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const CourseBegan& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const CourseEnded& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const OfficersPosted&, Crossing&, CrossingStep) {}
void react_to(const ActivityChanged&, Crossing&, CrossingStep) {}
void react_to(const OvertimeEnded&, Crossing&, CrossingStep) {}

// At a desk -------------------------------------------------------------------------------------
void react_to(const ReportReceived&, Desk&, DeskStep) {}

// At a group ------------------------------------------------------------------------------------
void react_to(const ConsignmentPlanned& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const ConsignmentReady& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const ConsignmentSent&, Group&, GroupStep) {}
void react_to(const ConsignmentPostponed&, Group&, GroupStep) {}
void react_to(const ConsignmentDeterred&, Group&, GroupStep) {}
void react_to(const OwnLossLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OwnPassageLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OthersLossLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OperationLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }

// At headquarters ---------------------------------------------------------------------------------
void react_to(const OrdersGiven& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const ActionDaysBegan&, Headquarters&, HeadquartersStep) {}
void react_to(const ActionDaysEnded&, Headquarters&, HeadquartersStep) {}

// Letters -----------------------------------------------------------------------------------------
namespace {

// Each letter is for one kind of place; its event is due when it arrives, in the sender's order.
struct Delivery {
  const Posted& posted;
  World& world;

  Crossing& crossing() const { return world.crossings[world.setup->crossing_at(posted.to).value]; }
  template <class Place, class E>
  void due(Place& place, const E& event) const {
    place.agenda.future.schedule(posted.arrives, {posted.from.value, posted.number}, event);
  }
  template <class E>
  void to_group(const E& event) const {
    due(world.groups[world.setup->group_at(posted.to).value], event);
  }

  void operator()(const TeamSent& l) const {
    due(crossing(), TeamArrived{crossing().staff.arriving.add(l.team)});
  }
  void operator()(const MachineSent& l) const {
    due(crossing(), MachineArrived{l.equipment, l.operation});
  }
  void operator()(const OperationOrdered& l) const { due(crossing(), OrderReceived{l.operation}); }
  void operator()(const MoveOrdered& l) const {
    due(crossing(), MoveOrderReceived{l.operation, l.move});
  }
  void operator()(const HelpCalled& l) const { due(crossing(), CallReceived{l}); }
  void operator()(const SeizureReport& l) const { due(world.desks.front(), ReportReceived{l}); }
  void operator()(const ConsignmentPassed& l) const { to_group(OwnPassageLearnt{l.line}); }
  void operator()(const ConsignmentLost& l) const { to_group(OwnLossLearnt{l.line}); }
  void operator()(const LossHeard& l) const { to_group(OthersLossLearnt{l.line}); }
  void operator()(const OperationLeaked& l) const { to_group(OperationLearnt{l.operation}); }
};

}  // namespace

void deliver(const Posted& posted, World& world) {
  std::visit(Delivery{posted, world}, posted.letter);
}

void deliver(const Departure& departure, World& world) {
  Crossing& to = world.crossings[world.setup->crossing_at(departure.to).value];
  const VehicleId id = to.vehicles.add(departure.vehicle);
  to.hold.put(id, departure.hidden);
  to.agenda.future.schedule(departure.arrives, {departure.from.value, departure.number},
                            VehicleArrived{id});
}

}  // namespace cordon
