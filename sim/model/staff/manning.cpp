// Officers are posted to lanes.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

int machines_for(const StageSetup& stage, const Staff& self) {
  return stage.equipment ? self.machines[stage.equipment.value] : stage.lanes;
}

// In a one-stop crossing the later stages of a line only finish what already waits there.
int most_lanes(const StageSetup& setup, const Stage& stage, const Staff& self,
               CooperationMode mode) {
  if (setup.line && !setup.first && mode == CooperationMode::one_stop)
    return std::min(setup.lanes, stage.waiting() + stage.busy);
  return std::min(machines_for(setup, self), stage.wanted);
}

std::vector<Claim> claims_of(const Staff& self, const Stages& stages) {
  std::vector<Claim> claims;
  claims.reserve(stages.stages.size());
  for (std::size_t s = 0; s < stages.stages.size(); ++s) {
    const StageSetup& setup = stages.setup->stages[s];
    const bool joint = setup.first && stages.cooperation == CooperationMode::one_stop;
    const int most = most_lanes(setup, stages.stages[s], self, stages.cooperation);
    claims.push_back({joint ? setup.joint_needs : setup.needs, joint, most,
                      std::min(most, setup.manned_first), 0});
  }
  return claims;
}

std::uint8_t pool_of(Fitness fits, std::vector<Pool>& pools) {
  const auto found =
      std::find_if(pools.begin(), pools.end(), [&](const Pool& p) { return p.fits == fits; });
  const auto position = static_cast<std::uint8_t>(found - pools.begin());
  if (found == pools.end()) pools.push_back({fits, 0});
  return position;
}

std::vector<Able> able_officers(const Staff& self, std::vector<Pool>& pools) {
  std::vector<Able> able;
  self.teams.for_each([&](TeamId id, const Team& team) {
    const int officers = team.on_duty ? team.officers - team.writing : 0;
    if (officers <= 0) return;
    const std::uint8_t pool = pool_of(team.fits, pools);
    pools[pool].officers += officers;
    able.push_back({id, pool, officers});
  });
  return able;
}

bool is_busy(const LaneOfStage& at, const Stages& stages) {
  return static_cast<bool>(stages.stages[at.stage.value].lanes[at.lane].serving);
}

// Who worked at a lane, and whose shift has ended.
std::vector<Leaving> leaving(const Staff& self) {
  std::vector<Leaving> all;
  self.teams.for_each([&](TeamId id, const Team& team) {
    const int officers = team.on_duty ? 0 : posted(self.postings, id);
    if (officers > 0) all.push_back({id, team.fits, officers});
  });
  return all;
}

// A lane that closes finishes the vehicle it has. Who is needed elsewhere goes there at once; whose
// shift has ended stays for it.
void stay_for_last_vehicles(const Plan& next, Staff& self, const Stages& stages,
                            CrossingStep step) {
  const auto closes = [&](const LaneOfStage& at) { return at.lane >= next.lanes[at.stage.value]; };
  std::erase_if(self.finishing, [&](const Finishing& f) {
    if (closes(f.at) && is_busy(f.at, stages)) return false;
    end_overtime(f, self, step);
    return true;
  });
  std::vector<LaneOfStage> closing;
  for (const Posting& p : self.postings) {
    const LaneOfStage at{p.stage, p.lane};
    if (closes(at) && is_busy(at, stages) && (closing.empty() || closing.back() != at))
      closing.push_back(at);
  }
  for (const Finishing& f : who_finish(closing, self.postings, leaving(self), step.now))
    self.finishing.push_back(f);
}

void tell(const Posting& p, int officers, const Staff& self, CrossingStep step) {
  step.schedule_at_once(OfficersPosted{detachment(self.teams[p.team], officers), p.stage, p.lane});
}

void tell_changes(const std::vector<Posting>& before, const std::vector<Posting>& after,
                  const Staff& self, CrossingStep step) {
  auto was = before.begin();
  for (const Posting& is : after) {
    for (; was != before.end() && was->key() < is.key(); ++was) tell(*was, 0, self, step);
    const bool same = was != before.end() && was->key() == is.key();
    if (!same || was->officers != is.officers) tell(is, is.officers, self, step);
    if (same) ++was;
  }
  for (; was != before.end(); ++was) tell(*was, 0, self, step);
}

Counts doing_of(TeamId id, const Staff& self) {
  const Team& team = self.teams[id];
  Counts doing;
  doing[Activity::overtime] = finishing(self.finishing, id);
  if (!team.on_duty) return doing;
  doing[Activity::lane] = posted(self.postings, id);
  doing[Activity::reporting] = team.writing;
  doing[Activity::spare] = team.officers - doing[Activity::lane] - doing[Activity::reporting];
  return doing;
}

// Names the crews that man a lane together.
CrewTag tag_of(std::vector<std::uint16_t> crews, Staff& self) {
  std::sort(crews.begin(), crews.end());
  crews.erase(std::unique(crews.begin(), crews.end()), crews.end());
  if (crews.size() == 1) return crews.front() + 1u;
  constexpr CrewTag first_mixed = 0x10000;
  const auto next = static_cast<CrewTag>(first_mixed + self.mixed_crews.size());
  return self.mixed_crews.emplace(std::move(crews), next).first->second;
}

Manning manning(const Plan& plan, Staff& self) {
  Manning manning;
  for (const int lanes : plan.lanes) manning.crews.emplace_back(lanes, CrewTag{0});
  for (auto p = plan.postings.begin(); p != plan.postings.end();) {
    const auto first = p;
    std::vector<std::uint16_t> crews;
    for (; p != plan.postings.end() && p->stage == first->stage && p->lane == first->lane; ++p)
      crews.push_back(self.teams[p->team].account);
    manning.crews[first->stage.value][first->lane] = tag_of(std::move(crews), self);
  }
  return manning;
}

}  // namespace

Plan plan(const Staff& self, const Stages& stages) {
  std::vector<Claim> claims = claims_of(self, stages);
  std::vector<Pool> pools;
  std::vector<Able> able = able_officers(self, pools);
  std::vector<Draft> drafts = allocate(claims, pools);
  Plan made;
  for (const Claim& c : claims) made.lanes.push_back(c.lanes);
  made.postings = post(std::move(drafts), self.postings, able);
  return made;
}

Manning man(Staff& self, const Stages& stages, CrossingStep step) {
  assign_reports(self);
  Plan next = plan(self, stages);
  stay_for_last_vehicles(next, self, stages, step);
  tell_changes(self.postings, next.postings, self, step);
  self.postings = std::move(next.postings);
  for (const TeamId id : ids(self)) set_doing(id, doing_of(id, self), self, step);
  next.postings = self.postings;
  return manning(next, self);
}

}  // namespace cordon::staff
