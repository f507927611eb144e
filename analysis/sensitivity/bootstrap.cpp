#include "analysis/sensitivity/bootstrap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <stdexcept>

#include "analysis/statistics/values.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

// Empty when more than a tail of them has no value.
std::vector<double> sorted_known(const Eigen::VectorXd& resampled, double confidence) {
  std::vector<double> known;
  for (const double value : resampled)
    if (!std::isnan(value)) known.push_back(value);
  const auto all = static_cast<double>(resampled.size());
  const double unknown = all - static_cast<double>(known.size());
  const double rounding = 1e-9;  // of a number like 1 - 0.9
  if (unknown > ((1 - confidence) / 2 + rounding) * all) return {};
  std::sort(known.begin(), known.end());
  return known;
}

// The value with rank (n + 1) p, between two ranks by linear interpolation.
double quantile(const std::vector<double>& sorted, double p) {
  const auto n = static_cast<double>(sorted.size());
  const double rank = std::clamp((n + 1) * p, 1.0, n);
  const auto below = static_cast<std::size_t>(rank);
  const double lower = sorted[below - 1], upper = sorted[std::min(below, sorted.size() - 1)];
  return lower + (rank - static_cast<double>(below)) * (upper - lower);
}

// Ties count by half: a statistic with few values would else look biased. Never 0 or 1, where the
// correction would have no end.
double share_below(const std::vector<double>& sorted, double value) {
  const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), value);
  const auto below = static_cast<double>(first - sorted.begin());
  const auto n = static_cast<double>(sorted.size());
  return std::clamp((below + static_cast<double>(last - first) / 2) / n, 0.5 / n, 1 - 0.5 / n);
}

// How the standard error changes with the estimate (Efron and Tibshirani, equation 14.15).
double acceleration(const Eigen::VectorXd& jackknife) {
  double sum = 0, squares = 0, cubes = 0, n = 0;
  for (const double value : jackknife) {
    if (std::isnan(value)) continue;
    sum += value;
    ++n;
  }
  for (const double value : jackknife) {
    if (std::isnan(value)) continue;
    const double fall = sum / n - value;
    squares += fall * fall;
    cubes += fall * fall * fall;
  }
  return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

std::vector<BootstrapEstimate> bca_of_each(const Eigen::VectorXd& estimates,
                                           const Eigen::MatrixXd& resampled,
                                           const Eigen::MatrixXd& jackknife, double confidence) {
  const double expanded = expanded_confidence(confidence, jackknife.cols());
  std::vector<BootstrapEstimate> found;
  for (Eigen::Index s = 0; s < estimates.size(); ++s)
    found.push_back(bca_interval(estimates[s], resampled.row(s).transpose(),
                                 jackknife.row(s).transpose(), expanded));
  // One observation tells nothing of how others would differ.
  if (jackknife.cols() < 2)
    for (BootstrapEstimate& one : found) one.low = one.high = no_value;
  return found;
}

}  // namespace

void check(const BootstrapPlan& plan) {
  if (!(plan.confidence > 0 && plan.confidence < 1))
    throw std::invalid_argument("bootstrap: the confidence is not between 0 and 1");
  const double rounding = 1e-9;  // of a number like 1 - 0.9
  if ((plan.resamples + 1.0) * (1 - plan.confidence) / 2 < 1 - rounding)
    throw std::invalid_argument("bootstrap: too few resamples for this confidence");
}

Eigen::VectorXd resample_counts(Eigen::Index observations, std::uint64_t seed, int resample) {
  const Luck luck(seed, 0);
  const Subject subject{source_of("bootstrap"), static_cast<std::uint32_t>(resample)};
  Eigen::VectorXd counts = Eigen::VectorXd::Zero(observations);
  LuckBlock words{};
  for (Eigen::Index n = 0; n < observations; ++n) {
    if (n % 4 == 0) words = luck.block(subject, static_cast<std::uint32_t>(n / 4));
    const std::uint64_t word = words[static_cast<std::size_t>(n % 4)];
    ++counts[static_cast<Eigen::Index>(word * static_cast<std::uint64_t>(observations) >> 32)];
  }
  return counts;
}

double expanded_confidence(double confidence, Eigen::Index observations) {
  if (observations < 2) return confidence;
  const auto n = static_cast<double>(observations);
  const double student = boost::math::quantile(
      boost::math::complement(boost::math::students_t(n - 1), (1 - confidence) / 2));
  const boost::math::normal normal;
  const double tail = boost::math::cdf(normal, -student * std::sqrt(n / (n - 1)));
  return 1 - 2 * std::max(tail, 1e-9);
}

BootstrapEstimate percentile_interval(double estimate, const Eigen::VectorXd& resampled,
                                      double confidence) {
  const std::vector<double> sorted = sorted_known(resampled, confidence);
  if (sorted.empty()) return {estimate, no_value, no_value};
  const double tail = (1 - confidence) / 2;
  return {estimate, quantile(sorted, tail), quantile(sorted, 1 - tail)};
}

BootstrapEstimate bca_interval(double estimate, const Eigen::VectorXd& resampled,
                               const Eigen::VectorXd& jackknife, double confidence) {
  const std::vector<double> sorted = sorted_known(resampled, confidence);
  if (sorted.empty() || std::isnan(estimate)) return {estimate, no_value, no_value};
  const boost::math::normal normal;
  const double bias = boost::math::quantile(normal, share_below(sorted, estimate));
  const double speed = acceleration(jackknife);
  const auto corrected = [&](double p) {
    const double z = bias + boost::math::quantile(normal, p);
    // So far out that the correction has passed infinity.
    if (speed * z >= 1) return z > 0 ? sorted.back() : sorted.front();
    return quantile(sorted, boost::math::cdf(normal, bias + z / (1 - speed * z)));
  };
  // Expanded for two observations it is 0 to rounding, whose normal quantile is infinite.
  const double tail = std::max((1 - confidence) / 2, 1e-12);
  return {estimate, corrected(tail), corrected(1 - tail)};
}

std::vector<BootstrapEstimate> bca(Eigen::Index observations, const WeightedStatistics& statistics,
                                   const BootstrapPlan& plan) {
  check(plan);
  if (observations < 1) throw std::invalid_argument("bootstrap: there are no observations");
  Eigen::VectorXd counts = Eigen::VectorXd::Ones(observations);
  const Eigen::VectorXd estimates = statistics(counts);
  Eigen::MatrixXd jackknife(estimates.size(), observations);
  for (Eigen::Index n = 0; n < observations; ++n) {
    counts[n] = 0;
    jackknife.col(n) = statistics(counts);
    counts[n] = 1;
  }
  Eigen::MatrixXd resampled(estimates.size(), plan.resamples);
  for (int r = 0; r < plan.resamples; ++r)
    resampled.col(r) = statistics(resample_counts(observations, plan.seed, r));
  return bca_of_each(estimates, resampled, jackknife, plan.confidence);
}

std::vector<BootstrapEstimate> bca_of_means(const Eigen::MatrixXd& observations,
                                            const StatisticsOfMeans& statistics,
                                            const BootstrapPlan& plan) {
  check(plan);
  if (observations.rows() < 1) throw std::invalid_argument("bootstrap: there are no observations");
  const auto n = static_cast<double>(observations.rows());
  const Eigen::VectorXd sums = observations.colwise().sum();
  const Eigen::VectorXd estimates = statistics(sums / n);
  Eigen::MatrixXd jackknife(estimates.size(), observations.rows());
  for (Eigen::Index row = 0; row < observations.rows(); ++row)
    jackknife.col(row) = statistics((sums - observations.row(row).transpose()) / (n - 1));
  Eigen::MatrixXd resampled(estimates.size(), plan.resamples);
  for (int r = 0; r < plan.resamples; ++r)
    resampled.col(r) = statistics(observations.transpose() *
                                  resample_counts(observations.rows(), plan.seed, r) / n);
  return bca_of_each(estimates, resampled, jackknife, plan.confidence);
}

}  // namespace cordon
