#pragma once

// Bootstrap intervals: what estimates would be had other observations been drawn.
//
// BCa (bias-corrected and accelerated) wherever a jackknife can tell bias and skewness, as it can
// for indices and coefficients: plain percentiles are one order less accurate, which shows for the
// 10 to 50 observations of a screening. Plain percentiles where it cannot, as for break-even
// points, which a resample may not have at all.
//
// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14;
// Davison and Hinkley, Bootstrap Methods and their Application (1997), section 5.2.

#include <Eigen/Core>
#include <cstdint>
#include <functional>
#include <vector>

namespace cordon {

/// How bootstrap intervals are made. The same plan gives the same intervals, everywhere.
struct BootstrapPlan {
  double confidence = 0.95;  ///< in (0, 1), of each interval by itself
  int resamples = 999;       ///< enough for the tails: (resamples + 1) (1 - confidence) / 2 >= 1
  std::uint64_t seed = 1;
};

/// An estimate with its bootstrap interval.
struct BootstrapEstimate {
  double estimate = 0;
  double low = 0, high = 0;  ///< NaN when too many resamples have no value to know the tails
};

/// Sees to it that a plan can be carried out.
///
/// @throws std::invalid_argument  when the confidence is outside (0, 1), or the resamples are too
///                                few for its tails
void check(const BootstrapPlan& plan);

/// How often each of the observations is in a resample: whole numbers whose sum is `observations`.
///
/// @param observations  at least 1, below 2^31   @param resample  its number, from 0
[[nodiscard]] Eigen::VectorXd resample_counts(Eigen::Index observations, std::uint64_t seed,
                                              int resample);

/// The confidence to ask percentiles for, so that intervals of few observations are not too narrow:
/// resamples vary less than samples do, by n - 1 to n, and know nothing of Student's tails. Above
/// `confidence`; nearly it for 100 observations; for 2 or 3 so near to 1, at most 1 - 2e-9, that
/// the interval has all resamples.
///
/// @param observations  `confidence` itself when fewer than 2
/// Source: Hesterberg, "What teachers should know about the bootstrap", The American Statistician
/// 69 (2015): the expanded percentile interval.
[[nodiscard]] double expanded_confidence(double confidence, Eigen::Index observations);

/// Interval between two percentiles of the resamples (Efron and Tibshirani, section 13.3).
///
/// @param resampled  the statistic in each resample; NaN where it has no value
/// @return NaN bounds when more than (1 - confidence) / 2 of the resamples have no value: they may
///         all belong to one tail
[[nodiscard]] BootstrapEstimate percentile_interval(double estimate,
                                                    const Eigen::VectorXd& resampled,
                                                    double confidence);

/// The same, with the percentiles chosen so that neither the bias of the estimate nor a standard
/// error that grows with it shifts the interval: BCa (Efron and Tibshirani, section 14.3).
///
/// @param resampled  as above
/// @param jackknife  the statistic without each of the observations; NaN counts for nothing
/// @return NaN bounds as above, and when the estimate is NaN
[[nodiscard]] BootstrapEstimate bca_interval(double estimate, const Eigen::VectorXd& resampled,
                                             const Eigen::VectorXd& jackknife, double confidence);

/// Statistics of weighted observations: an observation counts as often as its weight says, a whole
/// number. NaN where they have no value.
using WeightedStatistics = std::function<Eigen::VectorXd(const Eigen::VectorXd& counts)>;

/// Statistics that depend on the observations by the mean of each column only.
using StatisticsOfMeans = std::function<Eigen::VectorXd(const Eigen::VectorXd& means)>;

/// BCa intervals of statistics, at the expanded confidence, one for each that `statistics` returns.
/// Takes resamples + observations evaluations.
///
/// @return bounds are NaN when there is only one observation, and as above
/// @throws std::invalid_argument  as `check`, and when there are no observations
[[nodiscard]] std::vector<BootstrapEstimate> bca(Eigen::Index observations,
                                                 const WeightedStatistics& statistics,
                                                 const BootstrapPlan& plan);

/// The same for functions of means, whose jackknife costs no pass over the observations.
///
/// @param observations  a row for each
[[nodiscard]] std::vector<BootstrapEstimate> bca_of_means(const Eigen::MatrixXd& observations,
                                                          const StatisticsOfMeans& statistics,
                                                          const BootstrapPlan& plan);

}  // namespace cordon
