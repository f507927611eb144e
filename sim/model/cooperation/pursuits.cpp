#include "sim/model/cooperation/pursuits.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::pursuits {
namespace {

// How long a pursuit may go on beyond the border; without a form it ends there.
Duration beyond(const Setup& setup, SpecialFormIndex form) {
  if (!form) return Duration::zero();
  const InvestigationSpec& rules = setup.scenario.investigation;
  const SpecialFormSpec& may = setup.special_forms[form.value].spec;
  Duration limit = endless;
  if (may.within > Duration::zero()) limit = may.within;
  if (may.distance > 0) limit = std::min(limit, from_seconds(may.distance / rules.speed * 3600));
  return limit == endless ? Duration(rules.pursuit_ends_after) : limit;
}

}  // namespace

Chase plan(const Matter& matter, const Setup& setup, double catching, double handing_over) {
  const InvestigationSpec& rules = setup.scenario.investigation;
  const Duration takes = from_seconds(-elementary::log(catching) * seconds(rules.caught_after));
  if (matter.found_in == matter.destination)
    return {std::min<Duration>(takes, rules.pursuit_ends_after), takes < rules.pursuit_ends_after};
  if (takes < rules.to_border) return {takes, true};
  const SpecialFormIndex form = special_forms::find(SpecialForm::hot_pursuit, matter, setup);
  const Duration limit = rules.to_border + beyond(setup, form);
  if (takes >= limit) return {limit, false};
  const bool holds = setup.special_forms[form.value].spec.apprehension;
  return {takes, holds || handing_over < rules.handed_over};
}

void begin(VehicleId vehicle, const Chase& chase, Pursuits& self, CrossingStep step) {
  const Duration lasts = std::max(Duration{1}, chase.lasts);
  self.open.push_back({vehicle, chase.caught, {lasts, false, step.now, {}}});
}

int going_on(const Pursuits& self) {
  return static_cast<int>(std::count_if(self.open.begin(), self.open.end(),
                                        [](const Pursuit& p) { return bool(p.work.ends); }));
}

void work(int officers, Pursuits& self, CrossingStep step) {
  share_out(
      officers, self.open, [](const Pursuit& p) { return PursuitBegan{p.vehicle}; },
      [](const Pursuit& p) {
        return PursuitEnded{p.vehicle, p.caught};
      },
      step);
  for (Pursuit& lost : self.open)
    if (!lost.work.ends && !lost.work.idle) {
      lost.work.idle = true;
      step.schedule_at_once(PursuitEnded{lost.vehicle, false});
    }
}

void on(const PursuitEnded& event, Pursuits& self) {
  std::erase_if(self.open, [&](const Pursuit& p) { return p.vehicle == event.vehicle; });
}

}  // namespace cordon::pursuits
