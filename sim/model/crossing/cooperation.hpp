#pragma once

// What it means for a vehicle how customs and border guards work together.

#include <span>

#include "sim/scenario/scenario.hpp"

namespace cordon::cooperation {

/// Whether all own stages of a line are done at its first one.
[[nodiscard]] constexpr bool at_one_stop(CooperationMode mode) {
  return mode != CooperationMode::separate;
}

/// How long a vehicle stands at the first stage of its line. Separate: for its first check.
/// Co-located: for the longest of the checks, which are made in parallel. One-stop: for the sum of
/// the checks, which one crew makes. Both with what is saved.
/// @param checks  seconds of each own stage of the line, in order; at least one
[[nodiscard]] double stop_seconds(CooperationMode mode, std::span<const double> checks,
                                  const Scenario& scenario);

/// By how much combined signs of person and goods raise every detection probability.
[[nodiscard]] double detection_bonus(CooperationMode mode, const Scenario& scenario);

}  // namespace cordon::cooperation
