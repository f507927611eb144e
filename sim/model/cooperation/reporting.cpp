#include "sim/model/cooperation/reporting.hpp"

#include <algorithm>

namespace cordon::reporting {
void on(const GoodsSeized&, Reporting& self, const Known& known, const Vehicle& vehicle,
        CommodityIndex goods, CrossingStep step) {
  const ReportingSpec& rules = step.setup.scenario.reporting;
  const bool once = known.one_report;
  const Duration takes = once ? rules.one_officer_time : rules.systems * rules.officer_time;
  const auto copies = static_cast<std::uint16_t>(once ? 1 : rules.systems);
  self.open.push_back({vehicle.draws.subject,
                       step.now,
                       ++self.seizures,
                       copies,
                       once,
                       goods,
                       {takes, false, step.now, {}}});
}

void write(int officers, Reporting& self, CrossingStep step) {
  share_out(
      officers, self.open, [](const OpenReport& r) { return ReportBegan{r.vehicle}; },
      [](const OpenReport& r) {
        return ReportWritten{r.vehicle, r.seized, r.number, r.copies, r.one_report, r.goods};
      },
      step);
}

void on(const ReportWritten& event, Reporting& self, CrossingStep step) {
  std::erase_if(self.open, [&](const OpenReport& r) { return r.number == event.number; });
  if (step.setup.desks.empty()) return;
  const ReportingSpec& rules = step.setup.scenario.reporting;
  const double missing = event.one_report ? rules.one_missing : rules.missing;
  const Distribution& delay = event.one_report ? rules.one_delay : rules.delay;
  for (int c = 0; c < event.copies; ++c) {
    const auto copy = static_cast<std::uint32_t>(c);
    const auto address = [&](VehicleLuck first) {
      return static_cast<std::uint32_t>(first) + copy;
    };
    const bool lost = step.luck.uniform(event.vehicle, address(VehicleLuck::report_loss)) < missing;
    if (lost) {
      step.schedule_at_once(ReportLost{event.vehicle});
      continue;
    }
    const double after =
        delay.sample(step.luck.uniform(event.vehicle, address(VehicleLuck::report_delay)));
    const Duration arrives_in = event.seized + from_seconds(after) - step.now;
    step.send(step.setup.desks.front().place, std::max(arrives_in, step.setup.border),
              SeizureReport{step.setup.crossing_at(step.agenda.place), event.number,
                            static_cast<std::uint8_t>(c), event.seized, event.goods});
  }
}

}  // namespace cordon::reporting
