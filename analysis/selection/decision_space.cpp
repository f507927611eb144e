#include "analysis/selection/decision_space.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <stdexcept>

namespace cordon {
namespace {

enum class Purpose { direction, length };

bool keeps(const LinearBudget& budget, const Decision& decision) {
  const std::int64_t used =
      std::inner_product(decision.begin(), decision.end(), budget.weights.begin(), std::int64_t{0},
                         std::plus<>{}, [](int x, int weight) { return std::int64_t{x} * weight; });
  return budget.exact ? used == budget.limit : used <= budget.limit;
}

// The allowed decisions on a line are all those between two, since the space is convex.
int farthest(const DecisionSpace& space, const Decision& from, const Decision& change, int sign) {
  int times = 0;
  while (allowed(space, changed(from, change, sign * (times + 1)))) ++times;
  return times;
}

int index_below(int count, double uniform) {
  return std::min(count - 1, static_cast<int>(uniform * count));
}

}  // namespace

void check_space(const DecisionSpace& space) {
  const std::size_t variables = space.low.size();
  if (variables == 0) throw std::invalid_argument("decision space: there are no variables");
  if (space.high.size() != variables)
    throw std::invalid_argument("decision space: the bounds differ in size");
  if (!std::equal(space.low.begin(), space.low.end(), space.high.begin(), std::less_equal<>{}))
    throw std::invalid_argument("decision space: a lower bound exceeds the upper one");
  for (const LinearBudget& budget : space.budgets)
    if (budget.weights.size() != variables)
      throw std::invalid_argument("decision space: a budget has not a weight for each variable");
}

bool allowed(const DecisionSpace& space, const Decision& decision) {
  if (decision.size() != space.low.size()) return false;
  for (std::size_t i = 0; i < decision.size(); ++i)
    if (decision[i] < space.low[i] || decision[i] > space.high[i]) return false;
  return std::all_of(space.budgets.begin(), space.budgets.end(),
                     [&](const LinearBudget& budget) { return keeps(budget, decision); });
}

std::vector<Decision> unit_changes(std::size_t variables) {
  std::vector<Decision> changes;
  for (const int by : {1, -1})
    for (std::size_t i = 0; i < variables; ++i) {
      changes.emplace_back(variables);
      changes.back()[i] = by;
    }
  for (std::size_t from = 0; from < variables; ++from)
    for (std::size_t to = 0; to < variables; ++to) {
      if (from == to) continue;
      changes.emplace_back(variables);
      changes.back()[from] = -1;
      changes.back()[to] = 1;
    }
  return changes;
}

Decision changed(const Decision& decision, const Decision& change, int times) {
  Decision after = decision;
  for (std::size_t i = 0; i < after.size(); ++i) after[i] += times * change[i];
  return after;
}

std::vector<Decision> neighbours(const DecisionSpace& space, const Decision& decision) {
  std::vector<Decision> found;
  for (const Decision& change : unit_changes(decision.size())) {
    Decision neighbour = changed(decision, change);
    if (allowed(space, neighbour)) found.push_back(std::move(neighbour));
  }
  return found;
}

Decision random_decision(const DecisionSpace& space, const Decision& from, int steps,
                         const Luck& luck) {
  check_space(space);
  if (!allowed(space, from)) throw std::invalid_argument("random decision: `from` is not allowed");
  const std::vector<Decision> changes = unit_changes(from.size());
  Decision decision = from;
  for (int step = 0; step < steps; ++step) {
    const Subject subject{source_of("random decision"), static_cast<std::uint32_t>(step)};
    const int which =
        index_below(static_cast<int>(changes.size()), luck.uniform(subject, Purpose::direction));
    const Decision& change = changes[static_cast<std::size_t>(which)];
    const int back = farthest(space, decision, change, -1);
    const int ahead = farthest(space, decision, change, 1);
    const int times = index_below(back + ahead + 1, luck.uniform(subject, Purpose::length)) - back;
    decision = changed(decision, change, times);
  }
  return decision;
}

}  // namespace cordon
