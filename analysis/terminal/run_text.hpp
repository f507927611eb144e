#pragma once

#include <string>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/study/runs.hpp"

namespace cordon::terminal {

/// The tables that `cordon run` prints: waits of each traffic, where it loses time, all measures of
/// the whole border, and lorries at each crossing.
/// @param times  of this scenario alone
[[nodiscard]] std::string run_text(const Runs& runs, const std::vector<TimeUse>& times,
                                   bool colours);

}  // namespace cordon::terminal
