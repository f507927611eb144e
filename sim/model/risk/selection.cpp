#include "sim/model/risk/selection.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "sim/engine/elementary.hpp"
#include "sim/model/risk/targets.hpp"

namespace cordon::selection {
namespace {

Riskiest riskiest(double share) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (share <= 0) return {0, infinite};
  if (share >= 1) return {1, -infinite};
  return {share, -elementary::normal_quantile(share)};
}

// A vehicle is among the riskiest by its score, or is drawn into them.
template <class IsAmong>
Channel channel_of(const LaneShares& shares, IsAmong is_among) {
  if (!is_among(shares.blue)) return Channel::green;
  if (is_among(shares.red)) return Channel::red;
  if (is_among(shares.orange)) return Channel::orange;
  return is_among(shares.yellow) ? Channel::yellow : Channel::blue;
}

Channel lighter(Channel c) {
  switch (c) {
    case Channel::red:
      return Channel::orange;
    case Channel::orange:
      return Channel::yellow;
    default:
      return Channel::green;
  }
}

void set_shares(Known& self, double multiplier, const Scenario& scenario) {
  self.multiplier = multiplier;
  self.ordinary = lane_shares(scenario.selection, multiplier, 1);
  self.authorised =
      lane_shares(scenario.selection, multiplier, scenario.trader.aeo_selection_factor);
}

// One that asks for no more than is selected anyway gives nobody a task.
void add_task(const OperationSetup& plan, std::size_t position, Tasks& tasks) {
  if (plan.spec.selection_multiplier == 1) return;
  auto task = std::find_if(tasks.begin(), tasks.end(),
                           [&](const Task& t) { return t.together == plan.together; });
  if (task == tasks.end()) task = tasks.insert(tasks.end(), {plan.together, 0, 0, 0});
  task->multipliers += plan.spec.selection_multiplier;
  ++task->operations;
  task->members = static_cast<std::uint16_t>(task->members | 1u << position);
}

// Operations that do not know of one another ask for the same vehicles, the riskiest.
double most_asked(const Tasks& tasks) {
  if (tasks.empty()) return 1;
  return std::max_element(
             tasks.begin(), tasks.end(),
             [](const Task& a, const Task& b) { return a.multiplier() < b.multiplier(); })
      ->multiplier();
}

bool is_controlled(Channel c) {
  return c == Channel::yellow || c == Channel::orange || c == Channel::red;
}

// What the post does by itself, and on top of it what the operations in course ask for.
void follow_operations(Known& self, const Setup& setup) {
  self.auc = setup.scenario.selection.auc;
  self.one_report = setup.scenario.reporting.one_report;
  self.targeted.clear();
  self.tasks.clear();
  for (std::size_t n = 0; n < self.operations.size(); ++n) {
    const OperationIndex o = self.operations[n];
    const OperationSetup& plan = setup.operations[o.value];
    self.one_report |= plan.spec.one_report;
    if (plan.spec.target) {
      self.targeted.push_back(o);
      continue;
    }
    add_task(plan, n, self.tasks);
    self.auc = std::max(self.auc, plan.spec.shared_criteria_auc);
  }
  set_shares(self, self.reinforced * most_asked(self.tasks), setup.scenario);
}

}  // namespace

Known make(const Scenario& scenario, Profiles profiles,
           std::vector<std::vector<std::uint64_t>> target_values) {
  Known known;
  known.profiles = std::move(profiles);
  known.target_values = std::move(target_values);
  known.auc = scenario.selection.auc;
  known.one_report = scenario.reporting.one_report;
  set_shares(known, 1, scenario);
  return known;
}

double judged(const scoring::Declared& declared, CrossingStep step, double luck) {
  const CrossingSetup& here = step.setup.crossings[step.setup.crossing_at(step.agenda.place).value];
  double score = step.board.judges[here.judged_by].score(declared);
  // A sample in proportion to the odds, without replacement: the largest sums of log odds and
  // Gumbel noise (Yellott 1977).
  if (step.setup.scenario.selection.engine == RiskEngine::proportional)
    score -= elementary::log(-elementary::log(1 - luck));
  return score;
}

double on_scale(double score, Direction direction, Known& self, double luck) {
  return -elementary::normal_quantile(
      self.ranks[static_cast<std::size_t>(direction)].add(score, luck));
}

Terms terms_for(const Vehicle& vehicle, const scoring::Declared* declared, const Known& self,
                const Setup& setup) {
  Terms terms{self.multiplier, self.auc, {}, self.tasks};
  for (const OperationIndex o : self.targeted) {
    const OperationSetup& plan = setup.operations[o.value];
    if (!targets::is_about(plan, vehicle, declared, self.target_values[o.value], setup)) continue;
    const auto position = std::find(self.operations.begin(), self.operations.end(), o);
    add_task(plan, static_cast<std::size_t>(position - self.operations.begin()), terms.tasks);
    terms.auc = std::max(terms.auc, plan.spec.shared_criteria_auc);
    if (!terms.by) terms.by = o;
  }
  if (terms.by) terms.multiplier = self.reinforced * most_asked(terms.tasks);
  return terms;
}

bool read_papers(const Known& self, const Setup& setup) {
  return std::any_of(self.targeted.begin(), self.targeted.end(), [&](OperationIndex o) {
    return targets::reads_papers(setup.operations[o.value]);
  });
}

LaneShares shares_for(const Vehicle& vehicle, const Terms& terms, const Known& self,
                      const Scenario& scenario) {
  const bool authorised = vehicle.declaration.aeo;
  if (terms.multiplier == self.multiplier) return authorised ? self.authorised : self.ordinary;
  return lane_shares(scenario.selection, terms.multiplier,
                     authorised ? scenario.trader.aeo_selection_factor : 1);
}

Tasked tasked(const Vehicle& vehicle, Channel chosen, const Terms& terms, const Known& self,
              const Scenario& scenario, double by_chance, double which) {
  if (terms.tasks.empty() || !is_controlled(chosen)) return {};
  if (terms.tasks.size() == 1) return {1, terms.tasks.front().members};
  const double factor = vehicle.declaration.aeo ? scenario.trader.aeo_selection_factor : 1;
  Tasked made;
  for (const Task& task : terms.tasks) {
    const LaneShares shares =
        lane_shares(scenario.selection, self.reinforced * task.multiplier(), factor);
    const Channel asked =
        select_channel(vehicle.declaration, shares, scenario.selection, by_chance, which);
    if (!is_controlled(asked)) continue;
    ++made.checks;
    made.members = static_cast<std::uint16_t>(made.members | task.members);
  }
  return made;
}

void teach(const scoring::Declared& declared, bool illicit, Known& self, CrossingStep step) {
  self.lessons.push_back({step.now + step.setup.scenario.selection.label_delay, declared, illicit});
}

LaneShares lane_shares(const SelectionSpec& policy, double multiplier, double factor) {
  const double red = policy.red * multiplier * factor;
  const double orange = red + policy.orange * multiplier * factor;
  const double yellow = orange + policy.yellow * multiplier * factor;
  return {riskiest(red), riskiest(orange), riskiest(yellow),
          riskiest(yellow + policy.blue * factor)};
}

Channel select_channel(const Declaration& declared, const LaneShares& shares,
                       const SelectionSpec& policy, double by_chance, double which) {
  if (policy.engine == RiskEngine::random || by_chance < policy.exploration)
    return channel_of(shares, [&](const Riskiest& part) { return which < part.share; });
  return channel_of(shares, [&](const Riskiest& part) { return declared.risk_score > part.above; });
}

Channel with_room(Channel chosen, const Room& room) {
  while (chosen != Channel::green && !room[static_cast<std::size_t>(chosen)])
    chosen = lighter(chosen);
  return chosen;
}

Room room_for_controls(const Stages& stages, const Vehicle& vehicle, const SelectionSpec& policy) {
  Room room{};
  room.fill(true);
  for (const Channel c : {Channel::yellow, Channel::orange, Channel::red}) {
    const StageIndex to = stages::next_stage(stages, vehicle, outcome_of(c));
    if (!to) continue;
    const Stage& stage = stages.stages[to.value];
    room[static_cast<std::size_t>(c)] =
        stage.waiting.size() < policy.backlog_limit && stage.equipped;
  }
  return room;
}

void reinforce(double multiplier, Known& self, const Setup& setup) {
  if (multiplier == self.reinforced) return;
  self.reinforced = multiplier;
  follow_operations(self, setup);
}

bool recognise(CommodityIndex substance, Known& self) {
  return std::exchange(self.recognises[substance.value], 1) == 0;
}

void count_find(Authority finder, Known& self, Time now) {
  Finds& finds = self.finds[static_cast<std::size_t>(finder)];
  ++finds.recent;
  finds.last = now;
}

void on(const ConditionsChanged&, const Setup& before, Known& self, CrossingStep step) {
  follow_operations(self, step.setup);
  for (std::size_t c = 0; c < self.recognises.size(); ++c) {
    const double was = before.commodities[c].unrecognised,
                 is = step.setup.commodities[c].unrecognised;
    if (is == 1) self.recognises[c] = 1;
    if (was == 1 && is < 1) self.recognises[c] = 0;
  }
}

void on(const OperationBegan& event, Known& self, CrossingStep step) {
  self.operations.push_back(event.operation);
  follow_operations(self, step.setup);
}

void on(const OperationEnded& event, Known& self, CrossingStep step) {
  std::erase(self.operations, event.operation);
  follow_operations(self, step.setup);
}

}  // namespace cordon::selection
