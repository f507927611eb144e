// Frontex officers act under the command of the host, whose officers go with them.

#include <algorithm>

#include "sim/model/staff/duty.hpp"

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

}  // namespace

void assign_liaison(Staff& self, const Setup& setup) {
  if (!has_frontex(self, setup)) return;
  const int per_liaison = setup.scenario.staffing.frontex_per_liaison;
  int officers = 0;
  for (const TeamId id : ids(self))
    if (crew_of(self.teams[id], setup).frontex) officers += to_spare(self.teams[id]);
  int missing = (officers + per_liaison - 1) / per_liaison;
  int led = 0;
  for (const TeamId id : ids(self)) {
    Team& host = self.teams[id];
    host.wanted[Activity::liaison] = 0;
    if (!may_lead(host, setup)) continue;
    const int sent = std::min(missing, to_spare(host));
    host.wanted[Activity::liaison] = sent;
    missing -= sent;
    led += sent * per_liaison;
  }
  for (const TeamId id : ids(self)) {
    Team& guest = self.teams[id];
    if (!crew_of(guest, setup).frontex) continue;
    guest.led = std::min(led, to_spare(guest));
    led -= guest.led;
  }
}

}  // namespace cordon::staff
