#include "sim/output/trace/change.hpp"

namespace cordon::trace {

void Change::apply() {
  switch (row_.event) {
    case number_of<VehicleArrived>:
      return arrive();
    case number_of<VehicleParted>:
      return part();
    case number_of<VehicleCalled>:
      return call();
    case number_of<QueueJoined>:
      return join();
    case number_of<ServiceBegan>:
    case number_of<ServiceResumed>:
      return begin_service();
    case number_of<ServiceInterrupted>:
      return interrupt();
    case number_of<ServiceEnded>:
      return end_service();
    case number_of<ControlSkipped>:
      return skip();
    case number_of<VehicleBalked>:
    case number_of<VehicleGaveUp>:
    case number_of<BookingMissed>:
    case number_of<VehicleDiverted>:
      return turn_back();
    case number_of<GoodsSeized>:
      ++here_.open_reports;
      return at_green_border() ? catch_intruder() : take_away();
    case number_of<PersonsReferred>:
    case number_of<PassageRefused>:
      return at_green_border() ? catch_intruder() : take_away();
    case number_of<GoodsHeld>:
    case number_of<VehicleFled>:
      return put_aside();
    case number_of<DeliveryBegan>:
      return take_away();
    case number_of<DeliveryFollowed>:
      return enter_sector();
    case number_of<VehicleEscaped>:
    case number_of<DeliveryLost>:
      return leave();
    case number_of<SectorEntered>:
      return enter_sector();
    case number_of<SectorLeft>:
      return leave();
    case number_of<VehicleReleased>:
      return leave();
    case number_of<LotArrived>:
      return void(++terminal_of_lot().lots_waiting);
    case number_of<UnloadingBegan>:
      return end_lot_wait();
    case number_of<LotLeft>:
      return end_berth();
    case number_of<UnitPickedUp>:
      return empty_yard(said(Key::terminal), said(Key::units));
    case number_of<LanesChanged>:
      return change_lanes();
    case number_of<TeamCameOnDuty>:
      return change_duty(1);
    case number_of<TeamWentOffDuty>:
      return change_duty(-1);
    case number_of<TeamArrived>:
      return officers_arrive();
    case number_of<TeamLeft>:
      return officers_leave();
    case number_of<OfficersPosted>:
      return post_officers();
    case number_of<ActivityChanged>:
      return change_activity();
    case number_of<MachineArrived>:
      --here_.machines_away[said(Key::equipment)];
      return change_machines(slot(row_, Key::works) == 1 ? 1 : 0);
    case number_of<MachineLeft>:
      ++here_.machines_away[said(Key::equipment)];
      return change_machines(slot(row_, Key::works) == 1 ? -1 : 0);
    case number_of<MachineRepaired>:
    case number_of<MaintenanceEnded>:
      return change_machines(1);
    case number_of<MachineFailed>:
    case number_of<MaintenanceBegan>:
      return change_machines(-1);
    case number_of<ReportWritten>:
      return finish_report();
    case number_of<OperationBegan>:
      return begin_operation();
    case number_of<OperationEnded>:
      return end_operation();
    default:  // nothing that is kept here
      return;
  }
}

void Change::arrive() {
  const std::uint16_t line = said(Key::line);
  const auto [at, fresh] = here_.vehicles.emplace(vehicle(row_), Whereabouts{});
  require(fresh, "the vehicle is here already");
  at->second.line = line;
  at->second.stands_for = said(Key::vehicles);
  here_.before[line] += at->second.stands_for;
  if (!holds(row_, Key::terminal)) return;
  at->second.terminal = said(Key::terminal);
  here_.terminals[at->second.terminal].in_yard += at->second.stands_for;
}

// Where the agent is that has stood for it, but in no lane.
void Change::part() {
  const auto from = here_.vehicles.find(vehicle(row_, Key::from));
  require(from != here_.vehicles.end(), "nobody is here who has stood for the vehicle");
  const auto [at, fresh] = here_.vehicles.emplace(vehicle(row_), from->second);
  require(fresh, "the vehicle is here already");
  at->second.stands_for = said(Key::vehicles);
  at->second.doing = Doing::leaving;
  at->second.desks.clear();
  from->second.stands_for -= at->second.stands_for;
  require(from->second.stands_for > 0, "it has not stood for so many vehicles");
}

void Change::enter_sector() {
  const auto [at, fresh] = here_.vehicles.emplace(vehicle(row_), Whereabouts{});
  require(fresh, "he is here already");
  at->second.line = said(Key::line);
  at->second.doing = Doing::leaving;
}

// A trace that tells no truth does not tell of his coming.
void Change::catch_intruder() {
  const bool known = here_.vehicles.erase(vehicle(row_)) > 0;
  require(known || !header_.truth, "he is not here");
}

void Change::depart(Whereabouts& v) {
  if (v.doing == Doing::before) here_.before[v.line] -= v.stands_for;
  if (v.doing == Doing::waiting) stage(v.stage).waiting -= v.stands_for;
  if (v.doing == Doing::done) free_lane(v.stage, v.lane);
  require(v.doing != Doing::in_service, "the vehicle is still being checked");
}

void Change::call() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::before, "the vehicle does not wait to be called");
  depart(v);
  v.doing = Doing::called;
}

void Change::require_let_in(const Whereabouts& v) const {
  require(v.doing != Doing::before || header_.lines[v.line].queue != "booked",
          "the vehicle has not been called");
}

void Change::join() {
  Whereabouts& v = known_vehicle();
  const std::uint16_t where = said(Key::stage);
  stage(where).waiting += v.stands_for;
  if (at_desk()) {
    require(v.desks.emplace(where, -1).second, "the papers are at this desk already");
    return;
  }
  require_let_in(v);
  depart(v);
  v.doing = Doing::waiting;
  v.stage = where;
}

void Change::take_lane() {
  const bool free = its_stage().lanes.emplace(said(Key::lane), vehicle(row_)).second;
  require(free, "the lane is busy already");
}

void Change::begin_service() {
  Whereabouts& v = known_vehicle();
  if (at_desk()) {
    const auto papers = v.desks.find(said(Key::stage));
    require(papers != v.desks.end() && papers->second < 0, "no papers wait at this desk");
    its_stage().waiting -= v.stands_for;
    papers->second = said(Key::lane);
    return take_lane();
  }
  require(v.doing != Doing::waiting || v.stage == said(Key::stage),
          "the vehicle waits for another check");
  require_let_in(v);
  depart(v);
  v.doing = Doing::in_service;
  v.stage = said(Key::stage);
  v.lane = said(Key::lane);
  take_lane();
}

void Change::interrupt() {
  Whereabouts& v = known_vehicle();
  free_lane(said(Key::stage), said(Key::lane));
  its_stage().waiting += v.stands_for;
  if (at_desk())
    v.desks[said(Key::stage)] = -1;
  else
    v.doing = Doing::waiting;
}

void Change::end_service() {
  Whereabouts& v = known_vehicle();
  if (at_desk()) {
    const auto papers = v.desks.find(said(Key::stage));
    require(papers != v.desks.end() && papers->second == said(Key::lane),
            "the papers are not at this desk");
    free_lane(said(Key::stage), said(Key::lane));
    v.desks.erase(papers);
    return;
  }
  require(v.doing == Doing::in_service && v.stage == said(Key::stage) && v.lane == said(Key::lane),
          "the vehicle is not in this lane");
  v.doing = Doing::done;
}

void Change::skip() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::waiting, "the vehicle does not wait");
  depart(v);
  v.doing = Doing::leaving;
}

void Change::leave() {
  const Whereabouts& v = known_vehicle();
  require(v.doing == Doing::done || v.doing == Doing::leaving, "the vehicle has not been checked");
  turn_back();
}

// A vehicle takes its papers along.
void Change::fetch_papers(Whereabouts& v) {
  for (const auto& [desk, lane] : v.desks)
    if (lane < 0)
      stage(desk).waiting -= v.stands_for;
    else
      free_lane(desk, static_cast<std::uint16_t>(lane));
  v.desks.clear();
}

void Change::put_aside() {
  Whereabouts& v = known_vehicle();
  depart(v);
  fetch_papers(v);
  v.doing = Doing::leaving;
}

void Change::turn_back() {
  Whereabouts& v = known_vehicle();
  depart(v);
  fetch_papers(v);
  here_.vehicles.erase(vehicle(row_));
}

void Change::change_lanes() {
  CrossingState::Stage& changed = its_stage();
  require(changed.open == static_cast<int>(slot(row_, Key::was_open)),
          "another number of lanes was open");
  changed.open = static_cast<int>(slot(row_, Key::open));
}

}  // namespace cordon::trace
