#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"

namespace cordon::terminal {

/// Where the most time is lost: a few stages of crossings, and the sum.
///
/// @param times  of one scenario
/// @return "" when nobody came
[[nodiscard]] std::string time_table(const std::vector<TimeUse>& times, bool colours);

/// The same of a variant beside the baseline, with the places that change most.
[[nodiscard]] std::string time_change_table(const std::vector<TimeUse>& times, int variant,
                                            bool colours);

}  // namespace cordon::terminal
