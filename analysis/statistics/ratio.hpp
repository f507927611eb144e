#pragma once

// The ratio of two means, when the one below may well be zero.

#include <span>

namespace cordon {

/// A ratio of means and its interval.
struct Ratio {
  double estimate = 0;       ///< NaN when there is none
  double low = 0, high = 0;  ///< NaN when unbounded: the data do not exclude a denominator of zero
  double confidence = 0.95;
  int used = 0, dropped = 0;  ///< pairs; dropped are those with a NaN
  [[nodiscard]] bool bounded() const { return low <= high; }
};

/// Fieller's interval of mean(numerator) / mean(denominator).
///
/// @param numerator, denominator  one value per replication, paired
/// @throws std::invalid_argument  when the sizes differ
/// Source: Fieller, "Some problems in interval estimation", Journal of the Royal Statistical
/// Society B 16 (1954).
[[nodiscard]] Ratio fieller(std::span<const double> numerator, std::span<const double> denominator,
                            double confidence);

}  // namespace cordon
