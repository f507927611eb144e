#pragma once

// Plans as points of a decision space, and the simple rule that a planner would try first.

#include <cstdint>
#include <span>

#include "analysis/optimise/plan_runs.hpp"
#include "analysis/selection/decision_space.hpp"

namespace cordon {

/// The factors as decision variables: number k stands for the k-th value of a factor.
struct Decisions {
  DecisionSpace space;
  Decision today;  ///< the scenario as it is
};

/// @throws ScenarioError  when a factor has no separate values, one of a constraint has values at
///                        unequal distances, or the scenario as it is is none of these decisions
[[nodiscard]] Decisions decisions_of(const Experiment& experiment);
[[nodiscard]] PlanValues plan_of(const Decision& decision, const Experiment& experiment);

/// Shares a whole number out in proportion to weights, within bounds: the largest remainders are
/// rounded up (Hamilton's method); what bounds keep from one goes to the others.
///
/// @param weights  not negative; when all are 0, all are alike   @param low, high  by weight
/// @return whole numbers that add up to `total`, or as near to it as the bounds allow
[[nodiscard]] std::vector<std::int64_t> shared_out(std::int64_t total,
                                                   std::span<const double> weights,
                                                   std::span<const std::int64_t> low,
                                                   std::span<const std::int64_t> high);

/// Officers, lanes or whatever the factors are, in proportion to traffic: as many as a constraint
/// on their sum allows, or as there are today.
/// @param traffic  by factor of `in_proportion_to`, in its order
/// @throws ScenarioError  when a factor is no whole number
[[nodiscard]] PlanValues plan_in_proportion(const Experiment& experiment,
                                            std::span<const double> traffic);

}  // namespace cordon
