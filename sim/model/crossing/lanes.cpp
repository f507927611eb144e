#include "sim/model/crossing/lanes.hpp"

#include <algorithm>
#include <bit>

#include "sim/model/crossing/hall.hpp"

namespace cordon::lanes {
namespace {

bool is_free(const Lane& lane) { return lane.open && !lane.serving; }

Duration left_of(const Lane& lane, Interruption rule, Time now) {
  return rule == Interruption::begin_anew ? lane.takes : lane.takes - (now - lane.began);
}

// The lane's crew changes while it serves: it finishes, another crew goes on, or it begins again.
void change_crew(StageIndex where, std::uint16_t n, bool stays_open, Stages& self,
                 Arena<Vehicle>& vehicles, CrossingStep step) {
  const StageSetup& setup = self.setup->stages[where.value];
  Lane& lane = self.stages[where.value].lanes[n];
  if (setup.at_shift_end == Interruption::finish || setup.sharing || !lane.ends) return;
  if (!stays_open) return interrupt(where, n, setup.at_shift_end, self, vehicles, step);
  const bool resumed = setup.at_shift_end == Interruption::resume;
  step.agenda.future.cancel(lane.ends);
  lane.ends = {};
  lane.takes = left_of(lane, setup.at_shift_end, step.now) + (resumed ? setup.handover : 0s);
  step.schedule_at_once(ServiceInterrupted{lane.serving, where, n});
  step.schedule_at_once(ServiceResumed{lane.serving, where, n});
}

}  // namespace

std::uint8_t kind_at(const Stage& stage, const Vehicle& v) { return stage.typed ? kind_of(v) : 0; }

std::optional<std::uint16_t> lane_for(const Stage& stage, const Vehicle& v) {
  if (stage.free <= 0) return std::nullopt;
  const std::uint8_t kind = kind_at(stage, v);
  std::optional<std::uint16_t> best;
  for (std::uint16_t n = 0; n < stage.lanes.size(); ++n) {
    const Lane& lane = stage.lanes[n];
    if (!is_free(lane) || !admits(lane.admits, kind)) continue;
    if (!stage.typed) return n;
    if (!best || std::popcount(lane.admits) < std::popcount(stage.lanes[*best].admits)) best = n;
  }
  return best;
}

std::optional<std::uint16_t> lane_to_preempt(const Stages& self, StageIndex where,
                                             const Vehicle& v) {
  const auto& priorities = self.world->priorities;
  if (self.setup->stages[where.value].preempted == Interruption::finish ||
      v.priority >= priorities.size() || !priorities[v.priority].preempts)
    return std::nullopt;
  const Stage& stage = self.stages[where.value];
  std::optional<std::uint16_t> best;
  for (std::uint16_t n = 0; n < stage.lanes.size(); ++n) {
    const Lane& lane = stage.lanes[n];
    if (!lane.open || !lane.ends || !admits(lane.admits, kind_at(stage, v)) ||
        lane.priority <= v.priority)
      continue;
    const Lane* than = best ? &stage.lanes[*best] : nullptr;
    if (!than || lane.priority > than->priority ||
        (lane.priority == than->priority && lane.began > than->began))
      best = n;
  }
  return best;
}

void begin(const Waiter& waiter, StageIndex where, std::uint16_t n, Stages& self,
           Arena<Vehicle>& vehicles, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  Lane& lane = stage.lanes[n];
  Vehicle& v = vehicles[waiter.vehicle];
  lane.serving = waiter.vehicle;
  lane.priority = v.priority;
  lane.takes = waiter.left;
  lane.ends = {};
  lane.done = false;
  ++stage.busy;
  if (lane.open) --stage.free;
  if (!self.setup->stages[where.value].desk) v.held = where, v.lane = n;
  if (waiter.left < Duration::zero())
    step.schedule_at_once(ServiceBegan{waiter.vehicle, where, n});
  else
    step.schedule_at_once(ServiceResumed{waiter.vehicle, where, n});
}

void interrupt(StageIndex where, std::uint16_t n, Interruption rule, Stages& self,
               Arena<Vehicle>& vehicles, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  Lane& lane = stage.lanes[n];
  const VehicleId id = lane.serving;
  Vehicle& v = vehicles[id];
  step.agenda.future.cancel(lane.ends);
  step.schedule_at_once(ServiceInterrupted{id, where, n});
  stage.waiting.rejoin(id, v, kind_at(stage, v), left_of(lane, rule, step.now));
  if (!self.setup->stages[where.value].desk) {
    v.held = {};
    v.since = step.now;
  }
  free_lane(where, n, self);
}

void free_lane(StageIndex where, std::uint16_t n, Stages& self) {
  Stage& stage = self.stages[where.value];
  Lane& lane = stage.lanes[n];
  lane.serving = {};
  lane.ends = {};
  --stage.busy;
  if (lane.open) ++stage.free;
}

void take_next(StageIndex where, Stages& self, Arena<Vehicle>& vehicles, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  for (std::uint16_t n = 0; stage.free > 0 && !stage.waiting.empty() && n < stage.lanes.size();
       ++n) {
    const Lane& lane = stage.lanes[n];
    if (is_free(lane) && stage.waiting.any(lane.admits))
      begin(stage.waiting.pop(lane.admits), where, n, self, vehicles, step);
  }
}

void open(StageIndex where, const std::vector<CrewTag>& crews, Stages& self,
          Arena<Vehicle>& vehicles, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  const bool is_hall = self.setup->stages[where.value].sharing;
  if (is_hall) hall::advance(stage, step.now);
  stage.free = 0;
  std::size_t next = 0;
  for (std::uint16_t n = 0; n < stage.lanes.size(); ++n) {
    Lane& lane = stage.lanes[n];
    const bool opens = !lane.out && next < crews.size();
    const CrewTag crew = opens ? crews[next++] : lane.crew;
    const bool other_crew = lane.open && (!opens || crew != lane.crew);
    if (lane.open && !opens) lane.closed = step.now;
    lane.open = opens;
    lane.crew = crew;
    if (lane.serving && other_crew) {
      // Counted as free only when it is so.
      const int before = stage.free;
      change_crew(where, n, opens, self, vehicles, step);
      stage.free = before;
    }
    stage.free += is_free(lane);
  }
  const int now_open = static_cast<int>(next);
  if (stage.open != now_open)
    step.schedule_at_once(LanesChanged{where, static_cast<std::uint16_t>(stage.open),
                                       static_cast<std::uint16_t>(now_open)});
  stage.open = now_open;
  if (is_hall) hall::rearm(where, self, step);
}

}  // namespace cordon::lanes
