// What the lanes of a post need, and which teams meet it.

#include <algorithm>
#include <cassert>

#include "sim/model/staff/staff.hpp"

namespace cordon::staff {
namespace {

std::uint8_t number_of(const Need& need, CrossingSetup& crossing) {
  const auto known = std::find(crossing.needs.begin(), crossing.needs.end(), need);
  const auto position = static_cast<std::uint8_t>(known - crossing.needs.begin());
  if (known == crossing.needs.end()) crossing.needs.push_back(need);
  assert(crossing.needs.size() <= 64);
  return position;
}

void add(const LaneNeed& wanted, std::vector<LaneNeed>& needs) {
  const auto same = std::find_if(needs.begin(), needs.end(),
                                 [&](const LaneNeed& n) { return n.need == wanted.need; });
  if (same == needs.end())
    needs.push_back(wanted);
  else
    same->officers = std::max(same->officers, wanted.officers);
}

}  // namespace

void set_needs(CrossingSetup& crossing, const std::vector<CompetenceRow>& competence,
               std::optional<Power> investigator, bool arrests) {
  for (std::size_t s = 0; s < services; ++s)
    for (std::size_t a = 0; a < authorities; ++a)
      crossing.granted[s][a] = powers_of(competence, static_cast<Authority>(a),
                                         static_cast<Service>(s), crossing.country);
  crossing.seizes = number_of({0, set_of(Power::seize)}, crossing);
  if (investigator) crossing.investigates = number_of({0, set_of(*investigator)}, crossing);
  if (arrests) crossing.arrests = number_of({0, set_of(Power::arrest)}, crossing);
  for (StageSetup& stage : crossing.stages) {
    const auto need = [&](AuthoritySet of) {
      add({number_of({of, stage.powers}, crossing), stage.officers_per_lane}, stage.needs);
    };
    stage.needs.clear();
    for (std::size_t a = 0; a < stage.crew.size(); ++a)
      if (stage.crew[a]) need(set_of(static_cast<Authority>(a)));
    if (stage.needs.empty() && stage.powers != 0) need(0);
  }
  for (StageSetup& stage : crossing.stages) {
    stage.joint_needs = stage.needs;
    for (StageIndex next = stage.joined; stage.first && next;
         next = crossing.stages[next.value].joined)
      for (const LaneNeed& n : crossing.stages[next.value].needs) add(n, stage.joint_needs);
  }
}

Fitness fitness(const CrewSetup& crew, AuthoritySet of, const CrossingSetup& here) {
  const Service service = crew.frontex                   ? Service::frontex
                          : crew.country == here.country ? Service::national
                                                         : Service::guest;
  PowerSet granted = 0;
  for (std::size_t a = 0; a < authorities; ++a)
    if (of >> a & 1u) granted |= here.granted[static_cast<std::size_t>(service)][a];
  Fitness fits = 0;
  for (std::size_t n = 0; n < here.needs.size(); ++n) {
    const Need& need = here.needs[n];
    const bool there = need.authorities == 0 || (need.authorities & of) != 0;
    if (there && (granted & need.powers) == need.powers) fits |= Fitness{1} << n;
  }
  return fits;
}

}  // namespace cordon::staff
