// Frontex officers act under the command of the host, whose officers go with them.

#include <algorithm>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/plan.hpp"

namespace cordon::staff {
namespace {

bool has_frontex(const Staff& self, const Setup& setup) {
  bool any = false;
  self.teams.for_each([&](TeamId, const Team& t) { any |= crew_of(t, setup).frontex; });
  return any;
}

bool may_lead(const Team& team, const Setup& setup) {
  return team.on_duty && team.authority == Authority::border_guard && !crew_of(team, setup).frontex;
}

// Sends host officers with so many guests; those guests may work.
// @return host officers sent
int send_along(int guests, Staff& self, const Setup& setup) {
  const int per_liaison = setup.scenario.staffing.frontex_per_liaison;
  int missing = (guests + per_liaison - 1) / per_liaison;
  int all_sent = 0;
  for (const TeamId id : ids(self)) {
    Team& host = self.teams[id];
    host.wanted[Activity::liaison] = 0;
    if (!may_lead(host, setup)) continue;
    const int sent = std::min(missing, to_spare(host));
    host.wanted[Activity::liaison] = sent;
    missing -= sent;
    all_sent += sent;
  }
  int led = all_sent * per_liaison;
  for (const TeamId id : ids(self)) {
    Team& guest = self.teams[id];
    if (!crew_of(guest, setup).frontex) continue;
    guest.led = std::min(led, to_spare(guest));
    led -= guest.led;
  }
  return all_sent;
}

int frontex_on_duty(const Staff& self, const Setup& setup) {
  int officers = 0;
  for (const TeamId id : ids(self))
    if (crew_of(self.teams[id], setup).frontex) officers += to_spare(self.teams[id]);
  return officers;
}

int frontex_at_lanes(const Plan& plan, const Staff& self, const Setup& setup) {
  int officers = 0;
  for (const Posting& p : plan.postings)
    if (crew_of(self.teams[p.team], setup).frontex) officers += p.officers;
  return officers;
}

}  // namespace

bool can_lead_frontex(const CrossingSetup& post) {
  return std::any_of(post.crews.begin(), post.crews.end(), [](const CrewSetup& c) {
    return c.authority == Authority::border_guard && !c.frontex;
  });
}

// As many officers go along as the guests at lanes need, and who need not go along can work: so
// the plan is made anew for as long as that sets somebody free.
Plan plan_with_liaison(Staff& self, const Stages& stages, CrossingStep step) {
  const Setup& setup = step.setup;
  const bool finish_first = setup.scenario.staffing.finish_first;
  if (!has_frontex(self, setup)) return plan(self, stages, finish_first);
  const int per_liaison = setup.scenario.staffing.frontex_per_liaison;
  int guests = frontex_on_duty(self, setup);
  for (;;) {
    const int sent = send_along(guests, self, setup);
    Plan made = plan(self, stages, finish_first);
    guests = frontex_at_lanes(made, self, setup);
    if ((guests + per_liaison - 1) / per_liaison >= sent) return made;
  }
}

}  // namespace cordon::staff
