#pragma once

// A box of a design's cube, and how well it tells where an outcome happens.

#include <Eigen/Core>
#include <vector>

namespace cordon {

/// One side of a box that keeps points out.
struct Restriction {
  int factor = 0;      ///< column, from 0
  bool upper = false;  ///< x <= limit; else x >= limit
  double limit = 0;
  /// The chance that as many of the box's points would be of interest if the restriction had
  /// nothing to do with it: small when it is needed. Optimistic, as the restriction was chosen for
  /// the same points.
  double quasi_p = 1;
};

/// Where an outcome happens: a part of the unit cube.
struct PrimBox {
  Eigen::VectorXd low, high;  ///< for each factor, ends included; 0 and 1 where it may be anything
  int points = 0, of_interest = 0;
  double coverage = 0;  ///< share of all points of interest that are inside; NaN if there are none
  double density = 0;   ///< share of the points inside that are of interest; NaN if there are none
  double mass = 0;      ///< share of all points that are inside
  std::vector<Restriction> restrictions;  ///< by factor, the lower side first

  [[nodiscard]] int restricted_factors() const;
};

/// Points of a design with their outcomes, those without an outcome left out.
struct Outcomes {
  Eigen::MatrixXd points;                             ///< a row for each
  Eigen::Array<bool, Eigen::Dynamic, 1> of_interest;  ///< one for each row
  int dropped = 0;                                    ///< those left out
  [[nodiscard]] int count() const { return static_cast<int>(points.rows()); }
};

/// Outcomes of a design, as PRIM takes them.
///
/// @param points    in the closed unit cube; a row for each run, a column for each factor
/// @param outcomes  one per row: 1 of interest, 0 not, NaN a failed run, which is left out
/// @throws std::invalid_argument  when points and outcomes differ in number, there are no factors,
///                                a point is outside the cube or an outcome is something else
[[nodiscard]] Outcomes known_outcomes(const Eigen::MatrixXd& points,
                                      const Eigen::VectorXd& outcomes);

/// Measures any box on any points: those it was found with, or, to see what it is worth, others.
///
/// Quasi-p-values are one-sided binomial tests: with n points in the box, h of them of interest,
/// and a share q of interest in the box without the restriction, P(X >= h) for X binomial (n, q).
///
/// @param low, high  one for each factor, 0 <= low <= high <= 1
/// @throws std::invalid_argument  when the box does not fit the points
/// Source: Bryant and Lempert, "Thinking inside the box: a participatory, computer-assisted
/// approach to scenario discovery", Technological Forecasting and Social Change 77 (2010).
[[nodiscard]] PrimBox measured_box(const Eigen::VectorXd& low, const Eigen::VectorXd& high,
                                   const Outcomes& outcomes);

/// Which of the points (a row for each) are in a box of as many factors, ends included.
[[nodiscard]] Eigen::Array<bool, Eigen::Dynamic, 1> inside(const Eigen::VectorXd& low,
                                                           const Eigen::VectorXd& high,
                                                           const Eigen::MatrixXd& points);

}  // namespace cordon
