#include "sim/model/opponent/green_border.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::green_border {
namespace {

void go_on(Sector& self, Time now) {
  self.search += self.per_hour * hours(now - self.as_of);
  self.as_of = now;
}

// Who writes a report or has a break does not patrol.
int patrolling(const Team& team) {
  return team.present() - team.doing[Activity::reporting] - team.doing[Activity::resting] -
         team.doing[Activity::briefing] - team.doing[Activity::training];
}

}  // namespace

double search_per_hour(const Staff& staff, const SectorSpec& sector, const Setup& setup) {
  double searched = 0;
  staff.teams.for_each([&](TeamId, const Team& team) {
    const CrewSetup& crew = setup.crossings[team.home.value].crews[team.crew];
    if (crew.patrol_officers == 0 || !team.on_duty) return;
    const int patrols = std::max(0, patrolling(team)) / crew.patrol_officers;
    searched += patrols * crew.searched_km2h;
  });
  return searched / sector.area_km2;
}

void patrol(const Staff& staff, const SectorSpec& sector, Sector& self, CrossingStep step) {
  go_on(self, step.now);
  self.per_hour = search_per_hour(staff, sector, step.setup);
}

void on(const SectorEntered& event, Sector& self, const SectorSpec& sector, CrossingStep step) {
  go_on(self, step.now);
  self.intruders.push_back({event.vehicle, self.search});
  step.schedule(sector.crossing_time, SectorSearched{event.vehicle});
}

bool finds(const SectorSearched& event, Sector& self, CrossingStep step, double luck) {
  go_on(self, step.now);
  const auto him = std::find_if(self.intruders.begin(), self.intruders.end(),
                                [&](const Intruder& i) { return i.vehicle == event.vehicle; });
  const double since = self.search - him->search;
  self.intruders.erase(him);
  return luck > elementary::exp(-since);
}

}  // namespace cordon::green_border
