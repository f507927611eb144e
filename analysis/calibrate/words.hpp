#pragma once

// What a calibration could not tell, in words.

#include <string>
#include <vector>

#include "analysis/calibrate/calibrate.hpp"
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

/// In which unit the values of a factor are easiest to read: times in hours or minutes.
[[nodiscard]] text::ShownUnit shown_unit_of(const Factor& factor);

}  // namespace cordon
