#include "sim/model/crossing/stages.hpp"

#include <algorithm>

namespace cordon::stages {
namespace {

// Luck of a stage's service time. The first two stages of a line are drawn at the vehicle's birth.
std::uint32_t time_address(const StageSetup& stage) {
  if (stage.line && stage.first) return static_cast<std::uint32_t>(VehicleLuck::first_check_time);
  if (stage.line) return static_cast<std::uint32_t>(VehicleLuck::second_check_time);
  return stage_time_luck(stage.order);
}

double drawn_seconds(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  return stage.time[static_cast<std::size_t>(v.vehicle_class)].sample(
      step.luck.uniform(v.draws, time_address(stage)));
}

// Not inlined, since most vehicles are in no table.
[[gnu::noinline]] double recorded_seconds(const StageSetup& stage, const Vehicle& v,
                                          CrossingStep step) {
  const auto recorded = step.setup.records.time(v.recorded - 1, stage.order);
  return recorded ? seconds(*recorded) : drawn_seconds(stage, v, step);
}

double service_seconds(const StageSetup& stage, const Vehicle& v, CrossingStep step) {
  if (v.recorded != 0) return recorded_seconds(stage, v, step);
  return drawn_seconds(stage, v, step);
}

// One crew does all own stages of the line, and saves a part of the time.
double one_crew_seconds(const CrossingSetup& setup, const StageSetup& first, const Vehicle& v,
                        CrossingStep step) {
  double sum = service_seconds(first, v, step);
  for (StageIndex next = first.joined; next; next = setup.stages[next.value].joined)
    sum += service_seconds(setup.stages[next.value], v, step);
  return sum * step.setup.scenario.one_stop.task_saving;
}

StageIndex last_own_stage(const CrossingSetup& setup, StageIndex stage) {
  while (setup.stages[stage.value].joined) stage = setup.stages[stage.value].joined;
  return stage;
}

std::uint16_t free_lane(const Stage& stage) {
  std::uint16_t lane = 0;
  while (!stage.lanes[lane].open || stage.lanes[lane].serving) ++lane;
  return lane;
}

bool has_free_lane(const Stage& stage) {
  if (stage.open <= 0 || stage.busy >= static_cast<int>(stage.lanes.size())) return false;
  return std::any_of(stage.lanes.begin(), stage.lanes.end(),
                     [](const Lane& lane) { return lane.open && !lane.serving; });
}

void begin(VehicleId id, StageIndex where, std::uint16_t lane, Stages& self, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  stage.lanes[lane].serving = id;
  ++stage.busy;
  step.schedule_at_once(ServiceBegan{id, where, lane});
}

void enter(VehicleId id, StageIndex where, Stages& self, Arena<Vehicle>& vehicles,
           CrossingStep step) {
  Vehicle& v = vehicles[id];
  v.stage = where;
  Stage& stage = self.stages[where.value];
  if (has_free_lane(stage)) return begin(id, where, free_lane(stage), self, step);
  (v.priority < step.setup.priorities.size() ? stage.priority : stage.ordinary).push(id);
}

void take_next(StageIndex where, Stages& self, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  while (stage.waiting() > 0 && has_free_lane(stage)) {
    const VehicleId next = stage.priority.empty() ? stage.ordinary.pop() : stage.priority.pop();
    begin(next, where, free_lane(stage), self, step);
  }
}

// When the booked queue may call again: the n-th call of an hour comes at the hour's rate.
Time next_call_after(Time now, const LineSetup& line, const Calendar& calendar) {
  for (int tries = 0; tries < 24; ++tries) {
    const auto local = calendar.local(now);
    const double rate = line.release_per_hour[static_cast<std::size_t>(local.hour)];
    if (rate > 0) return now + from_seconds(3600.0 / rate);
    now += (local.hour + 1) * 1h - local.of_day;
  }
  return never;
}

void arm_call(LineIndex line, LineState& state, CrossingStep step) {
  const LineSetup& setup = step.setup.lines[line.value];
  if (state.call_due || state.booked.empty() || state.called >= setup.pool) return;
  if (state.next_call == never) return;
  const Duration in = std::max(Duration::zero(), state.next_call - step.now);
  state.call_due = step.schedule(in, CallDue{line});
}

LineState& line_state(Stages& self, const LineSetup& line) { return self.lines[line.position]; }

// Units of lots wait in the yard, from no road.
bool finds_no_room(const Vehicle& v, const LineSetup& line, const Stages& self, CrossingStep step) {
  if (v.berth) return false;
  if (step.board.is_closed(v.line)) return true;
  return line.queue == QueueKind::physical &&
         self.stages[line.first.value].waiting() >= line.road_capacity;
}

}  // namespace

Stages make(const CrossingSetup& setup, const Setup& world) {
  Stages made{&setup, setup.cooperation, {}, {}};
  made.stages.resize(setup.stages.size());
  for (std::size_t i = 0; i < setup.stages.size(); ++i) {
    made.stages[i].lanes.resize(static_cast<std::size_t>(setup.stages[i].lanes));
    made.stages[i].equipped = setup.stages[i].lanes > 0;
    const LineIndex line = setup.stages[i].line;
    if (line && world.lines[line.value].closed) made.stages[i].wanted = 0;
  }
  made.lines.resize(setup.lines.size());
  for (const LineIndex l : setup.lines) {
    const LineSetup& line = world.lines[l.value];
    if (line.queue == QueueKind::booked)
      made.lines[line.position].next_call = next_call_after(start_of_run, line, world.calendar);
  }
  return made;
}

int waiting_for_first_check(const Stages& self, const LineSetup& line) {
  return self.lines[line.position].booked.size() + self.stages[line.first.value].waiting();
}

void on(const VehicleArrived& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[event.vehicle];
  const LineSetup& line = step.setup.lines[v.line.value];
  v.joined = step.now;
  if (finds_no_room(v, line, self, step)) {
    if (line.diverts) return void(step.schedule_at_once(RoadFoundFull{event.vehicle}));
    step.schedule_at_once(VehicleBalked{event.vehicle});
  } else if (line.queue == QueueKind::booked) {
    line_state(self, line).booked.push(event.vehicle);
    arm_call(v.line, line_state(self, line), step);
  } else {
    enter(event.vehicle, line.first, self, vehicles, step);
  }
}

void on(const CallDue& event, Stages& self, CrossingStep step) {
  const LineSetup& line = step.setup.lines[event.line.value];
  LineState& state = line_state(self, line);
  state.call_due = {};
  const VehicleId next = state.booked.pop();
  ++state.called;
  state.next_call = next_call_after(step.now, line, step.setup.calendar);
  step.schedule_at_once(VehicleCalled{next});
  arm_call(event.line, state, step);
}

void on(const VehicleCalled& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineIndex line = vehicles[event.vehicle].line;
  enter(event.vehicle, step.setup.lines[line.value].first, self, vehicles, step);
}

void on(const ServiceBegan& event, Stages& self, const Arena<Vehicle>& vehicles,
        CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  const StageSetup& stage = self.setup->stages[event.stage.value];
  const bool one_crew = stage.first && self.cooperation == CooperationMode::one_stop;
  const double takes =
      one_crew ? one_crew_seconds(*self.setup, stage, v, step) : service_seconds(stage, v, step);
  step.schedule(from_seconds(takes), ServiceEnded{event.vehicle, event.stage, event.lane});
  if (!stage.first) return;
  const LineSetup& line = step.setup.lines[v.line.value];
  if (line.queue != QueueKind::booked) return;
  LineState& state = line_state(self, line);
  --state.called;
  arm_call(v.line, state, step);
}

void on(const ServiceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Stage& stage = self.stages[event.stage.value];
  stage.lanes[event.lane].serving = {};
  --stage.busy;
  const StageSetup& setup = self.setup->stages[event.stage.value];
  if (self.cooperation == CooperationMode::one_stop && setup.line) {
    if (setup.first) vehicles[event.vehicle].stage = last_own_stage(*self.setup, event.stage);
    if (!setup.first && stage.waiting() == 0) step.schedule_at_once(StaffChanged{});
  }
  take_next(event.stage, self, step);
}

StageIndex next_stage(const Stages& self, StageIndex from, Outcome outcome) {
  const auto& choices = self.setup->stages[from.value].next[static_cast<std::size_t>(outcome)];
  for (const StageIndex to : choices)
    if (self.stages[to.value].open > 0) return to;
  for (const StageIndex to : choices)
    if (self.stages[to.value].equipped) return to;
  return {};
}

void send_on(VehicleId id, Outcome outcome, Stages& self, Arena<Vehicle>& vehicles,
             CrossingStep step) {
  const StageIndex to = next_stage(self, vehicles[id].stage, outcome);
  if (to) return enter(id, to, self, vehicles, step);
  step.schedule_at_once(VehicleReleased{id});
}

void equip(EquipmentIndex equipment, int machines, Stages& self, Arena<Vehicle>& vehicles,
           CrossingStep step) {
  for (std::size_t s = 0; s < self.stages.size(); ++s) {
    if (self.setup->stages[s].equipment != equipment) continue;
    Stage& stage = self.stages[s];
    stage.equipped = machines > 0;
    while (!stage.equipped && stage.waiting() > 0)
      send_on(stage.priority.empty() ? stage.ordinary.pop() : stage.priority.pop(),
              Outcome::cleared, self, vehicles, step);
  }
}

void open_lanes(const Manning& manning, Stages& self, CrossingStep step) {
  for (std::size_t i = 0; i < self.stages.size(); ++i) {
    Stage& stage = self.stages[i];
    const std::size_t lanes = manning.crews[i].size();
    if (lanes > stage.lanes.size()) stage.lanes.resize(lanes);  // a machine has come
    for (std::size_t n = 0; n < stage.lanes.size(); ++n) {
      Lane& lane = stage.lanes[n];
      const bool open = n < lanes;
      if (lane.open && !open) lane.closed = step.now;
      lane.open = open;
    }
    const StageIndex where{static_cast<std::uint16_t>(i)};
    const int now_open = static_cast<int>(lanes);
    if (stage.open != now_open)
      step.schedule_at_once(LanesChanged{where, static_cast<std::uint16_t>(stage.open),
                                         static_cast<std::uint16_t>(now_open)});
    stage.open = now_open;
    take_next(where, self, step);
  }
}

Duration published_wait(const LineSetup& line, const Stages& self) {
  constexpr Duration longest = 14 * 24h;
  const Stage& first = self.stages[line.first.value];
  double per_hour = line.mean_first_check > 0 ? 3600.0 * first.open / line.mean_first_check : 1e9;
  if (line.queue == QueueKind::booked) {
    per_hour = 0;
    for (const double rate : line.release_per_hour) per_hour += rate / 24;
  }
  const int ahead = waiting_for_first_check(self, line);
  if (ahead == 0) return Duration::zero();
  if (per_hour <= 0) return longest;
  return std::min(longest, from_seconds(3600.0 * ahead / per_hour));
}

}  // namespace cordon::stages
