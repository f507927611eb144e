#pragma once

// How even points are, and whether counts are those of equal chances.

#include <Eigen/Core>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <random>
#include <vector>

namespace cordon {

/// Chance of a chi-squared statistic this high or higher when all cells are equally likely: tests
/// of a right design with `>= alarm` raise a false alarm for one seed in 10,000.
inline double chance_of(const std::vector<int>& counts) {
  double all = 0, statistic = 0;
  for (const int count : counts) all += count;
  const double expected = all / static_cast<double>(counts.size());
  for (const int count : counts) statistic += (count - expected) * (count - expected) / expected;
  const boost::math::chi_squared fair(static_cast<double>(counts.size() - 1));
  return boost::math::cdf(boost::math::complement(fair, statistic));
}
inline constexpr double alarm = 1e-4;

/// Square of the centered L2 discrepancy of points in the unit cube.
/// Source: Hickernell, "A generalized discrepancy and quadrature error bound", Mathematics of
/// Computation 67 (1998).
inline double centered_discrepancy(const Eigen::MatrixXd& points) {
  const Eigen::ArrayXXd z = (points.array() - 0.5).abs();
  const double n = static_cast<double>(points.rows());
  double pairs = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i)
    for (Eigen::Index k = 0; k < points.rows(); ++k) {
      const auto apart = (points.row(i) - points.row(k)).array().abs();
      pairs += (1 + (z.row(i) + z.row(k) - apart) / 2).prod();
    }
  const double singles = (1 + z / 2 - z.square() / 2).rowwise().prod().sum();
  return std::pow(13.0 / 12, static_cast<double>(points.cols())) - 2 / n * singles + pairs / n / n;
}

/// Its mean for independent uniform points.
inline double discrepancy_of_random_points(int points, int factors) {
  return (std::pow(5.0 / 4, factors) - std::pow(13.0 / 12, factors)) / points;
}

/// Independent uniform points.
inline Eigen::MatrixXd random_points(int points, int factors, std::mt19937_64& luck) {
  return Eigen::MatrixXd::NullaryExpr(points, factors,
                                      [&] { return static_cast<double>(luck() >> 11) * 0x1p-53; });
}

/// How many of a column's points lie in each of `strata` equal parts of 0..1.
inline std::vector<int> counts_by_stratum(const Eigen::VectorXd& column, int strata) {
  std::vector<int> counts(static_cast<std::size_t>(strata), 0);
  for (const double x : column) ++counts.at(static_cast<std::size_t>(std::floor(x * strata)));
  return counts;
}

}  // namespace cordon
