#pragma once

// Multiple comparisons with the best: which plans cannot be told from the best one, and how far
// from it the others are, when all have been simulated equally often.

#include <vector>

#include "analysis/selection/simulated.hpp"

namespace cordon {

/// A plan against the best of all the others.
struct ComparisonWithBest {
  double difference = 0;     ///< mean of the plan - best mean of the others, in the measure's unit
  double low = 0, high = 0;  ///< simultaneous interval, constrained: one end of it may be just 0
  bool may_be_best = false;  ///< it is in the subset that contains the best plan
};

/// Compares each plan with the best of the others by paired differences.
///
/// The intervals hold all together, and the plans that `may_be_best` include the one with the best
/// true mean, with probability at least `confidence`: for normal values, whatever luck the plans
/// have in common. Only the k - 1 one-sided statements about the best plan are needed for both, so
/// each pair is tested at (1 - confidence) / (k - 1) by Student's t. Holds for a number of
/// replications that was fixed beforehand.
///
/// @param samples     finite; at least 2 replications of at least 2 plans
/// @param confidence  above 1/plans, below 1, such as 0.95
/// @return by plan; at least one of them may be best
/// @throws std::invalid_argument  outside of these ranges
/// Source: Hsu, Multiple Comparisons: Theory and Methods (1996), chapter 4 (constrained intervals);
/// Yang and Nelson, "Using common random numbers and control variates in multiple-comparison
/// procedures", Operations Research 39 (1991); as a subset: Nelson, Swann, Goldsman, Song, "Simple
/// procedures for selecting the best simulated system when the number of alternatives is large",
/// Operations Research 49 (2001), with paired variances.
[[nodiscard]] std::vector<ComparisonWithBest> compare_with_best(const Samples& samples,
                                                                double confidence, Aim aim);

}  // namespace cordon
