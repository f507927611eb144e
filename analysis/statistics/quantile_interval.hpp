#pragma once

// Intervals of quantiles that hold for any distribution.

#include <cstdint>
#include <span>

namespace cordon {

/// A quantile, and between which two of the values in ascending order it lies.
struct QuantileInterval {
  double estimate = 0;  ///< smallest value not exceeded by at least the share; NaN for no value
  double low = 0, high = 0;                  ///< NaN when there are too few values
  std::int64_t low_rank = 0, high_rank = 0;  ///< of low and high, from 1; 0 when too few values
  double achieved = 0;  ///< confidence of the interval, at least what was wanted; NaN when too few
  double confidence = 0.95;   ///< that was wanted
  std::int64_t fewest = 0;    ///< values that would do for this share and confidence
  int used = 0, dropped = 0;  ///< values; dropped are those that are NaN
  /// Whether there is an interval. If not, even the smallest and the greatest value are less sure
  /// to have the quantile between them than was wanted.
  [[nodiscard]] bool enough() const { return used >= fewest; }
};

/// Distribution-free interval of a quantile: from the l-th to the u-th smallest value, which has
/// the quantile within with the probability that a binomial number (of so many values, share) is in
/// l..u-1; with at least that when values may be equal. Of ranks l and u at the same distance from
/// share * (count + 1), up to what whole numbers allow, it takes the closest that are sure enough;
/// where one side has no values left, the other gives more.
///
/// @param values      independent, such as one per replication (not the waits of one run, which
///                    follow one another); NaN where there was none
/// @param share       that the quantile is not below, in (0, 1): 0.9 for the 90 % quantile
/// @param confidence  in (0, 1)
/// @throws std::invalid_argument  when share or confidence is not in (0, 1)
/// Source: Hahn and Meeker, Statistical Intervals, section 5.2.
[[nodiscard]] QuantileInterval quantile_interval(std::span<const double> values, double share,
                                                 double confidence);

/// How many values it takes for a distribution-free interval of a quantile.
///
/// @param share, confidence  in (0, 1)
/// @return the smallest n with 1 - share^n - (1 - share)^n >= confidence, at least 2
/// @throws std::invalid_argument  when share or confidence is not in (0, 1)
/// Source: Hahn and Meeker, section 5.2.
[[nodiscard]] std::int64_t fewest_for_quantile(double share, double confidence);

}  // namespace cordon
