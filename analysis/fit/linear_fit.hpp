#pragma once

// What observations say of parameters, judged where they have been fitted: how exactly each is
// known, and what cannot be told at all.
//
// A model's values are linear in the parameters near the fit. They have luck: what was observed is
// one replication, and the model's mean is that of a few. How far luck moves a fit is known from
// the replications themselves: had replication r been what was observed, the fit would have moved
// by pinv(J) (values of r - mean).

#include <Eigen/Core>
#include <vector>

namespace cordon {

/// A model near a fit, its values scaled so that those of each observation weigh as they should in
/// a sum of squares. Parameters are in units of their range.
struct FitNeighbourhood {
  Eigen::MatrixXd values;  ///< a row for each replication (at least 2), a column per observation
  std::vector<Eigen::MatrixXd> derivatives;  ///< by parameter: by how much `values` change
  Eigen::VectorXd observed;
  /// Standard deviation of the error with which each was observed, beside the luck; 0: none.
  Eigen::VectorXd observation_error;

  /// Observed less the mean of the replications.
  [[nodiscard]] Eigen::VectorXd residuals() const;
  /// Means of the derivatives, a column for each of these parameters.
  [[nodiscard]] Eigen::MatrixXd jacobian(const std::vector<int>& parameters) const;
};

/// A combination of parameters that the observations do not tell: along it nothing changes that
/// they could show.
struct UnknownDirection {
  Eigen::VectorXd weights;  ///< by parameter, of length 1; 0 for those that are not part of it
};

struct Identification {
  std::vector<int> silent;                ///< parameters of which the observations say nothing
  std::vector<UnknownDirection> unknown;  ///< combinations of the others
  std::vector<int> identified;            ///< parameters that can be told when all others are held
};

/// Which parameters the observations tell.
///
/// A parameter, or a combination of several of length 1 in units of their ranges, counts as not
/// told when its 95 % interval would be as long as the range, all else known; or when the change
/// that it makes cannot be told from the change of the luck (its squared length is below four
/// times what luck alone would give). That is asked of a model that errs by luck alone: one that
/// errs more is no reason to leave a factor as it was. Of parameters that are known in combination
/// alone, those are identified that pivoted orthogonalisation takes first: they change most that
/// others do not.
///
/// Source: Golub and Van Loan, Matrix Computations, 4th ed., section 5.5.7 (subset selection);
/// Brun, Reichert, Künsch, "Practical identifiability analysis of large environmental simulation
/// models", Water Resources Research 37 (2001).
[[nodiscard]] Identification identify(const FitNeighbourhood& near);

/// By how many times the residuals are larger (as a root mean square) than luck and errors of
/// observation explain; at least 1. Intervals are widened by it, as if what the model errs had the
/// same shape as luck (Birge's ratio).
/// Source: Birge, "The calculation of errors by the method of least squares", Physical Review 40
/// (1932).
[[nodiscard]] double excess_of_residuals(const FitNeighbourhood& near,
                                         const std::vector<int>& parameters);

/// Half-widths of intervals for these parameters, one by one, with the others held.
///
/// @param parameters  identified ones
/// @param confidence  in (0, 1)
/// @return in units of the ranges
/// Source: the linearised fit: Seber and Wild, Nonlinear Regression (1989), section 2.1; luck as
/// it is between replications, whatever its correlation: the sandwich of White, "Maximum likelihood
/// estimation of misspecified models", Econometrica 50 (1982), here an interval of prediction
/// (Student's t) for one more replication.
[[nodiscard]] Eigen::VectorXd half_widths(const FitNeighbourhood& near,
                                          const std::vector<int>& parameters, double confidence);

/// How far the fit is from the least sum of squares, in units of the ranges: one step of Gauss and
/// Newton.
[[nodiscard]] Eigen::VectorXd newton_step(const FitNeighbourhood& near,
                                          const std::vector<int>& parameters);

}  // namespace cordon
