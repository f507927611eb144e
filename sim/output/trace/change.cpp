#include "sim/output/trace/change.hpp"

namespace cordon::trace {

void Change::apply() {
  switch (row_.event) {
    case number_of<VehicleArrived>:
      return arrive();
    case number_of<VehicleBalked>:
      return balk();
    case number_of<VehicleCalled>:
      return call();
    case number_of<ServiceBegan>:
      return begin_service();
    case number_of<ServiceEnded>:
      return end_service();
    case number_of<ChannelChosen>:
    case number_of<ControlEnded>:
      return decide();
    case number_of<ControlSkipped>:
      return skip();
    case number_of<GoodsSeized>:
    case number_of<PersonsReferred>:
    case number_of<VehicleReleased>:
      return leave();
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
    case number_of<MachineArrived>:
      return change_machines(1);
    case number_of<MachineLeft>:
      return change_machines(-1);
    case number_of<ReportBegan>:
      return change_writing(1);
    case number_of<ReportWritten>:
      return change_writing(-1);
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
  if (header_.lines[line].queue == "booked")
    ++here_.booked[line];
  else
    wait_at(header_.lines[line].first_stage, at->second);
}

void Change::balk() {
  stop_waiting(known_vehicle());
  here_.vehicles.erase(vehicle(row_));
}

void Change::call() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::booked, "the vehicle is not in the booked queue");
  --here_.booked[v.line];
  wait_at(header_.lines[v.line].first_stage, v);
}

void Change::begin_service() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::waiting && v.stage == said(Key::stage),
          "the vehicle does not wait for this check");
  --stage(v.stage).waiting;
  v.doing = Doing::in_service;
  v.lane = said(Key::lane);
  require(stage(v.stage).lanes.emplace(v.lane, vehicle(row_)).second, "the lane is busy already");
}

void Change::end_service() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::in_service && v.stage == said(Key::stage) &&
              v.lane == slot(row_, Key::lane),
          "the vehicle is not in this lane");
  stage(v.stage).lanes.erase(v.lane);
  v.doing = Doing::leaving;
  go_on(v);
}

void Change::decide() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::leaving, "the vehicle has not been checked");
  go_on(v);
}

void Change::skip() {
  Whereabouts& v = known_vehicle();
  stop_waiting(v);
  v.doing = Doing::leaving;
  go_on(v);
}

void Change::leave() {
  require(known_vehicle().doing == Doing::leaving, "the vehicle has not been checked");
  here_.vehicles.erase(vehicle(row_));
}

void Change::change_lanes() {
  CrossingState::Stage& changed = its_stage();
  require(changed.open == static_cast<int>(slot(row_, Key::was_open)),
          "another number of lanes was open");
  changed.open = static_cast<int>(slot(row_, Key::open));
}

}  // namespace cordon::trace
