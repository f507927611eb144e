// Officers and machines go from post to post.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

// The departing officers leave the crew at once; they are on the road until they arrive.
void depart(TeamId id, int officers, CrossingIndex to, Duration travel, OperationIndex operation,
            Staff& self, CrossingStep step) {
  Team leaving = self.teams[id];
  leaving.officers = officers;
  leaving.operation = operation;
  leaving.left = step.now;
  leaving.on_course = 0;
  rest(leaving);
  step.schedule_at_once(TeamLeft{detachment(leaving), to, self.teams[id].on_duty});
  change_officers(id, -officers, self, step);
  step.send(step.setup.crossings[to.value].place, std::max(travel, step.setup.border),
            TeamSent{leaving});
}

}  // namespace

void send_officers(const MoveSetup& move, OperationIndex operation, Staff& self,
                   CrossingStep step) {
  std::vector<TeamId> crews;
  for (const TeamId id : ids(self)) {
    const Team& team = self.teams[id];
    if (!team.operation && team.authority == *move.authority) crews.push_back(id);
  }
  const auto count = static_cast<int>(crews.size());
  for (int c = 0; c < count; ++c) {
    const int share = move.officers / count + (c < move.officers % count ? 1 : 0);
    const TeamId id = crews[static_cast<std::size_t>(c)];
    const int officers = std::min(share, available(self.teams[id]));
    if (officers == 0) continue;
    depart(id, officers, move.to, move.travel, operation, self, step);
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
    if (self.teams[id].operation != operation) continue;
    Team guest = dismiss(id, self, step);
    step.schedule_at_once(TeamLeft{detachment(guest), guest.home, false});
    guest.operation = {};
    guest.left = step.now;
    const CrossingSetup& home = step.setup.crossings[guest.home.value];
    Duration travel{0};
    for (const MoveSetup& move : step.setup.operations[operation.value].moves)
      if (move.from == guest.home) travel = move.travel;
    step.send(home.place, std::max(travel, step.setup.border), TeamSent{guest});
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
