#pragma once

// What a sweep came to, for the terminal.

#include <string>

#include "analysis/sweep/merge.hpp"

namespace cordon::terminal {

[[nodiscard]] std::string sweep_text(const Experiment& experiment, const SweepOutcomes& found,
                                     bool colours);

}  // namespace cordon::terminal
