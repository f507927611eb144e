#pragma once

// The page that `cordon calibrate` leaves.

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/result_page.hpp"

namespace cordon::pages {

/// @param commands  that make this again
[[nodiscard]] ResultPage calibrate_page(const Experiment& experiment,
                                        const Observations& observations, const Calibration& found,
                                        const FitForecasts& forecasts,
                                        const std::vector<std::string>& commands);

}  // namespace cordon::pages
