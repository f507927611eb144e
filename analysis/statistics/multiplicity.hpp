#pragma once

// What becomes of intervals and p values when there are many of them.

#include <span>
#include <vector>

namespace cordon {

/// How wide each of `count` intervals must be, so that all of them hold together.
///
/// @param confidence  of all together, such as 0.95
/// @return the confidence of each (Bonferroni); `confidence` when count < 2
[[nodiscard]] double simultaneous_confidence(double confidence, int count);

/// p values adjusted for their number, in their order: rejecting those below a level keeps the
/// chance of any false rejection below it. NaN stays NaN and counts for nothing.
/// Source: Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6 (1979).
[[nodiscard]] std::vector<double> holm(std::span<const double> p);

}  // namespace cordon
