#include "sim/model/cooperation/operation.hpp"

#include <algorithm>

namespace cordon::operation {
namespace {

constexpr Duration order_latency = 1h;

Time begins(const OperationSetup& plan) { return start_of_run + plan.spec.start; }
Time ends(const OperationSetup& plan) { return begins(plan) + plan.spec.length; }

Duration until(Time at, Time now) { return std::max(Duration::zero(), at - now); }

}  // namespace

Headquarters make(const OperationSetup& setup, OperationIndex index) {
  Headquarters made;
  made.setup = &setup;
  made.index = index;
  made.agenda.place = setup.place;
  auto& future = made.agenda.future;
  const Time orders = std::max(start_of_run, begins(setup) - setup.spec.notice);
  future.schedule(orders, made.agenda.next_order(), OrdersGiven{});
  future.schedule(begins(setup), made.agenda.next_order(), ActionDaysBegan{});
  future.schedule(ends(setup), made.agenda.next_order(), ActionDaysEnded{});
  return made;
}

void on(const OrdersGiven&, Headquarters& self, HeadquartersStep step) {
  const OperationSetup& plan = *self.setup;
  const Duration latency = std::max(order_latency, step.setup.border);
  for (const CrossingIndex c : plan.crossings)
    step.send(step.setup.crossings[c.value].place, latency, OperationOrdered{self.index});
  for (std::uint16_t m = 0; m < plan.moves.size(); ++m)
    step.send(step.setup.crossings[plan.moves[m].from.value].place, latency,
              MoveOrdered{self.index, m});
  for (std::size_t g = 0; g < step.setup.groups.size(); ++g) {
    const Subject subject{plan.source, static_cast<std::uint32_t>(g)};
    if (step.luck.uniform(subject, VehicleLuck::news) < 1 - plan.spec.secrecy)
      step.send(step.setup.groups[g].place, latency, OperationLeaked{self.index});
  }
}

void on(const OrderReceived& event, CrossingStep step) {
  const OperationSetup& plan = step.setup.operations[event.operation.value];
  step.schedule(until(begins(plan), step.now), OperationBegan{event.operation});
  step.schedule(until(ends(plan), step.now), OperationEnded{event.operation});
}

// Officers and machines leave in time to be there when the action days begin.
void on(const MoveOrderReceived& event, CrossingStep step) {
  const OperationSetup& plan = step.setup.operations[event.operation.value];
  const MoveSetup& move = plan.moves[event.move];
  const Time leaves = begins(plan) - move.travel - move.relocation;
  step.schedule(until(leaves, step.now), MoveDue{event.operation, event.move});
}

void on(const MoveDue& event, Staff& staff, Machines& machines, CrossingStep step) {
  const MoveSetup& move = step.setup.operations[event.operation.value].moves[event.move];
  if (move.authority && move.officers > 0) staff::send_officers(move, event.operation, staff, step);
  if (move.equipment) machines::send(move, event.operation, machines, step);
}

void on(const OperationBegan& event, Stages& stages, CrossingStep step) {
  const auto& mode = step.setup.operations[event.operation.value].spec.cooperation;
  if (mode) stages.cooperation = *mode;
  step.schedule_at_once(StaffChanged{});
}

void on(const OperationEnded& event, Stages& stages, Staff& staff, Machines& machines,
        CrossingStep step) {
  const OperationSetup& plan = step.setup.operations[event.operation.value];
  if (plan.spec.cooperation) stages.cooperation = stages.setup->cooperation;
  staff::send_guests_home(event.operation, staff, step);
  machines::send_home(event.operation, machines, step);
  step.schedule_at_once(StaffChanged{});
}

}  // namespace cordon::operation
