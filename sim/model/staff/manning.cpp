// Officers are posted to lanes, and where they are is told.

#include <algorithm>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/occupation.hpp"
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
  keep_pursuing(self);
  assign_reports(self, *stages.setup);
  Plan next = plan_with_liaison(self, stages, step);
  tell_changes(all_at_lanes(self.postings, self.finishing, self),
               all_at_lanes(next.postings, next.finishing, self), step);
  self.postings = std::move(next.postings);
  self.finishing = std::move(next.finishing);
  occupy(self, stages, step);
  return manning(next.lanes, self);
}

}  // namespace cordon::staff
