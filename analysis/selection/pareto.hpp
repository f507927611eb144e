#pragma once

// Plans with several objectives: which of them are not worse than another in everything, and how
// sure that is.

#include <Eigen/Core>
#include <span>
#include <vector>

#include "analysis/selection/simulated.hpp"

namespace cordon {

/// Which plans no other dominates. A plan dominates another when it is at least as good in every
/// objective and better in one; so equal plans do not dominate one another.
///
/// @param means  a row for each plan, a column for each objective; finite
/// @param aims   by objective
/// @throws std::invalid_argument  for sizes that differ, or values that are not finite
[[nodiscard]] std::vector<bool> non_dominated(const Eigen::ArrayXXd& means,
                                              std::span<const Aim> aims);

/// What is known about a plan.
enum class Dominance {
  certain,    ///< another plan is as good in every objective, and better in one
  unclear,    ///< more replications would tell
  impossible  ///< each other plan is worse in some objective, or just the same in all
};

/// Whether each plan is dominated, as far as the replications tell.
///
/// All that is called certain or impossible holds together with probability at least `confidence`
/// for normal values: paired t intervals of the differences of all pairs of plans in all
/// objectives, with Bonferroni's bound. It holds for a number of replications that was fixed
/// beforehand. Where two plans differ by the same in every replication, that difference is taken
/// for certain.
///
/// @param objectives  for each, replications by plans: all of one shape, at least 2 replications
///                    of at least 2 plans, finite; row r of all met the same luck
/// @param aims        by objective
/// @return by plan
/// @throws std::invalid_argument  outside of these ranges
/// Source: Bonferroni's inequality; on where to simulate more (not done here): Lee, Chew, Teng,
/// Goldsman, "Finding the non-dominated Pareto set for multi-objective simulation models", IIE
/// Transactions 42 (2010).
[[nodiscard]] std::vector<Dominance> dominance(std::span<const Samples> objectives,
                                               std::span<const Aim> aims, double confidence);

}  // namespace cordon
