#include "sim/model/risk/selection.hpp"

#include <algorithm>
#include <limits>

#include "sim/engine/elementary.hpp"

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
  self.ordinary = lane_shares(scenario.selection, multiplier, 1);
  self.authorised =
      lane_shares(scenario.selection, multiplier, scenario.trader.aeo_selection_factor);
}

// What the post does by itself, and on top of it what the operations in course ask for.
void follow_operations(Known& self, const Setup& setup) {
  double multiplier = 1;
  self.auc = setup.scenario.selection.auc;
  self.one_report = setup.scenario.reporting.one_report;
  for (const OperationIndex o : self.operations) {
    const OperationSpec& plan = setup.operations[o.value].spec;
    multiplier *= plan.selection_multiplier;
    self.auc = std::max(self.auc, plan.shared_criteria_auc);
    self.one_report |= plan.one_report;
  }
  set_shares(self, multiplier, setup.scenario);
}

}  // namespace

Known make(const Scenario& scenario) {
  Known known;
  known.auc = scenario.selection.auc;
  known.one_report = scenario.reporting.one_report;
  set_shares(known, 1, scenario);
  return known;
}

double risk_score(const scoring::Declared& declared, Direction direction, Known& self,
                  CrossingStep step, double luck) {
  const CrossingSetup& here = step.setup.crossings[step.setup.crossing_at(step.agenda.place).value];
  double score = step.board.judges[here.judged_by].score(declared);
  // A sample in proportion to the odds, without replacement: the largest sums of log odds and
  // Gumbel noise (Yellott 1977).
  if (step.setup.scenario.selection.engine == RiskEngine::proportional)
    score -= elementary::log(-elementary::log(1 - luck));
  return -elementary::normal_quantile(
      self.ranks[static_cast<std::size_t>(direction)].add(score, luck));
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

void on(const OperationBegan& event, Known& self, CrossingStep step) {
  self.operations.push_back(event.operation);
  follow_operations(self, step.setup);
}

void on(const OperationEnded& event, Known& self, CrossingStep step) {
  std::erase(self.operations, event.operation);
  follow_operations(self, step.setup);
}

}  // namespace cordon::selection
