#include "sim/model/opponent/dispatch.hpp"

#include "sim/model/trade/birth.hpp"
#include "sim/model/trade/journey.hpp"

namespace cordon::group {
namespace {

// Vehicles of one consignment have numbers of their own, far from those of others.
constexpr unsigned vehicle_shift = 28;
constexpr std::uint32_t decoys_number = 15;

double mass_of(std::uint32_t number, const CommoditySetup& goods, const Group& self,
               GroupStep step) {
  return goods.mass_kg.sample(
      step.luck.uniform(Subject{self.setup->source, number}, VehicleLuck::mass));
}

bool is_built_in(const Way& way, double concealed_share, double luck) {
  return way.hiding == Hiding::by_chance ? luck < concealed_share : way.hiding == Hiding::built_in;
}

// Like those around it, and to nobody known.
Departure& set_out(Subject subject, const RouteSetup& route, Duration after, Group& self,
                   GroupStep step) {
  const Draws birth = step.luck.draws(subject, birth_block);
  const LineSetup& line = step.setup.lines[route.line.value];
  Departure& d = self.departures.emplace_back();
  birth::introduce(birth, route.flow, step.setup, step.luck, d.vehicle);
  d.vehicle.line = route.line;
  d.vehicle.priority = priority_of(d.vehicle.vehicle_class, false, step.setup,
                                   step.luck.uniform(birth, VehicleLuck::priority));
  d.leaves = step.now + after;
  d.arrives = d.leaves + traffic::time_to_line(line, step.setup.flows[route.flow.value],
                                               route.travel, step.setup);
  d.from = self.setup->place;
  d.to = line.place;
  d.number = self.agenda.count++;
  return d;
}

void give_papers(Subject subject, CommodityIndex looks_like, Departure& d, const Group& self,
                 GroupStep step) {
  d.hidden.looks_like = looks_like;
  d.hidden.owner = step.setup.group_at(self.setup->place);
  if (const int often = self.setup->spec.papers_after_losses; often > 0)
    d.hidden.papers = static_cast<std::uint8_t>(self.losses / often);
  if (self.fronts.empty()) return;
  const double luck = step.luck.uniform(subject, VehicleLuck::front);
  d.vehicle.declaration.trader =
      self.fronts[static_cast<std::size_t>(luck * static_cast<double>(self.fronts.size()))];
}

void send_decoy(std::uint32_t number, const Way& way, Group& self, GroupStep step) {
  const Subject subject{self.setup->source, number | decoys_number << vehicle_shift};
  Departure& d = set_out(subject, self.setup->routes[way.route], Duration::zero(), self, step);
  give_papers(subject, self.setup->commodities[way.commodity], d, self, step);
  d.hidden.owner = {};  // nobody is told how it fared
}

}  // namespace

double goods_value(std::uint32_t number, CommodityIndex commodity, const Group& self,
                   GroupStep step) {
  const CommoditySetup& goods = step.setup.commodities[commodity.value];
  return mass_of(number, goods, self, step) * goods.value_per_kg;
}

void send(std::uint32_t number, const Way& way, Group& self, GroupStep step) {
  const CommodityIndex commodity = self.setup->commodities[way.commodity];
  const CommoditySetup& goods = step.setup.commodities[commodity.value];
  const double mass = mass_of(number, goods, self, step);
  if (way.decoy) send_decoy(number, way, self, step);
  for (std::uint32_t n = 0; n < way.vehicles; ++n) {
    const Subject subject{self.setup->source, number | n << vehicle_shift};
    Departure& d = set_out(subject, self.setup->routes[way.route], n * self.setup->spec.split_every,
                           self, step);
    give_papers(subject, commodity, d, self, step);
    d.hidden.commodity = commodity;
    d.hidden.concealed = is_built_in(way, goods.concealed_share,
                                     step.luck.uniform(subject, VehicleLuck::concealment));
    d.hidden.bribes = way.bribe;
    d.hidden.mass_kg = static_cast<float>(mass / way.vehicles);
  }
}

}  // namespace cordon::group
