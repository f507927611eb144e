#include "sim/model/staff/staff.hpp"

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

constexpr Duration day = 24h;

// Time since the shift of the team last began, at a local time of day.
Duration into_shift(const Team& team, Duration of_day) {
  return of_day >= team.begins ? of_day - team.begins : of_day + day - team.begins;
}
bool covers(const Team& team, Duration of_day) { return into_shift(team, of_day) < team.lasts; }

Duration until_next_change(const Team& team, Duration of_day) {
  const Duration into = into_shift(team, of_day);
  return into < team.lasts ? team.lasts - into : day - into;
}

Team crew_of(const CrossingSetup& setup, std::size_t crew) {
  const CrewSetup& c = setup.crews[crew];
  Team team;
  team.authority = c.authority;
  team.officers = c.officers;
  team.begins = c.begins;
  team.lasts = c.lasts;
  team.skill = c.skill;
  team.cost_per_hour = c.cost_per_hour;
  team.home = setup.index;
  team.crew = static_cast<std::uint16_t>(crew);
  return team;
}

// Back into their own crew.
void rejoin(const Team& arrived, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    const Team& crew = self.teams[id];
    if (crew.home == arrived.home && crew.crew == arrived.crew)
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
    admit(crew_of(setup, c), setup, made, start_of_run);
  return made;
}

void on(const ShiftChanged&, Staff& self, CrossingStep step) {
  const Duration of_day = step.setup.calendar.local(step.now).of_day;
  Duration next = day;
  for (const TeamId id : ids(self)) {
    const Team& team = self.teams[id];
    set_on_duty(id, covers(team, of_day), self, step);
    next = std::min(next, until_next_change(team, of_day));
  }
  step.schedule_at_once(StaffChanged{});
  step.schedule(next, ShiftChanged{});
}

void on(const TeamArrived& event, Staff& self, CrossingStep step) {
  Team arrived = self.arriving.remove(event.team);
  const CrossingIndex here = step.setup.crossing_at(step.agenda.place);
  count_journey(arrived, self.accounts[account_of(arrived, self)], step.now);
  if (arrived.home == here) {
    rejoin(arrived, self, step);
  } else {  // a guest works the hours that it worked at home
    const TeamId id = admit(arrived, step.setup.crossings[here.value], self, step.now);
    const Duration of_day = step.setup.calendar.local(step.now).of_day;
    set_on_duty(id, covers(arrived, of_day), self, step);
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

void go_home(const ServiceEnded& event, Staff& self, CrossingStep step) {
  const LaneOfStage at{event.stage, event.lane};
  std::vector<TeamId> gone;
  for (const Finishing& f : self.finishing)
    if (f.at == at) end_overtime(f, self, step), gone.push_back(f.team);
  std::erase_if(self.finishing, [&](const Finishing& f) { return f.at == at; });
  for (const TeamId team : gone) {
    Counts doing = self.teams[team].doing;
    doing[Activity::overtime] = finishing(self.finishing, team);
    set_doing(team, doing, self, step);
  }
}

double skill(const Staff& self, StageIndex stage, std::uint16_t lane) {
  double sum = 0, officers = 0;
  const auto add = [&](const Team& team, int count) {
    sum += team.skill * count;
    officers += count;
  };
  for (const Posting& p : self.postings)
    if (p.stage == stage && p.lane == lane) add(self.teams[p.team], p.officers);
  for (const Finishing& f : self.finishing)
    if (f.at == LaneOfStage{stage, lane}) add(self.teams[f.team], f.officers);
  if (officers == 0)
    self.teams.for_each([&](TeamId, const Team& team) {
      if (team.on_duty && team.authority == Authority::customs) add(team, team.officers);
    });
  return officers > 0 ? sum / officers : 0;
}

std::vector<Account> accounts(const Staff& self, Time now) {
  std::vector<Account> until_now = self.accounts;
  self.teams.for_each([&](TeamId, Team team) { settle(team, until_now[team.account], now); });
  return until_now;
}

}  // namespace cordon::staff
