// What the recorder counts of vehicles and vessels that come, wait, are served and leave.

#include <algorithm>

#include "sim/output/recorder/recorder.hpp"

namespace cordon {

void Recorder::observe(const VehicleArrived& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.queue.change(now, v.stands_for);
  if (v.berth) unloaded(v, here, now);
  if (v.initial) return void(line.at_start += v.stands_for);
  line.arrivals += v.stands_for;
  const Shipment& hidden = here.hold.of(e.vehicle);
  if (hidden.illicit()) ++line.illicit[hidden.commodity.value].attempts;
}

void Recorder::observe(const VehicleBalked& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.queue.change(now, -v.stands_for);
  line.balked += v.stands_for;
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->refused;
}

// At the same instant it arrived: its attempt is the one that it makes elsewhere.
void Recorder::observe(const VehicleDiverted& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.queue.change(now, -v.stands_for);
  line.diverted += v.stands_for;
  const Shipment& hidden = here.hold.of(e.vehicle);
  if (hidden.illicit()) --line.illicit[hidden.commodity.value].attempts;
}

void Recorder::observe(const TransitBegan& e, const Crossing& here, Time) {
  const Vehicle& v = here.vehicles[e.vehicle];
  line_of(v, here).transit += v.stands_for;
}

void Recorder::unloaded(const Vehicle& v, const Crossing& here, Time now) {
  TerminalTally& terminal = terminals_[here.setup->berths[v.berth.value].value];
  terminal.unloaded += v.stands_for;
  terminal.yard.change(now, v.stands_for);
  terminal.yard_most = std::max(terminal.yard_most, terminal.yard.value());
}

void Recorder::taken_away(VehicleId id, const Crossing& here, Time now) {
  const BerthIndex berth = here.vehicles[id].berth;
  if (berth) terminals_[here.setup->berths[berth.value].value].yard.change(now, -1);
}

void Recorder::observe(const LotArrived& e, const Crossing& here, Time) {
  ++terminal_of(here.terminals.lots[e.lot]).lots;
}

void Recorder::observe(const UnloadingBegan& e, const Crossing& here, Time now) {
  const Lot& lot = here.terminals.lots[e.lot];
  if (lot.arrived >= begun_) terminal_of(lot).lot_wait.add(now - lot.arrived);
}

void Recorder::observe(const LotLeft& e, const Crossing& here, Time now) {
  const Lot& lot = here.terminals.lots[e.lot];
  ++terminal_of(lot).lots_left;
  if (lot.arrived >= begun_) terminal_of(lot).turnaround.add(now - lot.arrived);
}

void Recorder::observe(const UnitPickedUp& e, const Crossing&, Time now) {
  TerminalTally& terminal = terminals_[e.terminal.value];
  const TerminalSpec& spec = setup_.terminals[e.terminal.value].spec;
  terminal.picked_up += e.units;
  terminal.yard.change(now, -e.units);
  const Duration beyond = now - e.unloaded - spec.free_time;
  if (beyond > Duration::zero())
    terminal.storage_cents +=
        e.units * ((beyond + 24h - Duration{1}) / 24h) * cents(spec.storage_cost_per_day);
}

void Recorder::observe(const VehicleGaveUp& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.queue.change(now, -v.stands_for);
  line.gave_up += v.stands_for;
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->refused;
}

void Recorder::observe(const BookingMissed& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.queue.change(now, -v.stands_for);
  line.missed += v.stands_for;
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->refused;
}

void Recorder::observe(const ServiceInterrupted& e, const Crossing& here, Time now) {
  if (here.setup->stages[e.stage.value].line)
    line_of(here.vehicles[e.vehicle], here).busy.change(now, -1);
}

void Recorder::observe(const ServiceResumed& e, const Crossing& here, Time now) {
  if (here.setup->stages[e.stage.value].line)
    line_of(here.vehicles[e.vehicle], here).busy.change(now, 1);
}

void Recorder::observe(const ServiceBegan& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const StageSetup& stage = here.setup->stages[e.stage.value];
  LineTally& line = line_of(v, here);
  if (stage.line) line.busy.change(now, 1);
  if (!stage.first) return;
  if (now > v.joined) line.queue_most = std::max(line.queue_most, line.queue.value());
  line.queue.change(now, -v.stands_for);
  if (!measured(v)) return;
  line.wait.add(now - v.joined, v.stands_for);
  line.wait_quantiles.add(now - v.joined, v.stands_for);
}

void Recorder::observe(const ServiceEnded& e, const Crossing& here, Time now) {
  if (here.setup->stages[e.stage.value].line)
    line_of(here.vehicles[e.vehicle], here).busy.change(now, -1);
}

void Recorder::observe(const VehicleReleased& e, const Crossing& here, Time now) {
  const Vehicle& v = here.vehicles[e.vehicle];
  LineTally& line = line_of(v, here);
  line.crossed += v.stands_for;
  if (v.aside == Aside::for_expert) {
    ++post(here).released_after_holding;
    post(here).held.add(now - v.since);
  } else if (measured(v)) {
    line.in_system.add(now - v.joined - v.others_checks, v.stands_for);
  }
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->passed;
}

}  // namespace cordon
