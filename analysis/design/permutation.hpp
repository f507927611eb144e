#pragma once

// Random orders, for the designs that shuffle.

#include <vector>

#include "sim/engine/luck.hpp"

namespace cordon {

/// The numbers 0 to count - 1 in random order: every order is equally likely, but for a chance of
/// about count^2 / 2^65 that two of the words sorted by are equal.
///
/// @param subject  the order is its own; draws blocks 0 to count - 1 of its luck
[[nodiscard]] std::vector<int> permutation(int count, const Luck& luck, Subject subject);

}  // namespace cordon
