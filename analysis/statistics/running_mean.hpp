#pragma once

// Mean and variance of values that come one by one and are not kept.

#include "analysis/statistics/interval.hpp"

namespace cordon {

/// Source: Welford, "Note on a method for calculating corrected sums of squares and products",
/// Technometrics 4 (1962).
class RunningMean {
 public:
  /// A NaN is counted as dropped.
  void add(double value);
  [[nodiscard]] int count() const { return count_; }
  /// As mean_interval() of all values, but for the last bits.
  [[nodiscard]] Interval interval(double confidence) const;

 private:
  int count_ = 0, dropped_ = 0;
  double mean_ = 0, squares_ = 0;  ///< sum of squared distances from the mean
};

}  // namespace cordon
