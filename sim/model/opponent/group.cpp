#include "sim/model/opponent/group.hpp"

#include <algorithm>
#include <numeric>

#include "sim/engine/elementary.hpp"
#include "sim/model/opponent/dispatch.hpp"
#include "sim/model/opponent/intelligence.hpp"

namespace cordon::group {
namespace {

constexpr double postponement_cost = 0.1;  // of the value, assumed

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

std::vector<char> known_at_first(const GroupSetup& setup) {
  const auto limit = static_cast<std::size_t>(setup.spec.known_routes);
  if (limit == 0 || limit >= setup.routes.size()) return std::vector<char>(setup.routes.size(), 1);
  std::vector<std::size_t> by_traffic(setup.routes.size());
  std::iota(by_traffic.begin(), by_traffic.end(), std::size_t{0});
  std::stable_sort(by_traffic.begin(), by_traffic.end(), [&](std::size_t a, std::size_t b) {
    return setup.routes[a].traffic > setup.routes[b].traffic;
  });
  std::vector<char> knows(setup.routes.size());
  for (std::size_t n = 0; n < limit; ++n) knows[by_traffic[n]] = 1;
  return knows;
}

// A new company has a number that no other operator has.
std::uint32_t new_front(Group& self, const Setup& setup) {
  const std::uint32_t group = setup.group_at(self.setup->place).value;
  return 1u << 31 | group << 16 | (self.fronts_so_far++ & 0xffffu);
}

// By the green border there is nobody to distract or to bribe.
bool is_possible(const Option& o, const Group& self) {
  const bool by_line = self.setup->routes[o.way.route].on_foot == Duration::zero();
  return by_line || (!o.way.decoy && !o.way.bribe);
}

bool can_pay(const Option& o, double stake, const Group& self) {
  if (!self.setup->spec.budget) return true;
  return self.money >= stake * (self.setup->spec.goods_cost * o.value + o.cost_share);
}

/// What a group weighs for one consignment.
struct Prospects {
  std::vector<Option> options;
  bool afraid = false;  ///< of an operation
  double stake = 1;     ///< EUR: the value of its own commodity
};

bool goes_any_way(std::uint32_t number, const Group& self, GroupStep step) {
  const double share = self.setup->spec.illogical_routes;
  return share > 0 && step.luck.uniform(Subject{self.setup->source, number},
                                        VehicleLuck::illogical_route) < share;
}

void add_route(std::uint16_t r, std::uint32_t number, Group& self, GroupStep step,
               Prospects& seen) {
  const GroupSpec& spec = self.setup->spec;
  const RouteSetup& route = self.setup->routes[r];
  const double feared = fear(self, route, step);
  const double believed = self.beliefs.loss(r, false, step.now);
  const double built_in = self.beliefs.loss(r, true, step.now);
  seen.afraid |= feared > believed;
  const double alike = 1 / static_cast<double>(self.setup->routes.size());
  const bool any_way = goes_any_way(number, self, step);
  const double spent =
      any_way ? 0 : hours(route.travel + route.on_foot + step.board.wait[route.line.value]);
  for (std::uint8_t c = 0; c < self.setup->commodities.size(); ++c) {
    const CommodityIndex commodity = self.setup->commodities[c];
    Option plain{any_way ? alike : route.traffic, std::max(believed, feared),
                 spent * spec.cost_per_hour / seen.stake};
    plain.way.route = r;
    plain.way.commodity = c;
    if (c > 0) plain.value = goods_value(number, commodity, self, step) / seen.stake;
    add_variants(plain, spec, step.setup.commodities[commodity.value].concealed_share,
                 std::max(built_in, feared), seen.stake, seen.options);
    if (spec.behaviour == GroupBehaviour::fixed) break;
  }
}

Prospects look_ahead(std::uint32_t number, Group& self, GroupStep step) {
  Prospects seen;
  seen.stake = std::max(1.0, goods_value(number, self.setup->commodities.front(), self, step));
  for (std::uint16_t r = 0; r < self.setup->routes.size(); ++r) {
    const RouteSetup& route = self.setup->routes[r];
    if (step.setup.will_be_closed(route.line, step.board.is_closed(route.line), step.now,
                                  step.now + route.travel))
      continue;
    if (!self.knows[r] && step.now < self.opens_next) continue;
    add_route(r, number, self, step, seen);
  }
  std::erase_if(seen.options, [&](const Option& o) {
    return !is_possible(o, self) || !can_pay(o, seen.stake, self);
  });
  return seen;
}

void go(std::uint32_t number, const Option& chosen, double stake, Group& self, GroupStep step) {
  const std::uint16_t route = chosen.way.route;
  if (!self.knows[route]) self.opens_next = step.now + self.setup->spec.new_route_every;
  self.knows[route] = 1;
  self.given_up = 0;
  self.money -= stake * (self.setup->spec.goods_cost * chosen.value + chosen.cost_share);
  send(number, chosen.way, self, step);
  step.schedule_at_once(
      ConsignmentSent{number, self.setup->routes[route].line, chosen.way.vehicles});
}

bool is_beyond_capacity(std::uint32_t number, const Group& self, GroupStep step) {
  if (self.lost_capacity == 0) return false;
  const Subject subject{self.setup->source, number};
  return step.luck.uniform(subject, VehicleLuck::group_capacity) >= capacity(self, step.now);
}

// A share of what is left is lost.
void lose_capacity(double share, Group& self, GroupStep step) {
  const double before = capacity(self, step.now);
  const double after = before * (1 - share);
  self.lost_capacity = 1 - after;
  self.lost_as_of = step.now;
  if (before >= 0.5 && after < 0.5) step.schedule_at_once(GroupDisrupted{});
}

// Share of its capacity that so many seizures leave.
double left_after(double losses, const Group& self) {
  const double each = 1 - self.setup->spec.disruption;
  if (each <= 0) return losses > 0 ? 0 : 1;
  return elementary::exp(losses * elementary::log(each));
}

// Of the routes that it knows, those with most traffic to hide in.
void lose_routes(int nodes, Group& self, GroupStep step) {
  const auto& routes = self.setup->routes;
  for (; nodes > 0; --nodes) {
    std::size_t lost = routes.size();
    for (std::size_t r = 0; r < routes.size(); ++r)
      if (self.knows[r] && (lost == routes.size() || routes[r].traffic > routes[lost].traffic))
        lost = r;
    if (lost == routes.size()) return;
    self.knows[lost] = 0;
    self.opens_next = std::max(self.opens_next, step.now + self.setup->spec.new_route_every);
  }
}

void use_up_gap(Group& self, GroupStep step) {
  self.plans = {};
  const double rate = self.setup->consignments_per_hour;
  if (rate <= 0 || self.setup->routes.empty()) return;
  self.plans = step.schedule(std::max(Duration{1}, from_seconds(self.gap * 3600 / rate)),
                             ConsignmentPlanned{});
}

void plan_next(Group& self, GroupStep step) {
  self.gap = -elementary::log(
      step.luck.uniform(Subject{self.setup->source, self.planned}, VehicleLuck::gap));
  self.as_of = step.now;
  use_up_gap(self, step);
}

// What leaks to everybody at a moment.
void hear_of_plans(Group& self, const Setup& world) {
  for (std::uint16_t o = 0; o < world.operations.size(); ++o)
    if (const auto at = world.operations[o].spec.leaks_at)
      self.agenda.future.schedule(start_of_run + *at, self.agenda.next_order(),
                                  OperationLearnt{{o}});
}

}  // namespace

Group make(const GroupSetup& setup, const Setup& world, const Luck& luck) {
  Group made;
  made.setup = &setup;
  made.agenda.place = setup.place;
  made.beliefs = Beliefs(setup);
  made.knows = known_at_first(setup);
  made.money = setup.spec.budget.value_or(0);
  for (int n = 0; n < setup.spec.front_companies; ++n)
    made.fronts.push_back(new_front(made, world));
  hear_of_plans(made, world);
  intelligence::start(made, world, luck);
  static const Board nothing;
  plan_next(made, {start_of_run, made.agenda, luck, nothing, world});
  return made;
}

double capacity(const Group& self, Time now) {
  if (self.lost_capacity == 0) return 1;
  return 1 - self.lost_capacity * share_left(now - self.lost_as_of, self.setup->spec.recovery);
}

void on(const ConsignmentPlanned&, Group& self, GroupStep step) {
  const std::uint32_t number = self.planned++;
  if (step.now < self.away_until || is_beyond_capacity(number, self, step))
    step.schedule_at_once(ConsignmentDeterred{number});
  else
    step.schedule_at_once(ConsignmentReady{number, 0});
  plan_next(self, step);
}

// What is left of the gap before the next consignment is used up at the new rate.
void on(const DemandChanged&, Group& self, GroupStep step) {
  const double before = self.setup->consignments_per_hour;
  self.setup = &step.setup.groups[step.setup.group_at(self.setup->place).value];
  self.beliefs.follow(*self.setup);
  if (self.setup->consignments_per_hour == before) return;
  self.gap = std::max(0.0, self.gap - before * hours(step.now - self.as_of));
  self.as_of = step.now;
  step.agenda.future.cancel(self.plans);
  use_up_gap(self, step);
}

void on(const ConsignmentReady& event, Group& self, GroupStep step) {
  const GroupSpec& spec = self.setup->spec;
  const Prospects seen = look_ahead(event.number, self, step);
  const double prior = spec.prior_losses / (spec.prior_losses + spec.prior_passes);
  const auto postpone =
      seen.afraid ? std::optional(utility({.loss_probability = prior}, spec) - postponement_cost)
                  : std::nullopt;
  // Each try has its own luck: the n-th postponement of one consignment.
  const auto address = static_cast<std::uint32_t>(VehicleLuck::group_choice) + event.postponements;
  const std::size_t chosen =
      choose(seen.options, spec, postpone,
             step.luck.uniform(Subject{self.setup->source, event.number}, address));
  if (chosen < seen.options.size())
    return go(event.number, seen.options[chosen], seen.stake, self, step);
  if (event.postponements + 1 > spec.give_up_after) {
    ++self.given_up;
    return void(step.schedule_at_once(ConsignmentDeterred{event.number}));
  }
  step.schedule_at_once(ConsignmentPostponed{event.number});
  step.schedule(
      spec.postponement,
      ConsignmentReady{event.number, static_cast<std::uint16_t>(event.postponements + 1)});
}

void on(const ConsignmentDeterred&, Group& self, GroupStep step) {
  const int patience = self.setup->spec.leaves_after;
  if (patience > 0 && self.given_up >= patience) step.schedule_at_once(GroupLeft{});
}

void on(const OwnLossLearnt& event, Group& self, GroupStep step) {
  const ConsignmentLost& lost = event.what;
  self.beliefs.learn(lost.line, lost.vehicle_class, lost.concealed, 1, 0, step.now);
  ++self.losses;
  if (self.setup->spec.disruption > 0) lose_capacity(self.setup->spec.disruption, self, step);
  std::replace_if(
      self.fronts.begin(), self.fronts.end(),
      [&](std::uint32_t front) { return front == lost.trader; }, new_front(self, step.setup));
}
void on(const OwnPassageLearnt& event, Group& self, GroupStep step) {
  const ConsignmentPassed& passed = event.what;
  self.beliefs.learn(passed.line, passed.vehicle_class, passed.concealed, 0, 1, step.now);
  self.money += passed.value;
}
void on(const OthersLossLearnt& event, Group& self, GroupStep step) {
  const LossHeard& lost = event.what;
  self.beliefs.learn(lost.line, lost.vehicle_class, lost.concealed, 1, 0, step.now);
}
void on(const OperationLearnt& event, Group& self, GroupStep) {
  self.warned_of.push_back(event.operation);
}
void on(const GroupStruck& event, Group& self, GroupStep step) {
  const NetworkStruck& what = event.what;
  lose_capacity(1 - (1 - what.share) * left_after(what.losses, self), self, step);
  lose_routes(what.nodes, self, step);
  if (what.nodes > 0)
    for (std::uint32_t& front : self.fronts) front = new_front(self, step.setup);
  if (what.tells) intelligence::tell(what.tells, true, self, step);
}
void on(const GroupLeft&, Group& self, GroupStep step) {
  self.given_up = 0;
  self.away_until = step.now + self.setup->spec.returns_after;
}

}  // namespace cordon::group
