// Officers go from post to post for an operation.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {

void send_officers(const MoveSetup& move, OperationIndex operation, Staff& self,
                   CrossingStep step) {
  std::vector<TeamId> crews;
  for (const TeamId id : ids(self)) {
    const Team& team = self.teams[id];
    const bool asked = move.team.empty() || crew_of(team, step.setup).team == move.team;
    if (team.home == here(step).index && team.authority == *move.authority && asked)
      crews.push_back(id);
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

void brief(OperationIndex operation, Staff& self, CrossingStep step) {
  if (step.setup.operations[operation.value].spec.briefing <= Duration::zero()) return;
  self.briefings.push_back({operation, step.now});
  for (const TeamId id : ids(self)) keep_to_roster(id, self, step);
  schedule_shift_change(self, step);
}

void send_guests_home(OperationIndex operation, Staff& self, CrossingStep step) {
  std::erase_if(self.briefings, [&](const Briefing& b) { return b.operation == operation; });
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

}  // namespace cordon::staff
