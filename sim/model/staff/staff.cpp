#include "sim/model/staff/staff.hpp"

#include <algorithm>

namespace cordon::staff {
namespace {

constexpr Duration day = 24h;
constexpr std::size_t customs = static_cast<std::size_t>(Authority::customs);

// Time since the shift of the team last began, at a local time of day.
Duration into_shift(const Team& team, Duration of_day) {
  return of_day >= team.begins ? of_day - team.begins : of_day + day - team.begins;
}
bool covers(const Team& team, Duration of_day) { return into_shift(team, of_day) < team.lasts; }

Duration until_next_change(const Team& team, Duration of_day) {
  const Duration into = into_shift(team, of_day);
  return into < team.lasts ? team.lasts - into : day - into;
}

Team crew_of(const CrossingSetup& setup, std::size_t crew, CrossingIndex home) {
  const CrewSetup& c = setup.crews[crew];
  return {c.authority, c.officers,      c.begins,    c.lasts,
          c.skill,     c.cost_per_hour, home,        static_cast<std::uint16_t>(crew),
          {},          false,           start_of_run};
}

void set_on_duty(Team& team, bool on, Staff& self, CrossingStep step) {
  if (team.on_duty == on) return;
  team.on_duty = on;
  self.on_duty[static_cast<std::size_t>(team.authority)] += on ? team.officers : -team.officers;
  if (on) step.schedule_at_once(TeamCameOnDuty{detachment(team)});
  if (!on) step.schedule_at_once(TeamWentOffDuty{detachment(team)});
}

std::vector<TeamId> ids(const Staff& self) {
  std::vector<TeamId> all;
  self.teams.for_each([&](TeamId id, const Team&) { all.push_back(id); });
  return all;
}

// The departing officers leave the crew at once; they are on the road until they arrive.
void depart(TeamId id, int officers, CrossingIndex to, Duration travel, OperationIndex operation,
            Staff& self, CrossingStep step) {
  Team& team = self.teams[id];
  Team leaving = team;
  leaving.officers = officers;
  leaving.operation = operation;
  leaving.on_duty = false;
  leaving.left = step.now;
  if (team.on_duty) self.on_duty[static_cast<std::size_t>(team.authority)] -= officers;
  team.officers -= officers;
  step.schedule_at_once(TeamLeft{detachment(leaving), to, team.on_duty});
  step.send(step.setup.crossings[to.value].place, std::max(travel, step.setup.border),
            TeamSent{leaving});
}

using Officers = std::array<int, authorities>;

// What a stage asks for: officers for each lane, lanes at most, lanes before all others.
struct Claim {
  Officers officers;
  int most, first, lanes;
};

bool can_man(const Claim& claim, const Officers& free) {
  for (std::size_t a = 0; a < free.size(); ++a)
    if (free[a] < claim.officers[a]) return false;
  return claim.lanes < claim.most;
}

void man(Claim& claim, Officers& free) {
  ++claim.lanes;
  for (std::size_t a = 0; a < free.size(); ++a) free[a] -= claim.officers[a];
}

Claim* least_manned(std::vector<Claim>& claims, const Officers& free) {
  Claim* least = nullptr;
  for (Claim& c : claims)
    if (can_man(c, free) && (!least || c.lanes * least->most < least->lanes * c.most)) least = &c;
  return least;
}

int machines_for(const StageSetup& stage, const Staff& self) {
  return stage.equipment ? self.machines[stage.equipment.value] : stage.lanes;
}

// In a one-stop crossing the later stages of a line only finish what already waits there.
int most_lanes(const StageSetup& setup, const Stage& stage, const Staff& self,
               CooperationMode mode) {
  if (setup.line && !setup.first && mode == CooperationMode::one_stop)
    return std::min(setup.lanes, stage.waiting.size() + stage.busy);
  return std::min(machines_for(setup, self), stage.wanted);
}

Officers crew_needed(const CrossingSetup& setup, const StageSetup& stage, CooperationMode mode) {
  Officers crew{};
  const auto add = [&](const StageSetup& s) {
    for (std::size_t a = 0; a < crew.size(); ++a)
      if (s.crew[a]) crew[a] = std::max(crew[a], s.officers_per_lane);
  };
  add(stage);
  if (stage.first && mode == CooperationMode::one_stop)
    for (StageIndex s = stage.joined; s; s = setup.stages[s.value].joined)
      add(setup.stages[s.value]);
  return crew;
}

}  // namespace

Staff make(const CrossingSetup& setup) {
  Staff made;
  made.machines = setup.equipment;
  for (std::size_t c = 0; c < setup.crews.size(); ++c)
    made.teams.add(crew_of(setup, c, setup.index));
  return made;
}

void on(const ShiftChanged&, Staff& self, CrossingStep step) {
  const Duration of_day = step.setup.calendar.local(step.now).of_day;
  Duration next = day;
  for (const TeamId id : ids(self)) {
    Team& team = self.teams[id];
    set_on_duty(team, covers(team, of_day), self, step);
    next = std::min(next, until_next_change(team, of_day));
  }
  step.schedule_at_once(StaffChanged{});
  step.schedule(next, ShiftChanged{});
}

void on(const TeamArrived& event, Staff& self, CrossingStep step) {
  const Team arrived = self.arriving.remove(event.team);
  if (arrived.operation) {  // a guest works the hours that it worked at home
    const TeamId id = self.teams.add(arrived);
    const Duration of_day = step.setup.calendar.local(step.now).of_day;
    set_on_duty(self.teams[id], covers(arrived, of_day), self, step);
  } else {  // home again: back into its own crew
    for (const TeamId id : ids(self)) {
      Team& crew = self.teams[id];
      if (crew.operation || crew.crew != arrived.crew) continue;
      crew.officers += arrived.officers;
      if (crew.on_duty) self.on_duty[static_cast<std::size_t>(crew.authority)] += arrived.officers;
    }
  }
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
    const int officers = std::min(share, self.teams[id].officers);
    if (officers == 0) continue;
    depart(id, officers, move.to, move.travel, operation, self, step);
  }
  step.schedule_at_once(StaffChanged{});
}

void send_guests_home(OperationIndex operation, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    if (self.teams[id].operation != operation) continue;
    set_on_duty(self.teams[id], false, self, step);
    Team guest = self.teams[id];
    step.schedule_at_once(TeamLeft{detachment(guest), guest.home, false});
    guest.operation = {};
    guest.left = step.now;
    const CrossingSetup& home = step.setup.crossings[guest.home.value];
    Duration travel{0};
    for (const MoveSetup& move : step.setup.operations[operation.value].moves)
      if (move.from == guest.home) travel = move.travel;
    step.send(home.place, std::max(travel, step.setup.border), TeamSent{guest});
    self.teams.remove(id);
  }
  step.schedule_at_once(StaffChanged{});
}

double skill(const Staff& self, Authority authority) {
  double sum = 0, officers = 0;
  self.teams.for_each([&](TeamId, const Team& team) {
    if (!team.on_duty || team.authority != authority) return;
    sum += team.skill * team.officers;
    officers += team.officers;
  });
  return officers > 0 ? sum / officers : 0;
}

Manning manned_lanes(const Staff& self, const Stages& stages) {
  const CrossingSetup& setup = *stages.setup;
  Officers free = self.on_duty;
  free[customs] = std::max(0, free[customs] - self.writing);
  std::vector<Claim> claims;
  for (std::size_t s = 0; s < setup.stages.size(); ++s) {
    const StageSetup& stage = setup.stages[s];
    const int most = most_lanes(stage, stages.stages[s], self, stages.cooperation);
    claims.push_back({crew_needed(setup, stage, stages.cooperation), most,
                      std::min(most, stage.manned_first), 0});
  }
  for (Claim& c : claims)
    while (c.lanes < c.first && can_man(c, free)) man(c, free);
  for (Claim* next = least_manned(claims, free); next; next = least_manned(claims, free))
    man(*next, free);
  Manning manning;
  for (const Claim& c : claims) manning.crews.emplace_back(c.lanes, 0);
  return manning;
}

}  // namespace cordon::staff
