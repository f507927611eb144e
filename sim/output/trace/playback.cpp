#include "sim/output/trace/playback.hpp"

#include <algorithm>

#include "sim/output/words.hpp"

namespace cordon::trace {
namespace {

using Doing = Whereabouts::Doing;

void require(bool possible, const char* otherwise) {
  if (!possible) throw ImpossibleRow(otherwise);
}

std::uint16_t short_slot(const Row& row, Key key) {
  return static_cast<std::uint16_t>(slot(row, key));
}

// One row at one crossing.
class Change {
 public:
  Change(const Row& row, CrossingState& here, const Header& header, CrossingIndex index)
      : row_(row), here_(here), header_(header), index_(index) {}

  void apply();

 private:
  Whereabouts& known_vehicle() {
    const auto found = here_.vehicles.find(vehicle(row_));
    require(found != here_.vehicles.end(), "the vehicle is not here");
    return found->second;
  }
  CrossingState::Stage& stage(std::uint16_t index) { return here_.stages[index]; }
  CrossingState::Stage& its_stage() { return stage(short_slot(row_, Key::stage)); }

  void wait_at(std::uint16_t where, Whereabouts& v) {
    v.doing = Doing::waiting;
    v.stage = where;
    ++stage(where).waiting;
  }
  void stop_waiting(const Whereabouts& v) {
    require(v.doing == Doing::waiting, "the vehicle does not wait");
    --stage(v.stage).waiting;
  }
  void go_on(Whereabouts& v) {
    if (holds(row_, Key::next)) wait_at(short_slot(row_, Key::next), v);
  }

  void arrive();
  void balk();
  void call();
  void begin_service();
  void end_service();
  void decide();
  void skip();
  void leave();
  void change_lanes();

  CrewThere& crew_of_row();
  void change_duty(int sign);
  void officers_arrive();
  void officers_leave();
  void change_machines(int by);
  void change_writing(int by);
  void begin_operation();
  void end_operation();

  const Row& row_;
  CrossingState& here_;
  const Header& header_;
  CrossingIndex index_;
};

void Change::arrive() {
  const std::uint16_t line = short_slot(row_, Key::line);
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
  require(v.doing == Doing::waiting && v.stage == short_slot(row_, Key::stage),
          "the vehicle does not wait for this check");
  --stage(v.stage).waiting;
  v.doing = Doing::in_service;
  v.lane = short_slot(row_, Key::lane);
  require(stage(v.stage).lanes.emplace(v.lane, vehicle(row_)).second, "the lane is busy already");
}

void Change::end_service() {
  Whereabouts& v = known_vehicle();
  require(v.doing == Doing::in_service && v.stage == short_slot(row_, Key::stage) &&
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

// Guests are known by the operation that borrows them; of their own post's crews it is only said
// who is lent to one.
CrewThere& Change::crew_of_row() {
  CrewKey key{crew(row_), {}};
  if (key.crew.home != index_) key.operation = {short_slot(row_, Key::operation)};
  return here_.crews[key];
}

void Change::change_duty(int sign) {
  CrewThere& crew = crew_of_row();
  crew.shift = sign > 0;
  crew.on_duty += sign * static_cast<int>(slot(row_, Key::officers));
  require(crew.on_duty >= 0 && crew.on_duty <= crew.officers,
          "more officers than there are come on duty, or go off it");
}

void Change::officers_arrive() {
  CrewThere& crew = crew_of_row();
  const int officers = static_cast<int>(slot(row_, Key::officers));
  crew.officers += officers;
  const bool at_home = trace::crew(row_).home == index_;
  if (at_home && crew.shift) crew.on_duty += officers;
}

void Change::officers_leave() {
  CrewThere& crew = crew_of_row();
  const int officers = static_cast<int>(slot(row_, Key::officers));
  crew.officers -= officers;
  if (slot(row_, Key::on_duty) == 1) crew.on_duty -= officers;
  require(crew.officers >= crew.on_duty && crew.on_duty >= 0, "more officers leave than there are");
}

void Change::change_machines(int by) {
  int& there = here_.machines[slot(row_, Key::equipment)];
  there += by;
  require(there >= 0, "a machine leaves that is not there");
}

void Change::change_writing(int by) {
  here_.writing += by;
  require(here_.writing >= 0, "a report is finished that nobody writes");
}

void Change::begin_operation() { here_.operations.push_back({short_slot(row_, Key::operation)}); }

void Change::end_operation() {
  const OperationIndex ended{short_slot(row_, Key::operation)};
  const auto found = std::find(here_.operations.begin(), here_.operations.end(), ended);
  require(found != here_.operations.end(), "an operation ends that has not begun");
  here_.operations.erase(found);
}

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

}  // namespace

std::array<int, authorities> CrossingState::on_duty(const Header& header) const {
  std::array<int, authorities> officers{};
  for (const auto& [key, crew] : crews) {
    const CrewShape& shape = header.crossings[key.crew.home.value].crews[key.crew.crew];
    officers[shape.authority == name_of(Authority::customs) ? 0 : 1] += crew.on_duty;
  }
  return officers;
}

Playback::Playback(const Header& header) : header_(header), crossing_at_(header.places.size(), -1) {
  for (std::uint16_t c = 0; c < header.crossings.size(); ++c) {
    const CrossingShape& shape = header.crossings[c];
    crossing_at_[shape.place] = c;
    CrossingState state;
    state.stages.resize(shape.stages.size());
    state.machines = shape.machines;
    for (std::uint16_t n = 0; n < shape.crews.size(); ++n)
      state.crews[{{{c}, n}, {}}].officers = shape.crews[n].officers;
    crossings_.push_back(std::move(state));
  }
}

void Playback::apply(const Row& row) {
  const int crossing = crossing_at_[row.place];
  if (crossing < 0) return;
  const auto c = static_cast<std::uint16_t>(crossing);
  Change(row, crossings_[c], header_, {c}).apply();
}

}  // namespace cordon::trace
