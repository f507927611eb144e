#include "sim/model/crossing/hall.hpp"

#include <algorithm>
#include <cmath>

namespace cordon::hall {
namespace {

double speed(const Stage& stage) {
  if (stage.hall.served == 0) return 0;
  return std::min(1.0, static_cast<double>(stage.open) / stage.hall.served);
}

// Who is served has a finish that has not come; a place that is free or done with has none.
Lane* first_to_finish(Stage& stage) {
  Lane* first = nullptr;
  for (Lane& lane : stage.lanes)
    if (lane.serving && lane.finish > 0 && (!first || lane.finish < first->finish)) first = &lane;
  return first;
}

}  // namespace

std::uint16_t place(Stage& stage) {
  const auto free = std::find_if(stage.lanes.begin(), stage.lanes.end(),
                                 [](const Lane& lane) { return !lane.serving; });
  if (free == stage.lanes.end()) {
    stage.lanes.emplace_back();
    return static_cast<std::uint16_t>(stage.lanes.size() - 1);
  }
  return static_cast<std::uint16_t>(free - stage.lanes.begin());
}

void advance(Stage& stage, Time now) {
  stage.hall.progress += seconds(now - stage.hall.as_of) * speed(stage);
  stage.hall.as_of = now;
}

void rearm(StageIndex where, Stages& self, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  step.agenda.future.cancel(stage.hall.due);
  stage.hall.due = {};
  const Lane* first = first_to_finish(stage);
  if (!first || speed(stage) <= 0) return;
  const double left = std::max(0.0, first->finish - stage.hall.progress) / speed(stage);
  stage.hall.due = step.schedule(from_seconds(left), HallAdvanced{where});
}

void admit(StageIndex where, std::uint16_t place, Stages& self, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  advance(stage, step.now);
  if (stage.hall.served++ == 0) stage.hall.progress = 0;  // keeps its precision
  // One that takes no time is done when the progress has come a little further than none.
  stage.lanes[place].finish =
      stage.hall.progress + std::max(1e-9, seconds(stage.lanes[place].takes));
  rearm(where, self, step);
}

void finish_first(StageIndex where, Stages& self, CrossingStep step) {
  Stage& stage = self.stages[where.value];
  stage.hall.due = {};
  advance(stage, step.now);
  Lane& lane = *first_to_finish(stage);
  lane.finish = 0;
  --stage.hall.served;
  step.schedule_at_once(
      ServiceEnded{lane.serving, where, static_cast<std::uint16_t>(&lane - stage.lanes.data())});
  rearm(where, self, step);
}

}  // namespace cordon::hall
