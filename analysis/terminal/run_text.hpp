#pragma once

#include <string>
#include <vector>

#include "analysis/study/runs.hpp"

namespace cordon::terminal {

/// The tables that `cordon run` prints: waits of each traffic, all measures of the whole border,
/// and lorries at each crossing.
[[nodiscard]] std::string run_text(const Runs& runs, bool colours);

}  // namespace cordon::terminal
