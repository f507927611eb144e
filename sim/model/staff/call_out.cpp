// A post calls for somebody who may do what nobody present may, and a team on call comes.

#include <algorithm>

#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

const std::vector<LaneNeed>& needs_of(StageIndex where, const Stages& stages) {
  const StageSetup& setup = stages.setup->stages[where.value];
  const bool one_stop = setup.first && cooperation::at_one_stop(stages.cooperation);
  return one_stop ? setup.joint_needs : setup.needs;
}

// Vehicles that wait for a stage, there or in a lane of another one.
int waiting(StageIndex where, const Stages& stages) {
  const Stage& stage = stages.stages[where.value];
  return stage.waiting.size() + stage.blocked.size();
}

// Officers on duty who meet a need, at work or not, but for one team.
int who_may(std::uint8_t need, const Staff& self, TeamId but = {}) {
  int officers = 0;
  self.teams.for_each([&](TeamId id, const Team& team) {
    if (id != but && (team.fits >> need & 1u)) officers += team.present();
  });
  return officers;
}

void call(const HelpCalled& call, CrossingIndex who, CrossingStep step) {
  step.send(step.setup.crossings[who.value].place, step.setup.border, call);
}

// Whether vehicles wait for the team, or are in its hands, that nobody else here can see to.
bool is_needed(TeamId id, const Staff& self, const Stages& stages) {
  const Team& team = self.teams[id];
  for (std::uint16_t s = 0; s < stages.stages.size(); ++s) {
    const bool at_work = posted(self.postings, id, {s}) > 0 && stages.stages[s].busy > 0;
    if (waiting({s}, stages) == 0 && !at_work) continue;
    for (const LaneNeed& n : needs_of({s}, stages))
      if ((team.fits >> n.need & 1u) && who_may(n.need, self, id) < n.officers) return true;
  }
  return false;
}

bool may_leave(TeamId id, const Staff& self, const Stages& stages, Time now) {
  const Team& team = self.teams[id];
  if (finishing(self.finishing, id) > 0) return false;
  if (!team.on_duty) return posted(self.postings, id) == 0;
  return now >= team.until && !is_needed(id, self, stages);
}

void want_to_prepare(TeamId id, Staff& self) {
  int officers = 0;
  for (const Preparation& p : self.preparing)
    if (p.team == id) officers += p.officers;
  self.teams[id].wanted[Activity::called_out] = officers;
}

// Who can go: a team of this post on call, on duty, that can be there before its shift ends and
// may do there what is asked.
bool can_answer(TeamId id, const HelpCalled& call, const Staff& self, CrossingStep step) {
  const Team& team = self.teams[id];
  const CrewSetup& crew = crew_of(team, step.setup);
  const CrossingSetup& there = step.setup.crossings[call.post.value];
  const Duration way = here(step).way[call.post.value];
  return team.home == here(step).index && team.on_duty && crew.on_call > 0 &&
         step.now + crew.preparation + way < team.shift.ends &&
         (!crew.frontex || can_lead_frontex(there)) &&
         (fitness(crew, crew.authorities, there) >> call.need & 1u);
}

bool answer(const HelpCalled& call, Staff& self, CrossingStep step) {
  for (const TeamId id : ids(self)) {
    if (!can_answer(id, call, self, step)) continue;
    const Team& team = self.teams[id];
    const CrewSetup& crew = crew_of(team, step.setup);
    const int officers =
        std::min(crew.on_call, available(team) - team.wanted[Activity::called_out]);
    if (officers <= 0) continue;
    self.preparing.push_back({id, officers});
    want_to_prepare(id, self);
    step.schedule(crew.preparation, HelpReady{call, id, officers});
    step.schedule_at_once(StaffChanged{});
    return true;
  }
  return false;
}

}  // namespace

void call_out(StageIndex where, Staff& self, const Stages& stages, CrossingStep step) {
  if (waiting(where, stages) == 0 || stages.stages[where.value].open > 0) return;
  for (const LaneNeed& n : needs_of(where, stages)) {
    const auto& on_call = here(step).on_call[n.need];
    if (self.called[n.need] || on_call.empty() || who_may(n.need, self) >= n.officers) continue;
    self.called[n.need] = true;
    step.schedule_at_once(HelpNeeded{where, on_call.front()});
    call({here(step).index, n.need, 0}, on_call.front(), step);
  }
}

void call_out(Staff& self, const Stages& stages, CrossingStep step) {
  for (std::uint16_t s = 0; s < stages.stages.size(); ++s) call_out({s}, self, stages, step);
}

void send_helpers_home(Staff& self, const Stages& stages, CrossingStep step) {
  if (self.helpers == 0) return;
  for (const TeamId id : ids(self)) {
    const Team& team = self.teams[id];
    if (team.errand != Errand::call_out || !may_leave(id, self, stages, step.now)) continue;
    --self.helpers;
    send_home(id, here(step).way[team.home.value], self, step);
    step.schedule_at_once(StaffChanged{});
  }
}

void answer_calls(Staff& self, CrossingStep step) {
  std::erase_if(self.calls, [&](const HelpCalled& c) { return answer(c, self, step); });
}

void on(const CallReceived& event, Staff& self, CrossingStep step) {
  HelpCalled passed_on = event.call;
  const auto& others = step.setup.crossings[passed_on.post.value].on_call[passed_on.need];
  if (answer(event.call, self, step)) return;
  if (++passed_on.rank < others.size()) return call(passed_on, others[passed_on.rank], step);
  self.calls.push_back(event.call);
}

void on(const HelpReady& event, Staff& self, CrossingStep step) {
  const auto ready = std::find_if(
      self.preparing.begin(), self.preparing.end(),
      [&](const Preparation& p) { return p.team == event.team && p.officers == event.officers; });
  self.preparing.erase(ready);
  want_to_prepare(event.team, self);
  const Team& team = self.teams[event.team];
  const int officers = team.on_duty ? std::min(event.officers, available(team)) : 0;
  if (officers > 0) {
    Team leaving = detach(event.team, officers, event.call.post, Errand::call_out, {}, self, step);
    leaving.need = event.call.need;
    travel(leaving, event.call.post, here(step).way[event.call.post.value], step);
  } else if (!answer(event.call, self, step)) {  // their shift has ended meanwhile
    self.calls.push_back(event.call);
  }
  step.schedule_at_once(StaffChanged{});
}

}  // namespace cordon::staff
