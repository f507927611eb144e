#include "sim/model/trade/journey.hpp"

#include <algorithm>

#include "sim/model/drawn_time.hpp"
#include "sim/model/trade/traffic.hpp"

namespace cordon::traffic {
namespace {

const WaySetup* way_to(LineIndex line, const std::vector<WaySetup>& ways) {
  const auto found =
      std::find_if(ways.begin(), ways.end(), [&](const WaySetup& w) { return w.line == line; });
  return found == ways.end() ? nullptr : &*found;
}

bool may_use(const FlowSetup& flow, LineIndex line) {
  return std::find(flow.lines.begin(), flow.lines.end(), line) != flow.lines.end();
}

// The same vehicle, with nothing left of what befell it here; a table of arrivals tells of one
// border.
Vehicle on_the_way(const Vehicle& v, LineIndex line) {
  Vehicle made;
  made.draws = v.draws;
  made.stands_for = v.stands_for;
  made.flow = v.flow;
  made.line = line;
  made.vehicle_class = v.vehicle_class;
  made.direction = v.direction;
  made.channel = v.channel;
  made.diversions = v.diversions;
  made.priority = v.priority;
  made.empty = v.empty;
  made.travellers = v.travellers;
  made.patience = v.patience;
  made.declaration = v.declaration;
  made.turned_from = v.turned_from;
  return made;
}

// It is in no place until it arrives.
Departure& depart(const Vehicle& v, const Shipment& hidden, LineIndex line,
                  std::vector<Departure>& departures, CrossingStep step) {
  Departure& d = departures.emplace_back();
  d.leaves = step.now;
  d.from = step.agenda.place;
  d.to = step.setup.lines[line.value].place;
  d.number = step.agenda.count++;
  d.vehicle = on_the_way(v, line);
  d.hidden = hidden;
  return d;
}

}  // namespace

LineIndex divert(const Vehicle& vehicle, const Board& board, const Setup& setup, Time now) {
  LineIndex best;
  Duration least = endless;
  if (!vehicle.flow) return best;
  const FlowSetup& flow = setup.flows[vehicle.flow.value];
  if (vehicle.diversions >= flow.diversions) return best;
  for (const WaySetup& way : setup.lines[vehicle.line.value].detours) {
    const bool closed =
        setup.will_be_closed(way.line, board.is_closed(way.line), now, now + way.travel);
    if (way.line == vehicle.turned_from || closed || !may_use(flow, way.line)) continue;
    const Duration takes = way.travel + board.wait[way.line.value];
    if (takes >= least) continue;
    least = takes;
    best = way.line;
  }
  return best;
}

LineIndex choose_onward(const std::vector<WaySetup>& ways, const Board& board, const Setup& setup,
                        double luck, Time now) {
  std::vector<double> cumulative;
  double sum = 0;
  for (const WaySetup& way : ways) {
    if (!setup.will_be_closed(way.line, board.is_closed(way.line), now, now + way.travel))
      sum += way.weight * wait_response(way.line, board, setup);
    cumulative.push_back(sum);
  }
  if (sum <= 0) return {};
  const auto chosen = std::upper_bound(cumulative.begin(), cumulative.end(), luck * sum);
  return ways[static_cast<std::size_t>(chosen - cumulative.begin())].line;
}

void on(const RoadFoundFull& event, const Arena<Vehicle>& vehicles, CrossingStep step) {
  const LineIndex line = divert(vehicles[event.vehicle], step.board, step.setup, step.now);
  if (line) return void(step.schedule_at_once(VehicleDiverted{event.vehicle, line}));
  step.schedule_at_once(VehicleBalked{event.vehicle});
}

void on(const VehicleDiverted& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  const WaySetup* way = way_to(event.line, step.setup.lines[v.line.value].detours);
  Departure& d = depart(v, hold.of(event.vehicle), event.line, departures, step);
  d.vehicle.turned_from = v.line;
  ++d.vehicle.diversions;
  d.arrives = step.now + time_to_line(step.setup.lines[event.line.value],
                                      step.setup.flows[v.flow.value], way->travel, step.setup);
}

bool on(const VehicleReleased& event, const Arena<Vehicle>& vehicles, CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  const auto& ways =
      step.setup.flows[v.flow.value].transit[step.setup.lines[v.line.value].crossing.value];
  const LineIndex line =
      choose_onward(ways, step.board, step.setup,
                    step.luck.uniform(v.draws, VehicleLuck::transit_choice), step.now);
  if (line) step.schedule_at_once(TransitBegan{event.vehicle, line});
  return bool(line);
}

void on(const TransitBegan& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  const FlowSetup& flow = step.setup.flows[v.flow.value];
  const LineSetup& line = step.setup.lines[event.line.value];
  const auto& ways = flow.transit[step.setup.lines[v.line.value].crossing.value];
  Departure& d = depart(v, hold.of(event.vehicle), event.line, departures, step);
  d.vehicle.flow = flow.transit_flow;
  d.vehicle.direction = line.direction;
  d.vehicle.channel = Channel::green;
  d.vehicle.diversions = 0;
  d.vehicle.turned_from = {};
  d.vehicle.declaration.risk_score = 0;
  // At the next border it meets other luck.
  d.vehicle.draws = step.luck.draws(v.draws.subject, 0, v.draws.part + 1u);
  const Duration stay =
      drawn_time(flow.transit_stay, step.luck.uniform(v.draws, VehicleLuck::transit_stay));
  d.arrives = step.now + stay +
              time_to_line(line, step.setup.flows[flow.transit_flow.value],
                           way_to(event.line, ways)->travel, step.setup);
}

void on(const DeliveryBegan& event, std::vector<Departure>& departures,
        const Arena<Vehicle>& vehicles, const Hold& hold, CrossingStep step) {
  const Vehicle& v = vehicles[event.vehicle];
  Departure& d = depart(v, hold.of(event.vehicle), v.line, departures, step);
  d.to = step.setup.crossings[step.setup.unit.value].place;
  d.vehicle.joined = v.joined;
  d.vehicle.aside = v.aside;
  d.vehicle.matches_profile = v.matches_profile;
  const double luck = step.luck.uniform(v.draws, VehicleLuck::inland);
  d.arrives =
      step.now + std::max(2 * step.setup.border,
                          drawn_time(step.setup.scenario.investigation.journey_inland, luck));
}

}  // namespace cordon::traffic
