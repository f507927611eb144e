#pragma once

// How far a point is from what was observed: the sum of squares that a calibration makes least.

#include "analysis/calibrate/evaluator.hpp"
#include "analysis/fit/linear_fit.hpp"

namespace cordon {

class Misfit {
 public:
  /// Weights are of the luck that one point shows, and then stay as they are.
  /// @param observations  must outlive this
  /// @param shows  a point that could be simulated
  /// @throws UserError  when a single value is not moved by luck and has no spread
  Misfit(const Experiment& experiment, const Observations& observations, const Evaluated& shows);

  /// The sum over the series of their mean squared residual, in units of the series' scale: what
  /// luck and the error of observation make of it. NaN of a point that failed.
  [[nodiscard]] double of(const Evaluated& point) const;
  /// The observations that are fitted, so weighed that `of` is a sum of squares.
  [[nodiscard]] Eigen::MatrixXd weighed(const Eigen::MatrixXd& simulated) const;
  /// Weighed observations and their errors, with values and derivatives still to come.
  [[nodiscard]] FitNeighbourhood observed() const;

 private:
  [[nodiscard]] double weight(Eigen::Index observation) const;

  const Observations& observations_;
  std::vector<double> scales_;        ///< by series, in its unit
  std::vector<Eigen::Index> fitted_;  ///< observations
};

/// Mean absolute error of the mean over the replications in a series, in its unit; observations
/// that are left out of the fit count as well. NaN of a point that failed.
[[nodiscard]] double mean_error(const Observations& observations, std::size_t series,
                                const Evaluated& point);

}  // namespace cordon
