#include "sim/output/recorder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace cordon {
namespace {

std::int64_t cents(double eur) { return std::llround(eur * 100); }

}  // namespace

void IllicitTally::merge(const IllicitTally& o) {
  attempts += o.attempts;
  seizures += o.seizures;
  referrals += o.referrals;
  arrests += o.arrests;
  sanction_refusals += o.sanction_refusals;
  passed += o.passed;
  refused += o.refused;
  in_system += o.in_system;
  seized_mass_kg += o.seized_mass_kg;
}

void LineTally::merge(const LineTally& o) {
  arrivals += o.arrivals;
  crossed += o.crossed;
  balked += o.balked;
  diverted += o.diverted;
  transit += o.transit;
  entry_summaries += o.entry_summaries;
  referred += o.referred;
  ordered += o.ordered;
  loading_refused += o.loading_refused;
  record_hits += o.record_hits;
  false_record_hits += o.false_record_hits;
  profile_controls += o.profile_controls;
  profile_detections += o.profile_detections;
  operation_checks += o.operation_checks;
  double_checks += o.double_checks;
  gave_up += o.gave_up;
  missed += o.missed;
  at_start += o.at_start;
  at_end += o.at_end;
  controls += o.controls;
  legal_controls += o.legal_controls;
  legal_chosen += o.legal_chosen;
  chosen += o.chosen;
  document_checks += o.document_checks;
  scans += o.scans;
  searches += o.searches;
  wait.merge(o.wait);
  in_system.merge(o.in_system);
  wait_quantiles.merge(o.wait_quantiles);
  queue_most = std::max(queue_most, o.queue_most);
  queue_total.value_microseconds += o.queue_total.value_microseconds;
  busy_total.value_microseconds += o.busy_total.value_microseconds;
  open_total.value_microseconds += o.open_total.value_microseconds;
  delay_cost_micro_cents += o.delay_cost_micro_cents;
  illicit.resize(std::max(illicit.size(), o.illicit.size()));
  for (std::size_t c = 0; c < o.illicit.size(); ++c) illicit[c].merge(o.illicit[c]);
}

void TerminalTally::merge(const TerminalTally& o) {
  lots += o.lots;
  lots_left += o.lots_left;
  lots_at_end += o.lots_at_end;
  unloaded += o.unloaded;
  picked_up += o.picked_up;
  yard_at_start += o.yard_at_start;
  yard_at_end += o.yard_at_end;
  yard_most = std::max(yard_most, o.yard_most);
  lot_wait.merge(o.lot_wait);
  turnaround.merge(o.turnaround);
  yard_total.value_microseconds += o.yard_total.value_microseconds;
  storage_cents += o.storage_cents;
}

void PostTally::merge(const PostTally& o) {
  for (std::size_t a = 0; a < authorities; ++a) {
    officers_total[a].value_microseconds += o.officers_total[a].value_microseconds;
    overtime[a] += o.overtime[a];
    travel[a] += o.travel[a];
  }
  reporting += o.reporting;
  auditing += o.auditing;
  cents_total.value_microseconds += o.cents_total.value_microseconds;
  extra_cents += o.extra_cents;
  purchase_cents += o.purchase_cents;
  reports_sent += o.reports_sent;
  reports_lost += o.reports_lost;
  trainings += o.trainings;
  messages += o.messages;
  messages_lost += o.messages_lost;
  answered += o.answered;
  answered_in_time += o.answered_in_time;
  forms_issued += o.forms_issued;
  forms_taken_up += o.forms_taken_up;
  audits += o.audits;
  audit_findings += o.audit_findings;
  goods_held += o.goods_held;
  released_after_holding += o.released_after_holding;
  held.merge(o.held);
  fled += o.fled;
  caught += o.caught;
  deliveries += o.deliveries;
  deliveries_lost += o.deliveries_lost;
  cases_opened += o.cases_opened;
  cases_closed += o.cases_closed;
  cases_solved += o.cases_solved;
  investigating += o.investigating;
}

void InboxTally::merge(const InboxTally& o) {
  lost += o.lost;
  checks += o.checks;
  hits += o.hits;
  delay.merge(o.delay);
  busy_total.value_microseconds += o.busy_total.value_microseconds;
}

void GroupTally::merge(const GroupTally& o) {
  planned += o.planned;
  postponed += o.postponed;
  deterred += o.deterred;
  disrupted += o.disrupted;
  intelligence += o.intelligence;
  struck += o.struck;
  for (const auto& [line, vehicles] : o.sent) sent[line] += vehicles;
}

Recorder::Recorder(const Setup& setup)
    : setup_(setup),
      events_(setup.places()),
      lines_(setup.lines.size() * places_of_line),
      at_unit_(setup.unit ? lines_.size() : 0),
      terminals_(setup.terminals.size()),
      posts_(setup.crossings.size()),
      groups_(setup.groups.size()),
      inboxes_(setup.desks.size()),
      ordered_cents_(setup.crossings.size()),
      attempted_(setup.commodities.size()),
      looked_back_(setup.assessments.size(), attempted_),
      stopped_(setup.operations.size()) {
  for (auto* lines : {&lines_, &at_unit_})
    for (LineTally& line : *lines) line.illicit.resize(setup.commodities.size());
  desk_.first_known.resize(setup.crossings.size());
}

// What has been counted is forgotten; what is going on goes on.
void Recorder::begin(const World& world, Time now) {
  begun_ = now;
  attempted_ = attempted_so_far();
  for (LineTally& line : lines_) {
    LineTally fresh;
    fresh.queue = line.queue, fresh.busy = line.busy, fresh.open = line.open;
    for (TimeWeighted* w : {&fresh.queue, &fresh.busy, &fresh.open}) w->restart(now);
    fresh.queue_most = fresh.queue.value();
    fresh.illicit.resize(setup_.commodities.size());
    line = std::move(fresh);
  }
  for (LineTally& line : at_unit_) {
    line = LineTally();
    line.illicit.resize(setup_.commodities.size());
  }
  for (TerminalTally& terminal : terminals_) {
    TerminalTally fresh;
    fresh.yard = terminal.yard;
    fresh.yard.restart(now);
    fresh.yard_at_start = fresh.yard_most = fresh.yard.value();
    terminal = fresh;
  }
  for (PostTally& post : posts_) {
    PostTally fresh;
    fresh.officers = post.officers, fresh.cents_per_hour = post.cents_per_hour;
    for (TimeWeighted& w : fresh.officers) w.restart(now);
    fresh.cents_per_hour.restart(now);
    post = fresh;
  }
  for (std::size_t c = 0; c < posts_.size(); ++c)
    posts_[c].crews = staff::accounts(world.crossings[c].staff, now);
  for (GroupTally& group : groups_) group = {};
  desk_ = {0, 0, {}, std::move(desk_.first_known)};
  targeting_.requests = 0;
  std::fill(stopped_.begin(), stopped_.end(), 0);
  std::fill(ordered_cents_.begin(), ordered_cents_.end(), 0);
  assessments_.clear();
  assessed_ = 0;
  targeting_.busy.restart(now);
  for (InboxTally& inbox : inboxes_) {
    InboxTally fresh;
    fresh.busy = inbox.busy;
    fresh.busy.restart(now);
    inbox = fresh;
  }
  count_in_system(world, false);
}

void Recorder::end(const World& world, Time now) {
  ended_ = now;
  for (LineTally& line : lines_) {
    line.queue_total = line.queue.total(now);
    line.busy_total = line.busy.total(now);
    line.open_total = line.open.total(now);
    line.queue_most = std::max(line.queue_most, line.queue.value());
  }
  for (std::uint16_t l = 0; l < setup_.lines.size(); ++l) {
    for (std::size_t c = 0; c < vehicle_classes; ++c) {
      const auto vehicle_class = static_cast<VehicleClass>(c);
      const FlowIndex flow = setup_.flow_of(vehicle_class, setup_.lines[l].direction);
      if (!setup_.lines[l].serves[c] || !flow) continue;
      LineTally& line = lines_[position({l}, vehicle_class)];
      line.delay_cost_micro_cents =
          line.queue_total.value_microseconds * cents(setup_.flows[flow.value].delay_cost_per_hour);
    }
    share_open_lanes({l});
  }
  for (TerminalTally& terminal : terminals_) {
    terminal.yard_total = terminal.yard.total(now);
    terminal.yard_at_end = terminal.yard.value();
  }
  for (PostTally& post : posts_) {
    for (std::size_t a = 0; a < authorities; ++a)
      post.officers_total[a] = post.officers[a].total(now);
    post.cents_total = post.cents_per_hour.total(now);
  }
  targeting_.busy_total = targeting_.busy.total(now);
  for (InboxTally& inbox : inboxes_) inbox.busy_total = inbox.busy.total(now);
  for (const PurchaseSetup& bought : setup_.purchases) {
    const Time ordered = start_of_run + bought.ordered;
    if (ordered >= begun_ && ordered < now)
      posts_[bought.crossing.value].purchase_cents += cents(bought.price);
  }
  for (std::size_t c = 0; c < posts_.size(); ++c) posts_[c].purchase_cents += ordered_cents_[c];
  count_hours(world, now);
  count_in_system(world, true);
  for (std::size_t l = 0; l < at_unit_.size(); ++l) lines_[l].merge(at_unit_[l]);
}

// What the crews have done by now, less what they had done when measuring began.
void Recorder::count_hours(const World& world, Time now) {
  for (std::size_t c = 0; c < posts_.size(); ++c) {
    PostTally& tally = posts_[c];
    const auto before = std::exchange(tally.crews, staff::accounts(world.crossings[c].staff, now));
    for (std::size_t n = 0; n < before.size(); ++n) tally.crews[n] -= before[n];
    for (const Account& a : tally.crews) {
      const CrewSetup& crew = setup_.crossings[a.home.value].crews[a.crew];
      const Int128 late = a.of(Activity::overtime);
      tally.overtime[static_cast<std::size_t>(crew.authority)] += late;
      tally.extra_cents +=
          late * cents(crew.cost_per_hour * (1 + setup_.scenario.staffing.overtime_premium));
      tally.reporting += a.of(Activity::reporting);
      tally.auditing += a.of(Activity::auditing);
      tally.investigating += a.of(Activity::investigating);
    }
  }
}

// Classes that share lanes share their open time as they share the work: each uses the line as the
// line is used.
void Recorder::share_open_lanes(LineIndex line) {
  const LineSetup& setup = setup_.lines[line.value];
  LineTally& own = lines_[position(line, setup.vehicle_class)];
  const Int128 open = own.open_total.value_microseconds;
  Int128 busy = 0;
  for (std::size_t c = 0; c < vehicle_classes; ++c)
    if (setup.serves[c])
      busy += lines_[position(line, static_cast<VehicleClass>(c))].busy_total.value_microseconds;
  for (std::size_t c = 0; c < vehicle_classes && busy > 0; ++c) {
    const auto other = static_cast<VehicleClass>(c);
    if (!setup.serves[c] || other == setup.vehicle_class) continue;
    LineTally& tally = lines_[position(line, other)];
    const double share =
        static_cast<double>(tally.busy_total.value_microseconds) / static_cast<double>(busy);
    tally.open_total.value_microseconds = static_cast<Int128>(static_cast<double>(open) * share);
    own.open_total.value_microseconds -= tally.open_total.value_microseconds;
  }
}

// Those in line or under control, held, or on their way under watch; who is still on the way to the
// crossing has not joined.
void Recorder::count_in_system(const World& world, bool at_end) {
  for (const Crossing& crossing : world.crossings) {
    crossing.terminals.lots.for_each([&](LotId, const Lot& lot) {
      if (lot.arrived != never && at_end) ++terminal_of(lot).lots_at_end;
    });
    const auto count = [&](const Vehicle& v, const Shipment& hidden) {
      if (v.joined == never) return;
      LineTally& line = line_of(v, crossing);
      if (!crossing.setup->sector) (at_end ? line.at_end : line.at_start) += v.stands_for;
      if (at_end && hidden.illicit() && measured(v))
        ++line.illicit[hidden.commodity.value].in_system;
    };
    crossing.vehicles.for_each(
        [&](VehicleId id, const Vehicle& v) { count(v, crossing.hold.of(id)); });
    for (const Departure& d : crossing.departures) count(d.vehicle, d.hidden);
  }
}

std::vector<double> Recorder::attempted_so_far() const {
  std::vector<double> harm = attempted_;
  for (const LineTally& line : lines_)
    for (std::size_t c = 0; c < harm.size(); ++c)
      harm[c] += static_cast<double>(line.illicit[c].attempts) * setup_.commodities[c].harm_weight;
  return harm;
}

// Shares of the harm that was tried since the last assessment of the kind.
void Recorder::assess(const World& world) {
  const std::vector<double> so_far = attempted_so_far();
  for (; assessed_ < assessments_.size(); ++assessed_) {
    AssessmentTally& made = assessments_[assessed_];
    std::vector<double>& before = looked_back_[made.assessment.value];
    made.told = world.desks.front().strategy.assessors.of[made.assessment.value].shares;
    double all = 0;
    for (std::size_t c = 0; c < so_far.size(); ++c) all += so_far[c] - before[c];
    for (std::size_t c = 0; c < so_far.size(); ++c)
      made.truth.push_back(all > 0 ? (so_far[c] - before[c]) / all : 0);
    before = so_far;
  }
}

void Recorder::sample(const World& world, Time now) {
  if (assessed_ < assessments_.size()) assess(world);
  if (now < next_sample_) return;
  next_sample_ = now + setup_.scenario.record.queues_every;
  for (const Crossing& crossing : world.crossings)
    for (const LineIndex l : crossing.setup->lines)
      for (std::size_t c = 0; c < vehicle_classes; ++c) {
        if (!setup_.lines[l.value].serves[c]) continue;
        const auto vehicle_class = static_cast<VehicleClass>(c);
        const LineTally& tally = lines_[position(l, vehicle_class)];
        samples_.push_back({now, l.value, static_cast<std::int32_t>(tally.queue.value()),
                            static_cast<std::int32_t>(tally.busy.value()),
                            seconds(world.board.wait[l.value]) / 60, vehicle_class});
      }
}

std::uint64_t Recorder::events() const {
  return std::accumulate(events_.begin(), events_.end(), std::uint64_t{0});
}

IllicitTally* Recorder::illicit_of(VehicleId id, const Crossing& here) {
  const Shipment& hidden = here.hold.of(id);
  const Vehicle& v = here.vehicles[id];
  if (!hidden.illicit() || !measured(v)) return nullptr;
  return &line_of(v, here).illicit[hidden.commodity.value];
}

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
void Recorder::observe(const GroupStruck&, const Group& here, Time) { ++tally_of(here).struck; }

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

void Recorder::observe(const SectorEntered& e, const Crossing& here, Time) {
  const Shipment& hidden = here.hold.of(e.vehicle);
  ++line_of(here.vehicles[e.vehicle], here).illicit[hidden.commodity.value].attempts;
}

void Recorder::observe(const SectorLeft& e, const Crossing& here, Time) {
  if (IllicitTally* illicit = illicit_of(e.vehicle, here)) ++illicit->passed;
}

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

void Recorder::observe(const AssessmentDue& e, const Desk&, Time now) {
  assessments_.push_back({e.assessment, now, {}, {}});
}

void Recorder::observe(const AuditEnded& e, const Crossing& here, Time) {
  ++post(here).audits;
  post(here).audit_findings += e.found;
}
// Headquarters of different operations may be told of by different threads.
void Recorder::observe(const OperationStopped&, const Headquarters& here, Time) {
  stopped_[here.index.value] = 1;
}

void Recorder::observe(const ConsignmentPlanned&, const Group& here, Time) {
  ++tally_of(here).planned;
}
void Recorder::observe(const ConsignmentPostponed&, const Group& here, Time) {
  ++tally_of(here).postponed;
}
void Recorder::observe(const ConsignmentDeterred&, const Group& here, Time) {
  ++tally_of(here).deterred;
}
void Recorder::observe(const ConsignmentSent& e, const Group& here, Time) {
  tally_of(here).sent[e.line] += e.vehicles;
}
void Recorder::observe(const GroupDisrupted&, const Group& here, Time) {
  ++tally_of(here).disrupted;
}

}  // namespace cordon
