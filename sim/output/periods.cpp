#include "sim/output/periods.hpp"

#include "sim/output/moment_text.hpp"

namespace cordon {

void Periods::begin(const World& world, Time now) {
  from_ = now;
  recorder_.begin(world, now);
}

void Periods::sample(const World& world, Time now) {
  if (from_ == never || now < from_ + setup_.scenario.record.period) return;
  close(world, now);
  begin(world, now);
}

void Periods::end(const World& world, Time now) {
  if (from_ != never && now > from_) close(world, now);
}

void Periods::close(const World& world, Time now) {
  recorder_.end(world, now);
  const std::string name = day_text(setup_.scenario.start, from_);
  for (MeasureValue& v : recorder_.values()) {
    // Assessments look back on times of their own.
    if (v.labels.crossing != "all" || v.measure->name.starts_with("assessment")) continue;
    v.labels.period = name;
    values_.push_back(std::move(v));
  }
}

}  // namespace cordon
