#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/trade/demand.hpp"
#include "sim/model/trade/network.hpp"

namespace cordon {
namespace {

template <class Index>
Index nth(std::size_t n) {
  return {static_cast<std::uint16_t>(n)};
}

// Position of a name in a named table, in the table's order.
template <class Index, class Map>
Index index_in(const Map& table, const std::string& name) {
  const auto found = table.find(name);
  if (found == table.end()) return {};
  return nth<Index>(static_cast<std::size_t>(std::distance(table.begin(), found)));
}

Duration parse_clock(const std::string& text) {
  return std::stoi(text.substr(0, 2)) * 1h + std::stoi(text.substr(3, 2)) * 1min;
}

// Officers of one authority, spread evenly over the shifts of its roster; the first shifts get
// what is left over.
void add_crews(const std::string& name, const TeamSpec& team, const RosterSpec& roster,
               CrossingSetup& crossing) {
  const int shifts = static_cast<int>(roster.shifts.size());
  for (int i = 0; i < shifts; ++i) {
    const std::string& shift = roster.shifts[static_cast<std::size_t>(i)];
    CrewSetup crew;
    crew.name = name + " " + shift;
    crew.team = name;
    crew.authority = team.authority;
    crew.officers = team.officers / shifts + (i < team.officers % shifts ? 1 : 0);
    crew.begins = parse_clock(shift.substr(0, 5));
    crew.lasts = parse_clock(shift.substr(6, 5)) - crew.begins;
    if (crew.lasts <= Duration::zero()) crew.lasts += 24h;
    crew.skill = team.skill;
    crew.cost_per_hour = team.cost_per_hour;
    crossing.crews.push_back(std::move(crew));
  }
}

class CrossingBuilder {
 public:
  CrossingBuilder(Setup& setup, CrossingSetup& crossing)
      : setup_(setup), crossing_(crossing), scenario_(setup.scenario) {}

  void build(const LayoutSpec& layout) {
    for (const auto& [name, spec] : layout.stage) ordered_.emplace_back(spec.order, name);
    std::sort(ordered_.begin(), ordered_.end());
    for (const auto& [name, line] : scenario_.line)
      if (line.crossing == crossing_.name) add_line(name, line, layout);
    for (const auto& [order, name] : ordered_)
      if (!layout.stage.at(name).own_lanes) {
        shared_[name] = nth<StageIndex>(crossing_.stages.size());
        crossing_.stages.push_back(
            stage(name, layout.stage.at(name), layout.stage.at(name).lanes, 1));
      }
    for (StageSetup& made : crossing_.stages) connect(made, layout.stage.at(made.name));
  }

 private:
  StageSetup stage(const std::string& name, const StageSpec& spec, int lanes, double factor) const {
    StageSetup made;
    made.name = name;
    made.order = spec.order;
    made.lanes = lanes;
    for (const Authority a : spec.crew) made.crew[static_cast<std::size_t>(a)] = true;
    made.officers_per_lane = spec.officers_per_lane;
    if (!spec.equipment.empty()) {
      made.equipment = index_in<EquipmentIndex>(scenario_.equipment, spec.equipment);
      made.lanes = crossing_.equipment[made.equipment.value];
    }
    made.time = {spec.time.lorry.scaled(factor), spec.time.car.scaled(factor),
                 spec.time.bus.scaled(factor)};
    if (!spec.technique.empty())
      made.technique = index_in<TechniqueIndex>(scenario_.technique, spec.technique);
    made.control = spec.control;
    made.selects = spec.selects;
    return made;
  }

  void add_line(const std::string& name, const LineSpec& spec, const LayoutSpec& layout) {
    LineSetup line;
    line.name = name;
    line.crossing = crossing_.index;
    line.place = crossing_.place;
    line.position = static_cast<std::uint16_t>(crossing_.lines.size());
    line.direction = spec.direction;
    line.vehicle_class = spec.vehicle_class;
    line.queue = spec.queue;
    line.road_capacity = spec.road_capacity;
    line.pool = spec.pool;
    line.initial_queue = spec.initial_queue;
    line.reference_wait = spec.reference_wait;
    set_release(line, spec);
    const auto index = nth<LineIndex>(setup_.lines.size());
    StageIndex before;
    for (const auto& [order, stage_name] : ordered_) {
      const StageSpec& s = layout.stage.at(stage_name);
      if (!s.own_lanes) continue;
      StageSetup made = stage(stage_name, s, spec.lanes, before ? 1.0 : first_factor(spec));
      made.line = index;
      made.manned_first = spec.manned_first;
      made.first = !before;
      const auto here = nth<StageIndex>(crossing_.stages.size());
      if (before) crossing_.stages[before.value].joined = here;
      if (!before) line.first = here;
      if (!before)
        line.mean_first_check = made.time[static_cast<std::size_t>(spec.vehicle_class)].mean();
      crossing_.stages.push_back(std::move(made));
      before = here;
    }
    if (!before)
      throw std::invalid_argument("the layout of crossing '" + crossing_.name +
                                  "' has no stage with own lanes");
    crossing_.lines.push_back(index);
    setup_.lines.push_back(std::move(line));
  }

  // Which side holds a booked queue back is not known: the other one has `slack` to spare.
  double first_factor(const LineSpec& spec) const {
    if (spec.queue != QueueKind::booked) return spec.time_factor;
    return spec.time_factor / (1 + scenario_.slack * std::max(0.0, 1 - 2 * scenario_.binding_side));
  }
  void set_release(LineSetup& line, const LineSpec& spec) const {
    const double spare = 1 + scenario_.slack * std::max(0.0, 2 * scenario_.binding_side - 1);
    line.release_per_hour.fill(spec.release_per_hour * spare);
    for (const ReleaseRow& row : scenario_.release)
      if (row.crossing == crossing_.name)
        line.release_per_hour[static_cast<std::size_t>(row.hour)] =
            spec.release_per_hour * row.factor * spare;
  }

  void connect(StageSetup& from, const StageSpec& spec) const {
    const auto lead = [&](Outcome outcome, const std::vector<std::string>& targets) {
      for (const std::string& target : targets)
        if (const StageIndex to = find(target, from.line))
          from.next[static_cast<std::size_t>(outcome)].push_back(to);
    };
    lead(Outcome::cleared, spec.next.cleared);
    lead(Outcome::alarm, spec.next.alarm);
    lead(Outcome::green, spec.next.green);
    lead(Outcome::yellow, spec.next.yellow);
    lead(Outcome::orange, spec.next.orange);
    lead(Outcome::red, spec.next.red);
    lead(Outcome::blue, spec.next.blue);
  }

  StageIndex find(const std::string& name, LineIndex line) const {
    if (const auto shared = shared_.find(name); shared != shared_.end()) return shared->second;
    for (std::size_t s = 0; s < crossing_.stages.size(); ++s)
      if (crossing_.stages[s].name == name && crossing_.stages[s].line == line)
        return nth<StageIndex>(s);
    return {};
  }

  Setup& setup_;
  CrossingSetup& crossing_;
  const Scenario& scenario_;
  std::vector<std::pair<int, std::string>> ordered_;
  std::map<std::string, StageIndex> shared_;
};

void add_places(Setup& setup, std::uint16_t& next) {
  for (const auto& [name, spec] : setup.scenario.place)
    setup.regions.push_back({name, {next++}, {}});
  for (const auto& [name, spec] : setup.scenario.crossing) {
    CrossingSetup crossing;
    crossing.index = nth<CrossingIndex>(setup.crossings.size());
    crossing.name = name;
    crossing.label = spec.label.empty() ? name : spec.label;
    crossing.country = spec.country;
    crossing.place = {next++};
    crossing.latitude = spec.latitude;
    crossing.longitude = spec.longitude;
    crossing.cooperation = spec.cooperation;
    for (const auto& [kind, unused] : setup.scenario.equipment) {
      const auto there = spec.equipment.find(kind);
      crossing.equipment.push_back(there == spec.equipment.end() ? 0 : there->second);
    }
    for (const auto& [team, t] : setup.scenario.team)
      if (t.crossing == name) add_crews(team, t, setup.scenario.roster.at(t.roster), crossing);
    setup.crossings.push_back(std::move(crossing));
  }
  setup.desks.push_back({"risk_centre", {next++}});
}

void add_goods(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.commodity)
    setup.commodities.push_back({name, spec.mass_kg, spec.value_per_kg, spec.harm_weight,
                                 spec.concealed_share, spec.persons});
  for (const auto& [name, spec] : s.technique) {
    TechniqueSetup technique{name, spec.false_alarm, {}, {}};
    for (const auto& [commodity, unused] : s.commodity) {
      const auto listed = spec.commodity.find(commodity);
      const bool own = listed != spec.commodity.end();
      technique.bulky.push_back(own ? listed->second : spec.bulky);
      technique.concealed.push_back(own ? listed->second : spec.concealed);
    }
    setup.techniques.push_back(std::move(technique));
  }
  for (const auto& [name, spec] : s.flow)
    setup.flows.push_back(
        {name, spec.vehicle_class, spec.direction, spec.booking_delay, spec.delay_cost_per_hour});
}

const char* class_name(VehicleClass c) {
  return c == VehicleClass::lorry ? "lorry" : c == VehicleClass::car ? "car" : "bus";
}

double prevalence(const CommoditySpec& goods, VehicleClass c, Direction d) {
  const std::string key = std::string(class_name(c)) + (d == Direction::entry ? "_entry" : "_exit");
  const auto found = goods.prevalence.find(key);
  return found == goods.prevalence.end() ? 0 : found->second;
}

double group_weight(const Scenario& s, const std::string& commodity, VehicleClass c, Direction d) {
  double sum = 0;
  for (const auto& [name, g] : s.group)
    if (g.commodity == commodity && g.vehicle_class == c && g.direction == d) sum += g.weight;
  return sum;
}

// The share of the attempts that is not made by groups is made by opportunists; all of it where no
// group is at work.
void add_opportunists(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (RegionSetup& region : setup.regions)
    for (SourceSetup& source : region.sources) {
      const FlowSetup& flow = setup.flows[source.flow.value];
      for (const auto& [name, goods] : s.commodity) {
        const double p = prevalence(goods, flow.vehicle_class, flow.direction);
        const bool groups = group_weight(s, name, flow.vehicle_class, flow.direction) > 0;
        source.opportunists += p * (groups ? 1 - s.opponent.group_share : 1);
        source.opportunist_commodity.push_back(source.opportunists);
      }
    }
}

void add_routes(GroupSetup& group, const GroupSpec& spec, const Network& network, Setup& setup) {
  const auto times = network.travel_times(spec.home);
  double traffic = 0;
  for (std::size_t l = 0; l < setup.lines.size(); ++l) {
    const LineSetup& line = setup.lines[l];
    if (line.vehicle_class != spec.vehicle_class || line.direction != spec.direction) continue;
    const auto way = times.find(setup.crossings[line.crossing.value].name);
    const double volume = demand::vehicles_per_day(setup, nth<LineIndex>(l));
    traffic += volume;
    if (way == times.end() || volume <= 0) continue;
    group.routes.push_back({nth<LineIndex>(l), std::max(way->second, setup.border), volume});
  }
  const Scenario& s = setup.scenario;
  const double share =
      spec.weight / group_weight(s, spec.commodity, spec.vehicle_class, spec.direction);
  const double attempts_per_day =
      traffic * prevalence(s.commodity.at(spec.commodity), spec.vehicle_class, spec.direction) *
      s.opponent.group_share;
  group.consignments_per_hour = attempts_per_day * share / 24;
  for (RouteSetup& route : group.routes) route.traffic /= traffic;
}

void add_groups(Setup& setup, const Network& network, std::uint16_t& next) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.group) {
    GroupSetup group;
    group.name = name;
    group.place = {next++};
    group.source = source_of("group/" + name);
    group.commodity = index_in<CommodityIndex>(s.commodity, spec.commodity);
    for (std::size_t f = 0; f < setup.flows.size(); ++f)
      if (setup.flows[f].vehicle_class == spec.vehicle_class &&
          setup.flows[f].direction == spec.direction)
        group.flow = nth<FlowIndex>(f);
    group.spec = spec;
    if (!group.flow)
      throw std::invalid_argument("group '" + name +
                                  "' has no flow of its class and direction to hide in");
    add_routes(group, spec, network, setup);
    setup.groups.push_back(std::move(group));
  }
}

Duration way(const Network& network, const std::string& from, const std::string& to) {
  if (from == to) return Duration::zero();
  const auto times = network.travel_times(from);
  const auto found = times.find(to);
  if (found == times.end())
    throw std::invalid_argument("no road leads from crossing '" + from + "' to crossing '" + to +
                                "'");
  return found->second;
}

void add_operations(Setup& setup, const Network& network, std::uint16_t& next) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.operation) {
    OperationSetup operation;
    operation.name = name;
    operation.place = {next++};
    operation.source = source_of("operation/" + name);
    operation.spec = spec;
    for (const std::string& c : spec.crossings)
      operation.crossings.push_back(index_in<CrossingIndex>(s.crossing, c));
    for (const auto& [unused, move] : spec.move) {
      MoveSetup made;
      made.from = index_in<CrossingIndex>(s.crossing, move.from);
      made.to = index_in<CrossingIndex>(s.crossing, move.to);
      made.authority = move.authority;
      made.officers = move.officers;
      made.travel = way(network, move.from, move.to);
      if (!move.equipment.empty()) {
        made.equipment = index_in<EquipmentIndex>(s.equipment, move.equipment);
        made.relocation = s.equipment.at(move.equipment).relocation;
      }
      operation.moves.push_back(made);
    }
    setup.operations.push_back(std::move(operation));
  }
}

// Borders of time lie as far apart as the shortest way from place to place, and meet every
// publication.
Duration border_distance(const Scenario& s) {
  Duration shortest = s.publish_every;
  for (const auto& [name, flow] : s.flow) shortest = std::min(shortest, flow.booking_delay);
  const auto parts = (s.publish_every + shortest - Duration{1}) / shortest;
  return std::max<Duration>(1min, s.publish_every / parts);
}

void reject_equal_sources(const Setup& setup) {
  std::map<std::uint32_t, std::string> seen;
  const auto add = [&](std::uint32_t source, const std::string& name) {
    const auto [at, fresh] = seen.emplace(source, name);
    if (!fresh)
      throw std::invalid_argument("the names '" + at->second + "' and '" + name +
                                  "' would share their luck; rename one of them");
  };
  for (const RegionSetup& r : setup.regions)
    for (const SourceSetup& s : r.sources) add(s.source, s.name);
  for (const GroupSetup& g : setup.groups) add(g.source, g.name);
  for (const OperationSetup& o : setup.operations) add(o.source, o.name);
  for (const LineSetup& l : setup.lines) add(source_of("initial/" + l.name), l.name);
}

}  // namespace

std::shared_ptr<const Setup> make_setup(const Scenario& scenario) {
  auto setup = std::make_shared<Setup>(
      Setup{scenario,
            Calendar(scenario.start, scenario.length + 24h, scenario.time_zone),
            border_distance(scenario),
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {},
            {}});
  std::uint16_t next = 0;
  for (const auto& [kind, unused] : scenario.equipment) setup->equipment_names.push_back(kind);
  add_places(*setup, next);
  add_goods(*setup);
  for (CrossingSetup& crossing : setup->crossings)
    CrossingBuilder(*setup, crossing)
        .build(scenario.layout.at(scenario.crossing.at(crossing.name).layout));
  const Network network(scenario);
  demand::fill_sources(*setup);
  add_opportunists(*setup);
  add_groups(*setup, network, next);
  add_operations(*setup, network, next);
  reject_equal_sources(*setup);
  return setup;
}

}  // namespace cordon
