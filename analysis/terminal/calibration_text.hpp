#pragma once

#include <string>

#include "analysis/calibrate/calibrate.hpp"

namespace cordon::terminal {

/// What `cordon calibrate` prints: each factor with its interval, what cannot be told, and the
/// errors before and after.
[[nodiscard]] std::string calibration_text(const Experiment& experiment,
                                           const Observations& observations,
                                           const Calibration& found, bool colours);

}  // namespace cordon::terminal
