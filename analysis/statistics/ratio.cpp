#include "analysis/statistics/ratio.hpp"

#include <Eigen/Core>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>

#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

Eigen::ArrayX2d in_rows(std::span<const double> x, std::span<const double> y) {
  Eigen::ArrayX2d pairs(static_cast<Eigen::Index>(x.size()), 2);
  Eigen::Index n = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (std::isnan(x[i]) || std::isnan(y[i])) continue;
    pairs.row(n++) << x[i], y[i];
  }
  return pairs.topRows(n);
}

}  // namespace

Ratio fieller(std::span<const double> numerator, std::span<const double> denominator,
              double confidence) {
  if (numerator.size() != denominator.size())
    throw std::invalid_argument("fieller: the samples differ in size");
  const Eigen::ArrayX2d pairs = in_rows(numerator, denominator);
  const auto n = static_cast<int>(pairs.rows());
  Ratio ratio{no_value, no_value, no_value, confidence, n, static_cast<int>(numerator.size()) - n};
  if (n < 2) return ratio;
  const Eigen::Array2d mean = pairs.colwise().mean();
  if (mean[1] != 0) ratio.estimate = mean[0] / mean[1];
  const Eigen::MatrixX2d centred = (pairs.rowwise() - mean.transpose()).matrix();
  const Eigen::Matrix2d covariance = centred.transpose() * centred / (n - 1);
  const double t = boost::math::quantile(
      boost::math::complement(boost::math::students_t(n - 1), (1 - confidence) / 2));
  // The ratios r for which mean(x - r y) is not distinguishable from zero solve a r^2 - 2 b r + c
  // <= 0; only for a > 0 do they lie between two ends.
  const double scale = t * t / n;
  const double a = mean[1] * mean[1] - scale * covariance(1, 1);
  const double b = mean[0] * mean[1] - scale * covariance(0, 1);
  const double c = mean[0] * mean[0] - scale * covariance(0, 0);
  if (a <= 0) return ratio;
  const double root = std::sqrt(std::max(0.0, b * b - a * c));
  ratio.low = (b - root) / a;
  ratio.high = (b + root) / a;
  return ratio;
}

}  // namespace cordon
