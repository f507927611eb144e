#include "sim/model/staff/duty.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "sim/model/staff/absence.hpp"

namespace cordon::staff {
namespace {

// Who works where is told lane by lane, and who is spare is what remains.
bool is_told(Activity a) { return a != Activity::lane && a != Activity::spare; }

// Who arrives in the middle of his shift is there.
int draw_absent(const Team& team, CrossingStep step) {
  if (step.now != team.shift.begins && step.now != start_of_run) return 0;
  const CrewSetup& crew = crew_of(team, step.setup);
  const Subject luck{crew.source,
                     static_cast<std::uint32_t>(team.shift.day.time_since_epoch().count())};
  const double roster = roster_of(team, step.setup).absence;
  return absent_officers(std::max(0, team.rostered - team.on_course),
                         roster + (1 - roster) * crew.absence, step.luck, luck,
                         team.home != here(step).index);
}

void come_on_duty(Team& team, Staff& self, CrossingStep step) {
  team.on_duty = true;
  team.came = team.shift.begins;
  team.rostered = static_cast<int>(std::llround(team.shift.share * team.officers));
  team.absent = draw_absent(team, step);
  team.staying = 0;
  team.has_set_out = false;
  team.break_turns =
      roster::break_turns(roster_of(team, step.setup), team.shift, step.now - Duration{1});
  self.on_duty[static_cast<std::size_t>(team.authority)] += team.present();
  step.schedule_at_once(TeamCameOnDuty{detachment(team, team.present())});
}

void go_off_duty(TeamId id, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  self.on_duty[static_cast<std::size_t>(team.authority)] -= team.present();
  step.schedule_at_once(TeamWentOffDuty{detachment(team, team.present())});
  const bool may_stay = roster_of(team, step.setup).overtime_limit > Duration::zero();
  rest(team);
  team.staying = may_stay ? posted(self.postings, id) : 0;
  team.ended = step.now;
}

void set_on_duty(TeamId id, bool on, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  if (team.on_duty == on) return;
  settle(team, self.accounts[team.account], step.now);
  if (on) return come_on_duty(team, self, step);
  go_off_duty(id, self, step);
}

void tell_doing(const Team& team, Activity what, const Staff& self, CrossingStep step) {
  int officers = 0;
  self.teams.for_each([&](TeamId, const Team& t) {
    if (told_as_one(t, team)) officers += t.doing[what];
  });
  step.schedule_at_once(ActivityChanged{detachment(team, officers), what});
}

void want_breaks(Team& team) {
  int& wanted = team.wanted[Activity::resting];
  wanted = team.owed;
  for (const Rest& r : team.resting) wanted += r.officers;
}

// Those whose turn it is are owed a break, and those who have had theirs are back.
void keep_to_breaks(Team& team, const RosterSetup& roster, Time now) {
  const int turns = roster::break_turns(roster, team.shift, now);
  for (; team.break_turns < turns; ++team.break_turns)
    team.owed += roster::break_group(roster, team.present(), team.break_turns);
  std::erase_if(team.resting, [&](const Rest& r) { return r.until <= now; });
  want_breaks(team);
}

// When a crew is briefed for an operation: in the first shift that it has in the action days. Its
// halves take turns, so that the lanes are not all closed.
std::optional<Time> briefing_begins(const Team& team, const Briefing& b, const Setup& setup) {
  const auto& authorities = setup.operations[b.operation.value].spec.authorities;
  const bool takes_part = authorities.empty() || std::find(authorities.begin(), authorities.end(),
                                                           team.authority) != authorities.end();
  if (!takes_part) return std::nullopt;
  const Shift first = roster::shift_at(roster_of(team, setup), crew_of(team, setup).position,
                                       b.began, setup.calendar);
  if (team.shift.begins != first.begins) return std::nullopt;
  return std::max(b.began, first.begins);
}

int briefed(const Team& team, const Staff& self, const Setup& setup, Time now) {
  int most = 0;
  for (const Briefing& b : self.briefings) {
    const auto begins = briefing_begins(team, b, setup);
    const Duration lasts = setup.operations[b.operation.value].spec.briefing;
    if (!begins || now < *begins || now >= *begins + 2 * lasts) continue;
    const int first_half = (team.present() + 1) / 2;
    most = std::max(most, now < *begins + lasts ? first_half : team.present() - first_half);
  }
  return most;
}

Time next_change(const Team& team, const Staff& self, const Setup& setup, Time now) {
  const RosterSetup& roster = roster_of(team, setup);
  const int officers = team.on_duty ? team.present() : team.officers;
  Time next = roster::next_change(roster, team.shift, officers, now);
  for (const Briefing& b : self.briefings)
    if (const auto begins = briefing_begins(team, b, setup))
      for (int half = 1; half <= 2; ++half) {
        const Time ends = *begins + half * setup.operations[b.operation.value].spec.briefing;
        if (ends > now) next = std::min(next, ends);
      }
  for (const Rest& r : team.resting) next = std::min(next, r.until);
  return team.staying > 0 ? std::min(next, team.ended + roster.overtime_limit) : next;
}

}  // namespace

std::vector<TeamId> ids(const Staff& self) {
  std::vector<TeamId> all;
  self.teams.for_each([&](TeamId id, const Team&) { all.push_back(id); });
  return all;
}

std::vector<TeamId> crews_of(const std::string& team, const Staff& self, CrossingStep step) {
  std::vector<TeamId> crews;
  for (const TeamId id : ids(self))
    if (self.teams[id].home == here(step).index && crew_of(self.teams[id], step.setup).team == team)
      crews.push_back(id);
  return crews;
}

const CrewSetup& crew_of(const Team& team, const Setup& setup) {
  return setup.crossings[team.home.value].crews[team.crew];
}

const RosterSetup& roster_of(const Team& team, const Setup& setup) {
  return setup.rosters[crew_of(team, setup).roster];
}

void rest(Team& team) {
  team.on_duty = false;
  team.rostered = team.absent = team.staying = team.owed = 0;
  team.resting.clear();
  team.wanted = {};
}

std::uint16_t account_of(const Team& team, Staff& self) {
  const auto found =
      std::find_if(self.accounts.begin(), self.accounts.end(), [&](const Account& a) {
        return a.home == team.home && a.crew == team.crew && a.operation == team.operation;
      });
  const auto position = static_cast<std::uint16_t>(found - self.accounts.begin());
  if (found == self.accounts.end()) {
    self.accounts.emplace_back();
    self.accounts.back().home = team.home;
    self.accounts.back().crew = team.crew;
    self.accounts.back().operation = team.operation;
  }
  return position;
}

void settle(Team& team, Account& account, Time now) {
  for_each_activity([&](Activity a) { account.add(a, team.doing[a], now - team.since); });
  account.rostered += Int128{(now - team.since).count()} * team.rostered;
  team.since = now;
}

TeamId admit(Team team, const CrewSetup& crew, const CrossingSetup& here, Staff& self, Time now) {
  team.fits = fitness(crew, crew.authorities, here);
  team.expert = fitness(crew, set_of(crew.authority), here);
  team.account = account_of(team, self);
  team.doing = {};
  team.since = now;
  return self.teams.add(team);
}

Team dismiss(TeamId id, Staff& self, CrossingStep step) {
  set_on_duty(id, false, self, step);
  std::set<LaneOfStage> left;
  for (const Posting& p : self.postings)
    if (p.team == id) left.insert({p.stage, p.lane});
  for (const Finishing& f : self.finishing)
    if (f.team == id) left.insert(f.at);
  std::erase_if(self.postings, [&](const Posting& p) { return p.team == id; });
  std::erase_if(self.finishing, [&](const Finishing& f) { return f.team == id; });
  for (const LaneOfStage& at : left) tell_at_lane(self.teams[id], at, self, step);
  set_doing(id, {}, self, step);
  return self.teams.remove(id);
}

void tell_at_lane(const Team& team, LaneOfStage at, const Staff& self, CrossingStep step) {
  int officers = 0;
  const auto count = [&](TeamId there, int some) {
    if (told_as_one(self.teams[there], team)) officers += some;
  };
  for (const Posting& p : self.postings)
    if (LaneOfStage{p.stage, p.lane} == at) count(p.team, p.officers);
  for (const Finishing& f : self.finishing)
    if (f.at == at) count(f.team, f.officers);
  step.schedule_at_once(OfficersPosted{detachment(team, officers), at.stage, at.lane});
}

void change_officers(TeamId id, int by, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  settle(team, self.accounts[team.account], step.now);
  team.officers += by;
  if (!team.on_duty) return;
  team.rostered += by;
  self.on_duty[static_cast<std::size_t>(team.authority)] += by;
}

void keep_to_roster(TeamId id, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  const RosterSetup& roster = roster_of(team, step.setup);
  if (step.now >= team.shift.ends) {
    set_on_duty(id, false, self, step);
    team.shift =
        roster::shift_at(roster, crew_of(team, step.setup).position, step.now, step.setup.calendar);
  }
  set_on_duty(id, team.shift.covers(step.now), self, step);
  if (team.staying > 0 && step.now >= team.ended + roster.overtime_limit) team.staying = 0;
  if (!team.on_duty) return;
  team.wanted[Activity::briefing] =
      std::max(roster::briefed(roster, team.shift, team.present(), step.now),
               briefed(team, self, step.setup, step.now));
  team.wanted[Activity::training] = std::min(team.on_course, team.present());
  keep_to_breaks(team, roster, step.now);
}

bool begin_breaks(TeamId id, int officers, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  const int begin = std::min(team.owed, officers);
  if (begin <= 0) return false;
  team.owed -= begin;
  team.resting.push_back({step.now + roster_of(team, step.setup).break_length, begin});
  return true;
}

void schedule_shift_change(Staff& self, CrossingStep step) {
  constexpr Duration at_most = 24h;
  Time next = step.now + at_most;
  self.teams.for_each([&](TeamId, const Team& team) {
    next = std::min(next, next_change(team, self, step.setup, step.now));
  });
  next = std::max(next, step.now);
  if (self.shift_changes > step.now && self.shift_changes <= next) return;
  step.agenda.future.cancel(self.shift_change);
  self.shift_changes = next;
  self.shift_change = step.schedule(next - step.now, ShiftChanged{});
}

int to_spare(const Team& team) {
  int officers = team.present();
  for_each_activity([&](Activity a) { officers -= team.wanted[a]; });
  return std::max(0, officers);
}

int available(const Team& team) {
  return std::max(0, (team.on_duty ? team.present() : team.officers) - team.on_course);
}

void set_doing(TeamId id, const Counts& doing, Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  if (team.doing == doing) return;
  settle(team, self.accounts[team.account], step.now);
  const Counts before = std::exchange(team.doing, doing);
  for_each_activity([&](Activity a) {
    if (is_told(a) && before[a] != doing[a]) tell_doing(team, a, self, step);
  });
  const int gone = before[Activity::overtime] - doing[Activity::overtime];
  if (gone > 0) step.schedule_at_once(OvertimeEnded{detachment(team, gone), team.ended});
}

void assign_reports(Staff& self, const CrossingSetup& here) {
  const auto may_seize = [&](const Team& team) { return (team.fits >> here.seizes & 1u) != 0; };
  bool has_any = false;
  self.teams.for_each([&](TeamId, const Team& team) { has_any |= may_seize(team); });
  int left = self.reports;
  const auto writers = [&](auto&& assign) {
    for (const TeamId id : ids(self)) {
      Team& team = self.teams[id];
      int& writing = team.wanted[Activity::reporting];
      const bool may = team.on_duty && (may_seize(team) || !has_any);
      writing = may ? std::min(writing, team.present()) : 0;
      assign(writing, may ? writing + to_spare(team) : 0);
    }
  };
  writers([&](int& writing, int officers) {
    writing = std::min({writing, officers, left});
    left -= writing;
  });
  writers([&](int& writing, int officers) {
    const int more = std::max(0, std::min(officers - writing, left));
    writing += more;
    left -= more;
  });
}

}  // namespace cordon::staff
