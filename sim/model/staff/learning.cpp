// What crews can do, and how that changes.

#include <algorithm>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/skill.hpp"

namespace cordon::staff {
namespace {

// Calls `visit(team, officers)` with whoever works at a lane, or finishes a vehicle in it; in a
// hall, with all who work there.
// @return whether anybody does
template <class Visit>
bool for_each_at(StageIndex stage, std::uint16_t lane, const Staff& self, CrossingStep step,
                 Visit&& visit) {
  const bool is_hall = here(step).stages[stage.value].sharing;
  bool somebody = false;
  const auto there = [&](TeamId id, int officers) {
    visit(id, officers);
    somebody = true;
  };
  for (const Posting& p : self.postings)
    if (p.stage == stage && (p.lane == lane || is_hall)) there(p.team, p.officers);
  for (const Finishing& f : self.finishing)
    if (f.at == LaneOfStage{stage, lane}) there(f.team, f.officers);
  return somebody;
}

double gained(const Team& team, std::size_t technique, CrossingStep step) {
  if (team.gained.empty()) return 0;
  return skill::remembered(team.gained[technique], step.setup.scenario.learning.decay_per_year,
                           step.now - team.learnt);
}

double skill_of(const Team& team, std::size_t technique, CrossingStep step) {
  return std::min(1.0, crew_of(team, step.setup).skill[technique] + gained(team, technique, step));
}

// Of a joint team's skill at a task that is not its own authority's.
double trained(const Team& team, const StageSetup& check, CrossingStep step) {
  for (const LaneNeed& n : check.needs)
    if (!(team.expert >> n.need & 1u)) return crew_of(team, step.setup).cross_training;
  return 1;
}

double alertness_of(const Team& team, CrossingStep step) {
  return skill::alertness(step.setup.scenario.fatigue, step.now - team.came);
}

}  // namespace

void remember(Team& team, CrossingStep step) {
  if (team.gained.empty()) team.gained.resize(step.setup.techniques.size());
  for (std::size_t t = 0; t < team.gained.size(); ++t) team.gained[t] = gained(team, t, step);
  team.learnt = step.now;
}

void gain(Team& team, std::size_t technique, double by, CrossingStep step) {
  const double missing = 1 - skill_of(team, technique, step);
  remember(team, step);
  team.gained[technique] += std::min(by, missing);
}

void share_skills(Team& team, Team joining, CrossingStep step) {
  if (team.gained.empty() && joining.gained.empty()) return;
  remember(team, step);
  remember(joining, step);
  const double all = team.officers + joining.officers;
  for (std::size_t t = 0; t < team.gained.size() && all > 0; ++t)
    team.gained[t] = (team.gained[t] * team.officers + joining.gained[t] * joining.officers) / all;
}

Ability ability(const Staff& self, StageIndex stage, std::uint16_t lane, const StageSetup& check,
                CrossingStep step) {
  double officers = 0;
  Ability sum{0, 0};
  const auto add = [&](TeamId id, int count) {
    const Team& team = self.teams[id];
    sum.skill += trained(team, check, step) * skill_of(team, check.technique.value, step) * count;
    sum.alertness += alertness_of(team, step) * count;
    officers += count;
  };
  if (!for_each_at(stage, lane, self, step, add))
    self.teams.for_each([&](TeamId id, const Team& team) {
      if (team.authority == Authority::customs) add(id, team.present());
    });
  if (officers == 0) return {0, 1};
  return {sum.skill / officers, sum.alertness / officers};
}

double slowness(const Staff& self, StageIndex stage, std::uint16_t lane, CrossingStep step) {
  double officers = 0, alertness = 0;
  (void)for_each_at(stage, lane, self, step, [&](TeamId id, int count) {
    alertness += alertness_of(self.teams[id], step) * count;
    officers += count;
  });
  return officers > 0 ? officers / alertness : 1;
}

void learn(Staff& self, StageIndex stage, std::uint16_t lane, TechniqueIndex technique,
           CrossingStep step) {
  const LearningSpec& learning = step.setup.scenario.learning;
  if (learning.by_doing <= 0 && learning.from_colleagues <= 0) return;
  double best = 0;
  (void)for_each_at(stage, lane, self, step, [&](TeamId id, int) {
    best = std::max(best, skill_of(self.teams[id], technique.value, step));
  });
  (void)for_each_at(stage, lane, self, step, [&](TeamId id, int count) {
    Team& team = self.teams[id];
    const double share = static_cast<double>(count) / team.officers;
    const double now = skill_of(team, technique.value, step);
    gain(team, technique.value, skill::learnt(learning, now, best, share), step);
  });
}

}  // namespace cordon::staff
