#include "sim/model/risk/audits.hpp"

#include <algorithm>

#include "sim/model/drawn_time.hpp"

namespace cordon::audits {

bool are_wanted(const Vehicle& vehicle, const Audits& self, const Setup& setup) {
  const AfterClearanceSpec& rules = setup.scenario.after_clearance;
  return vehicle.channel == Channel::blue && !rules.technique.empty() &&
         carries_goods(vehicle.vehicle_class) && !vehicle.empty &&
         self.open.size() < static_cast<std::size_t>(rules.backlog_limit);
}

void open(const Vehicle& vehicle, const scoring::Declared& declared, bool finds, Audits& self,
          CrossingStep step) {
  const double luck = step.luck.uniform(vehicle.draws, VehicleLuck::audit_time);
  const Duration takes = drawn_time(step.setup.scenario.after_clearance.time, luck);
  self.open.push_back(
      {vehicle.draws.subject, ++self.opened, declared, finds, {takes, false, step.now, {}}});
}

void work(int officers, Audits& self, CrossingStep step) {
  share_out(
      officers, self.open, [](const OpenAudit& a) { return AuditBegan{a.vehicle}; },
      [](const OpenAudit& a) {
        return AuditEnded{a.vehicle, a.number, a.finds};
      },
      step);
}

OpenAudit on(const AuditEnded& event, Audits& self) {
  const auto closed = std::find_if(self.open.begin(), self.open.end(),
                                   [&](const OpenAudit& a) { return a.number == event.number; });
  const OpenAudit audit = *closed;
  self.open.erase(closed);
  return audit;
}

}  // namespace cordon::audits
