#include "sim/model/opponent/group.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"
#include "sim/model/trade/birth.hpp"
#include "sim/model/trade/journey.hpp"

namespace cordon::group {
namespace {

constexpr double payoff_scale = 10;        // security games scale payoffs to -10..10
constexpr double postponement_cost = 0.1;  // of the value, assumed

double memory(const Belief& b, const GroupSpec& spec, Time now) {
  const double half_lives =
      seconds(now - b.as_of) / std::max(1.0, seconds(spec.forgetting_half_life));
  return elementary::exp(-0.6931471805599453 * half_lives);
}

void learn(LineIndex line, double losses, double passes, Group& self, Time now) {
  for (std::size_t r = 0; r < self.beliefs.size(); ++r) {
    if (self.setup->routes[r].line != line) continue;
    Belief& b = self.beliefs[r];
    const double kept = memory(b, self.setup->spec, now);
    b = {b.losses * kept + losses, b.passes * kept + passes, now};
  }
}

// A warned group fears the posts of an operation until it is over.
double fear(const Group& self, const RouteSetup& route, GroupStep step) {
  double most = 0;
  for (const OperationIndex o : self.warned_of) {
    const OperationSetup& plan = step.setup.operations[o.value];
    const CrossingIndex post = step.setup.lines[route.line.value].crossing;
    const bool there =
        std::find(plan.crossings.begin(), plan.crossings.end(), post) != plan.crossings.end();
    const Time begins = start_of_run + plan.spec.start, ends = begins + plan.spec.length;
    const Time arrives = step.now + route.travel;
    if (there && arrives >= begins && arrives < ends) most = std::max(most, plan.spec.leak_fear);
  }
  return most;
}

double goods_value(const Group& self, std::uint32_t number, GroupStep step) {
  const CommoditySetup& goods = step.setup.commodities[self.setup->commodity.value];
  const Subject subject{self.setup->source, number};
  return goods.mass_kg.sample(step.luck.uniform(subject, VehicleLuck::mass)) * goods.value_per_kg;
}

void send(std::uint32_t number, const RouteSetup& route, Group& self, GroupStep step) {
  const GroupSetup& setup = *self.setup;
  const LineSetup& line = step.setup.lines[route.line.value];
  const CommoditySetup& goods = step.setup.commodities[setup.commodity.value];
  const Draws birth = step.luck.draws({setup.source, number}, birth_block);
  Departure d;
  birth::introduce(birth, setup.flow, step.setup, step.luck, d.vehicle);  // like those around it
  d.vehicle.line = route.line;
  const auto draw = [&](VehicleLuck what) { return step.luck.uniform(birth, what); };
  d.vehicle.priority =
      priority_of(d.vehicle.vehicle_class, false, step.setup, draw(VehicleLuck::priority));
  d.hidden.commodity = setup.commodity;
  d.hidden.owner = step.setup.group_at(setup.place);
  d.hidden.concealed = draw(VehicleLuck::concealment) < goods.concealed_share;
  d.hidden.mass_kg = static_cast<float>(goods.mass_kg.sample(draw(VehicleLuck::mass)));
  d.arrives = step.now + traffic::time_to_line(line, step.setup.flows[setup.flow.value],
                                               route.travel, step.setup);
  d.from = setup.place;
  d.to = line.place;
  d.number = self.agenda.count++;
  self.departures.push_back(d);
  step.schedule_at_once(ConsignmentSent{number, route.line});
}

}  // namespace

Group make(const GroupSetup& setup, const Luck& luck) {
  Group made;
  made.setup = &setup;
  made.agenda.place = setup.place;
  made.beliefs.resize(setup.routes.size());
  if (setup.consignments_per_hour <= 0 || setup.routes.empty()) return made;
  const double u = luck.uniform(Subject{setup.source, 0}, VehicleLuck::gap);
  made.agenda.future.schedule(
      start_of_run + from_seconds(-elementary::log(u) * 3600 / setup.consignments_per_hour),
      made.agenda.next_order(), ConsignmentPlanned{});
  return made;
}

double expected_loss(const Belief& belief, const GroupSpec& spec, Time now) {
  const double kept = memory(belief, spec, now);
  const double losses = spec.prior_losses + belief.losses * kept;
  return losses / (losses + spec.prior_passes + belief.passes * kept);
}

std::size_t choose(const std::vector<Option>& options, const GroupSpec& spec,
                   std::optional<double> postpone, double luck) {
  const bool fixed = spec.behaviour == GroupBehaviour::fixed;
  std::vector<double> weight;
  double sum = 0, traffic = 0;
  for (const Option& o : options) {
    const double p = o.loss_probability;
    const double utility = (1 - p) - p * (1 + spec.seizure_penalty) - o.cost_share;
    const double attraction =
        fixed ? 1.0 : elementary::exp(spec.rationality * payoff_scale * (utility - 1));
    weight.push_back(o.traffic * attraction);
    sum += weight.back();
    traffic += o.traffic;
  }
  if (postpone && !fixed) {
    weight.push_back(traffic * elementary::exp(spec.rationality * payoff_scale * (*postpone - 1)));
    sum += weight.back();
  }
  double left = luck * sum;
  for (std::size_t i = 0; i < weight.size(); ++i)
    if ((left -= weight[i]) < 0) return i;
  return weight.empty() ? 0 : weight.size() - 1;
}

void on(const ConsignmentPlanned&, Group& self, GroupStep step) {
  const std::uint32_t number = self.planned++;
  step.schedule_at_once(ConsignmentReady{number, 0});
  const double u = step.luck.uniform(Subject{self.setup->source, number + 1}, VehicleLuck::gap);
  step.schedule(std::max(Duration{1}, from_seconds(-elementary::log(u) * 3600 /
                                                   self.setup->consignments_per_hour)),
                ConsignmentPlanned{});
}

void on(const ConsignmentReady& event, Group& self, GroupStep step) {
  const GroupSpec& spec = self.setup->spec;
  const double value = std::max(1.0, goods_value(self, event.number, step));
  std::vector<Option> options;
  std::vector<const RouteSetup*> routes;  // the open ones
  bool afraid = false;
  for (std::size_t r = 0; r < self.setup->routes.size(); ++r) {
    const RouteSetup& route = self.setup->routes[r];
    if (step.board.is_closed(route.line)) continue;
    const double believed = expected_loss(self.beliefs[r], spec, step.now);
    const double feared = fear(self, route, step);
    afraid |= feared > believed;
    const double spent = hours(route.travel + step.board.wait[route.line.value]);
    routes.push_back(&route);
    options.push_back(
        {route.traffic, std::max(believed, feared), spent * spec.cost_per_hour / value});
  }
  const double prior = spec.prior_losses / (spec.prior_losses + spec.prior_passes);
  const auto postpone =
      afraid ? std::optional(1 - prior * (2 + spec.seizure_penalty) - postponement_cost)
             : std::nullopt;
  // Each try has its own luck: the n-th postponement of one consignment.
  const auto address = static_cast<std::uint32_t>(VehicleLuck::group_choice) + event.postponements;
  const std::size_t chosen =
      choose(options, spec, postpone,
             step.luck.uniform(Subject{self.setup->source, event.number}, address));
  if (chosen < options.size()) return send(event.number, *routes[chosen], self, step);
  if (event.postponements + 1 > spec.give_up_after)
    return void(step.schedule_at_once(ConsignmentDeterred{event.number}));
  step.schedule_at_once(ConsignmentPostponed{event.number});
  step.schedule(
      spec.postponement,
      ConsignmentReady{event.number, static_cast<std::uint16_t>(event.postponements + 1)});
}

void on(const OwnLossLearnt& event, Group& self, GroupStep step) {
  learn(event.line, 1, 0, self, step.now);
}
void on(const OwnPassageLearnt& event, Group& self, GroupStep step) {
  learn(event.line, 0, 1, self, step.now);
}
void on(const OthersLossLearnt& event, Group& self, GroupStep step) {
  learn(event.line, 1, 0, self, step.now);
}
void on(const OperationLearnt& event, Group& self, GroupStep) {
  self.warned_of.push_back(event.operation);
}

}  // namespace cordon::group
