#include "sim/model/staff/duty.hpp"

#include <algorithm>

namespace cordon::staff {
namespace {

// Officers whose shift is on: all but those who work over time.
int rostered(const Team& team) { return team.on_duty ? team.officers : 0; }

// Who works where is told lane by lane, and who is spare is what remains.
bool is_told(Activity a) { return a != Activity::lane && a != Activity::spare; }

}  // namespace

std::vector<TeamId> ids(const Staff& self) {
  std::vector<TeamId> all;
  self.teams.for_each([&](TeamId id, const Team&) { all.push_back(id); });
  return all;
}

std::uint16_t account_of(const Team& team, Staff& self) {
  const auto found =
      std::find_if(self.accounts.begin(), self.accounts.end(),
                   [&](const Account& a) { return a.home == team.home && a.crew == team.crew; });
  const auto position = static_cast<std::uint16_t>(found - self.accounts.begin());
  if (found == self.accounts.end()) {
    self.accounts.emplace_back();
    self.accounts.back().home = team.home;
    self.accounts.back().crew = team.crew;
  }
  return position;
}

void settle(Team& team, Account& account, Time now) {
  for_each_activity([&](Activity a) { account.add(a, team.doing[a], now - team.since); });
  account.rostered += Int128{(now - team.since).count()} * rostered(team);
  team.since = now;
}

TeamId admit(Team team, const CrossingSetup& here, Staff& self, Time now) {
  team.fits = fitness(team, here);
  team.account = account_of(team, self);
  team.doing = {};
  team.since = now;
  return self.teams.add(team);
}

Team dismiss(TeamId id, Staff& self, CrossingStep step) {
  set_on_duty(id, false, self, step);
  for (const Posting& p : self.postings)
    if (p.team == id)
      step.schedule_at_once(OfficersPosted{detachment(self.teams[id], 0), p.stage, p.lane});
  std::erase_if(self.postings, [&](const Posting& p) { return p.team == id; });
  for (const Finishing& f : self.finishing)
    if (f.team == id) end_overtime(f, self, step);
  std::erase_if(self.finishing, [&](const Finishing& f) { return f.team == id; });
  set_doing(id, {}, self, step);
  return self.teams.remove(id);
}

void set_on_duty(TeamId id, bool on, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  if (team.on_duty == on) return;
  settle(team, self.accounts[team.account], step.now);
  team.on_duty = on;
  self.on_duty[static_cast<std::size_t>(team.authority)] += on ? team.officers : -team.officers;
  if (on) step.schedule_at_once(TeamCameOnDuty{detachment(team)});
  if (!on) step.schedule_at_once(TeamWentOffDuty{detachment(team)});
}

void change_officers(TeamId id, int by, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  settle(team, self.accounts[team.account], step.now);
  team.officers += by;
  if (team.on_duty) self.on_duty[static_cast<std::size_t>(team.authority)] += by;
}

void set_doing(TeamId id, const Counts& doing, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  if (team.doing == doing) return;
  settle(team, self.accounts[team.account], step.now);
  for_each_activity([&](Activity a) {
    if (is_told(a) && team.doing[a] != doing[a])
      step.schedule_at_once(ActivityChanged{detachment(team, doing[a]), a});
  });
  team.doing = doing;
}

void end_overtime(const Finishing& finishing, Staff& self, CrossingStep step) {
  step.schedule_at_once(
      OvertimeEnded{detachment(self.teams[finishing.team], finishing.officers), finishing.since});
}

void assign_reports(Staff& self) {
  int left = self.writing;
  const auto writers = [&](auto&& assign) {
    for (const TeamId id : ids(self)) {
      Team& team = self.teams[id];
      const bool may = team.on_duty && team.authority == Authority::customs;
      assign(team, may ? team.officers : 0);
    }
  };
  writers([&](Team& team, int officers) {
    team.writing = std::min({team.writing, officers, left});
    left -= team.writing;
  });
  writers([&](Team& team, int officers) {
    const int more = std::min(officers - team.writing, left);
    team.writing += more;
    left -= more;
  });
}

}  // namespace cordon::staff
