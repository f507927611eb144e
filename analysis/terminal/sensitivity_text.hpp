#pragma once

// Which factors matter, for the terminal.

#include <string>
#include <vector>

#include "analysis/sweep/finish.hpp"

namespace cordon::terminal {

[[nodiscard]] std::string sensitivity_text(const Experiment& experiment, const SweepResults& found,
                                           bool colours);

/// "fails happens in 34 of 200 designs: mostly where secrecy is at most 0.5. 85 % of them lie
/// there, and it happens in 90 % of the designs there."
[[nodiscard]] std::string discovery_text(const Experiment& experiment, const Discovery& found);

/// "interdiction_rate is higher in joint_operation than in baseline, unless xray is below 0.41, or
/// xray is from 0.35 to 0.47, where it cannot be told." for differences in a one-at-a-time design;
/// "" of other responses.
[[nodiscard]] std::string conclusion_of(const Experiment& experiment, const Sensitivity& found);

}  // namespace cordon::terminal
