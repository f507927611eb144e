#include "sim/model/staff/occupation.hpp"

#include <algorithm>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/plan.hpp"

namespace cordon::staff {
namespace {

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

int on_break(const Team& team) {
  int officers = 0;
  for (const Rest& r : team.resting) officers += r.officers;
  return officers;
}

}  // namespace

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

void occupy(Staff& self, const Stages& stages, CrossingStep step) {
  int cases = self.cases + self.pursuits - keep_pursuing(self);
  int audits = self.audits;
  self.staying = 0;
  bool breaks = false;
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
}

}  // namespace cordon::staff
