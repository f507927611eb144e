#include "sim/model/make_setup.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "sim/engine/luck.hpp"
#include "sim/model/trade/demand.hpp"

namespace cordon {
namespace {

// Borders of time lie as far apart as the shortest way from place to place, and meet every
// publication.
Duration border_distance(const Scenario& s) {
  Duration shortest = s.publish_every;
  for (const auto& [name, flow] : s.flow) shortest = std::min(shortest, flow.booking_delay);
  if (!s.exchange.empty())
    for (const auto& [name, channel] : s.channel)
      shortest = std::min(shortest, std::max<Duration>(1min, from_seconds(channel.latency.mean())));
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
  for (const ExchangeSetup& e : setup.exchanges) add(e.source, e.name);
  for (const CallerSetup& c : setup.callers) add(c.source, c.name), add(c.calls_source, c.name);
  for (const ProgrammeSetup& p : setup.programmes) add(p.source, p.name);
  add(source_of("arrival"), "arrival");
  add(source_of("trader"), "trader");
  add(source_of("papers"), "papers");
  add(source_of("investigation"), "investigation");
  for (const LineSetup& l : setup.lines) add(source_of("initial/" + l.name), l.name);
  for (const CrossingSetup& c : setup.crossings)
    for (const CrewSetup& crew : c.crews)
      add(crew.source, crew.name), add(crew.beat_source, crew.name);
  for (const CrossingSetup& c : setup.crossings)
    for (std::size_t k = 0; k < c.machine_sources.size(); ++k)
      add(c.machine_sources[k], c.name + "/" + setup.equipment[k].name);
  for (const auto& [name, unused] : setup.scenario.purchase)
    add(source_of("purchase/" + name), name);
}

FlowSetup flow_setup(const std::string& name, const FlowSpec& spec, const Scenario& s) {
  FlowSetup flow;
  flow.name = name;
  flow.vehicle_class = spec.vehicle_class;
  flow.direction = spec.direction;
  flow.booking_delay = spec.booking_delay;
  flow.delay_cost_per_hour = spec.delay_cost_per_hour;
  flow.plain =
      spec.empty_share == 0 && !spec.patience && spec.travellers == Distribution::constant(1);
  flow.empty_share = spec.empty_share;
  flow.travellers = spec.travellers;
  flow.patience = spec.patience;
  flow.diversions = spec.diversions;
  flow.transit_share = spec.transit_share;
  flow.transit_flow = index_in<FlowIndex>(s.flow, spec.transit_flow);
  flow.transit_stay = spec.transit_stay;
  return flow;
}

}  // namespace

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
      const auto out = spec.out_of_order.find(kind);
      crossing.out_of_order.push_back(out == spec.out_of_order.end() ? 0 : out->second);
      crossing.machine_sources.push_back(source_of("machine/" + name + "/" + kind));
    }
    crossing.repair_teams = spec.repair_teams;
    add_crews(setup, crossing);
    setup.crossings.push_back(std::move(crossing));
  }
  add_bases(setup, next);
  setup.desks.push_back({"risk_centre", {next++}, {}, {}});
  if (!setup.scenario.advance.empty()) {
    setup.targeting = {next++};
    setup.desks.push_back({"targeting_centre", setup.targeting, {}, {}});
  }
  for (const auto& [name, spec] : setup.scenario.desk)
    setup.desks.push_back({name, {next++}, spec, parse_hours(spec.hours)});
}

void add_goods(Setup& setup) {
  const Scenario& s = setup.scenario;
  for (const auto& [name, spec] : s.commodity)
    setup.commodities.push_back({name,
                                 spec.mass_kg,
                                 spec.value_per_kg,
                                 spec.harm_weight,
                                 spec.concealed_share,
                                 spec.persons,
                                 spec.sanctioned,
                                 {},
                                 spec.unrecognised,
                                 spec.training,
                                 spec.needs_expert,
                                 spec.holding,
                                 spec.lethal,
                                 spec.budget_share,
                                 spec.arrest});
  for (const auto& [field, unused] : s.declaration) {
    std::size_t c = 0;
    for (const auto& [name, spec] : s.commodity) {
      const auto told = spec.tells.find(field);
      setup.commodities[c++].tells.push_back(told == spec.tells.end() ? 0 : told->second);
    }
  }
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
  for (const auto& [name, spec] : s.flow) setup.flows.push_back(flow_setup(name, spec, s));
}

namespace {

std::shared_ptr<Setup> setup_of(const Scenario& scenario, Duration border) {
  auto setup = std::make_shared<Setup>(
      scenario, Calendar(scenario.start, scenario.length + 24h, scenario.time_zone), border);
  std::uint16_t next = 0;
  add_equipment(*setup);
  add_rosters(*setup);
  add_places(*setup, next);
  add_purchases(*setup);
  add_priorities(*setup);
  add_goods(*setup);
  add_risk(*setup);
  for (CrossingSetup& crossing : setup->crossings)
    if (!crossing.is_base) build_crossing(*setup, crossing), add_needs(*setup, crossing);
  const Network network(scenario);
  add_terminals(*setup);
  add_records(*setup);
  demand::fill_sources(*setup);
  demand::fill_traffic(*setup);
  add_ways(*setup, network);
  add_opportunists(*setup);
  add_sectors(*setup);
  add_groups(*setup, network, next);
  add_operations(*setup, network, next);
  add_investigation(*setup);
  add_strategy(*setup);
  add_exchanges(*setup);
  add_errands(*setup, network);
  require_officers_for_lanes(*setup);
  reject_equal_sources(*setup);
  return setup;
}

}  // namespace

std::shared_ptr<const Setup> make_setup(const Scenario& scenario) {
  Duration border = border_distance(scenario);
  for (const Conditions& c : scenario.conditions)
    border = std::min(border, border_distance(*c.scenario));
  const auto setup = setup_of(scenario, border);
  std::vector<std::shared_ptr<Setup>> others;
  for (const Conditions& c : scenario.conditions) others.push_back(setup_of(*c.scenario, border));
  add_later(*setup, others);
  return setup;
}

}  // namespace cordon
