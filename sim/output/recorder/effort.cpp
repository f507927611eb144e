// What the recorder counts of officers, lanes and money.

#include <algorithm>

#include "sim/output/recorder/recorder.hpp"

namespace cordon {

void Recorder::observe(const StaffChanged&, const Crossing& here, Time now) {
  PostTally& tally = post(here);
  for (std::size_t a = 0; a < authorities; ++a) tally.officers[a].set(now, here.staff.on_duty[a]);
  const std::int64_t allowance = cents(setup_.scenario.staffing.allowance_per_hour);
  std::int64_t per_hour = 0;
  here.staff.teams.for_each([&](TeamId, const Team& team) {
    const bool is_guest = team.home != here.setup->index;
    per_hour += (cents(team.cost_per_hour) + (is_guest ? allowance : 0)) * team.present();
  });
  tally.cents_per_hour.set(now, per_hour);
}

void Recorder::observe(const LanesChanged& e, const Crossing& here, Time now) {
  const StageSetup& stage = here.setup->stages[e.stage.value];
  if (!stage.line) return;
  const VehicleClass own = setup_.lines[stage.line.value].vehicle_class;
  lines_[position(stage.line, own)].open.change(now, e.open - e.was);
}

void Recorder::observe(const TeamArrived& e, const Crossing& here, Time now) {
  const Team& team = here.staff.arriving[e.team];
  const Int128 spent = Int128{(now - std::max(team.left, begun_)).count()} * team.officers;
  PostTally& tally = post(here);
  tally.travel[static_cast<std::size_t>(team.authority)] += spent;
  tally.extra_cents +=
      spent * (cents(team.cost_per_hour) + cents(setup_.scenario.staffing.travel_cost_per_hour));
}

void Recorder::observe(const MachineOrdered& e, const Desk&, Time) {
  ordered_cents_[e.post.value] += cents(e.price);
}

}  // namespace cordon
