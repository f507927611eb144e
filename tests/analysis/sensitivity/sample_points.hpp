#pragma once

// Points to try estimators on.

#include <Eigen/Core>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <cstdint>
#include <functional>

#include "analysis/sensitivity/sobol_indices.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {

using Model = std::function<double(const Eigen::RowVectorXd&)>;

/// Independent, uniform on (0, 1).
inline Eigen::MatrixXd uniform_points(int points, int factors, std::uint64_t seed) {
  const Luck luck(seed, 0);
  Eigen::MatrixXd made(points, factors);
  for (int i = 0; i < points; ++i)
    for (int j = 0; j < factors; ++j)
      made(i, j) = luck.uniform(Subject{source_of("sample point"), static_cast<std::uint32_t>(i)},
                                static_cast<std::uint32_t>(j));
  return made;
}

/// Sobol' points, moved by as much as the seed says (modulo 1), so that none is special.
inline Eigen::MatrixXd sobol_points(int points, int factors, std::uint64_t seed) {
  boost::random::sobol sequence(static_cast<std::size_t>(factors));
  const Eigen::MatrixXd shift = uniform_points(1, factors, seed);
  Eigen::MatrixXd made(points, factors);
  for (int i = 0; i < points; ++i)
    for (int j = 0; j < factors; ++j) {
      const double moved = static_cast<double>(sequence()) * 0x1p-64 + shift(0, j);
      made(i, j) = moved - std::floor(moved);
    }
  return made;
}

inline Eigen::VectorXd outputs_at(const Eigen::MatrixXd& points, const Model& model) {
  Eigen::VectorXd outputs(points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i) outputs[i] = model(points.row(i));
  return outputs;
}

/// @param points  A on the left, B on the right
inline SobolOutputs sobol_outputs(const Eigen::MatrixXd& points, const Model& model) {
  const Eigen::Index n = points.rows(), k = points.cols() / 2;
  const Eigen::MatrixXd a = points.leftCols(k), b = points.rightCols(k);
  SobolOutputs outputs{outputs_at(a, model), outputs_at(b, model), Eigen::MatrixXd(n, k),
                       Eigen::MatrixXd(n, k)};
  for (Eigen::Index i = 0; i < k; ++i) {
    Eigen::MatrixXd a_b = a, b_a = b;
    a_b.col(i) = b.col(i);
    b_a.col(i) = a.col(i);
    outputs.a_b.col(i) = outputs_at(a_b, model);
    outputs.b_a.col(i) = outputs_at(b_a, model);
  }
  return outputs;
}

/// Whether an interval has a value in it.
inline bool covers(const BootstrapEstimate& found, double value) {
  return found.low <= value && value <= found.high;
}

}  // namespace cordon
