#pragma once

// Means and differences of measures with confidence intervals.

#include <span>

namespace cordon {

/// An estimate and how sure it is.
struct Interval {
  double estimate = 0;       ///< NaN when there is no value at all
  double low = 0, high = 0;  ///< NaN when fewer than 2 values are left
  double p = 1;  ///< two-sided, of the hypothesis that it is zero; NaN like low and high
  double confidence = 0.95;
  int used = 0, dropped = 0;  ///< values (or pairs); dropped are those with a NaN

  [[nodiscard]] double half_width() const { return (high - low) / 2; }
};

/// The interval of a mean (Student's t) from what is known of the values.
/// @param used, dropped  how many there are, and how many were NaN
/// @param variance       of the values, with used - 1 in its denominator
[[nodiscard]] Interval t_interval(int used, int dropped, double mean, double variance,
                                  double confidence);

/// Confidence interval of a measure's mean (Student's t).
///
/// @param values      one per replication; NaN where the measure had nothing to be taken from
/// @param confidence  in (0, 1), such as 0.95
/// Source: Law, Simulation Modeling and Analysis, 5th ed., section 4.5.
[[nodiscard]] Interval mean_interval(std::span<const double> values, double confidence);

/// Confidence interval for how much a measure changes between two scenarios (paired t). When all
/// differences are equal, as those of rosters are, the interval has no width and p is 0 or 1.
///
/// @param baseline, variant  one value per replication; entry i of both met the same luck
/// @return the interval of mean(variant - baseline); pairs with a NaN are dropped, and counted
/// @throws std::invalid_argument  when the sizes differ
/// Source: Law, section 10.2.1.
[[nodiscard]] Interval paired_difference(std::span<const double> baseline,
                                         std::span<const double> variant, double confidence);

}  // namespace cordon
