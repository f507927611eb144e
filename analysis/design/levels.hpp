#pragma once

// Designs whose points lie at given levels of each factor.

#include <Eigen/Core>
#include <vector>

namespace cordon {

/// A list of positions for each factor, taken as they are: in any unit and order, a repeated one
/// repeats its points.
using Levels = std::vector<std::vector<double>>;

/// Full factorial design: every combination of the factors' levels.
///
/// @param levels  at least one position of each factor
/// @return a row for each combination, the last factor changing fastest; a column for each factor
/// @throws std::invalid_argument  when there is no factor, or one without positions
/// @throws std::length_error      when there are more than `most_points` combinations
/// Source: Montgomery, Design and Analysis of Experiments, 8th ed., chapter 5.
[[nodiscard]] Eigen::MatrixXd full_grid(const Levels& levels);

/// One-factor-at-a-time design: the start, and each factor moved away from it alone. It shows no
/// interactions.
///
/// @param levels  at least one position of each factor; those equal to the start are left out
/// @param start   a position for each factor, which need not be among its levels
/// @return the start as row 0, then factor by factor a row for each of its other levels, in their
///         order; a column for each factor
/// @throws std::invalid_argument  as `full_grid`, and when `start` has not as many factors
/// @throws std::length_error      when there are more than `most_points` points
/// Source: Daniel, "One-at-a-time plans", Journal of the American Statistical Association 68
/// (1973).
[[nodiscard]] Eigen::MatrixXd one_at_a_time(const Levels& levels, const std::vector<double>& start);

}  // namespace cordon
