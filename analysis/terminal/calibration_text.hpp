#pragma once

#include <string>

#include "analysis/calibrate/forecasts.hpp"

namespace cordon::terminal {

/// What `cordon calibrate` prints: each factor with its interval, what cannot be told, the
/// errors before and after, and how well the fit forecasts.
[[nodiscard]] std::string calibration_text(const Experiment& experiment,
                                           const Observations& observations,
                                           const Calibration& found, const FitForecasts& forecasts,
                                           bool colours);

}  // namespace cordon::terminal
