#include "sim/model/staff/plan.hpp"

#include <algorithm>

#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/staff/duty.hpp"

namespace cordon::staff {
namespace {

int machines_for(const StageSetup& stage, const Staff& self) {
  return stage.equipment ? self.machines[stage.equipment.value] : stage.lanes;
}

// In a one-stop crossing the later stages of a line only finish what already waits there, and so
// they do of a line that is closed.
int most_lanes(const StageSetup& setup, const Stage& stage, const Staff& self,
               const Stages& stages) {
  const bool later = setup.line && !setup.first;
  if (later && (cooperation::at_one_stop(stages.cooperation) ||
                stages.world->lines[setup.line.value].closed))
    return std::min(setup.lanes, stage.waiting.size() + stage.busy);
  return std::min(machines_for(setup, self), stage.wanted);
}

// Of the lanes whose machines work, the n-th; where none is needed all do.
std::uint16_t nth_lane(const StageSetup& setup, const Stage& stage, std::uint16_t n) {
  if (!setup.equipment) return n;
  for (std::uint16_t lane = 0; lane < stage.lanes.size(); ++lane)
    if (!stage.lanes[lane].out && n-- == 0) return lane;
  return static_cast<std::uint16_t>(stage.lanes.size() + n);
}

std::uint8_t pool_of(Fitness fits, std::vector<Pool>& pools) {
  const auto found =
      std::find_if(pools.begin(), pools.end(), [&](const Pool& p) { return p.fits == fits; });
  const auto position = static_cast<std::uint8_t>(found - pools.begin());
  if (found == pools.end()) pools.push_back({fits, 0});
  return position;
}

class Planner {
 public:
  Planner(const Staff& self, const Stages& stages) : self_(self), stages_(stages) {
    make_claims();
    draft([](const Team& team) { return std::min(to_spare(team), team.led); });
    for (std::size_t s = 0; s < claims_.size(); ++s)
      if (stages.stages[s].waiting.size() == 0) claims_[s].most = claims_[s].lanes;
    draft([](const Team& team) { return team.staying; });
  }

  [[nodiscard]] Plan make(bool finish_first) {
    for (;;) {
      Plan plan = current();
      stay_for_last_vehicles(plan, finish_first);
      const TeamId over = finish_first ? needed_twice(plan) : TeamId{};
      if (!over) return plan;
      if (!drop_a_lane_for(over, plan)) gone_.push_back(over);  // ordered away at once
    }
  }

 private:
  void make_claims() {
    claims_.reserve(stages_.stages.size());
    for (std::size_t s = 0; s < stages_.stages.size(); ++s) {
      const StageSetup& setup = stages_.setup->stages[s];
      const CooperationMode mode = stages_.cooperation;
      const bool one_stop = setup.first && cooperation::at_one_stop(mode);
      const bool joint = one_stop && mode == CooperationMode::one_stop;
      const int most = most_lanes(setup, stages_.stages[s], self_, stages_);
      claims_.push_back({one_stop ? setup.joint_needs : setup.needs, joint, most,
                         std::min(most, setup.manned_first), 0});
    }
  }

  // Mans lanes with so many officers of each team, in pools of their own.
  template <class OfficersOf>
  void draft(OfficersOf officers_of) {
    std::vector<Pool> pools;
    self_.teams.for_each([&](TeamId id, const Team& team) {
      const int officers = officers_of(team);
      if (officers <= 0) return;
      const std::uint8_t pool = pool_of(team.fits, pools);
      pools[pool].officers += officers;
      able_.push_back({id, static_cast<std::uint8_t>(pools_ + pool), officers});
    });
    for (Draft d : allocate(claims_, pools)) {
      d.pool = static_cast<std::uint8_t>(d.pool + pools_);
      d.lane = nth_lane(d.stage, d.lane);
      drafts_.push_back(d);
    }
    pools_ += static_cast<int>(pools.size());
    std::sort(able_.begin(), able_.end(),
              [](const Able& a, const Able& b) { return a.team.index < b.team.index; });
  }

  [[nodiscard]] Plan current() const {
    Plan plan;
    for (const Claim& c : claims_) plan.lanes.push_back(c.lanes);
    plan.postings = post(drafts_, self_.postings, able_);
    return plan;
  }

  [[nodiscard]] std::uint16_t nth_lane(StageIndex stage, int n) const {
    return staff::nth_lane(stages_.setup->stages[stage.value], stages_.stages[stage.value],
                           static_cast<std::uint16_t>(n));
  }

  // Whether officers are to finish the vehicle in a lane that closes, or has.
  [[nodiscard]] bool closes(const LaneOfStage& at, const Plan& plan) const {
    const StageSetup& setup = stages_.setup->stages[at.stage.value];
    const Lane& lane = stages_.stages[at.stage.value].lanes[at.lane];
    const bool in_hand = lane.serving && !lane.done;
    const bool is_open = !lane.out && at.lane < nth_lane(at.stage, plan.lanes[at.stage.value]);
    return in_hand && !is_open && !setup.sharing && setup.at_shift_end == Interruption::finish;
  }

  void stay_for_last_vehicles(Plan& plan, bool finish_first) const {
    for (const Finishing& f : self_.finishing)
      if (closes(f.at, plan)) plan.finishing.push_back(f);
    stay_newly(plan, finish_first);
    std::erase_if(plan.finishing, [&](const Finishing& f) {
      return std::find(gone_.begin(), gone_.end(), f.team) != gone_.end();
    });
  }

  void stay_newly(Plan& plan, bool finish_first) const {
    std::vector<LaneOfStage> closing;
    for (const Posting& p : self_.postings) {
      const LaneOfStage at{p.stage, p.lane};
      if (closes(at, plan) && (closing.empty() || closing.back() != at)) closing.push_back(at);
    }
    if (closing.empty()) return;
    const auto stay = who_finish(closing, self_.postings, leaving(plan, finish_first));
    plan.finishing.insert(plan.finishing.end(), stay.begin(), stay.end());
  }

  [[nodiscard]] std::vector<Freed> leaving(const Plan& plan, bool finish_first) const {
    std::vector<Freed> all;
    self_.teams.for_each([&](TeamId id, const Team& team) {
      if (!team.on_duty)
        all.push_back({id, team.fits, posted(self_.postings, id) - posted(plan.postings, id), {}});
      if (!team.on_duty || !finish_first) return;
      for (std::uint16_t s = 0; s < plan.lanes.size(); ++s)
        all.push_back(
            {id, team.fits, posted(self_.postings, id, {s}) - posted(plan.postings, id, {s}), {s}});
    });
    return all;
  }

  // A team on duty whose officers are to be in more places than there are officers.
  [[nodiscard]] TeamId needed_twice(const Plan& plan) const {
    TeamId over;
    self_.teams.for_each([&](TeamId id, const Team& team) {
      const int busy = posted(plan.postings, id) + finishing(plan.finishing, id);
      if (team.on_duty && busy > team.present()) over = id;
    });
    return over;
  }

  // They have to finish elsewhere first: a stage that would get them has a lane less until then.
  bool drop_a_lane_for(TeamId team, const Plan& plan) {
    for (std::size_t s = claims_.size(); s-- > 0;) {
      const StageIndex stage{static_cast<std::uint16_t>(s)};
      if (posted(plan.postings, team, stage) <= posted(self_.postings, team, stage)) continue;
      --claims_[s].lanes;
      const std::uint16_t closed = nth_lane(stage, claims_[s].lanes);
      std::erase_if(drafts_, [&](const Draft& d) { return d.stage == stage && d.lane >= closed; });
      return true;
    }
    return false;
  }

  const Staff& self_;
  const Stages& stages_;
  std::vector<Claim> claims_;
  std::vector<Able> able_;
  std::vector<Draft> drafts_;
  int pools_ = 0;
  std::vector<TeamId> gone_;
};

}  // namespace

Plan plan(const Staff& self, const Stages& stages, bool finish_first) {
  return Planner(self, stages).make(finish_first);
}

}  // namespace cordon::staff
