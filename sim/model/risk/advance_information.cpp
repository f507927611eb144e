#include "sim/model/risk/advance_information.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::advance {
namespace {

bool is_lodged_in_time(const Vehicle& v, const AdvanceSpec& spec, const Luck& luck) {
  return luck.uniform(v.draws, VehicleLuck::entry_summary) < spec.coverage * (1 - spec.late);
}

bool is_to_be_referred(const Declaration& declared, const AdvanceSpec& spec) {
  if (spec.referred <= 0 || spec.referred >= 1) return spec.referred >= 1;
  return static_cast<double>(declared.risk_score) > -elementary::normal_quantile(spec.referred);
}

bool may_still_stop(const Vehicle& v, const AdvanceSpec& spec) {
  return spec.before_loading && v.joined == never && !v.berth;
}

bool has_been_selected(const Vehicle& v) { return v.advance == Advance::used; }

}  // namespace

void announce(VehicleId id, Vehicle& v, Time arrives, Time soonest, Order order,
              Agenda<CrossingEvent>& agenda, const Setup& setup, const Luck& luck) {
  const AdvanceSpec* spec = setup.advance_of(v.vehicle_class, v.direction);
  if (spec == nullptr || !is_lodged_in_time(v, *spec, luck)) return;
  const Time due = spec->before_loading ? soonest : std::max(soonest, arrives - spec->before);
  if (due < arrives) agenda.future.schedule(due, order, EntrySummaryLodged{id});
}

bool has_good_data(const Vehicle& v, const AdvanceSpec& spec, const Luck& luck) {
  return luck.uniform(v.draws, VehicleLuck::entry_quality) < spec.quality;
}

bool has_exit_data(const Vehicle& vehicle, const AdvanceSpec& spec, const Luck& luck) {
  return spec.exit_data > 0 && luck.uniform(vehicle.draws, VehicleLuck::exit_data) < spec.exit_data;
}

void on(const EntrySummaryLodged& event, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[event.vehicle];
  const AdvanceSpec& spec = *step.setup.advance_of(v.vehicle_class, v.direction);
  v.advance = Advance::analysed;
  const bool hit = v.lookup == Lookup::hit || v.lookup == Lookup::false_hit;
  if (hit || is_to_be_referred(v.declaration, spec))
    step.schedule_at_once(EntrySummaryReferred{event.vehicle});
}

void on(const EntrySummaryReferred& event, Arena<Vehicle>& vehicles, double in_file,
        double in_answer, CrossingStep step) {
  Vehicle& v = vehicles[event.vehicle];
  v.advance = Advance::referred;
  const AdvanceSpec& spec = *step.setup.advance_of(v.vehicle_class, v.direction);
  step.send(step.setup.targeting, step.setup.border,
            DeclarationReferred{step.setup.crossing_at(step.agenda.place), event.vehicle,
                                static_cast<float>(in_file), static_cast<float>(in_answer),
                                may_still_stop(v, spec)});
}

void on(const VerdictReceived& event, const Arena<Vehicle>& vehicles, CrossingStep step) {
  if (!vehicles.contains(event.vehicle)) return;
  const Vehicle& v = vehicles[event.vehicle];
  if (has_been_selected(v)) return;
  const AdvanceSpec& spec = *step.setup.advance_of(v.vehicle_class, v.direction);
  if (event.verdict == Verdict::do_not_load && may_still_stop(v, spec))
    step.schedule_at_once(LoadingRefused{event.vehicle});
  else if (event.verdict == Verdict::clear)
    step.schedule_at_once(EntrySummaryCleared{event.vehicle});
  else
    step.schedule_at_once(ControlOrdered{event.vehicle});
}

}  // namespace cordon::advance
