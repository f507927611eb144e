// Officers are posted to lanes, and what they do is told.

#include <algorithm>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/plan.hpp"

namespace cordon::staff {
namespace {

// Officers of one crew at a lane, open or closed.
struct AtLane {
  LaneOfStage at;
  Detachment who;
  [[nodiscard]] auto key() const { return std::tuple(at, who.home, who.crew, who.operation); }
};

std::vector<AtLane> all_at_lanes(const std::vector<Posting>& postings,
                                 const std::vector<Finishing>& finishing, const Staff& self) {
  std::vector<AtLane> all;
  const auto add = [&](LaneOfStage at, TeamId team, int officers) {
    all.push_back({at, detachment(self.teams[team], officers)});
  };
  for (const Posting& p : postings) add({p.stage, p.lane}, p.team, p.officers);
  for (const Finishing& f : finishing) add(f.at, f.team, f.officers);
  std::stable_sort(all.begin(), all.end(),
                   [](const AtLane& a, const AtLane& b) { return a.key() < b.key(); });
  std::size_t last = 0;
  for (std::size_t n = 1; n < all.size(); ++n)
    if (all[n].key() == all[last].key())
      all[last].who.officers += all[n].who.officers;
    else
      all[++last] = all[n];
  if (!all.empty()) all.resize(last + 1);
  return all;
}

void tell(AtLane there, CrossingStep step) {
  step.schedule_at_once(OfficersPosted{there.who, there.at.stage, there.at.lane});
}

void tell_gone(AtLane there, CrossingStep step) {
  there.who.officers = 0;
  tell(there, step);
}

void tell_changes(const std::vector<AtLane>& before, const std::vector<AtLane>& after,
                  CrossingStep step) {
  auto was = before.begin();
  for (const AtLane& is : after) {
    for (; was != before.end() && was->key() < is.key(); ++was) tell_gone(*was, step);
    const bool same = was != before.end() && was->key() == is.key();
    if (!same || was->who.officers != is.who.officers) tell(is, step);
    if (same) ++was;
  }
  for (; was != before.end(); ++was) tell_gone(*was, step);
}

// Who still has a vehicle in hand comes late to whatever else he is to do.
Counts doing_of(TeamId id, const Staff& self) {
  const Team& team = self.teams[id];
  const int busy = posted(self.postings, id) + finishing(self.finishing, id);
  Counts doing;
  if (!team.on_duty) {
    doing[Activity::overtime] = busy;
    return doing;
  }
  int left = team.present() - busy;
  for_each_activity([&](Activity a) {
    doing[a] = std::min(team.wanted[a], left);
    left -= doing[a];
  });
  doing[Activity::lane] = busy;
  doing[team.errand == Errand::call_out ? Activity::called_out : Activity::spare] += left;
  doing[Activity::absent] = team.absent;
  return doing;
}

// Customs officers who are spare look into what the blue lane has released.
// @param open  controls after clearance for which there is nobody yet
void audit(const Team& team, Counts& doing, int& open, CrossingStep step) {
  if ((crew_of(team, step.setup).authorities & set_of(Authority::customs)) == 0) return;
  const int officers = std::min(open, doing[Activity::spare]);
  doing[Activity::spare] -= officers;
  doing[Activity::auditing] += officers;
  open -= officers;
}

// Who is spare after that investigates, if he may.
void investigate(const Team& team, const CrossingSetup& here, Counts& doing, int& open) {
  if (!here.investigates || !(team.fits >> *here.investigates & 1u)) return;
  const int officers = std::min(open, doing[Activity::spare]);
  doing[Activity::spare] -= officers;
  doing[Activity::investigating] += officers;
  open -= officers;
}

// Who is on a pursuit is wanted for nothing else until it ends.
// @return how many are
int keep_pursuing(Staff& self) {
  int left = self.pursuits;
  for (const TeamId id : ids(self)) {
    Team& team = self.teams[id];
    const int pursuing = std::min(left, team.doing[Activity::investigating]);
    team.wanted[Activity::investigating] = team.on_duty ? pursuing : 0;
    left -= team.wanted[Activity::investigating];
  }
  return self.pursuits - left;
}

int on_break(const Team& team) {
  int officers = 0;
  for (const Rest& r : team.resting) officers += r.officers;
  return officers;
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

Manning manning(const std::vector<int>& lanes, Staff& self) {
  Manning manning;
  for (const int open : lanes) manning.crews.emplace_back(open, CrewTag{0});
  std::size_t nth = 0;  // of the lanes of a stage that are open
  for (auto p = self.postings.begin(); p != self.postings.end();) {
    const auto first = p;
    std::vector<std::uint16_t> crews;
    for (; p != self.postings.end() && p->stage == first->stage && p->lane == first->lane; ++p)
      crews.push_back(self.teams[p->team].account);
    manning.crews[first->stage.value][nth] = tag_of(std::move(crews), self);
    nth = p != self.postings.end() && p->stage == first->stage ? nth + 1 : 0;
  }
  return manning;
}

}  // namespace

Manning man(Staff& self, const Stages& stages, CrossingStep step) {
  int cases = self.cases + self.pursuits - keep_pursuing(self);
  assign_reports(self, *stages.setup);
  Plan next = plan_with_liaison(self, stages, step);
  tell_changes(all_at_lanes(self.postings, self.finishing, self),
               all_at_lanes(next.postings, next.finishing, self), step);
  self.postings = std::move(next.postings);
  self.finishing = std::move(next.finishing);
  self.staying = 0;
  bool breaks = false;
  int audits = self.audits;
  for (const TeamId id : ids(self)) {
    Counts doing = doing_of(id, self);
    audit(self.teams[id], doing, audits, step);
    investigate(self.teams[id], *stages.setup, doing, cases);
    set_doing(id, doing, self, step);
    Team& team = self.teams[id];
    breaks |= begin_breaks(id, doing[Activity::resting] - on_break(team), self, step);
    if (!team.on_duty) self.staying += team.staying = posted(self.postings, id);
  }
  if (breaks) schedule_shift_change(self, step);
  return manning(next.lanes, self);
}

}  // namespace cordon::staff
