#include "sim/model/risk/selection.hpp"

#include <algorithm>

#include "sim/engine/elementary.hpp"

namespace cordon::selection {
namespace {

// Cumulative shares from the gravest lane down: red, orange, yellow, blue.
struct Shares {
  double red, orange, yellow, blue;
};

Shares cumulative(const SelectionSpec& policy, double multiplier, double factor) {
  const double red = policy.red * multiplier * factor;
  const double orange = red + policy.orange * multiplier * factor;
  const double yellow = orange + policy.yellow * multiplier * factor;
  return {red, orange, yellow, yellow + policy.blue * factor};
}

// A vehicle lies in the riskiest `share` of legal traffic, or is drawn into it.
template <class InShare>
Channel channel_at(const Shares& shares, InShare in_share) {
  if (!in_share(shares.blue)) return Channel::green;
  if (in_share(shares.red)) return Channel::red;
  if (in_share(shares.orange)) return Channel::orange;
  return in_share(shares.yellow) ? Channel::yellow : Channel::blue;
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

// What the post does by itself, and on top of it what the operations in course ask for.
void follow_operations(Known& self, const Setup& setup) {
  self.selection_multiplier = 1;
  self.auc = setup.scenario.selection.auc;
  self.one_report = setup.scenario.reporting.one_report;
  for (const OperationIndex o : self.operations) {
    const OperationSpec& plan = setup.operations[o.value].spec;
    self.selection_multiplier *= plan.selection_multiplier;
    self.auc = std::max(self.auc, plan.shared_criteria_auc);
    self.one_report |= plan.one_report;
  }
}

}  // namespace

Known make(const Scenario& scenario) {
  Known known;
  known.auc = scenario.selection.auc;
  known.one_report = scenario.reporting.one_report;
  return known;
}

Channel select_channel(const Declaration& declared, const Known& known, const SelectionSpec& policy,
                       double aeo_factor, const Room& room, double by_chance, double which) {
  const Shares shares =
      cumulative(policy, known.selection_multiplier, declared.aeo ? aeo_factor : 1.0);
  const bool chance = policy.engine == RiskEngine::random || by_chance < policy.exploration;
  Channel chosen = channel_at(shares, [&](double share) {
    if (chance || share >= 1) return which < share;
    return share > 0 && declared.risk_score > -elementary::normal_quantile(share);
  });
  while (chosen != Channel::green && !room[static_cast<std::size_t>(chosen)])
    chosen = lighter(chosen);
  return chosen;
}

Room room_for_controls(const Stages& stages, StageIndex from, const SelectionSpec& policy) {
  Room room{};
  room.fill(true);
  for (const Channel c : {Channel::yellow, Channel::orange, Channel::red}) {
    const StageIndex to = stages::next_stage(stages, from, outcome_of(c));
    if (!to) continue;
    const Stage& stage = stages.stages[to.value];
    room[static_cast<std::size_t>(c)] = stage.waiting() < policy.backlog_limit && stage.equipped;
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
