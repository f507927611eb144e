#include "sim/model/crossing/service.hpp"

#include <cmath>

#include "sim/model/crossing/cooperation.hpp"

namespace cordon::stages {
namespace {

// Luck of a stage's service time. The first two stages of a line are drawn at the vehicle's birth.
std::uint32_t time_address(const StageSetup& stage) {
  if (stage.line && stage.first) return static_cast<std::uint32_t>(VehicleLuck::first_check_time);
  if (stage.line) return static_cast<std::uint32_t>(VehicleLuck::second_check_time);
  return stage_time_luck(stage.order);
}

double mean_seconds(const StageSetup& stage, const Vehicle& v) {
  const double own = stage.time[static_cast<std::size_t>(v.vehicle_class)].mean();
  if (!stage.per_traveller) return own;
  return own + v.travellers * stage.per_traveller->mean();
}

// The sum of n independent times that are like one is off n times their mean by sqrt(n) times what
// one is: so this keeps the mean and the variance of the sum.
[[gnu::noinline]] double seconds_of_all(double of_one, const StageSetup& stage, const Vehicle& v) {
  const double mean = mean_seconds(stage, v);
  return v.stands_for * mean + std::sqrt(static_cast<double>(v.stands_for)) * (of_one - mean);
}

double travellers_seconds(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  double sum = 0;
  for (std::uint16_t t = 0; t < v.travellers; ++t)
    sum += stage.per_traveller->sample(
        step.luck.uniform(v.draws, traveller_time_luck(stage.order, t)));
  return sum;
}

double drawn_seconds(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  const double own = stage.time[static_cast<std::size_t>(v.vehicle_class)].sample(
      step.luck.uniform(v.draws, time_address(stage)));
  const double of_one = stage.per_traveller ? own + travellers_seconds(stage, v, step) : own;
  return v.stands_for == 1 ? of_one : seconds_of_all(of_one, stage, v);
}

// Who is asked for by operations that do not know of one another is controlled for each.
double as_often(double drawn, const StageSetup& stage, const Vehicle& v) {
  return v.checks > 1 && stage.control != ControlKind::none ? drawn * v.checks : drawn;
}

// Not inlined, since most vehicles are in no table.
[[gnu::noinline]] double recorded_seconds(const StageSetup& stage, const Vehicle& v,
                                          CrossingStep step) {
  const auto recorded = step.setup.records.time(v.recorded - 1, stage.order);
  return recorded ? seconds(*recorded) : as_often(drawn_seconds(stage, v, step), stage, v);
}

// Whose papers were read before need less of it where the lane is chosen.
double after_analysis(double drawn, const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  if (!stage.selects) return drawn;
  return drawn * step.setup.advance_of(v.vehicle_class, v.direction)->lane_time;
}

double check_seconds(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  if (v.recorded != 0) return recorded_seconds(stage, v, step);
  const double drawn = as_often(drawn_seconds(stage, v, step), stage, v);
  return v.advance == Advance::none ? drawn : after_analysis(drawn, stage, v, step);
}

// Who comes is looked up, and where there is a hit it is resolved while he waits.
double look_up_seconds(const Vehicle& v, CrossingStep step) {
  const InteroperabilitySpec& systems = step.setup.scenario.interoperability;
  return seconds(v.stands_for * Duration(systems.check_time) +
                 v.record_hits * Duration(systems.resolve_time));
}

// In one stop only one of the checks looks up.
double seconds_at(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  const double check = check_seconds(stage, v, step);
  const bool here = v.looked_up_here && (stage.first || v.channel != Channel::green);
  return here ? check + look_up_seconds(v, step) : check;
}

// All own stages of the line at once.
double one_stop_seconds(const Stages& self, const StageSetup& first, const Vehicle& v,
                        CrossingStep step) {
  std::vector<double> checks{seconds_at(first, v, step)};
  for (StageIndex next = first.joined; next; next = self.setup->stages[next.value].joined)
    checks.push_back(seconds_at(self.setup->stages[next.value], v, step));
  return cooperation::stop_seconds(self.cooperation, checks, step.setup.scenario);
}

}  // namespace

Duration service_time(const Stages& self, StageIndex where, const Vehicle& v, CrossingStep step) {
  const StageSetup& stage = self.setup->stages[where.value];
  const bool one_stop = stage.first && cooperation::at_one_stop(self.cooperation);
  return from_seconds(self.slowness * (one_stop ? one_stop_seconds(self, stage, v, step)
                                                : seconds_at(stage, v, step)));
}

}  // namespace cordon::stages
