#pragma once

// How much smuggling goes elsewhere: the change of its shares over crossings.

#include <Eigen/Core>
#include <cstdint>

namespace cordon {

/// Illicit attempts: a row for each replication, a column for each crossing.
using Attempts = Eigen::ArrayXXd;

/// The part of the attempts that is at another crossing in the variant than in the baseline.
struct Displacement {
  double raw = 0;            ///< 1 - sum_i min(share_i, share'_i), pooled over replications
  double by_chance = 0;      ///< what it comes to when the scenarios are exchanged at random
  double p = 1;              ///< chance of `raw` or more under such exchanges
  double estimate = 0;       ///< raw - by_chance; NaN when one of the scenarios has no attempts
  double low = 0, high = 0;  ///< bootstrap interval of the estimate
  double confidence = 0.95;
};

/// 1 - sum_i min(share_i, share'_i) in 0..1: 0 when the shares are the same, 1 when no crossing has
/// attempts in both; NaN when one of them has none.
[[nodiscard]] double shift_of_shares(const Eigen::ArrayXd& baseline, const Eigen::ArrayXd& variant);

/// Displacement of illicit attempts, less what small counts alone would show.
///
/// What they would show is the mean over exchanges of baseline and variant in a random half of the
/// replications; `p` exchanges any number of them. The interval resamples replications (bootstrap)
/// and takes the spread about the resamples' own mean, since they have chance displacement too. The
/// more has moved, the less of `raw` is chance: so only the low end has all of it taken away, the
/// high end nothing, and the interval covers at least as often as it says.
///
/// @param baseline, variant  of the same shape; row i of both met the same luck
/// @param draws              exchanges, and resamples, to make
/// @return the same for the same input and seed, everywhere
/// @throws std::invalid_argument  when the shapes differ
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, chapters 13 and 15.
[[nodiscard]] Displacement displacement(const Attempts& baseline, const Attempts& variant,
                                        double confidence, std::uint64_t seed = 1,
                                        int draws = 9999);

}  // namespace cordon
