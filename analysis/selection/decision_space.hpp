#pragma once

// Decisions in whole numbers, such as officers by crossing: which are allowed, and which are next
// to one another.

#include <cstdint>
#include <vector>

#include "sim/engine/luck.hpp"

namespace cordon {

/// A number for each decision variable.
using Decision = std::vector<int>;

/// What decisions may cost: sum of weight_i x_i is at most the limit, or the limit itself.
struct LinearBudget {
  std::vector<int> weights;  ///< by variable; of any sign, whole so that equality has a meaning
  std::int64_t limit = 0;
  bool exact = false;  ///< all of it must be used: for moves that only redistribute
};

struct DecisionSpace {
  Decision low, high;  ///< inclusive, by variable
  std::vector<LinearBudget> budgets;
};

/// @throws std::invalid_argument  when there are no variables, sizes differ, or low exceeds high
void check_space(const DecisionSpace& space);

/// Whether a decision has the right size, is within the bounds, and keeps all budgets.
[[nodiscard]] bool allowed(const DecisionSpace& space, const Decision& decision);

/// The smallest changes, always in this order: one more of a variable, for each; one less, for
/// each; one moved from i to j, for each i and j.
///
/// With an exact budget only moves between variables of equal weight keep it, so a space where they
/// differ falls into parts that these changes do not connect.
[[nodiscard]] std::vector<Decision> unit_changes(std::size_t variables);

/// The decision after a change has been made so many times (negative: undone), allowed or not.
[[nodiscard]] Decision changed(const Decision& decision, const Decision& change, int times = 1);

/// The allowed decisions that one unit change leads to, in the order of the changes.
[[nodiscard]] std::vector<Decision> neighbours(const DecisionSpace& space,
                                               const Decision& decision);

/// An allowed decision far from `from`: steps of any allowed length along unit changes at random,
/// so it stays in the part of the space that they connect.
///
/// @param from  allowed   @param steps  not negative; ten for each variable mix well
/// @return a function of its arguments alone
/// @throws std::invalid_argument  when `from` is not allowed
/// Source: Baumert, Ghate, Kiatsupaibul, Shen, Smith, Zabinsky, "Discrete hit-and-run for sampling
/// points from arbitrary distributions over subsets of integer hyperrectangles", Operations
/// Research 57 (2009); here with the plain walk of lines along unit changes.
[[nodiscard]] Decision random_decision(const DecisionSpace& space, const Decision& from, int steps,
                                       const Luck& luck);

}  // namespace cordon
