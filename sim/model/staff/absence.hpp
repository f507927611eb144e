#pragma once

// How many officers miss a shift.

#include "sim/engine/luck.hpp"

namespace cordon {

/// How many of n fail, each with probability p, when the luck of it all is one number: the smallest
/// k with P(at most k) >= luck, so that more luck or a higher p never gives fewer.
/// @param n  at most 100, so that no probability is too small for a double
/// @param luck  in (0, 1)
[[nodiscard]] int binomial_quantile(int n, double p, double luck);

/// Officers who do not come, each by himself with probability p. They are drawn by the hundred.
/// @param subject  the crew and the day
/// @param guests   those of the crew who are lent to another post have luck of their own
[[nodiscard]] int absent_officers(int officers, double p, const Luck& luck, Subject subject,
                                  bool guests);

}  // namespace cordon
