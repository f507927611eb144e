#include "sim/model/conditions.hpp"

namespace cordon {
namespace {

// No event has a lower order.
constexpr std::uint64_t nobody = 0;

template <class Place, class Event>
void tell(Place& place, Time now, const Event& event) {
  place.agenda.future.schedule(now, Order(nobody, 0), event);
}

}  // namespace

Time next_conditions(const World& world) {
  const auto& later = world.at_first->later;
  return world.changes < later.size() ? later[world.changes].from : never;
}

void change_conditions(World& world) {
  const Setup::Later& next = world.at_first->later[world.changes++];
  world.setup = next.setup;
  for (const LineSetup& line : next.setup->lines)
    world.board.closed[static_cast<std::size_t>(&line - next.setup->lines.data())] = line.closed;
  for (Region& region : world.regions) tell(region, next.from, DemandChanged{});
  for (Crossing& crossing : world.crossings) tell(crossing, next.from, ConditionsChanged{});
  for (Desk& desk : world.desks) tell(desk, next.from, ConditionsChanged{});
  for (Group& group : world.groups) tell(group, next.from, DemandChanged{});
  // A plan does not change.
  for (Headquarters& h : world.headquarters) h.setup = &next.setup->operations[h.index.value];
}

}  // namespace cordon
