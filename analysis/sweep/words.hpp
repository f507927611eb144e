#pragma once

// Which factors matter, in words and rows: the same on a terminal and on a page.

#include <map>
#include <string>
#include <vector>

#include "analysis/sweep/discovery.hpp"
#include "analysis/sweep/sensitivity.hpp"
#include "analysis/text/numbers.hpp"

namespace cordon {

/// Which indices of a design are shown.
struct ShownIndices {
  std::string main;                 ///< the index that factors are ranked by
  std::vector<std::string> beside;  ///< others of the same row
  std::string meaning;
  bool has_unit = false;  ///< that of the measure
};
[[nodiscard]] ShownIndices shown_of(DesignMethod method);

/// A factor and its indices, by name.
struct RankedFactor {
  std::size_t factor = 0;
  std::map<std::string, BootstrapEstimate> indices;
};
/// Those with the largest index first; those without a value last.
[[nodiscard]] std::vector<RankedFactor> ranked_factors(const Sensitivity& found,
                                                       const std::string& index);
/// Whether the response varies between designs at all.
[[nodiscard]] bool varies(const std::vector<RankedFactor>& ranked, const std::string& index);

/// Coefficients and shares are read in hundredths; what has a unit, as well as it is known.
[[nodiscard]] std::string estimate_text(const BootstrapEstimate& estimate, bool has_unit,
                                        const text::Marks& marks = {});
/// "" where there is none.
[[nodiscard]] std::string interval_text(const BootstrapEstimate& estimate, bool has_unit,
                                        const text::Marks& marks = {});

/// "wait_mean, min, joint_operation less baseline"
[[nodiscard]] std::string response_name(const Experiment& experiment, const Response& response);

/// What stands below its table: how much is explained, and what was left out.
[[nodiscard]] std::vector<std::string> reservations_of(const Sensitivity& found);

/// "interdiction_rate is higher in joint_operation than in baseline, unless xray is below 0.41, or
/// xray is from 0.35 to 0.47, where it cannot be told." for differences in a one-at-a-time design;
/// "" of other responses.
[[nodiscard]] std::string conclusion_of(const Experiment& experiment, const Sensitivity& found,
                                        MeasureNames name = as_said);

/// "fails happens in 34 of 200 designs: mostly where secrecy is at most 0.5. 85 % of them lie
/// there, and it happens in 90 % of the designs there."
[[nodiscard]] std::string discovery_text(const Experiment& experiment, const Discovery& found);

}  // namespace cordon
