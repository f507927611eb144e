#include "sim/model/reactions.hpp"

#include <algorithm>

#include "sim/model/assessment.hpp"
#include "sim/model/crossing/approach.hpp"
#include "sim/model/finds.hpp"
#include "sim/model/opponent/intelligence.hpp"
#include "sim/model/risk/advance_information.hpp"
#include "sim/model/staff/occupation.hpp"
#include "sim/model/trade/journey.hpp"

namespace cordon {
namespace {

// Who has somebody at a post hears of what is planned there.
void tell_insiders(OperationIndex operation, const Crossing& here, CrossingStep s) {
  for (const GroupSetup& group : s.setup.groups)
    if (std::find(group.insiders.begin(), group.insiders.end(), here.setup->index) !=
        group.insiders.end())
      s.send(group.place, std::max(group.spec.news_delay, s.setup.border),
             OperationLeaked{operation});
}

void work_beside_the_lanes(Crossing& here, CrossingStep s) {
  audits::work(staff::doing(here.staff, Activity::auditing), here.audits, s);
  const int investigators = staff::doing(here.staff, Activity::investigating);
  const auto pursued = static_cast<int>(here.pursuits.open.size());
  pursuits::work(investigators, here.pursuits, s);
  cases::work(investigators - std::min(investigators, pursued), here.cases, s);
}

// Officers are posted to lanes, to reports, and to what else there is to do.
void man_lanes(Crossing& here, CrossingStep s) {
  const auto reports = static_cast<int>(here.reporting.open.size());
  const auto messages = static_cast<int>(here.correspondence.open.size());
  here.staff.reports = reports + messages + operation::to_write(here.operations);
  here.staff.audits = static_cast<int>(here.audits.open.size());
  const auto pursued = static_cast<int>(here.pursuits.open.size());
  here.staff.pursuits = pursuits::going_on(here.pursuits);
  here.staff.cases = pursued - here.staff.pursuits + cases::waiting_for_officers(here.cases);
  stages::open_lanes(staff::man(here.staff, here.stages, s), here.stages, here.vehicles, s);
  const int writers = staff::doing(here.staff, Activity::reporting);
  reporting::write(writers, here.reporting, s);
  correspondence::write(writers - std::min(writers, reports), here.correspondence, s);
  operation::write(writers - std::min(writers, reports + messages), here.operations, s);
  work_beside_the_lanes(here, s);
}

// Controls after clearance are for who is spare: nobody is posted anew for them.
void man_audits(Crossing& here, CrossingStep s) {
  here.staff.audits = static_cast<int>(here.audits.open.size());
  staff::occupy(here.staff, here.stages, s);
  work_beside_the_lanes(here, s);
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

void leave_lanes(VehicleId id, Crossing& here, CrossingStep s) {
  const bool takes_papers = here.vehicles[id].desks > 0;
  stages::leave(id, here.stages, here.vehicles, s);
  if (takes_papers) staff::stop_finishing(here.staff, s);
}

void leave(VehicleId id, Crossing& here, CrossingStep s) {
  leave_lanes(id, here, s);
  here.vehicles.remove(id);
}

// The vehicle waits in its lane until somebody elsewhere has read the picture.
void send_picture(const ServiceEnded& e, ExchangeIndex to, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  correspondence::send_picture(e.vehicle, v, to, here.correspondence, s);
  s.schedule_at_once(VehicleBlocked{e.vehicle, v.held, v.lane});
}

// What was to be known is known, or will not be: who was right about the goods decides on them.
void end_holding(VehicleId id, bool granted, const Crossing& here, CrossingStep s) {
  const bool of_permit = here.vehicles[id].aside == Aside::for_permit;
  if (of_permit && granted)
    s.schedule_at_once(DeliveryBegan{id});
  else if (of_permit || granted)
    finds::seize(id, here, s);
  else
    s.schedule_at_once(VehicleReleased{id});
}

// Who waited for it goes on.
void end_wait(const Message& answer, VehicleId id, const Crossing& here, CrossingStep s) {
  if (answer.kind == MessageKind::picture)
    return void(s.schedule_at_once(PictureRead{id, answer.legible}));
  end_holding(id, answer.granted, here, s);
}

bool is_waited_for(const Message& m, const Setup& setup) {
  if (m.kind == MessageKind::picture) return true;
  const ExchangeKind kind = setup.exchanges[m.exchange.value].spec.kind;
  const bool decides = kind == ExchangeKind::expertise || kind == ExchangeKind::permit;
  return decides && m.kind == MessageKind::answer && m.legible;
}

// It is in no lane any more.
void put_aside(VehicleId id, Aside why, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[id];
  v.aside = why;
  v.since = s.now;
  leave_lanes(id, here, s);
}

// What a check comes to when its time is over.
void check(const ServiceEnded& e, StageIndex where, Crossing& here, CrossingStep s);

// What a stage of control came to, short of a find: on to the next; from a desk, back to the
// vehicle. At one stop the checks of a line follow one another, until one raises an alarm.
void conclude(VehicleId id, StageIndex where, Outcome outcome, Crossing& here, CrossingStep s) {
  if (here.setup->stages[where.value].desk)
    return stages::return_papers(id, outcome == Outcome::alarm, here.stages, here.vehicles, s);
  const Vehicle& v = here.vehicles[id];
  const StageIndex joined = stages::joined_check(here.stages, where);
  if (outcome == Outcome::cleared && joined)
    return check({id, s.setup.lines[v.line.value].first, v.lane}, joined, here, s);
  stages::send_on(id, outcome, here.stages, here.vehicles, s);
}

void check(const ServiceEnded& e, StageIndex where, Crossing& here, CrossingStep s) {
  here.vehicles[e.vehicle].stage = where;
  const StageSetup& stage = here.setup->stages[where.value];
  if (stage.selects)
    assessment::select(e.vehicle, here, s);
  else if (stage.read_at)
    send_picture(e, stage.read_at, here, s);
  else if (stage.technique)
    assessment::inspect(e, where, here, s);
  else
    conclude(e.vehicle, where, Outcome::cleared, here, s);
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
  if (here.setup->is_base) return void(here.vehicles.remove(id));
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
  if (ever && !operation::takes_part(operation, here.operations) &&
      s.now >= start_of_run + plan.spec.start)
    staff::send_guests_home(operation, here.staff, s);
}

// It goes no further, and all learn of it who may.
void end_with_find(VehicleId id, Crossing& here, CrossingStep s) {
  finds::count(id, here, s);
  assessment::teach(id, true, here, s);
  finds::spread_news(id, here, s);
  take_away(id, here, s);
}

}  // namespace

// At a region -----------------------------------------------------------------------------------
void react_to(const VehicleDue& e, Region& here, RegionStep s) { traffic::on(e, here, s); }

// Under other conditions --------------------------------------------------------------------------
void react_to(const DemandChanged& e, Region& here, RegionStep s) { traffic::on(e, here, s); }
void react_to(const ConditionsChanged& e, Crossing& here, CrossingStep s) {
  const Setup& before = *here.stages.world;
  here.setup = here.machines.setup = &s.setup.crossings[here.setup->index.value];
  selection::on(e, before, here.known, s);
  stages::on(e, here.stages, s);
  operation::follow_mode(here.known, here.stages, s);
  staff::on(e, here.staff, s);
  machines::on(e, here.machines, s);
  approach::on(e, before, here.stages, here.vehicles, s);
  terminals::on(e, before, here.terminals, s);
  s.schedule_at_once(StaffChanged{});
}
void react_to(const ConditionsChanged& e, Desk& here, DeskStep s) {
  here.setup = &s.setup.desks[s.setup.desk_at(here.agenda.place)];
  targeting::on(e, here.targeting, s);
  desk::on(e, here.inbox, *here.setup, s);
}
void react_to(const DemandChanged& e, Group& here, GroupStep s) { group::on(e, here, s); }

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
    assessment::look_up_at(e.stage, e.vehicle, here, s);
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
  check(e, e.stage, here, s);
  staff::on(e, here.staff, here.stages, s);
}
void react_to(const VehicleParted&, Crossing&, CrossingStep) {}
void react_to(const ChannelChosen& e, Crossing& here, CrossingStep s) {
  Vehicle& v = here.vehicles[e.vehicle];
  v.channel = e.channel;
  if (e.channel != Channel::green) operation::count_control(v, here.known, here.operations, s);
  assessment::tell_use(e.vehicle, here, s);
  stages::send_on(e.vehicle, outcome_of(e.channel), here.stages, here.vehicles, s);
}
void react_to(const ControlEnded& e, Crossing& here, CrossingStep s) {
  const Shipment& hidden = here.hold.of(e.vehicle);
  const ControlKind control = here.setup->stages[e.stage.value].control;
  here.vehicles[e.vehicle].inspected |=
      control == ControlKind::scan || control == ControlKind::search;
  if (const auto outcome = inspection::outcome(e.found, control, hidden))
    return conclude(e.vehicle, e.stage, *outcome, here, s);
  finds::decide(e.vehicle, here, s);
}
void react_to(const ControlSkipped&, Crossing&, CrossingStep) {}
void react_to(const GoodsSeized& e, Crossing& here, CrossingStep s) {
  reporting::on(e, here.reporting, here.known, here.vehicles[e.vehicle],
                here.hold.of(e.vehicle).commodity, s);
  finds::write_to_desks(e.vehicle, here, s);
  man_lanes(here, s);  // an officer sits down to write before his lane takes another vehicle
  finds::report(e.vehicle, here, s);
  end_with_find(e.vehicle, here, s);
}
void react_to(const GoodsHeld& e, Crossing& here, CrossingStep s) {
  finds::hold(e.vehicle, e.why, here, s);
  man_lanes(here, s);
  put_aside(e.vehicle, e.why, here, s);
}
void react_to(const HoldingEnded& e, Crossing& here, CrossingStep s) {
  correspondence::give_up(e, here.correspondence);
  end_holding(e.vehicle, false, here, s);
}
void react_to(const VehicleFled& e, Crossing& here, CrossingStep s) {
  finds::pursue(e.vehicle, here, s);
  put_aside(e.vehicle, Aside::fled, here, s);
  man_lanes(here, s);
}
void react_to(const PursuitBegan&, Crossing&, CrossingStep) {}
void react_to(const PursuitEnded& e, Crossing& here, CrossingStep s) {
  pursuits::on(e, here.pursuits);
  s.schedule_at_once(StaffChanged{});
  if (e.caught) return finds::decide(e.vehicle, here, s);
  s.schedule_at_once(VehicleEscaped{e.vehicle});
}
void react_to(const VehicleEscaped& e, Crossing& here, CrossingStep s) {
  finds::tell_of_passage(e.vehicle, here, s);
  leave(e.vehicle, here, s);
}
void react_to(const DeliveryBegan& e, Crossing& here, CrossingStep s) {
  finds::count(e.vehicle, here, s);
  assessment::teach(e.vehicle, true, here, s);
  traffic::on(e, here.departures, here.vehicles, here.hold, s);
  take_away(e.vehicle, here, s);
}
void react_to(const PictureRead& e, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  s.schedule_at_once(VehicleUnblocked{e.vehicle, v.held, v.lane});
  if (e.legible)
    assessment::inspect({e.vehicle, v.held, v.lane}, v.stage, here, s);
  else  // what cannot be made out has to be looked at
    s.schedule_at_once(ControlEnded{e.vehicle, v.stage, true});
}
void react_to(const PersonsReferred& e, Crossing& here, CrossingStep s) {
  end_with_find(e.vehicle, here, s);
}
void react_to(const PassageRefused& e, Crossing& here, CrossingStep s) {
  finds::write_to_desks(e.vehicle, here, s);
  if (!here.correspondence.open.empty()) man_lanes(here, s);
  finds::report(e.vehicle, here, s);
  end_with_find(e.vehicle, here, s);
}
void react_to(const VehicleReleased& e, Crossing& here, CrossingStep s) {
  const Vehicle& v = here.vehicles[e.vehicle];
  assessment::teach(e.vehicle, false, here, s);
  if (finds::open_audit(e.vehicle, here, s)) man_audits(here, s);
  const GroupIndex owner = here.hold.of(e.vehicle).owner;
  if (owner) {
    finds::tell_of_passage(e.vehicle, here, s);
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
      static_cast<float>(assessment::score_ahead(e.vehicle, here, s));
  if (s.setup.scenario.interoperability.look_up == LookUp::ahead)
    assessment::look_up(e.vehicle, here, s);
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
  man_audits(here, s);
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
void react_to(const MessageReceived& e, Crossing& here, CrossingStep s) {
  if (e.message.kind == MessageKind::referral) return cases::open(e.message, here.cases, s);
  if (!is_waited_for(e.message, s.setup)) return correspondence::on(e, s);
  if (here.setup->is_base) return cases::hear(e.message, here.cases, s);
  if (const VehicleId id = correspondence::take_pending(e.message, here.correspondence, s))
    end_wait(e.message, id, here, s);
}
void react_to(const InformationUsed&, Crossing&, CrossingStep) {}

// At a base that investigates --------------------------------------------------------------------
void react_to(const DeliveryFollowed& e, Crossing& here, CrossingStep s) {
  finds::follow(e, here, s);
}
void react_to(const DeliveryArrived& e, Crossing& here, CrossingStep s) {
  const bool lost = finds::is_lost(e.vehicle, here, s);
  cases::end_delivery(here.vehicles[e.vehicle].draws.subject, !lost, here.cases, s);
  if (lost) return void(s.schedule_at_once(DeliveryLost{e.vehicle}));
  finds::strike(e.vehicle, here, s);
  finds::decide(e.vehicle, here, s);
}
void react_to(const DeliveryLost& e, Crossing& here, CrossingStep s) {
  finds::tell_of_passage(e.vehicle, here, s);
  here.vehicles.remove(e.vehicle);
}
void react_to(const CaseOpened&, Crossing&, CrossingStep) {}
void react_to(const CaseStepBegan&, Crossing&, CrossingStep) {}
void react_to(const CaseStepEnded& e, Crossing& here, CrossingStep s) {
  cases::on(e, here.cases, s);
}
void react_to(const CaseLapsed& e, Crossing& here, CrossingStep s) { cases::on(e, here.cases, s); }
void react_to(const CaseClosed& e, Crossing& here, CrossingStep s) { cases::on(e, here.cases, s); }

// At a base that watches green border -------------------------------------------------------------
void react_to(const SectorEntered& e, Crossing& here, CrossingStep s) {
  here.vehicles[e.vehicle].joined = s.now;
  green_border::on(e, here.sector, *here.setup->sector, s);
}
void react_to(const SectorSearched& e, Crossing& here, CrossingStep s) {
  const double luck = s.luck.uniform(here.vehicles[e.vehicle].draws, VehicleLuck::patrol);
  const bool found = green_border::finds(e, here.sector, s, luck);
  if (!found)
    s.schedule_at_once(SectorLeft{e.vehicle});
  else
    finds::decide(e.vehicle, here, s);
}
void react_to(const SectorLeft& e, Crossing& here, CrossingStep s) {
  finds::tell_of_passage(e.vehicle, here, s);
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
  operation::on(e, here.known, here.stages, here.staff, s);
}
void react_to(const OperationEnded& e, Crossing& here, CrossingStep s) {
  selection::on(e, here.known, s);
  operation::on(e, here.known, here.operations, here.stages, here.staff, here.machines, s);
}
void react_to(const ReviewDue& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.operations, s);
}
void react_to(const StopReceived& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.operations, s);
}
void react_to(const DebriefingBegan&, Crossing&, CrossingStep) {}
void react_to(const DebriefingWritten& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.operations, s);
  s.schedule_at_once(StaffChanged{});
}
void react_to(const MoveOrderReceived& e, Crossing&, CrossingStep s) { operation::on(e, s); }
void react_to(const MoveDue& e, Crossing& here, CrossingStep s) {
  operation::on(e, here.staff, here.machines, s);
}
void react_to(const SecondmentDue& e, Crossing& here, CrossingStep s) {
  staff::on(e, here.staff, s);
}
void react_to(const ReassignmentReceived& e, Crossing& here, CrossingStep s) {
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
void react_to(const ReportReceived& e, Desk& here, DeskStep s) {
  threat_assessments::on(e, here.strategy.assessors, s.now, s.setup);
}
void react_to(const AssessmentDue& e, Desk& here, DeskStep s) {
  threat_assessments::on(e, here.strategy.assessors, s);
}
void react_to(const AssessmentMade& e, Desk& here, DeskStep s) {
  threat_assessments::on(e, here.strategy.assessors, s);
}
void react_to(const FundingDecided& e, Desk& here, DeskStep s) {
  strategy::on(e, here.strategy, s);
}
void react_to(const MachineOrdered&, Desk&, DeskStep) {}
void react_to(const TrainingDecided& e, Desk& here, DeskStep s) {
  strategy::on(e, here.strategy, s);
}
void react_to(const StrategyReviewed& e, Desk&, DeskStep s) { strategy::on(e, s); }
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
void react_to(const GroupStruck& e, Group& here, GroupStep s) { group::on(e, here, s); }
void react_to(const IntelligenceGathered& e, Group& here, GroupStep s) {
  intelligence::on(e, here, s);
}

// At headquarters ---------------------------------------------------------------------------------
void react_to(const OrdersGiven& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const ActionDaysBegan&, Headquarters&, HeadquartersStep) {}
void react_to(const ActionDaysEnded& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const DebriefingReceived& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const DebriefingEnds& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const OperationDebriefed& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const OperationReported&, Headquarters&, HeadquartersStep) {}
void react_to(const ReviewReceived& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}
void react_to(const OperationContinued&, Headquarters&, HeadquartersStep) {}
void react_to(const OperationStopped& e, Headquarters& here, HeadquartersStep s) {
  operation::on(e, here, s);
}

}  // namespace cordon
