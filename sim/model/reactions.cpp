#include "sim/model/reactions.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include "sim/model/crossing/approach.hpp"
#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/opponent/intelligence.hpp"
#include "sim/model/risk/advance_information.hpp"
#include "sim/model/trade/journey.hpp"
#include "sim/model/trade/papers.hpp"

namespace cordon {
namespace {

double luck_of(const Vehicle& v, VehicleLuck what, CrossingStep s) {
  return s.luck.uniform(v.draws, what);
}

// Whether an engine that learns looks at the papers of a vehicle.
bool is_judged(const Vehicle& v, const Crossing& here) {
  return here.setup->judged_by && carries_goods(v.vehicle_class);
}

// What its papers say; none: nobody lodges any for it.
std::optional<scoring::Declared> papers_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!carries_goods(v.vehicle_class)) return std::nullopt;
  return papers::read(v, here.hold.of(id), s.setup, s.luck);
}

// What the operations in course ask for it.
Terms terms_for(VehicleId id, const Crossing& here, CrossingStep s) {
  const Known& known = here.known;
  if (known.targeted.empty()) return {1, known.auc, {}};
  const auto declared = selection::read_papers(known, s.setup) ? papers_of(id, here, s)
                                                               : std::optional<scoring::Declared>();
  return selection::terms_for(here.vehicles[id], declared ? &*declared : nullptr, known, s.setup);
}

// In the systems of justice and home affairs, who has to be resolved where there is a hit.
void look_up(VehicleId id, Crossing& here, CrossingStep s) {
  const InteroperabilitySpec& systems = s.setup.scenario.interoperability;
  Vehicle& v = here.vehicles[id];
  const bool of_a_group = bool(here.hold.of(id).owner);
  if (of_a_group && luck_of(v, VehicleLuck::on_record, s) < systems.on_record)
    v.lookup = Lookup::hit;
  else if (luck_of(v, VehicleLuck::false_hit, s) < systems.false_hits)
    v.lookup = Lookup::false_hit;
  else
    v.lookup = Lookup::no_hit;
  if (v.lookup != Lookup::no_hit) s.schedule_at_once(RecordHit{id, v.lookup == Lookup::hit});
}

// At the first check of all, or at the first control of those that are selected.
void look_up_at(StageIndex stage, VehicleId id, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  const bool selected_only = s.setup.scenario.interoperability.look_up == LookUp::on_request;
  const bool due =
      selected_only ? v.channel != Channel::green : here.setup->stages[stage.value].first;
  v.looked_up_here = due && v.lookup == Lookup::none;
  if (v.looked_up_here) look_up(id, here, s);
}

// By an engine that reads the papers, or as nature has drawn it, and by what the post looks for.
double assess(VehicleId id, double auc, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  const double chance = luck_of(v, VehicleLuck::risk_score, s);
  const bool judged = is_judged(v, here);
  const bool looked_at = carries_goods(v.vehicle_class) && !s.setup.signs.empty();
  const double drawn = judged ? 0 : inspection::risk_score(here.hold.of(id), auc, chance);
  if (!judged && !looked_at) return drawn;
  const scoring::Declared declared = papers::read(v, here.hold.of(id), s.setup, s.luck);
  const double matches = here.known.profiles.weight(declared, s.setup, s.now);
  v.matches_profile = matches > 0;
  const double score = judged ? selection::judged(declared, s, chance) : drawn;
  const double ranked = selection::on_scale(score + matches, v.direction, here.known, chance);
  const bool on_scale_already = !judged && here.known.profiles.size() == 0;
  return on_scale_already ? drawn : ranked;
}

// The same by an entry summary declaration, whose data may tell more.
double assess_ahead(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const AdvanceSpec& spec = *s.setup.advance_of(v.vehicle_class, v.direction);
  double auc = here.known.auc;
  if (advance::has_good_data(v, spec, s.luck)) auc = std::max(auc, spec.auc);
  if (advance::has_exit_data(v, spec, s.luck)) auc = std::max(auc, spec.exit_auc);
  return assess(id, auc, here, s);
}

// What an inspection came to, found or not, is a lesson.
void teach(VehicleId id, bool found, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!v.inspected || !is_judged(v, here)) return;
  selection::teach(papers::read(v, here.hold.of(id), s.setup, s.luck), found, here.known, s);
}

// What the targeters have ordered is done, whatever the lanes are full of. What they have cleared
// is controlled only by chance.
Channel as_ordered(Channel chosen, Vehicle& v, CrossingStep s) {
  const Advance said = std::exchange(v.advance, Advance::used);
  const SelectionSpec& policy = s.setup.scenario.selection;
  if (said == Advance::to_be_controlled) return s.setup.scenario.targeting.channel;
  const bool by_chance = luck_of(v, VehicleLuck::selection, s) < policy.exploration;
  return said == Advance::cleared && !by_chance ? Channel::green : chosen;
}

// Who chooses the lane takes the bribe, or has the vehicle searched.
Channel bribed(VehicleId id, const Crossing& here, CrossingStep s) {
  const GroupSpec& giver = s.setup.groups[here.hold.of(id).owner.value].spec;
  const double integrity = s.luck.uniform(here.vehicles[id].draws, VehicleLuck::bribe);
  return integrity < giver.corruption ? Channel::green : Channel::red;
}

// Papers are read, the score stands, the lane is chosen.
void select(VehicleId id, Crossing& here, CrossingStep s) {
  const Terms terms = terms_for(id, here, s);
  Vehicle& v = here.vehicles[id];
  v.targeted_by = terms.by;
  if (v.advance == Advance::none)
    v.declaration.risk_score = static_cast<float>(assess(id, terms.auc, here, s));
  const SelectionSpec& policy = s.setup.scenario.selection;
  Channel channel = selection::select_channel(
      v.declaration, selection::shares_for(v, terms, here.known, s.setup.scenario), policy,
      luck_of(v, VehicleLuck::selection, s), luck_of(v, VehicleLuck::channel, s));
  if (channel != Channel::green)
    channel = selection::with_room(channel, selection::room_for_controls(here.stages, v, policy));
  if (v.advance != Advance::none) channel = as_ordered(channel, v, s);
  if (v.lookup == Lookup::hit) channel = s.setup.scenario.interoperability.channel;
  if (here.hold.of(id).bribes) channel = bribed(id, here, s);
  s.schedule_at_once(ChannelChosen{id, channel});
}

// What nobody here has seen before is found less often.
double recognition(VehicleId id, const Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(id);
  if (!hidden.illicit() || here.known.recognises[hidden.commodity.value]) return 1;
  return s.setup.commodities[hidden.commodity.value].unrecognised;
}

void inspect(const ServiceEnded& e, StageIndex where, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  const StageSetup& stage = here.setup->stages[where.value];
  const double signs = 1 + cooperation::detection_bonus(here.stages.cooperation, s.setup.scenario);
  const double bonus = signs * recognition(e.vehicle, here, s) - 1;
  const Ability crew = staff::ability(here.staff, e.stage, e.lane, stage, s);
  // A hit is a reason to look more closely, and no find.
  const bool hit =
      v.looked_up_here && v.lookup == Lookup::hit && stage.control != ControlKind::search;
  const bool found =
      hit || inspection::finds(s.setup.techniques[stage.technique.value], here.hold.of(e.vehicle),
                               crew, bonus, s.luck.uniform(v.draws, finding_luck(stage.order)));
  staff::learn(here.staff, e.stage, e.lane, stage.technique, s);
  s.schedule_at_once(ControlEnded{e.vehicle, where, found});
}

// Customs look after goods, border guards after persons and the green border.
void count_find(VehicleId id, Crossing& here, CrossingStep s) {
  const bool persons = s.setup.commodities[here.hold.of(id).commodity.value].persons;
  operation::count_detection(here.vehicles[id], here.known, here.operations, s);
  selection::recognise(here.hold.of(id).commodity, here.known);
  selection::count_find(
      persons || here.setup->sector ? Authority::border_guard : Authority::customs, here.known,
      s.now);
}

// A find is a reason for others to look for the like of it.
void report_find(VehicleId id, const Crossing& here, CrossingStep s) {
  if (s.setup.signs.empty() || here.setup->sector) return;
  if (const auto declared = papers_of(id, here, s))
    profiles::report_find(here.vehicles[id].draws.subject, *declared, s);
}

// Finds of one group's goods may show that they belong together.
Subject lead_of(VehicleId id, const Crossing& here, CrossingStep s) {
  const GroupIndex owner = here.hold.of(id).owner;
  const double luck = luck_of(here.vehicles[id], VehicleLuck::lead, s);
  if (!owner || luck >= s.setup.scenario.opponent.lead_share) return {};
  return {s.setup.groups[owner.value].source, 0};
}

// Desks are told of a find, or asked.
void write_to_desks(VehicleId id, Crossing& here, CrossingStep s) {
  if (s.setup.exchanges.empty() || here.setup->sector) return;
  const Shipment& hidden = here.hold.of(id);
  const auto declared = papers_of(id, here, s);
  Find find;
  find.vehicle = here.vehicles[id].draws.subject;
  find.commodity = hidden.commodity;
  find.value = static_cast<double>(hidden.mass_kg) *
               s.setup.commodities[hidden.commodity.value].value_per_kg;
  if (declared && !s.setup.signs.empty()) find.says = s.setup.signs.front().in(*declared);
  find.leads_to = lead_of(id, here, s);
  find.first = !here.known.recognises[hidden.commodity.value];
  correspondence::open(find, here.correspondence, here.known, s);
}

// What a vehicle is selected for may be what was told of a find.
void tell_use(VehicleId id, const Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!v.matches_profile || v.channel == Channel::green) return;
  if (const auto declared = papers_of(id, here, s))
    if (const auto found = here.known.profiles.strongest(*declared, s.setup, s.now))
      s.schedule_at_once(InformationUsed{id, *found});
}

// What the blue lane has released will be looked into.
void open_audit(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  if (!audits::are_wanted(v, here.audits, s.setup)) return;
  const Shipment& hidden = here.hold.of(id);
  const double p =
      inspection::detection_probability(s.setup.techniques[s.setup.audit.value], hidden, {1, 1}, 0);
  audits::open(v, papers::read(v, hidden, s.setup, s.luck), luck_of(v, VehicleLuck::audit, s) < p,
               here.audits, s);
  s.schedule_at_once(StaffChanged{});
}

// The criminal world hears of a loss, its own surely and another's perhaps.
void spread_news(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const Shipment& hidden = here.hold.of(id);
  for (std::uint16_t g = 0; g < s.setup.groups.size(); ++g) {
    const GroupSetup& group = s.setup.groups[g];
    const Duration delay = std::max(group.spec.news_delay, s.setup.border);
    const auto address = static_cast<std::uint32_t>(VehicleLuck::news) + g % 32u;
    if (hidden.owner == GroupIndex{g})
      s.send(group.place, delay,
             ConsignmentLost{v.line, v.vehicle_class, hidden.concealed, v.declaration.trader});
    else if (s.luck.uniform(v.draws, address) < group.spec.hears_of_others)
      s.send(group.place, delay, LossHeard{v.line, v.vehicle_class, hidden.concealed});
  }
}

void tell_of_passage(VehicleId id, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[id];
  const Shipment& hidden = here.hold.of(id);
  const GroupSetup& group = s.setup.groups[hidden.owner.value];
  const double value = static_cast<double>(hidden.mass_kg) *
                       s.setup.commodities[hidden.commodity.value].value_per_kg;
  s.send(group.place, std::max(group.spec.news_delay, s.setup.border),
         ConsignmentPassed{v.line, v.vehicle_class, hidden.concealed, value});
}

// Who has somebody at a post hears of what is planned there.
void tell_insiders(OperationIndex operation, const Crossing& here, CrossingStep s) {
  for (const GroupSetup& group : s.setup.groups)
    if (std::find(group.insiders.begin(), group.insiders.end(), here.setup->index) !=
        group.insiders.end())
      s.send(group.place, std::max(group.spec.news_delay, s.setup.border),
             OperationLeaked{operation});
}

// Officers are posted to lanes and to reports.
void man_lanes(Crossing& here, CrossingStep s) {
  const auto reports = static_cast<int>(here.reporting.open.size());
  here.staff.reports = reports + static_cast<int>(here.correspondence.open.size());
  here.staff.audits = static_cast<int>(here.audits.open.size());
  stages::open_lanes(staff::man(here.staff, here.stages, s), here.stages, here.vehicles, s);
  const int writers = staff::doing(here.staff, Activity::reporting);
  reporting::write(writers, here.reporting, s);
  correspondence::write(writers - std::min(writers, reports), here.correspondence, s);
  audits::work(staff::doing(here.staff, Activity::auditing), here.audits, s);
}

// The staff is to know how many machines there are to work with.
void count_machines(Crossing& here, CrossingStep s) {
  here.staff.machines = here.machines.working;
  s.schedule_at_once(StaffChanged{});
}

void equip(EquipmentIndex kind, std::uint16_t slot, Crossing& here, CrossingStep s) {
  stages::equip(kind, slot, here.stages);
  count_machines(here, s);
}

void strip(EquipmentIndex kind, std::uint16_t slot, bool broke, Crossing& here, CrossingStep s) {
  stages::strip(kind, slot, broke, here.machines.working[kind.value], here.stages, here.vehicles,
                s);
  count_machines(here, s);
}

void leave(VehicleId id, Crossing& here, CrossingStep s) {
  const bool takes_papers = here.vehicles[id].desks > 0;
  stages::leave(id, here.stages, here.vehicles, s);
  here.vehicles.remove(id);
  if (takes_papers) staff::stop_finishing(here.staff, s);
}

// What a stage of control came to, short of a find: on to the next; from a desk, back to the
// vehicle.
void conclude(VehicleId id, StageIndex where, Outcome outcome, Crossing& here, CrossingStep s) {
  if (here.setup->stages[where.value].desk)
    return stages::return_papers(id, outcome == Outcome::alarm, here.stages, here.vehicles, s);
  stages::send_on(id, outcome, here.stages, here.vehicles, s);
}

// What was hidden has been found.
void conclude_find(VehicleId id, const Crossing& here, CrossingStep s) {
  const CommoditySetup& found = s.setup.commodities[here.hold.of(id).commodity.value];
  if (found.persons)
    s.schedule_at_once(PersonsReferred{id});
  else if (found.sanctioned)
    s.schedule_at_once(PassageRefused{id});
  else
    s.schedule_at_once(GoodsSeized{id});
}

// Where a vehicle waits for what nobody here may do, somebody is called who may.
void call_for_help(StageIndex stage, Crossing& here, CrossingStep s) {
  if (here.setup->calls_out) staff::call_out(stage, here.staff, here.stages, s);
}

// Out of a table or off a lot: the next one of these comes after it.
[[gnu::noinline]] void arrive_by_plan(const VehicleArrived& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
  if (here.vehicles[e.vehicle].berth)
    terminals::on(e, here.terminals, here.vehicles, here.hold, s);
  else
    recorded::on(e, here.recorded, *here.setup, here.vehicles, here.hold, s);
}

[[gnu::noinline]] void go_on(const VehicleReleased& e, Crossing& here, CrossingStep s) {
  if (!traffic::on(e, here.vehicles, s)) leave(e.vehicle, here, s);
}

// The authorities keep it; a unit of a lot makes room in the yard.
void take_away(VehicleId id, Crossing& here, CrossingStep s) {
  if (here.setup->sector) return void(here.vehicles.remove(id));
  const BerthIndex berth = here.vehicles[id].berth;
  leave(id, here, s);
  if (berth) terminals::remove(berth, here.terminals, here.vehicles, here.hold, s);
}

// Guests who come when their operation is over, or has been stopped, go home again.
void send_latecomers_home(OperationIndex operation, Crossing& here, CrossingStep s) {
  if (!operation) return;
  const OperationSetup& plan = s.setup.operations[operation.value];
  const bool ever = std::find(plan.crossings.begin(), plan.crossings.end(), here.setup->index) !=
                    plan.crossings.end();
  const bool still = std::any_of(here.operations.begin(), here.operations.end(),
                                 [&](const Participation& p) { return p.operation == operation; });
  if (ever && !still && s.now >= start_of_run + plan.spec.start)
    staff::send_guests_home(operation, here.staff, s);
}

// It goes no further, and all learn of it who may.
void end_with_find(VehicleId id, Crossing& here, CrossingStep s) {
  count_find(id, here, s);
  teach(id, true, here, s);
  spread_news(id, here, s);
  take_away(id, here, s);
}

}  // namespace

// At a region -----------------------------------------------------------------------------------
void react_to(const VehicleDue& e, Region& here, RegionStep s) { traffic::on(e, here, s); }

// At a crossing: vehicles -----------------------------------------------------------------------
void react_to(const VehicleArrived& e, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  if (v.recorded != 0 || v.berth) return arrive_by_plan(e, here, s);
  approach::on(e, here.stages, here.vehicles, s);
}
void react_to(const VehicleBalked& e, Crossing& here, CrossingStep s) { leave(e.vehicle, here, s); }
void react_to(const CallDue& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
}
void react_to(const VehicleCalled& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
}
void react_to(const BookingMissed& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
  leave(e.vehicle, here, s);
}
void react_to(const PatienceEnded& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
}
void react_to(const VehicleGaveUp& e, Crossing& here, CrossingStep s) {
  const LineIndex line = here.vehicles[e.vehicle].line;
  leave(e.vehicle, here, s);
  approach::let_in(line, here.stages, here.vehicles, s);
}
void react_to(const SlotOpened& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, here.vehicles, s);
}
void react_to(const HoursChanged& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, s);
}
void react_to(const LanesWanted& e, Crossing& here, CrossingStep s) {
  approach::on(e, here.stages, s);
}
void react_to(const QueueJoined& e, Crossing& here, CrossingStep s) {
  call_for_help(e.stage, here, s);
}
void react_to(const ServiceBegan& e, Crossing& here, CrossingStep s) {
  if (s.setup.scenario.interoperability.look_up != LookUp::off)
    look_up_at(e.stage, e.vehicle, here, s);
  if (s.setup.scenario.fatigue.slows)
    here.stages.slowness = staff::slowness(here.staff, e.stage, e.lane, s);
  stages::on(e, here.stages, here.vehicles, s);
}
void react_to(const ServiceInterrupted& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, here.stages, s);
}
void react_to(const ServiceResumed& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, here.vehicles, s);
}
void react_to(const HallAdvanced& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, s);
}
void react_to(const VehicleBlocked&, Crossing& here, CrossingStep s) {
  if (here.setup->calls_out) staff::call_out(here.staff, here.stages, s);
}
void react_to(const VehicleUnblocked&, Crossing&, CrossingStep) {}
void react_to(const ServiceEnded& e, Crossing& here, CrossingStep s) {
  stages::on(e, here.stages, here.vehicles, s);
  const StageIndex where = stages::concluded(here.stages, e.stage);
  const StageSetup& stage = here.setup->stages[where.value];
  if (stage.selects)
    select(e.vehicle, here, s);
  else if (stage.technique)
    inspect(e, where, here, s);
  else
    conclude(e.vehicle, where, Outcome::cleared, here, s);
  staff::on(e, here.staff, here.stages, s);
}
void react_to(const ChannelChosen& e, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[e.vehicle];
  v.channel = e.channel;
  if (e.channel != Channel::green) operation::count_control(v, here.known, here.operations, s);
  tell_use(e.vehicle, here, s);
  stages::send_on(e.vehicle, outcome_of(e.channel), here.stages, here.vehicles, s);
}
void react_to(const ControlEnded& e, Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(e.vehicle);
  const ControlKind control = here.setup->stages[e.stage.value].control;
  here.vehicles[e.vehicle].inspected |=
      control == ControlKind::scan || control == ControlKind::search;
  if (const auto outcome = inspection::outcome(e.found, control, hidden))
    return conclude(e.vehicle, e.stage, *outcome, here, s);
  conclude_find(e.vehicle, here, s);
}
void react_to(const ControlSkipped&, Crossing&, CrossingStep) {}
void react_to(const GoodsSeized& e, Crossing& here, CrossingStep s) {
  reporting::on(e, here.reporting, here.known, here.vehicles[e.vehicle], s);
  write_to_desks(e.vehicle, here, s);
  man_lanes(here, s);  // an officer sits down to write before his lane takes another vehicle
  report_find(e.vehicle, here, s);
  end_with_find(e.vehicle, here, s);
}
void react_to(const PersonsReferred& e, Crossing& here, CrossingStep s) {
  end_with_find(e.vehicle, here, s);
}
void react_to(const PassageRefused& e, Crossing& here, CrossingStep s) {
  write_to_desks(e.vehicle, here, s);
  if (!here.correspondence.open.empty()) man_lanes(here, s);
  report_find(e.vehicle, here, s);
  end_with_find(e.vehicle, here, s);
}
void react_to(const VehicleReleased& e, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  teach(e.vehicle, false, here, s);
  open_audit(e.vehicle, here, s);
  const GroupIndex owner = here.hold.of(e.vehicle).owner;
  if (owner) {
    tell_of_passage(e.vehicle, here, s);
  } else if (traffic::is_in_transit(v, s.setup, s.luck)) {
    return go_on(e, here, s);
  }
  if (v.berth) terminals::on(e, here.terminals, here.vehicles, s);
  leave(e.vehicle, here, s);
}
void react_to(const RoadFoundFull& e, Crossing& here, CrossingStep s) {
  traffic::on(e, here.vehicles, s);
}
void react_to(const VehicleDiverted& e, Crossing& here, CrossingStep s) {
  traffic::on(e, here.departures, here.vehicles, here.hold, s);
  leave(e.vehicle, here, s);
}
void react_to(const TransitBegan& e, Crossing& here, CrossingStep s) {
  traffic::on(e, here.departures, here.vehicles, here.hold, s);
  leave(e.vehicle, here, s);
}

// At a crossing: vessels, trains and flights ------------------------------------------------------
void react_to(const LotDue& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, here.vehicles, here.hold, s);
}
void react_to(const LotArrived& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, s);
}
void react_to(const UnloadingBegan& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, here.vehicles, here.hold, s);
}
void react_to(const UnloadingEnded& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, s);
}
void react_to(const LotLeft& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, s);
}
void react_to(const ConsignmentStowed& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, here.vehicles, s);
}
void react_to(const UnitPickedUp& e, Crossing& here, CrossingStep s) {
  terminals::on(e, here.terminals, here.vehicles, here.hold, s);
}

// At a crossing: advance cargo information -------------------------------------------------------
void react_to(const EntrySummaryLodged& e, Crossing& here, CrossingStep s) {
  here.vehicles[e.vehicle].declaration.risk_score =
      static_cast<float>(assess_ahead(e.vehicle, here, s));
  if (s.setup.scenario.interoperability.look_up == LookUp::ahead) look_up(e.vehicle, here, s);
  advance::on(e, here.vehicles, s);
}
void react_to(const EntrySummaryReferred& e, Crossing& here, CrossingStep s) {
  const double auc = s.setup.scenario.targeting.auc;
  const auto evidence = [&](VehicleLuck what) {
    return inspection::risk_score(here.hold.of(e.vehicle), auc,
                                  s.luck.uniform(here.vehicles[e.vehicle].draws, what));
  };
  // A hit that is right leaves no doubt to who looks into it.
  constexpr double no_doubt = 40;
  const bool hit = here.vehicles[e.vehicle].lookup == Lookup::hit;
  advance::on(e, here.vehicles, hit ? no_doubt : evidence(VehicleLuck::file),
              evidence(VehicleLuck::answer), s);
}
void react_to(const VerdictReceived& e, Crossing& here, CrossingStep s) {
  advance::on(e, here.vehicles, s);
}
void react_to(const EntrySummaryCleared& e, Crossing& here, CrossingStep) {
  here.vehicles[e.vehicle].advance = Advance::cleared;
}
void react_to(const ControlOrdered& e, Crossing& here, CrossingStep) {
  here.vehicles[e.vehicle].advance = Advance::to_be_controlled;
}
void react_to(const LoadingRefused& e, Crossing& here, CrossingStep s) {
  s.agenda.future.cancel(here.vehicles[e.vehicle].comes);
  terminals::leave_behind(e.vehicle, here.terminals);
  here.vehicles.remove(e.vehicle);
}

// At a crossing: risk information forms, and control after clearance -----------------------------
void react_to(const RiskFormIssued& e, Crossing&, CrossingStep s) { profiles::on(e, s); }
void react_to(const RiskFormReceived& e, Crossing&, CrossingStep s) { profiles::on(e, s); }
void react_to(const RiskFormTakenUp& e, Crossing& here, CrossingStep s) {
  profiles::on(e, here.known.profiles, s);
}
void react_to(const AuditBegan&, Crossing&, CrossingStep) {}
void react_to(const AuditEnded& e, Crossing& here, CrossingStep s) {
  const OpenAudit audit = audits::on(e, here.audits);
  if (here.setup->judged_by) selection::teach(audit.declared, e.found, here.known, s);
  if (e.found) profiles::report_find(e.vehicle, audit.declared, s);
  s.schedule_at_once(StaffChanged{});
}

// At a crossing: messages on finds ---------------------------------------------------------------
void react_to(const SubstanceRecognised& e, Crossing& here, CrossingStep) {
  selection::recognise(e.commodity, here.known);
}
void react_to(const RecordHit&, Crossing&, CrossingStep) {}
void react_to(const MessageBegan&, Crossing&, CrossingStep) {}
void react_to(const MessageWritten& e, Crossing& here, CrossingStep s) {
  correspondence::on(e, here.correspondence, s);
  s.schedule_at_once(StaffChanged{});
}
void react_to(const MessageSent& e, Crossing&, CrossingStep s) { messages::on(e, s); }
void react_to(const MessageLost&, Crossing&, CrossingStep) {}
void react_to(const MessageReceived& e, Crossing&, CrossingStep s) { correspondence::on(e, s); }
void react_to(const InformationUsed&, Crossing&, CrossingStep) {}

// At a base that watches green border -------------------------------------------------------------
void react_to(const SectorEntered& e, Crossing& here, CrossingStep s) {
  here.vehicles[e.vehicle].joined = s.now;
  green_border::on(e, here.sector, *here.setup->sector, s);
}
void react_to(const SectorSearched& e, Crossing& here, CrossingStep s) {
  const double luck = luck_of(here.vehicles[e.vehicle], VehicleLuck::patrol, s);
  const bool found = green_border::finds(e, here.sector, s, luck);
  if (!found)
    s.schedule_at_once(SectorLeft{e.vehicle});
  else
    conclude_find(e.vehicle, here, s);
}
void react_to(const SectorLeft& e, Crossing& here, CrossingStep s) {
  tell_of_passage(e.vehicle, here, s);
  here.vehicles.remove(e.vehicle);
}

// At a crossing: staff, machines, reports, operations ---------------------------------------------
void react_to(const ShiftChanged& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const TeamCameOnDuty&, Crossing&, CrossingStep) {}
void react_to(const TeamWentOffDuty&, Crossing&, CrossingStep) {}
void react_to(const StaffChanged&, Crossing& here, CrossingStep s) {
  selection::reinforce(staff::reinforcement(here.staff, s.setup), here.known, s.setup);
  man_lanes(here, s);
  if (here.setup->sector) green_border::patrol(here.staff, *here.setup->sector, here.sector, s);
  staff::send_helpers_home(here.staff, here.stages, s);
  if (here.setup->calls_out) staff::call_out(here.staff, here.stages, s);
}
void react_to(const LanesChanged&, Crossing&, CrossingStep) {}
void react_to(const TeamArrived& e, Crossing& here, CrossingStep s) {
  const OperationIndex operation = here.staff.arriving[e.team].operation;
  staff::on(e, here.staff, s);
  send_latecomers_home(operation, here, s);
}
void react_to(const TeamLeft&, Crossing&, CrossingStep) {}
void react_to(const MachineArrived& e, Crossing& here, CrossingStep s) {
  if (const auto slot = machines::on(e, here.machines, s)) equip(e.equipment, *slot, here, s);
}
void react_to(const MachineLeft& e, Crossing& here, CrossingStep s) {
  strip(e.equipment, e.slot, false, here, s);
}
void react_to(const MachineFailed& e, Crossing& here, CrossingStep s) {
  machines::on(e, here.machines, s);
  strip(e.equipment, e.slot, true, here, s);
}
void react_to(const RepairBegan& e, Crossing& here, CrossingStep s) {
  machines::on(e, here.machines, s);
}
void react_to(const MachineRepaired& e, Crossing& here, CrossingStep s) {
  machines::on(e, here.machines, s);
  equip(e.equipment, e.slot, here, s);
}
void react_to(const MaintenanceBegan& e, Crossing& here, CrossingStep s) {
  machines::on(e, here.machines, s);
  strip(e.equipment, e.slot, false, here, s);
}
void react_to(const MaintenanceEnded& e, Crossing& here, CrossingStep s) {
  machines::on(e, here.machines, s);
  equip(e.equipment, e.slot, here, s);
}
void react_to(const ReportBegan&, Crossing&, CrossingStep) {}
void react_to(const ReportWritten& e, Crossing& here, CrossingStep s) {
  reporting::on(e, here.reporting, s);
  s.schedule_at_once(StaffChanged{});
}
void react_to(const ReportLost&, Crossing&, CrossingStep) {}
void react_to(const OrderReceived& e, Crossing& here, CrossingStep s) {
  tell_insiders(e.operation, here, s);
  operation::on(e, here.operations, s);
}
void react_to(const OperationBegan& e, Crossing& here, CrossingStep s) {
  selection::on(e, here.known, s);
  operation::on(e, here.stages, s);
}
void react_to(const OperationEnded& e, Crossing& here, CrossingStep s) {
  selection::on(e, here.known, s);
  operation::on(e, here.operations, here.stages, here.staff, here.machines, s);
}
void react_to(const ReviewDue& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.operations, s);
}
void react_to(const StopReceived& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.operations, s);
}
void react_to(const MoveOrderReceived& e, Crossing&, CrossingStep s) { operation::on(e, s); }
void react_to(const MoveDue& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.staff, here.machines, s);
}
void react_to(const SecondmentDue& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const StayEnded& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const HelpNeeded&, Crossing&, CrossingStep) {}
void react_to(const CallReceived& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const HelpReady& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const CourseBegan& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const CourseEnded& e, Crossing& here, CrossingStep s) { staff::on(e, here.staff, s); }
void react_to(const OfficersPosted&, Crossing&, CrossingStep) {}
void react_to(const ActivityChanged&, Crossing&, CrossingStep) {}
void react_to(const OvertimeEnded&, Crossing&, CrossingStep) {}

// At a desk -------------------------------------------------------------------------------------
void react_to(const ReportReceived&, Desk&, DeskStep) {}
void react_to(const ReferralReceived& e, Desk& here, DeskStep s) {
  targeting::on(e, here.targeting, s);
}
void react_to(const ReferralBegan& e, Desk& here, DeskStep s) {
  targeting::on(e, here.targeting, s);
}
void react_to(const ReferralEnded& e, Desk& here, DeskStep s) {
  targeting::on(e, here.targeting, s);
}
void react_to(const InformationRequested& e, Desk&, DeskStep s) { targeting::on(e, s); }
void react_to(const InformationReceived& e, Desk& here, DeskStep s) {
  targeting::on(e, here.targeting, s);
}

void react_to(const MessageReceived& e, Desk& here, DeskStep s) {
  desk::on(e, here.inbox, *here.setup, s);
}
void react_to(const DeskOpened& e, Desk& here, DeskStep s) {
  desk::on(e, here.inbox, *here.setup, s);
}
void react_to(const ReadingBegan& e, Desk& here, DeskStep s) { desk::on(e, *here.setup, s); }
void react_to(const ReadingEnded& e, Desk& here, DeskStep s) {
  desk::on(e, here.inbox, *here.setup, s);
}
void react_to(const AnswerDue& e, Desk& here, DeskStep s) {
  desk::on(e, here.inbox, *here.setup, s);
}
void react_to(const MatchFound&, Desk&, DeskStep) {}
void react_to(const MessageSent& e, Desk&, DeskStep s) { messages::on(e, s); }
void react_to(const MessageLost&, Desk&, DeskStep) {}
void react_to(const ChannelFailed&, Desk&, DeskStep) {}
void react_to(const ChannelRestored&, Desk&, DeskStep) {}

// At a group ------------------------------------------------------------------------------------
void react_to(const ConsignmentPlanned& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const ConsignmentReady& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const ConsignmentSent&, Group&, GroupStep) {}
void react_to(const ConsignmentPostponed&, Group&, GroupStep) {}
void react_to(const ConsignmentDeterred& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OwnLossLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OwnPassageLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OthersLossLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const OperationLearnt& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const GroupDisrupted&, Group&, GroupStep) {}
void react_to(const GroupLeft& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const IntelligenceGathered& e, Group& here, GroupStep s) {
  intelligence::on(e, here, s);
}

// At headquarters ---------------------------------------------------------------------------------
void react_to(const OrdersGiven& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const ActionDaysBegan&, Headquarters&, HeadquartersStep) {}
void react_to(const ActionDaysEnded&, Headquarters&, HeadquartersStep) {}
void react_to(const ReviewReceived& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const OperationContinued&, Headquarters&, HeadquartersStep) {}
void react_to(const OperationStopped& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}

// Letters -----------------------------------------------------------------------------------------
namespace {

// Each letter is for one kind of place; its event is due when it arrives, in the sender's order.
struct Delivery {
  const Posted& posted;
  World& world;

  Crossing& crossing() const { return world.crossings[world.setup->crossing_at(posted.to).value]; }
  Desk& desk() const { return world.desks[world.setup->desk_at(posted.to)]; }
  template <class Place, class E>
  void due(Place& place, const E& event) const {
    place.agenda.future.schedule(posted.arrives, {posted.from.value, posted.number}, event);
  }
  template <class E>
  void to_group(const E& event) const {
    due(world.groups[world.setup->group_at(posted.to).value], event);
  }

  void operator()(const TeamSent& l) const {
    due(crossing(), TeamArrived{crossing().staff.arriving.add(l.team)});
  }
  void operator()(const MachineSent& l) const {
    const MachineId id = crossing().machines.arriving.add(l.machine);
    due(crossing(), MachineArrived{l.machine.kind, l.machine.operation, id});
  }
  void operator()(const OperationOrdered& l) const { due(crossing(), OrderReceived{l.operation}); }
  void operator()(const MoveOrdered& l) const {
    due(crossing(), MoveOrderReceived{l.operation, l.move});
  }
  void operator()(const HelpCalled& l) const { due(crossing(), CallReceived{l}); }
  void operator()(const SeizureReport& l) const { due(desk(), ReportReceived{l}); }
  void operator()(const ConsignmentPassed& l) const { to_group(OwnPassageLearnt{l}); }
  void operator()(const ConsignmentLost& l) const { to_group(OwnLossLearnt{l}); }
  void operator()(const LossHeard& l) const { to_group(OthersLossLearnt{l}); }
  void operator()(const DeclarationReferred& l) const { due(desk(), ReferralReceived{l}); }
  void operator()(const VerdictSent& l) const {
    due(crossing(), VerdictReceived{l.vehicle, l.verdict});
  }
  void operator()(const RiskForm& l) const { due(crossing(), RiskFormReceived{l}); }
  void operator()(const ReviewReport& l) const {
    due(world.headquarters[world.setup->operation_at(posted.to).value], ReviewReceived{l});
  }
  void operator()(const StopOrdered& l) const { due(crossing(), StopReceived{l.operation}); }
  void operator()(const Message& l) const {
    if (world.setup->is_crossing(posted.to))
      due(crossing(), MessageReceived{l});
    else
      due(desk(), MessageReceived{l});
  }
  void operator()(const OperationLeaked& l) const { to_group(OperationLearnt{l.operation}); }
};

}  // namespace

void deliver(const Posted& posted, World& world) {
  std::visit(Delivery{posted, world}, posted.letter);
}

void deliver(const Departure& departure, World& world) {
  const Setup& setup = *world.setup;
  Crossing& to = world.crossings[setup.crossing_at(departure.to).value];
  const VehicleId id = to.vehicles.add(departure.vehicle);
  to.hold.put(id, departure.hidden);
  const Order order{departure.from.value, departure.number};
  const auto comes = [&](const auto& event) {
    return to.agenda.future.schedule(departure.arrives, order, event);
  };
  if (to.setup->sector) return void(comes(SectorEntered{id}));
  Vehicle& v = to.vehicles[id];
  const Shipment& hidden = departure.hidden;
  const bool of_a_group = hidden.owner || (hidden.looks_like && !hidden.illicit());
  const bool with_a_lot = of_a_group && setup.lines[v.line.value].has_lots;
  v.comes = with_a_lot ? comes(ConsignmentStowed{id}) : comes(VehicleArrived{id});
  advance::announce(id, v, departure.arrives, departure.leaves + setup.border, order, to.agenda,
                    setup, world.luck);
}

}  // namespace cordon
