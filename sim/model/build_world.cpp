#include "sim/model/build_world.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/model/crossing/approach.hpp"
#include "sim/model/trade/birth.hpp"
#include "sim/model/trade/papers.hpp"

namespace cordon {
namespace {

// Of the classes that a line serves, in proportion to their usual traffic.
VehicleClass initial_class(const LineSetup& line, Subject subject, const Luck& luck) {
  if (std::count(line.serves.begin(), line.serves.end(), true) < 2) return line.vehicle_class;
  const double all = std::accumulate(line.traffic.begin(), line.traffic.end(), 0.0);
  double left = all * luck.uniform(subject, VehicleLuck::initial_class);
  for (std::size_t c = 0; c < vehicle_classes; ++c)
    if ((left -= line.traffic[c]) < 0) return static_cast<VehicleClass>(c);
  return line.vehicle_class;
}

// Vehicles that wait when the run begins: in the order of their numbers, ahead of all that come.
void add_initial_queue(LineIndex index, Crossing& crossing, const Setup& setup, const Luck& luck) {
  const LineSetup& line = setup.lines[index.value];
  const std::uint32_t source = source_of("initial/" + line.name);
  for (int n = 0; n < line.initial_queue; n += setup.scenario.scale) {
    const Subject subject{source, static_cast<std::uint32_t>(n)};
    Vehicle v;
    v.draws = luck.draws(subject);
    v.vehicle_class = initial_class(line, subject, luck);
    v.direction = line.direction;
    if (const FlowIndex flow = setup.flow_of(v.vehicle_class, line.direction))
      birth::introduce(luck.draws(subject, birth_block), flow, setup, luck, v);
    v.line = index;
    v.initial = true;
    v.stands_for =
        static_cast<std::uint16_t>(std::min(setup.scenario.scale, line.initial_queue - n));
    v.priority = static_cast<std::uint8_t>(setup.priorities.size());
    const VehicleId id = crossing.vehicles.add(v);
    crossing.hold.put(id, {});
    crossing.agenda.future.schedule(start_of_run, crossing.agenda.next_order(), VehicleArrived{id});
  }
}

// What analysts know to be typical, of the goods of criteria and of operations.
Known known_at_first(const CrossingSetup& here, const Setup& setup, const Luck& luck) {
  std::vector<std::vector<std::uint64_t>> of_criteria, of_operations;
  for (const CriterionSetup& c : setup.criteria)
    of_criteria.push_back(papers::typical_values(c.field, c.commodity, c.group, setup, luck));
  for (const OperationSetup& o : setup.operations)
    of_operations.push_back(o.commodity
                                ? papers::typical_values(o.field, o.commodity, {}, setup, luck)
                                : std::vector<std::uint64_t>());
  Known known = selection::make(setup.scenario, profiles::make(here, setup, of_criteria),
                                std::move(of_operations));
  for (const CommoditySetup& c : setup.commodities) known.recognises.push_back(c.unrecognised == 1);
  return known;
}

Crossing make_crossing(const CrossingSetup& setup, const Setup& world, const Luck& luck) {
  Crossing made;
  made.setup = &setup;
  made.agenda.place = setup.place;
  made.stages = stages::make(setup, world);
  approach::start(made.stages, made.agenda, world);
  made.staff = staff::make(setup);
  made.machines = machines::make(setup, world);
  machines::start(made.machines, made.agenda, world, luck);
  made.staff.machines = made.machines.working;
  made.known = known_at_first(setup, world, luck);
  // The shift comes first, so that whoever waits at the start finds the lanes open.
  made.agenda.future.schedule(start_of_run, made.agenda.next_order(), ShiftChanged{});
  for (const LineIndex line : setup.lines) add_initial_queue(line, made, world, luck);
  for (std::uint16_t n = 0; n < setup.secondments.size(); ++n)
    made.agenda.future.schedule(setup.secondments[n].leaves, made.agenda.next_order(),
                                SecondmentDue{n});
  for (std::uint16_t c = 0; c < setup.courses.size(); ++c)
    if (setup.courses[c].start != endless)
      made.agenda.future.schedule(start_of_run + setup.courses[c].start, made.agenda.next_order(),
                                  CourseBegan{c});
  static const Board nothing;
  const CrossingStep step{start_of_run, made.agenda, luck, nothing, world};
  recorded::start(made.recorded, setup, made.vehicles, made.hold, step);
  made.terminals = terminals::make(setup, world);
  terminals::start(made.terminals, step);
  return made;
}

}  // namespace

namespace {

// What has been found lately, for those who decide where to look next.
void publish_finds(World& world) {
  const double kept = kept_until_next_publication(world.setup->scenario);
  for (std::size_t c = 0; c < world.crossings.size(); ++c)
    for (std::size_t a = 0; a < authorities; ++a) {
      const Finds found = std::exchange(world.crossings[c].known.finds[a], {});
      Finds& published = world.board.finds[c][a];
      published.recent = published.recent * kept + found.recent;
      published.last = std::max(published.last, found.last);
    }
}

void learn(World& world, Time now) {
  Judges& judges = world.board.judges;
  judges.forget(*world.setup);
  for (Crossing& crossing : world.crossings)
    judges.learn(crossing.known.lessons, crossing.setup->index, now, *world.setup);
}

}  // namespace

World build_world(const std::shared_ptr<const Setup>& setup, std::uint64_t seed,
                  std::uint32_t replication) {
  World world{setup, setup, 0, Luck(seed, replication), {}, {}, {}, {}, {}, {}};
  world.board.wait.assign(setup->lines.size(), Duration::zero());
  world.board.judges = Judges(*setup);
  world.board.finds.resize(setup->crossings.size());
  for (const LineSetup& line : setup->lines) world.board.closed.push_back(line.closed);
  for (const RegionSetup& r : setup->regions)
    world.regions.push_back(traffic::make(r, *setup, world.luck));
  for (const CrossingSetup& c : setup->crossings)
    world.crossings.push_back(make_crossing(c, *setup, world.luck));
  for (const DeskSetup& d : setup->desks) {
    world.desks.push_back({{}, &d, {}, {}, {}});
    world.desks.back().agenda.place = d.place;
    desk::start(world.desks.back(), *setup);
  }
  Desk& reports = world.desks.front();
  reports.strategy = strategy::make(*setup, reports.agenda);
  for (const GroupSetup& g : setup->groups)
    world.groups.push_back(group::make(g, *setup, world.luck));
  for (std::uint16_t o = 0; o < setup->operations.size(); ++o)
    world.headquarters.push_back(operation::make(setup->operations[o], {o}));
  return world;
}

void publish(World& world, Time now) {
  for (const Crossing& crossing : world.crossings)
    for (const LineIndex line : crossing.setup->lines)
      world.board.wait[line.value] =
          approach::published_wait(world.setup->lines[line.value], crossing.stages, now);
  publish_finds(world);
  world.board.attention = world.desks.front().strategy.assessors.attention;
  if (!world.board.judges.empty()) learn(world, now);
  ++world.board.publications;
}

}  // namespace cordon
