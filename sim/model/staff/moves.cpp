// Officers and machines go from post to post.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
void send_officers(const MoveSetup& move, OperationIndex operation, Staff& self,
                   CrossingStep step) {
  std::vector<TeamId> crews;
  for (const TeamId id : ids(self)) {
    const Team& team = self.teams[id];
    if (team.home == here(step).index && team.authority == *move.authority) crews.push_back(id);
  }
  const auto count = static_cast<int>(crews.size());
  for (int c = 0; c < count; ++c) {
    const int share = move.officers / count + (c < move.officers % count ? 1 : 0);
    const TeamId id = crews[static_cast<std::size_t>(c)];
    const int officers = std::min(share, available(self.teams[id]));
    if (officers == 0) continue;
    travel(detach(id, officers, move.to, Errand::operation, operation, self, step), move.to,
           move.travel, step);
  }
  step.schedule_at_once(StaffChanged{});
}

void send_machine(const MoveSetup& move, OperationIndex operation, Staff& self, CrossingStep step) {
  int& there = self.machines[move.equipment.value];
  if (there == 0) return;
  --there;
  step.schedule_at_once(MachineLeft{move.equipment, operation});
  step.schedule_at_once(StaffChanged{});
  step.send(step.setup.crossings[move.to.value].place,
            std::max(move.travel + move.relocation, step.setup.border),
            MachineSent{move.equipment, operation});
}

void send_guests_home(OperationIndex operation, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    const Team& guest = self.teams[id];
    if (guest.operation != operation) continue;
    Duration way{0};
    for (const MoveSetup& move : step.setup.operations[operation.value].moves)
      if (move.from == guest.home) way = move.travel;
    send_home(id, way, self, step);
  }
  step.schedule_at_once(StaffChanged{});
}

void send_machines_home(OperationIndex operation, Staff& self, CrossingStep step) {
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  for (const MoveSetup& move : step.setup.operations[operation.value].moves) {
    if (!move.equipment || move.to != here) continue;
    const auto guest =
        std::find_if(self.borrowed.begin(), self.borrowed.end(), [&](const MachineArrived& m) {
          return m.operation == operation && m.equipment == move.equipment;
        });
    if (guest == self.borrowed.end()) continue;  // there was none to lend, or it never came
    self.borrowed.erase(guest);
    --self.machines[move.equipment.value];
    step.schedule_at_once(MachineLeft{move.equipment, {}});
    step.send(step.setup.crossings[move.from.value].place,
              std::max(move.travel + move.relocation, step.setup.border),
              MachineSent{move.equipment, {}});
  }
}

}  // namespace cordon::staff
