#include "sim/output/trace/header.hpp"

#include <array>

#include "sim/engine/luck.hpp"
#include "sim/output/words.hpp"

namespace cordon::trace {
namespace {

StageShape shape_of(const StageSetup& s, const Setup& setup) {
  StageShape shape;
  shape.name = s.name;
  shape.line = s.line.value;
  shape.first = s.first;
  shape.desk = s.desk;
  shape.lanes = s.lanes;
  shape.control = name_of(s.control);
  if (s.technique) shape.technique = setup.techniques[s.technique.value].name;
  shape.equipment = s.equipment.value;
  for (std::size_t a = 0; a < authorities; ++a)
    if (s.crew[a]) shape.crew.emplace_back(name_of(static_cast<Authority>(a)));
  shape.officers_per_lane = s.officers_per_lane;
  return shape;
}

CrossingShape shape_of(const CrossingSetup& c, const Setup& setup) {
  CrossingShape shape{c.name,      c.label, c.country, c.place.value, c.latitude,
                      c.longitude, {},      {},        c.equipment,   c.is_base};
  for (const StageSetup& s : c.stages) shape.stages.push_back(shape_of(s, setup));
  for (const CrewSetup& crew : c.crews)
    shape.crews.push_back({crew.name, crew.team, std::string(name_of(crew.authority)),
                           crew.officers, crew.cost_per_hour});
  return shape;
}

double delay_cost(VehicleClass c, Direction d, const Setup& setup) {
  const FlowIndex flow = setup.flow_of(c, d);
  return flow ? setup.flows[flow.value].delay_cost_per_hour : 0;
}

LineShape shape_of(const LineSetup& l, const Setup& setup) {
  LineShape shape{l.name,
                  l.crossing.value,
                  l.first.value,
                  std::string(name_of(l.direction)),
                  std::string(name_of(l.vehicle_class)),
                  l.queue == QueueKind::booked ? "booked" : "physical",
                  delay_cost(l.vehicle_class, l.direction, setup),
                  {}};
  for (std::size_t c = 0; c < vehicle_classes; ++c) {
    const auto other = static_cast<VehicleClass>(c);
    if (l.serves[c] && other != l.vehicle_class)
      shape.also.push_back({std::string(name_of(other)), delay_cost(other, l.direction, setup)});
  }
  return shape;
}

TerminalShape shape_of(const TerminalSetup& t) {
  return {t.name, t.crossing.value, t.spec.free_time.count(), t.spec.storage_cost_per_day};
}

OperationShape shape_of(const OperationSetup& o) {
  OperationShape shape{
      o.name, o.spec.label, o.spec.start.count(), (o.spec.start + o.spec.length).count(), {}};
  for (const CrossingIndex c : o.crossings) shape.crossings.push_back(c.value);
  return shape;
}

void add_places(const Setup& setup, Header& header) {
  for (const RegionSetup& r : setup.regions) header.places.push_back({r.name, "region"});
  for (const CrossingSetup& c : setup.crossings) header.places.push_back({c.name, "crossing"});
  for (const DeskSetup& d : setup.desks) header.places.push_back({d.name, "desk"});
  for (const GroupSetup& g : setup.groups) header.places.push_back({g.name, "group"});
  for (const OperationSetup& o : setup.operations)
    header.places.push_back({o.name, "headquarters"});
}

// In a trace without truth only the vehicles of the start keep the name of where they come from:
// the others' would tell which of them a group has sent.
void add_sources(const Setup& setup, Header& header) {
  for (const LineSetup& l : setup.lines)
    if (l.initial_queue > 0) header.sources[source_of("initial/" + l.name)] = "initial/" + l.name;
  header.sources[source_of(unnamed_source)] = unnamed_source;
  if (!header.truth) return;
  for (const RegionSetup& r : setup.regions)
    for (const SourceSetup& s : r.sources) header.sources[s.source] = "flow/" + s.name;
  for (const GroupSetup& g : setup.groups) header.sources[g.source] = "group/" + g.name;
  if (!setup.records.rows.empty()) header.sources[source_of("arrival")] = "arrival";
  for (const CallerSetup& c : setup.callers) header.sources[c.source] = "lot/" + c.name;
  for (const ExchangeSetup& e : setup.exchanges) header.sources[e.source] = "exchange/" + e.name;
}

}  // namespace

Header header_of(const RunOf& run, const Setup& setup, bool truth) {
  const Scenario& s = setup.scenario;
  Header header;
  header.run = run;
  header.start = s.start.time_since_epoch().count();
  header.length = s.length.count();
  header.warm_up = s.warm_up.count();
  header.real_map = s.real_map;
  header.truth = truth;
  add_places(setup, header);
  for (const CrossingSetup& c : setup.crossings) header.crossings.push_back(shape_of(c, setup));
  for (const LineSetup& l : setup.lines) header.lines.push_back(shape_of(l, setup));
  for (const EquipmentSetup& kind : setup.equipment) header.equipment.push_back(kind.name);
  for (const GroupSetup& g : setup.groups) header.groups.push_back(g.name);
  for (const ExchangeSetup& e : setup.exchanges)
    header.exchanges.push_back({e.name, std::string(name_of(e.spec.kind)), e.desk.value,
                                e.spec.urgent_deadline.count(),
                                e.spec.urgent_indirect_deadline.count(), e.spec.deadline.count()});
  for (const SpecialFormSetup& f : setup.special_forms) header.special_forms.push_back(f.name);
  header.countries = setup.countries;
  for (const ChannelSetup& c : setup.channels) header.message_channels.push_back(c.name);
  for (const CommoditySetup& c : setup.commodities)
    header.commodities.push_back({c.name, c.value_per_kg, c.harm_weight, c.persons});
  header.staff_costs = {s.staffing.overtime_premium, s.staffing.travel_cost_per_hour,
                        s.staffing.allowance_per_hour};
  for (const TerminalSetup& t : setup.terminals) header.terminals.push_back(shape_of(t));
  for (const CallerSetup& c : setup.callers) header.services.push_back({c.name, c.terminal.value});
  for (const PurchaseSetup& p : setup.purchases)
    header.purchases.push_back({p.crossing.value, p.equipment.value, p.ordered.count(), p.price});
  for (const OperationSetup& o : setup.operations) header.operations.push_back(shape_of(o));
  add_sources(setup, header);
  return header;
}

}  // namespace cordon::trace
