// What the recorder counts of controls, finds, and what becomes of them.

#include <algorithm>

#include "sim/output/recorder/recorder.hpp"

namespace cordon {

IllicitTally* Recorder::illicit_of(VehicleId id, const Crossing& here) {
  const Shipment& hidden = here.hold.of(id);
  const Vehicle& v = here.vehicles[id];
  if (!hidden.illicit() || !measured(v)) return nullptr;
  return &line_of(v, here).illicit[hidden.commodity.value];
}

// Not where the service ended: in one stop it ends at the first stage, the control at the last.
void Recorder::observe(const ControlEnded& e, const Crossing& here, Time) {
  const StageSetup& stage = here.setup->stages[e.stage.value];
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.document_checks += stage.control == ControlKind::documents ? v.stands_for : 0;
  line.scans += stage.control == ControlKind::scan ? v.stands_for : 0;
  line.searches += stage.control == ControlKind::search ? v.stands_for : 0;
}

void Recorder::observe(const ChannelChosen& e, const Crossing& here, Time) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  const bool controlled = e.channel != Channel::green;
  line.profile_controls += controlled && v.matches_profile;
  line.operation_checks += e.checks;
  line.double_checks += std::max(0, e.checks - 1);
  const bool legal = !here.hold.of(e.vehicle).illicit();
  line.controls += controlled;
  line.legal_chosen += legal ? v.stands_for : 0;
  line.chosen += v.stands_for;
  line.legal_controls += legal && controlled;
}

void Recorder::count_profile(VehicleId id, const Crossing& here) {
  const Vehicle& v = here.vehicles[id];
  line_of(v, here).profile_detections += v.matches_profile;
}

void Recorder::observe(const GoodsHeld& e, const Crossing& here, Time) {
  post(here).goods_held += e.why == Aside::for_expert;
}

// Who breaks away, and what is out of sight, has crossed as well.
void Recorder::escaped(VehicleId id, const Crossing& here) {
  ++line_of(here.vehicles[id], here).crossed;
  if (IllicitTally* illicit = illicit_of(id, here)) ++illicit->passed;
}

void Recorder::observe(const VehicleFled&, const Crossing& here, Time) { ++post(here).fled; }
void Recorder::observe(const PursuitEnded& e, const Crossing& here, Time) {
  post(here).caught += e.caught;
}
void Recorder::observe(const VehicleEscaped& e, const Crossing& here, Time) {
  escaped(e.vehicle, here);
}

void Recorder::observe(const DeliveryBegan& e, const Crossing& here, Time now) {
  taken_away(e.vehicle, here, now);
  ++post(here).deliveries;
}

void Recorder::observe(const DeliveryLost& e, const Crossing& here, Time) {
  ++post(here).deliveries_lost;
  escaped(e.vehicle, here);
}

void Recorder::observe(const CaseOpened&, const Crossing& here, Time) { ++post(here).cases_opened; }

void Recorder::observe(const CaseClosed& e, const Crossing& here, Time) {
  ++post(here).cases_closed;
  post(here).cases_solved += e.outcome == CaseOutcome::solved;
}

void Recorder::observe(const GoodsSeized& e, const Crossing& here, Time now) {
  taken_away(e.vehicle, here, now);
  const Vehicle& v = here.vehicles[e.vehicle];
  if (v.aside == Aside::for_expert) post(here).held.add(now - v.since);
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) {
    ++illicit->seizures;
    illicit->arrests += e.arrest;
    count_profile(e.vehicle, here);
    illicit->seized_mass_kg += static_cast<double>(here.hold.of(e.vehicle).mass_kg);
  }
}

void Recorder::observe(const PersonsReferred& e, const Crossing& here, Time now) {
  taken_away(e.vehicle, here, now);
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) {
    ++illicit->referrals;
    illicit->arrests += e.arrest;
    count_profile(e.vehicle, here);
  }
}

void Recorder::observe(const PassageRefused& e, const Crossing& here, Time now) {
  taken_away(e.vehicle, here, now);
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) {
    ++illicit->sanction_refusals;
    count_profile(e.vehicle, here);
  }
}

void Recorder::observe(const SectorEntered& e, const Crossing& here, Time) {
  const Shipment& hidden = here.hold.of(e.vehicle);
  ++line_of(here.vehicles[e.vehicle], here).illicit[hidden.commodity.value].attempts;
}

void Recorder::observe(const SectorLeft& e, const Crossing& here, Time) {
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->passed;
}

void Recorder::observe(const AuditEnded& e, const Crossing& here, Time) {
  ++post(here).audits;
  post(here).audit_findings += e.found;
}

}  // namespace cordon
