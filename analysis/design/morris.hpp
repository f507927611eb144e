#pragma once

// Designs for elementary effects: which of many factors matter at all.

#include <Eigen/Core>
#include <cstdint>

namespace cordon {

/// Trajectories through the cube, each of which changes every factor once.
struct MorrisDesign {
  /// Trajectory t has the rows from `first_row(t)` on, factors + 1 of them; a column per factor.
  Eigen::MatrixXd points;
  /// A row per trajectory: entry (t, s) is the factor, from 0 on, in which rows first_row(t) + s
  /// and first_row(t) + s + 1 differ.
  Eigen::MatrixXi changed;
  double delta = 0;  ///< by how much, up or down, but for rounding

  [[nodiscard]] Eigen::Index first_row(Eigen::Index trajectory) const {
    return trajectory * (changed.cols() + 1);
  }
};

/// Morris's trajectories for elementary effects: from a random point of a grid, one factor after
/// the other, in random order, moves up or down by delta = levels / (2 (levels - 1)). In each row
/// every level of a factor is equally likely, and factors are independent.
///
/// @param trajectories  at least 1; a longer design begins with the shorter one
/// @param factors       at least 1
/// @param levels        of the grid 0, 1 / (levels - 1), ..., 1: even, at least 2; 4 is usual
/// @param seed          any
/// @return trajectories (factors + 1) points in the closed unit cube
/// @throws std::invalid_argument  when one of them is out of range
/// @throws std::length_error      when there are more than `most_points` points
/// Source: Morris, "Factorial sampling plans for preliminary computational experiments",
/// Technometrics 33 (1991).
[[nodiscard]] MorrisDesign morris(int trajectories, int factors, int levels, std::uint64_t seed);

}  // namespace cordon
