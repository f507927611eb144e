#pragma once

// How well the fitted scenario forecasts queues that the fit has not seen.

#include <array>
#include <optional>
#include <string>

#include "analysis/calibrate/calibrate.hpp"
#include "analysis/forecast/rolling.hpp"

namespace cordon {

/// What they are held against, the simulation first.
inline constexpr std::array fit_methods = {
    forecast::Method::simulation, forecast::Method::unfitted, forecast::Method::weekday_mean,
    forecast::Method::recent_weekday_mean, forecast::Method::last_week};

struct FitForecasts {
  forecast::Forecasts judged;
  std::string none_because;  ///< why there are no forecasts; "" when there are
};

/// The moments of forecasts: noon of each day by the scenario's clock from the end of its time on,
/// such that every queue was counted a week before the first of them and one is 7 days after it.
[[nodiscard]] std::vector<double> forecast_origins(const Experiment& experiment,
                                                   const Observations& observations);

/// Runs that forecasts take.
[[nodiscard]] std::uint64_t forecast_runs(const Experiment& experiment,
                                          const Observations& observations);
/// The same and those of the fit, at most.
[[nodiscard]] std::uint64_t runs_at_most(const Experiment& experiment,
                                         const Observations& observations);

/// Simulates the 7 days after each origin twice, with the fitted values and as the scenario says.
/// Both begin with the queues counted last before it. The values are fitted once: all origins lie
/// after what the fit has seen.
/// @throws Interrupted
[[nodiscard]] FitForecasts forecasts_of(const Experiment& experiment,
                                        const Observations& observations, const Calibration& found,
                                        const EvaluationPlan& plan);

}  // namespace cordon
