#include "analysis/sensitivity/break_even.hpp"

#include <algorithm>

#include "analysis/sensitivity/finite_rows.hpp"
#include "analysis/sensitivity/sweep.hpp"
#include "analysis/statistics/values.hpp"

namespace cordon {
namespace {

bool alike(const std::vector<ThresholdCrossing>& one, const std::vector<ThresholdCrossing>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](const auto& a, const auto& b) { return a.rising == b.rising; });
}

}  // namespace

BreakEven break_even(const Eigen::VectorXd& x, const Eigen::MatrixXd& values, double threshold,
                     const BootstrapPlan& plan) {
  check(plan);
  const Eigen::MatrixXd known = select_rows(values, finite_rows(values));
  const auto replications = static_cast<double>(known.rows());
  BreakEven found;
  found.used = static_cast<int>(known.rows());
  found.dropped = static_cast<int>(values.rows()) - found.used;
  found.confidence = plan.confidence;
  found.alike = no_value;
  // Without replications the means are NaN, and so cross nothing.
  const auto here = crossings(x, known.colwise().sum().transpose() / replications, threshold);
  Eigen::MatrixXd resampled =
      Eigen::MatrixXd::Constant(static_cast<Eigen::Index>(here.size()), plan.resamples, no_value);
  int as_here = 0;
  for (int r = 0; r < plan.resamples && found.used > 1; ++r) {
    const Eigen::VectorXd counts = resample_counts(known.rows(), plan.seed, r);
    const auto there = crossings(x, known.transpose() * counts / replications, threshold);
    if (!alike(here, there)) continue;
    ++as_here;
    for (std::size_t i = 0; i < there.size(); ++i)
      resampled(static_cast<Eigen::Index>(i), r) = there[i].x;
  }
  if (found.used > 1) found.alike = as_here / static_cast<double>(plan.resamples);
  const double confidence = expanded_confidence(plan.confidence, found.used);
  for (std::size_t i = 0; i < here.size(); ++i) {
    const Eigen::VectorXd row = resampled.row(static_cast<Eigen::Index>(i));
    found.points.push_back({percentile_interval(here[i].x, row, confidence), here[i].rising});
  }
  return found;
}

}  // namespace cordon
