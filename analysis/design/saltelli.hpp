#pragma once

// Designs for variance-based sensitivity: Sobol' indices, first-order, total and second-order.

#include <Eigen/Core>
#include <cassert>
#include <cstdint>

#include "analysis/design/sobol.hpp"

namespace cordon {

/// Most factors of a Saltelli design, which takes two Sobol' factors for each.
inline constexpr int most_saltelli_factors = most_sobol_factors / 2;

/// The matrices A and B of independent points and those mixed from them, which have all columns of
/// one and a single column of the other. Row i of every matrix comes from base point i.
///
/// An estimator picks what belongs to a matrix by rows, from the points as from the outputs of the
/// model at them: `outputs(design.a_b(2))` for Eigen's vectors and arrays,
/// `design.points(design.a(), Eigen::all)` for matrices.
struct SaltelliDesign {
  using Rows = Eigen::ArithmeticSequence<Eigen::Index, Eigen::Index, Eigen::Index>;

  /// For each base point in turn its rows of A, of A_B for each factor, of B_A for each factor (in
  /// a design of second order), of B: the order of SALib. A column per factor.
  Eigen::MatrixXd points;
  int factors = 0;
  bool second_order = false;

  /// How many matrices there are: factors + 2, or 2 factors + 2 in a design of second order.
  [[nodiscard]] int blocks() const { return (second_order ? 2 : 1) * factors + 2; }
  /// The rows of the i-th matrix, 0 to blocks() - 1, in the order of `points`.
  [[nodiscard]] Rows block(int i) const {
    assert(0 <= i && i < blocks());
    return Eigen::seqN(Eigen::Index{i}, points.rows() / blocks(), Eigen::Index{blocks()});
  }
  [[nodiscard]] Rows a() const { return block(0); }
  [[nodiscard]] Rows b() const { return block(blocks() - 1); }
  /// The rows of A with the factor's column from B.   @param factor  0 to factors - 1
  [[nodiscard]] Rows a_b(int factor) const {
    assert(0 <= factor && factor < factors);
    return block(1 + factor);
  }
  /// The rows of B with the factor's column from A; only in a design of second order.
  [[nodiscard]] Rows b_a(int factor) const {
    assert(second_order && 0 <= factor && factor < factors);
    return block(1 + factors + factor);
  }
};

/// Saltelli's design: A and B are the first and the second half of the columns of a Sobol' design
/// of twice the factors.
///
/// @param base_points   at least 1; powers of 2 are best. A longer design begins with the shorter
/// @param factors       1 to `most_saltelli_factors`
/// @param second_order  whether to have the matrices B_A, for indices of pairs of factors
/// @param seed          as of `sobol`. With 0 the first base points are wasted: A and B are equal
/// in
///                      the first two (Campolongo et al., 2011), and so are all matrices
/// @return base_points blocks() points in [0, 1)
/// @throws std::invalid_argument  when base points or factors are out of range
/// @throws std::length_error      when there are more than `most_points` points
/// Source: Saltelli, "Making best use of model evaluations to compute sensitivity indices",
/// Computer Physics Communications 145 (2002); Saltelli et al., "Variance based sensitivity
/// analysis of model output", Computer Physics Communications 181 (2010).
[[nodiscard]] SaltelliDesign saltelli(int base_points, int factors, bool second_order,
                                      std::uint64_t seed);

}  // namespace cordon
