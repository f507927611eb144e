#include "sim/model/crossing/stages.hpp"

#include <algorithm>
#include <utility>

#include "sim/model/crossing/approach.hpp"
#include "sim/model/crossing/cooperation.hpp"
#include "sim/model/crossing/hall.hpp"
#include "sim/model/crossing/lanes.hpp"
#include "sim/model/crossing/service.hpp"

namespace cordon::stages {
namespace {

StageIndex resolve(const NextStage& next, const Stages& self, LineIndex line) {
  return next.shared ? next.shared : self.world->lines[line.value].own[next.own];
}

// Every vehicle at a stage of an area takes one of its places, until it goes to another stage.
void take_place(Vehicle& v, AreaIndex area, Stages& self) {
  if (v.area == area) return;
  if (v.area) self.inside[v.area.value] -= v.stands_for;
  if (area) self.inside[area.value] += v.stands_for;
  v.area = area;
}

// The lane that a vehicle held is free, for the next.
void vacate(StageIndex held, std::uint16_t lane, Stages& self, Arena<Vehicle>& vehicles,
            CrossingStep step) {
  if (!held) return;
  lanes::free_lane(held, lane, self);
  const StageSetup& setup = self.setup->stages[held.value];
  const bool unused = setup.line && !setup.first && self.stages[held.value].waiting.empty();
  if (unused && cooperation::at_one_stop(self.cooperation))
    step.schedule_at_once(StaffChanged{});  // nobody is needed here any more
  lanes::take_next(held, self, vehicles, step);
}

void move(VehicleId id, StageIndex to, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[id];
  const StageIndex held = std::exchange(v.held, {});
  const std::uint16_t lane = v.lane;
  enter(id, to, self, vehicles, step);
  vacate(held, lane, self, vehicles, step);
}

// Of all that are blocked and now find room, the one that has been so longest; none: `where` stays.
Fifo<Blocked>* next_to_move(Stages& self, const Arena<Vehicle>& vehicles, StageIndex& where) {
  Fifo<Blocked>* first = nullptr;
  for (std::size_t s = 0; s < self.stages.size(); ++s) {
    Fifo<Blocked>& blocked = self.stages[s].blocked;
    const StageIndex to{static_cast<std::uint16_t>(s)};
    if (blocked.empty() || (first && first->front().ticket < blocked.front().ticket) ||
        !has_room(self, to, vehicles[blocked.front().vehicle]))
      continue;
    first = &blocked;
    where = to;
  }
  return first;
}

void unblock(VehicleId id, const Vehicle& v, CrossingStep step) {
  if (v.held) step.schedule_at_once(VehicleUnblocked{id, v.held, v.lane});
}

// Room has been made: those who wait for it move up, which makes room in turn.
void settle(Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  if (!self.setup->limited || self.settling) return;
  self.settling = true;
  StageIndex where;
  while (Fifo<Blocked>* blocked = next_to_move(self, vehicles, where)) {
    const VehicleId id = blocked->pop().vehicle;
    unblock(id, vehicles[id], step);
    move(id, where, self, vehicles, step);
  }
  for (const LineIndex line : self.setup->lines) approach::let_in(line, self, vehicles, step);
  self.settling = false;
}

void send_papers(VehicleId id, const StageSetup& from, Stages& self, Arena<Vehicle>& vehicles,
                 CrossingStep step) {
  Vehicle& v = vehicles[id];
  for (const NextStage& desk : from.alongside) {
    const StageIndex to = resolve(desk, self, v.line);
    ++v.desks;
    self.stages[to.value].waiting.join(id, v, v.priority, 0);
    step.schedule_at_once(QueueJoined{id, to});
    lanes::take_next(to, self, vehicles, step);
  }
}

// A vehicle that leaves takes its papers along.
void fetch_papers(VehicleId id, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[id];
  if (v.desks == 0) return;
  v.desks = 0;
  for (const NextStage& desk : self.setup->stages[v.stage.value].alongside) {
    const StageIndex at = resolve(desk, self, v.line);
    Stage& stage = self.stages[at.value];
    if (stage.waiting.remove(id)) continue;
    const auto lane = std::find_if(stage.lanes.begin(), stage.lanes.end(),
                                   [&](const Lane& l) { return l.serving == id; });
    if (lane == stage.lanes.end()) continue;
    step.agenda.future.cancel(lane->ends);
    lanes::free_lane(at, static_cast<std::uint16_t>(lane - stage.lanes.begin()), self);
    lanes::take_next(at, self, vehicles, step);
  }
}

void serve(VehicleId id, StageIndex where, std::uint16_t n, Stages& self,
           const Arena<Vehicle>& vehicles, CrossingStep step) {
  Lane& lane = self.stages[where.value].lanes[n];
  if (lane.takes < Duration::zero()) lane.takes = service_time(self, where, vehicles[id], step);
  lane.began = step.now;
  if (self.setup->stages[where.value].sharing) return hall::admit(where, n, self, step);
  lane.ends = step.schedule(lane.takes, ServiceEnded{id, where, n});
}

void set_lanes(Stage& stage, const StageSetup& setup) {
  if (setup.equipment) return;
  stage.lanes.resize(std::max(stage.lanes.size(), static_cast<std::size_t>(setup.lanes)));
  for (std::size_t n = 0; n < stage.lanes.size(); ++n)
    stage.lanes[n].admits = n < setup.admits.size() ? setup.admits[n] : everybody;
  stage.typed = !setup.admits.empty();
  stage.equipped = setup.lanes > 0;
}

}  // namespace

Stages make(const CrossingSetup& setup, const Setup& world) {
  Stages made;
  made.setup = &setup;
  made.world = &world;
  made.cooperation = setup.cooperation;
  made.stages.resize(setup.stages.size());
  for (std::size_t i = 0; i < setup.stages.size(); ++i) {
    Stage& stage = made.stages[i];
    const StageSetup& s = setup.stages[i];
    stage.lanes.resize(static_cast<std::size_t>(s.lanes));
    for (std::size_t n = 0; n < std::min(s.admits.size(), stage.lanes.size()); ++n)
      stage.lanes[n].admits = s.admits[n];
    stage.typed = !s.admits.empty();
    stage.equipped = s.lanes > 0;
    if (s.first && world.lines[s.line.value].closed) stage.wanted = 0;
  }
  made.lines.resize(setup.lines.size());
  made.inside.resize(setup.areas.size());
  return made;
}

void on(const ConditionsChanged&, Stages& self, CrossingStep step) {
  self.setup = &step.setup.crossings[step.setup.crossing_at(step.agenda.place).value];
  self.world = &step.setup;
  for (std::size_t s = 0; s < self.stages.size(); ++s)
    set_lanes(self.stages[s], self.setup->stages[s]);
}

bool has_room(const Stages& self, StageIndex where, const Vehicle& v) {
  const StageSetup& setup = self.setup->stages[where.value];
  const Stage& stage = self.stages[where.value];
  if (setup.area && v.area != setup.area &&
      self.inside[setup.area.value] >= self.setup->areas[setup.area.value])
    return false;
  if (setup.sharing) return stage.busy < setup.places;
  return stage.waiting.size() < setup.places || lanes::lane_for(stage, v) ||
         lanes::lane_to_preempt(self, where, v).has_value();
}

void enter(VehicleId id, StageIndex where, Stages& self, Arena<Vehicle>& vehicles,
           CrossingStep step) {
  Vehicle& v = vehicles[id];
  const StageSetup& setup = self.setup->stages[where.value];
  Stage& stage = self.stages[where.value];
  v.stage = where;
  v.since = step.now;
  if (self.setup->limited) {
    take_place(v, setup.area, self);
    if (setup.places != unlimited) approach::leave_road(v, self);
  }
  if (!setup.alongside.empty()) send_papers(id, setup, self, vehicles, step);
  if (setup.sharing) return lanes::begin({id}, where, hall::place(stage), self, vehicles, step);
  if (const auto lane = lanes::lane_for(stage, v))
    return lanes::begin({id}, where, *lane, self, vehicles, step);
  if (const auto lane = lanes::lane_to_preempt(self, where, v)) {
    lanes::interrupt(where, *lane, setup.preempted, self, vehicles, step);
    return lanes::begin({id}, where, *lane, self, vehicles, step);
  }
  stage.waiting.join(id, v, v.priority, lanes::kind_at(stage, v));
  step.schedule_at_once(QueueJoined{id, where});
}

void on(const ServiceBegan& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const StageSetup& stage = self.setup->stages[event.stage.value];
  if (!stage.desk) vehicles[event.vehicle].since = step.now;
  serve(event.vehicle, event.stage, event.lane, self, vehicles, step);
  if (stage.first) approach::begin_first_check(event.vehicle, self, vehicles, step);
}

void on(const ServiceResumed& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  if (!self.setup->stages[event.stage.value].desk) vehicles[event.vehicle].since = step.now;
  serve(event.vehicle, event.stage, event.lane, self, vehicles, step);
}

void on(const ServiceEnded& event, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  const StageSetup& stage = self.setup->stages[event.stage.value];
  if (stage.desk) {
    lanes::free_lane(event.stage, event.lane, self);
    return lanes::take_next(event.stage, self, vehicles, step);
  }
  Lane& lane = self.stages[event.stage.value].lanes[event.lane];
  lane.ends = {};
  lane.done = true;
  Vehicle& v = vehicles[event.vehicle];
  v.since = step.now;
  v.stage = event.stage;
  if (v.stands_for > 1) v.others_checks += lane.takes / v.stands_for * (v.stands_for - 1);
}

void on(const HallAdvanced& event, Stages& self, CrossingStep step) {
  hall::finish_first(event.stage, self, step);
}

StageIndex joined_check(const Stages& self, StageIndex served) {
  return cooperation::at_one_stop(self.cooperation) ? self.setup->stages[served.value].joined
                                                    : StageIndex{};
}

StageIndex next_stage(const Stages& self, const Vehicle& v, Outcome outcome) {
  const auto& choices = self.setup->stages[v.stage.value].next[static_cast<std::size_t>(outcome)];
  StageIndex open, equipped;
  for (const NextStage& choice : choices) {
    const StageIndex to = resolve(choice, self, v.line);
    const Stage& stage = self.stages[to.value];
    if (stage.open > 0 && (choices.size() == 1 || has_room(self, to, v))) return to;
    if (stage.open > 0 && !open) open = to;
    if (stage.equipped && !equipped) equipped = to;
  }
  return open ? open : equipped;
}

void send_on(VehicleId id, Outcome outcome, Stages& self, Arena<Vehicle>& vehicles,
             CrossingStep step) {
  Vehicle& v = vehicles[id];
  if (v.desks > 0) {
    v.joining = true;
    v.outcome = static_cast<std::uint8_t>(outcome);
    return void(step.schedule_at_once(VehicleBlocked{id, v.held, v.lane}));
  }
  if (v.papers_alarm) outcome = Outcome::alarm;
  v.papers_alarm = false;
  const StageIndex to = next_stage(self, v, outcome);
  if (!to) return void(step.schedule_at_once(VehicleReleased{id}));
  if (has_room(self, to, v)) {
    move(id, to, self, vehicles, step);
    return settle(self, vehicles, step);
  }
  self.stages[to.value].blocked.push_back({id, ++self.tickets});
  if (v.held) step.schedule_at_once(VehicleBlocked{id, v.held, v.lane});
}

void return_papers(VehicleId id, bool alarm, Stages& self, Arena<Vehicle>& vehicles,
                   CrossingStep step) {
  Vehicle& v = vehicles[id];
  v.papers_alarm |= alarm;
  if (--v.desks > 0 || !v.joining) return;
  v.joining = false;
  unblock(id, v, step);
  send_on(id, static_cast<Outcome>(v.outcome), self, vehicles, step);
}

void leave(VehicleId id, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Vehicle& v = vehicles[id];
  fetch_papers(id, self, vehicles, step);
  approach::leave_road(v, self);
  take_place(v, {}, self);
  vacate(std::exchange(v.held, {}), v.lane, self, vehicles, step);
  settle(self, vehicles, step);
}

void equip(EquipmentIndex kind, std::uint16_t slot, Stages& self) {
  for (std::size_t s = 0; s < self.stages.size(); ++s) {
    if (self.setup->stages[s].equipment != kind) continue;
    Stage& stage = self.stages[s];
    if (slot >= stage.lanes.size()) stage.lanes.resize(slot + 1u);
    stage.lanes[slot].out = false;
    stage.equipped = true;
  }
}

void strip(EquipmentIndex kind, std::uint16_t slot, bool broke, int left, Stages& self,
           Arena<Vehicle>& vehicles, CrossingStep step) {
  for (std::size_t s = 0; s < self.stages.size(); ++s) {
    if (self.setup->stages[s].equipment != kind) continue;
    Stage& stage = self.stages[s];
    Lane& lane = stage.lanes[slot];
    const StageIndex where{static_cast<std::uint16_t>(s)};
    if (lane.open) {
      const auto open = static_cast<std::uint16_t>(stage.open);
      step.schedule_at_once(LanesChanged{where, open, static_cast<std::uint16_t>(open - 1)});
      lane.closed = step.now;
      stage.free -= !lane.serving;
      --stage.open;
    }
    lane.open = false;
    lane.out = true;
    if (broke && lane.ends)
      lanes::interrupt(where, slot, Interruption::begin_anew, self, vehicles, step);
    stage.equipped = left > 0;
    while (!stage.equipped && !stage.waiting.empty()) {
      const VehicleId id = stage.waiting.pop(everybody).vehicle;
      step.schedule_at_once(ControlSkipped{id, where});
      send_on(id, Outcome::cleared, self, vehicles, step);
    }
  }
}

void open_lanes(const Manning& manning, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  for (std::size_t s = 0; s < self.stages.size(); ++s) {
    const StageIndex where{static_cast<std::uint16_t>(s)};
    lanes::open(where, manning.crews[s], self, vehicles, step);
    lanes::take_next(where, self, vehicles, step);
  }
  settle(self, vehicles, step);
}

}  // namespace cordon::stages
