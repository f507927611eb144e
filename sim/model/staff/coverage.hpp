#pragma once

// How a few visits are spread over many posts, or over many days, so that who watches learns
// nothing from it: security games.

#include <span>
#include <vector>

namespace cordon {

/// What one who hides something gets out of a post, in any unit.
struct Target {
  double uncovered = 0;  ///< when nobody visits it
  double covered = 0;    ///< when somebody does: less than that
};

/// Probability that each post is visited, by so many units at a time, such that the best post of
/// one who knows these probabilities is worth as little to him as can be. Exact: posts are covered
/// from the most attractive down until all that are worth a try are alike (Kiekintveld et al.,
/// Computing optimal randomized resource allocations for massive security games, AAMAS 2009).
/// @param units  at least 0; one unit is at one post
/// @return one for each post, in [0,1]; their sum is at most `units`
[[nodiscard]] std::vector<double> coverage(std::span<const Target> posts, double units);

/// Probability with which an inspector who may look in `visits` of the next `shifts` looks in the
/// first of them, when the other side knows both numbers and needs only one shift (Dresher, A
/// sampling inspection problem in arms control agreements, RAND RM-2972, 1962).
/// @param visits  0 up; with as many as there are shifts he looks in all
[[nodiscard]] double inspection_chance(int shifts, int visits);

/// What that game is worth to the inspector, who gets 1 for an offence that he looks at, -1 for
/// another, and 0 for none: -C(n-1,k) / sum over i <= k of C(n,i).
[[nodiscard]] double inspection_value(int shifts, int visits);

}  // namespace cordon
