#pragma once

// Which factors matter, for the terminal.

#include <string>
#include <vector>

#include "analysis/sweep/sensitivity.hpp"

namespace cordon::terminal {

[[nodiscard]] std::string sensitivity_text(const Experiment& experiment,
                                           const std::vector<Sensitivity>& found, bool colours);

/// "interdiction_rate is higher in joint_operation than in baseline, unless xray is below 0.41, or
/// xray is from 0.35 to 0.47, where it cannot be told." for differences in a one-at-a-time design;
/// "" of other responses.
[[nodiscard]] std::string conclusion_of(const Experiment& experiment, const Sensitivity& found);

}  // namespace cordon::terminal
