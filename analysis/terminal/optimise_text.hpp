#pragma once

// What an optimisation has found, for the terminal.

#include <string>

#include "analysis/optimise/optimise.hpp"

namespace cordon::terminal {

/// "With 95 % confidence ...": how sure the choice is, by the method that made it.
[[nodiscard]] std::string assurance_of(const Experiment& experiment, const Optimised& found);

[[nodiscard]] std::string optimise_text(const Experiment& experiment, const PlanRuns& runs,
                                        const Optimised& found, bool colours);

}  // namespace cordon::terminal
