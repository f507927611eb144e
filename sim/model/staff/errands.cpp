// Officers leave for other posts, work there, and come home.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

// Back into their own crew.
void rejoin(const Team& arrived, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    Team& crew = self.teams[id];
    if (crew.home != arrived.home || crew.crew != arrived.crew) continue;
    share_skills(crew, arrived, step);
    crew.visits = std::max(crew.visits, arrived.visits);
    return change_officers(id, arrived.officers, self, step);
  }
}

// The way here is a part of what the crew has done.
void count_journey(const Team& team, Account& account, Time now) {
  account.add(Activity::travelling, team.officers, now - team.left);
  account.rostered += Int128{(now - team.left).count()} * team.officers;
}

// A guest works the hours that it works at home.
void welcome(const Team& arrived, Staff& self, CrossingStep step) {
  const CrewSetup& crew = crew_of(arrived, step.setup);
  const TeamId id = admit(arrived, crew, here(step), self, step.now);
  keep_to_roster(id, self, step);
  schedule_shift_change(self, step);
  Team& guest = self.teams[id];
  if (guest.errand == Errand::operation) return;
  if (guest.errand == Errand::call_out) {
    guest.until = step.now + crew.minimum_stay;
    self.called[guest.need] = false;
    ++self.helpers;
  }
  if (guest.errand == Errand::beat) guest.until = step.now + crew.stay;
  step.schedule(std::max(Duration::zero(), guest.until - step.now),
                StayEnded{id, guest.home, guest.crew});
}

// Evenly from these crews; no crew gives more than it has.
void second(const std::vector<TeamId>& crews, int all, CrossingIndex to, Time until, Staff& self,
            CrossingStep step) {
  const auto count = static_cast<int>(crews.size());
  for (int c = 0; c < count; ++c) {
    const TeamId id = crews[static_cast<std::size_t>(c)];
    const int share = all / count + (c < all % count ? 1 : 0);
    const int officers = std::min(share, available(self.teams[id]));
    if (officers == 0) continue;
    Team leaving = detach(id, officers, to, Errand::secondment, {}, self, step);
    leaving.until = until;
    travel(leaving, to, here(step).way[to.value], step);
  }
  step.schedule_at_once(StaffChanged{});
}

}  // namespace

const CrossingSetup& here(CrossingStep step) {
  return step.setup.crossings[step.setup.crossing_at(step.agenda.place).value];
}

Team detach(TeamId id, int officers, CrossingIndex to, Errand errand, OperationIndex operation,
            Staff& self, CrossingStep step) {
  Team leaving = self.teams[id];
  leaving.officers = officers;
  leaving.errand = errand;
  leaving.operation = operation;
  leaving.on_course = 0;
  leaving.left = step.now;
  rest(leaving);
  step.schedule_at_once(TeamLeft{detachment(leaving), to, self.teams[id].on_duty});
  change_officers(id, -officers, self, step);
  return leaving;
}

void travel(const Team& leaving, CrossingIndex to, Duration way, CrossingStep step) {
  step.send(step.setup.crossings[to.value].place, std::max(way, step.setup.border),
            TeamSent{leaving});
}

void send_home(TeamId id, Duration way, Staff& self, CrossingStep step) {
  Team guest = dismiss(id, self, step);
  step.schedule_at_once(TeamLeft{detachment(guest), guest.home, false});
  guest.errand = Errand::none;
  guest.operation = {};
  guest.left = step.now;
  travel(guest, guest.home, way, step);
}

void on(const TeamArrived& event, Staff& self, CrossingStep step) {
  const Team arrived = self.arriving.remove(event.team);
  count_journey(arrived, self.accounts[account_of(arrived, self)], step.now);
  if (arrived.home == here(step).index) {
    rejoin(arrived, self, step);
    answer_calls(self, step);
  } else {
    welcome(arrived, self, step);
  }
  step.schedule_at_once(StaffChanged{});
}

void on(const StayEnded& event, Staff& self, CrossingStep step) {
  if (!self.teams.contains(event.team)) return;
  const Team& guest = self.teams[event.team];
  if (guest.errand == Errand::beat)
    go_on(event.team, self, step);
  else if (guest.errand == Errand::secondment)
    send_home(event.team, here(step).way[guest.home.value], self, step);
  step.schedule_at_once(StaffChanged{});
}

void on(const SecondmentDue& event, Staff& self, CrossingStep step) {
  const SecondmentSetup& plan = here(step).secondments[event.secondment];
  second(crews_of(plan.team, self, step), plan.officers, {plan.to}, plan.until, self, step);
}

void on(const ReassignmentReceived& event, Staff& self, CrossingStep step) {
  const OfficersReassigned& what = event.what;
  std::vector<TeamId> crews;
  for (const TeamId id : ids(self))
    if (self.teams[id].home == here(step).index && self.teams[id].authority == what.authority)
      crews.push_back(id);
  second(crews, what.officers, what.to, what.until, self, step);
}

}  // namespace cordon::staff
