#include "analysis/selection/mcb.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/statistics/interval.hpp"

namespace cordon {
namespace {

// How much larger each plan (row) is than each other (column), and how sure of it we are.
struct Pairs {
  Eigen::ArrayXXd low, estimate, high;
};

Pairs pairs_of(const Samples& values, double confidence) {
  const Eigen::Index k = values.cols();
  const auto column = [&](Eigen::Index i) {
    return std::span(values.col(i).data(), static_cast<std::size_t>(values.rows()));
  };
  Pairs pairs{Eigen::ArrayXXd::Zero(k, k), Eigen::ArrayXXd::Zero(k, k),
              Eigen::ArrayXXd::Zero(k, k)};
  for (Eigen::Index i = 0; i < k; ++i)
    for (Eigen::Index l = i + 1; l < k; ++l) {
      const Interval more = paired_difference(column(l), column(i), confidence);
      pairs.low(i, l) = more.low, pairs.low(l, i) = -more.high;
      pairs.high(i, l) = more.high, pairs.high(l, i) = -more.low;
      pairs.estimate(i, l) = more.estimate, pairs.estimate(l, i) = -more.estimate;
    }
  return pairs;
}

double least(const Eigen::ArrayXXd& of, Eigen::Index i) {
  double found = std::numeric_limits<double>::infinity();
  for (Eigen::Index l = 0; l < of.cols(); ++l)
    if (l != i) found = std::min(found, of(i, l));
  return found;
}

}  // namespace

std::vector<ComparisonWithBest> compare_with_best(const Samples& samples, double confidence,
                                                  Aim aim) {
  if (samples.rows() < 2 || samples.cols() < 2)
    throw std::invalid_argument("compare_with_best: fewer than 2 replications or plans");
  if (!samples.isFinite().all())
    throw std::invalid_argument("compare_with_best: a value is not finite");
  if (!(confidence > 1 / static_cast<double>(samples.cols()) && confidence < 1))
    throw std::invalid_argument("compare_with_best: the confidence is not between 1/plans and 1");
  const double sign = aim == Aim::maximise ? 1 : -1;
  const auto others = static_cast<double>(samples.cols() - 1);
  // Two-sided, so that either end has the one-sided chance of error.
  const Pairs pairs = pairs_of(sign * samples, 1 - 2 * (1 - confidence) / others);
  std::vector<ComparisonWithBest> found;
  for (Eigen::Index i = 0; i < samples.cols(); ++i) {
    const double low = least(pairs.low, i), high = least(pairs.high, i);
    const double difference = sign * least(pairs.estimate, i);
    // Hsu takes the low end over plans that may be the best only. Deviations of paired differences
    // keep the triangle inequality, so that all others are farther below, and change nothing.
    const double down = std::min(0.0, low), up = std::max(0.0, high);
    found.push_back({difference, std::min(sign * down, sign * up), std::max(sign * down, sign * up),
                     high >= 0});
  }
  return found;
}

}  // namespace cordon
