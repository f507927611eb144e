#pragma once

// What an optimisation has found, in sentences: the same on a terminal and on a page.

#include <string>

#include "analysis/optimise/optimise.hpp"

namespace cordon {

/// "dropped one by one (Kim and Nelson)": how plans are compared.
[[nodiscard]] std::string method_text(OptimiseMethod method);

/// "With 95 % confidence ...": how sure the choice is, by the method that made it.
[[nodiscard]] std::string assurance_of(const Experiment& experiment, const Optimised& found);

/// "Best for wait_mean: plan 4: north 6 and south 4. With 95 % confidence ...": the choice, and how
/// sure it is.
[[nodiscard]] std::string choice_of(const Experiment& experiment, const PlanRuns& runs,
                                    const Optimised& found, MeasureNames name = as_said);

/// The mean of a choice is flattered by having been chosen for it: by how much, fresh runs say.
[[nodiscard]] std::string flattery_of(const Experiment& experiment, const Optimised& found,
                                      MeasureNames name = as_said);

/// Which plans no other dominates, when the experiment asks for a trade-off.
[[nodiscard]] std::string trade_off_of(const Experiment& experiment, const Optimised& found,
                                       MeasureNames name = as_said);

}  // namespace cordon
