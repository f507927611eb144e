#pragma once

// What an optimisation has found, for the terminal.

#include <string>

#include "analysis/optimise/optimise.hpp"

namespace cordon::terminal {

[[nodiscard]] std::string optimise_text(const Experiment& experiment, const PlanRuns& runs,
                                        const Optimised& found, bool colours);

}  // namespace cordon::terminal
