#pragma once

// The break-even point: how much of a factor it takes for a response to cross a threshold.

#include <Eigen/Core>
#include <vector>

#include "analysis/sensitivity/bootstrap.hpp"

namespace cordon {

/// One crossing of the threshold by the mean response.
struct BreakEvenPoint {
  BootstrapEstimate x;
  bool rising = false;  ///< from below the threshold to above it
};

/// All crossings, from left to right.
struct BreakEven {
  std::vector<BreakEvenPoint> points;
  /// The share of resamples whose mean response crosses as often and in the same directions. Where
  /// the others could fill a tail, whether the response crosses at all is in doubt, and the
  /// intervals are NaN: see `undecided`.
  double alike = 0;
  int used = 0, dropped = 0;  ///< replications; dropped are those without a value at some level
  double confidence = 0.95;   ///< of each interval by itself
};

/// Break-even points of a one-at-a-time sweep, by straight lines between the means of levels.
///
/// Intervals resample replications, whole, since a replication meets the same luck at all levels:
/// most of what makes it high or low is common to them. They are of percentiles; BCa has no answer
/// when leaving one replication out leaves no crossing. They are expanded for few replications, as
/// `expanded_confidence` says, and NaN for fewer than 2.
///
/// @param x       levels of the factor, strictly increasing
/// @param values  the response: a row for each replication, a column for each level
/// @throws std::invalid_argument  as `crossings` and `check(plan)`
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
[[nodiscard]] BreakEven break_even(const Eigen::VectorXd& x, const Eigen::MatrixXd& values,
                                   double threshold, const BootstrapPlan& plan = {});

}  // namespace cordon
