#pragma once

// Which factors matter, for the terminal.

#include <string>

#include "analysis/sweep/finish.hpp"

namespace cordon::terminal {

[[nodiscard]] std::string sensitivity_text(const Experiment& experiment, const SweepResults& found,
                                           bool colours);

}  // namespace cordon::terminal
