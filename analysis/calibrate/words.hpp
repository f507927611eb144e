#pragma once

// What a calibration could not tell, in words.

#include <string>
#include <vector>

#include "analysis/calibrate/forecasts.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon {

/// The factors of a combination that cannot be told, by number: those that have a share in it worth
/// naming, the greatest first.
[[nodiscard]] std::vector<int> members_of(const UnknownDirection& direction);

/// "a and b are known in combination alone: a higher a with a lower b looks the same."
[[nodiscard]] std::string words_of(const UnknownDirection& direction, const Experiment& experiment);

/// All that the observations cannot tell, a sentence each; factors at an end of their range, too.
[[nodiscard]] std::vector<std::string> limits_of(const Calibration& found,
                                                 const Experiment& experiment);

/// What it rests on: "Fitted to 504 observations: 31 points of 3 factors, 4 replications of each
/// under the same luck."
[[nodiscard]] std::string basis_of(const Experiment& experiment, const Observations& observations,
                                   const Calibration& found);
/// Why the fit may not be trusted; residuals that luck does not explain, a search without an end.
[[nodiscard]] std::vector<std::string> warnings_of(const Calibration& found);

/// "medyka: lorries, entry"; the name of a single value.
[[nodiscard]] std::string name_of(const Series& series);
/// "at the low end of its range": what became of a factor, for people.
[[nodiscard]] std::string told_words(FitStatus status);

/// What a forecast knows, beside the naive ones.
inline constexpr const char* what_forecasts_know =
    "Values were fitted to earlier days alone; a forecast begins with the queues counted last. "
    "Tables of the scenario that were made from later days flatter it.";
/// Why there are none.
[[nodiscard]] std::string no_forecasts_text(const FitForecasts& forecasts);
/// At how many queues the fitted values forecast better than what the scenario said.
[[nodiscard]] std::string whether_it_helps(const FitForecasts& forecasts);

/// In which unit the values of a factor are easiest to read: times in hours or minutes.
[[nodiscard]] text::ShownUnit shown_unit_of(const Factor& factor);

}  // namespace cordon
