#pragma once

// Factors of an experiment fitted to what was observed, with what the observations cannot tell.

#include <optional>
#include <string>
#include <vector>

#include "analysis/calibrate/evaluator.hpp"
#include "analysis/fit/linear_fit.hpp"

namespace cordon {

/// What became of a factor.
enum class FitStatus {
  fitted,
  at_low_end,   ///< fitted, at the low end of its range
  at_high_end,  ///< the same, at the high end
  silent,       ///< the observations say nothing of it: left as the scenario says
  combined,     ///< known in combination with others alone: left as the scenario says
};
[[nodiscard]] std::string_view name_of(FitStatus status);

struct FittedFactor {
  FactorValue start;         ///< what the scenario says; no number where that is not one
  FactorValue fitted;        ///< without a text: as the scenario says
  double low = 0, high = 0;  ///< 95 % interval, within the range; NaN when it is left as it was
  FitStatus status = FitStatus::fitted;
  [[nodiscard]] bool is_fitted() const { return !fitted.toml.empty(); }
};

/// Mean absolute error of the mean over the replications, in the unit of the series. Observations
/// that were left out of the fit count as well.
struct SeriesError {
  double before = 0;  ///< as the scenario says; NaN when that cannot be simulated
  double after = 0;
};

/// A point that was tried.
struct Trial {
  std::string stage;  ///< "start", "design", "search", "step" or "fit"
  std::shared_ptr<const Evaluated> evaluated;
  double misfit = 0;  ///< the sum of squares that is made least; NaN when it failed
};

struct Calibration {
  std::vector<FittedFactor> factors;
  /// Combinations of factors that cannot be told, where all of them are fitted.
  std::vector<UnknownDirection> unknown;
  double excess = 1;  ///< of residuals over what luck explains; see `excess_of_residuals`
  std::vector<SeriesError> errors;  ///< by series
  std::vector<Trial> trials;        ///< in their order
  bool has_converged = true;        ///< rather than used all of its evaluations
};

/// Runs that a calibration takes at most.
[[nodiscard]] std::uint64_t most_runs(const Experiment& experiment);

/// Fits the factors: the designs of the experiment first, a local search from the best of them,
/// and then the changes about the fit. Every point meets the same luck.
///
/// Made least is the sum over the series of their mean squared residual, in units of the luck and
/// the error of observation of each: a queue that was counted a thousand times weighs as much as a
/// single value. Factors that cannot be told are left as the scenario says, and the others fitted
/// anew.
///
/// @throws UserError  when no point can be simulated, or what was observed is not moved by luck
///                    and has no spread
/// @throws Interrupted
[[nodiscard]] Calibration calibrate(const Experiment& experiment, const Observations& observations,
                                    const EvaluationPlan& plan);

}  // namespace cordon
