#include "sim/model/staff/staff.hpp"

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

Team make_team(const CrossingSetup& setup, std::size_t crew) {
  const CrewSetup& c = setup.crews[crew];
  Team team;
  team.home = setup.index;
  team.crew = static_cast<std::uint16_t>(crew);
  team.authority = c.authority;
  team.cost_per_hour = c.cost_per_hour;
  team.officers = c.officers;
  return team;
}

// Back into their own crew.
void rejoin(const Team& arrived, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    Team& crew = self.teams[id];
    if (crew.home != arrived.home || crew.crew != arrived.crew) continue;
    share_skills(crew, arrived, step);
    return change_officers(id, arrived.officers, self, step);
  }
}

// The way here is a part of what the crew has done.
void count_journey(const Team& team, Account& account, Time now) {
  account.add(Activity::travelling, team.officers, now - team.left);
  account.rostered += Int128{(now - team.left).count()} * team.officers;
}

}  // namespace

Staff make(const CrossingSetup& setup) {
  Staff made;
  made.machines = setup.equipment;
  for (std::size_t c = 0; c < setup.crews.size(); ++c)
    admit(make_team(setup, c), setup.crews[c], setup, made, start_of_run);
  return made;
}

void on(const ShiftChanged&, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) keep_to_roster(id, self, step);
  step.schedule_at_once(StaffChanged{});
  schedule_shift_change(self, step);
}

void on(const TeamArrived& event, Staff& self, CrossingStep step) {
  const Team arrived = self.arriving.remove(event.team);
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  count_journey(arrived, self.accounts[account_of(arrived, self)], step.now);
  if (arrived.home == here) {
    rejoin(arrived, self, step);
  } else {  // a guest works the hours that it worked at home
    const TeamId id = admit(arrived, crew_of(arrived, step.setup), step.setup.crossings[here.value],
                            self, step.now);
    keep_to_roster(id, self, step);
    schedule_shift_change(self, step);
  }
  step.schedule_at_once(StaffChanged{});
}

void on(const MachineArrived& event, Staff& self, CrossingStep step) {
  ++self.machines[event.equipment.value];
  if (event.operation) self.borrowed.push_back(event);
  step.schedule_at_once(StaffChanged{});
}

void on(const ReportBegan&, Staff& self, CrossingStep step) {
  ++self.writing;
  step.schedule_at_once(StaffChanged{});
}

void on(const ReportWritten&, Staff& self, CrossingStep step) {
  --self.writing;
  step.schedule_at_once(StaffChanged{});
}

void leave_lane(const ServiceEnded& event, Staff& self, const Stages& stages, CrossingStep step) {
  const LaneOfStage at{event.stage, event.lane};
  bool free_again = self.staying > 0 && stages.stages[event.stage.value].waiting() == 0;
  for (const Finishing& f : self.finishing) {
    if (f.at != at) continue;
    const Team& team = self.teams[f.team];
    step.schedule_at_once(OfficersPosted{detachment(team, 0), event.stage, event.lane});
    free_again |= team.on_duty;
    if (team.on_duty) continue;
    Counts doing = team.doing;
    doing[Activity::overtime] -= f.officers;
    set_doing(f.team, doing, self, step);
  }
  std::erase_if(self.finishing, [&](const Finishing& f) { return f.at == at; });
  if (free_again) step.schedule_at_once(StaffChanged{});
}

std::vector<Account> accounts(const Staff& self, Time now) {
  std::vector<Account> until_now = self.accounts;
  self.teams.for_each([&](TeamId, Team team) { settle(team, until_now[team.account], now); });
  return until_now;
}

}  // namespace cordon::staff
