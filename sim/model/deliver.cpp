// What a place has sent is due where it was sent to, when it arrives.

#include <variant>

#include "sim/model/reactions.hpp"
#include "sim/model/risk/advance_information.hpp"

namespace cordon {
namespace {

// Each letter is for one kind of place; its event is due when it arrives, in the sender's order.
struct Delivery {
  const Posted& posted;
  World& world;

  Crossing& crossing() const { return world.crossings[world.setup->crossing_at(posted.to).value]; }
  Desk& desk() const { return world.desks[world.setup->desk_at(posted.to)]; }
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
    const MachineId id = crossing().machines.arriving.add(l.machine);
    due(crossing(), MachineArrived{l.machine.kind, l.machine.operation, id});
  }
  void operator()(const OperationOrdered& l) const { due(crossing(), OrderReceived{l.operation}); }
  void operator()(const MoveOrdered& l) const {
    due(crossing(), MoveOrderReceived{l.operation, l.move});
  }
  void operator()(const HelpCalled& l) const { due(crossing(), CallReceived{l}); }
  void operator()(const SeizureReport& l) const { due(desk(), ReportReceived{l}); }
  void operator()(const ConsignmentPassed& l) const { to_group(OwnPassageLearnt{l}); }
  void operator()(const ConsignmentLost& l) const { to_group(OwnLossLearnt{l}); }
  void operator()(const LossHeard& l) const { to_group(OthersLossLearnt{l}); }
  void operator()(const DeclarationReferred& l) const { due(desk(), ReferralReceived{l}); }
  void operator()(const VerdictSent& l) const {
    due(crossing(), VerdictReceived{l.vehicle, l.verdict});
  }
  void operator()(const RiskForm& l) const { due(crossing(), RiskFormReceived{l}); }
  void operator()(const ReviewReport& l) const {
    due(world.headquarters[world.setup->operation_at(posted.to).value], ReviewReceived{l});
  }
  void operator()(const DebriefingSent& l) const {
    due(world.headquarters[world.setup->operation_at(posted.to).value],
        DebriefingReceived{l.report});
  }
  void operator()(const CourseGranted& l) const {
    due(crossing(), CourseBegan{l.course, l.officers});
  }
  void operator()(const OfficersReassigned& l) const { due(crossing(), ReassignmentReceived{l}); }
  void operator()(const StopOrdered& l) const { due(crossing(), StopReceived{l.operation}); }
  void operator()(const Message& l) const {
    if (world.setup->is_crossing(posted.to))
      due(crossing(), MessageReceived{l});
    else
      due(desk(), MessageReceived{l});
  }
  void operator()(const OperationLeaked& l) const { to_group(OperationLearnt{l.operation}); }
  void operator()(const NetworkStruck& l) const { to_group(GroupStruck{l}); }
};

}  // namespace

void deliver(const Posted& posted, World& world) {
  std::visit(Delivery{posted, world}, posted.letter);
}

void deliver(const Departure& departure, World& world) {
  const Setup& setup = *world.setup;
  Crossing& to = world.crossings[setup.crossing_at(departure.to).value];
  const VehicleId id = to.vehicles.add(departure.vehicle);
  to.hold.put(id, departure.hidden);
  const Order order{departure.from.value, departure.number};
  const auto comes = [&](const auto& event) {
    return to.agenda.future.schedule(departure.arrives, order, event);
  };
  if (to.setup->sector) return void(comes(SectorEntered{id}));
  if (to.setup->is_base) {
    const Time followed = departure.leaves + setup.border;
    to.agenda.future.schedule(followed, order, DeliveryFollowed{id, departure.arrives - followed});
    return void(comes(DeliveryArrived{id}));
  }
  Vehicle& v = to.vehicles[id];
  const Shipment& hidden = departure.hidden;
  const bool of_a_group = hidden.owner || (hidden.looks_like && !hidden.illicit());
  const bool with_a_lot = of_a_group && setup.lines[v.line.value].has_lots;
  v.comes = with_a_lot ? comes(ConsignmentStowed{id}) : comes(VehicleArrived{id});
  advance::announce(id, v, departure.arrives, departure.leaves + setup.border, order, to.agenda,
                    setup, world.luck);
}

}  // namespace cordon
