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

}  // namespace

Staff make(const CrossingSetup& setup) {
  Staff made;
  made.called.assign(setup.needs.size(), false);
  for (std::size_t c = 0; c < setup.crews.size(); ++c)
    admit(make_team(setup, c), setup.crews[c], setup, made, start_of_run);
  return made;
}

void on(const ConditionsChanged&, Staff& self, CrossingStep step) {
  const CrossingSetup& post = here(step);
  for (const TeamId id : ids(self)) {
    Team& team = self.teams[id];
    const CrewSetup& crew = crew_of(team, step.setup);
    team.fits = fitness(crew, crew.authorities, post);
    team.expert = fitness(crew, set_of(crew.authority), post);
    keep_to_roster(id, self, step);
  }
  schedule_shift_change(self, step);
}

void on(const ShiftChanged&, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) keep_to_roster(id, self, step);
  set_out(self, step);
  answer_calls(self, step);
  step.schedule_at_once(StaffChanged{});
  schedule_shift_change(self, step);
}

void leave_lane(LaneOfStage at, Staff& self, const Stages& stages, CrossingStep step) {
  const Stage& stage = stages.stages[at.stage.value];
  const bool was_last = stage.busy <= 1;  // who was called for this stage may leave
  bool free_again =
      stage.waiting.size() == 0 && (self.staying > 0 || (self.helpers > 0 && was_last));
  const auto first = std::stable_partition(self.finishing.begin(), self.finishing.end(),
                                           [&](const Finishing& f) { return f.at != at; });
  const std::vector<Finishing> done(first, self.finishing.end());
  self.finishing.erase(first, self.finishing.end());
  for (const Finishing& f : done) {
    const Team& team = self.teams[f.team];
    tell_at_lane(team, at, self, step);
    free_again |= team.on_duty;
    if (team.on_duty) continue;
    Counts doing = team.doing;
    doing[Activity::overtime] -= f.officers;
    set_doing(f.team, doing, self, step);
  }
  if (free_again) step.schedule_at_once(StaffChanged{});
}

bool is_there(std::uint8_t need, const Staff& self) {
  bool there = false;
  self.teams.for_each([&](TeamId, const Team& team) {
    there |= team.on_duty && team.present() > 0 && (team.fits >> need & 1u) != 0;
  });
  return there;
}

int doing(const Staff& self, Activity what) {
  int officers = 0;
  self.teams.for_each([&](TeamId, const Team& team) { officers += team.doing[what]; });
  return officers;
}

std::vector<Account> accounts(const Staff& self, Time now) {
  std::vector<Account> until_now = self.accounts;
  self.teams.for_each([&](TeamId, Team team) { settle(team, until_now[team.account], now); });
  return until_now;
}

}  // namespace cordon::staff
