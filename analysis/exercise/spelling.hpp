#pragma once

// What an inject does, in the words of a scenario: shocks, operations, criteria, outages.

#include "analysis/exercise/script.hpp"

namespace cordon {

/// What of the injects happens, and when, since the start of the run.
struct Happening {
  std::string inject;
  Duration at{0};
  bool operator==(const Happening&) const = default;
};

/// The overrides that make it happen.
/// @param base      the scenario without injects
/// @param problems  gets what the scenario does not have, or what would happen before
[[nodiscard]] std::vector<Override> overrides_of(const PlacedInject& inject, Duration at,
                                                 const Scenario& base, Problems& problems);

/// A path that these overrides have made, as the file of the inject would say it:
/// operation.control.move.m.officers is inject.control.operation.move.m.officers.
[[nodiscard]] std::string path_in_exercise(const std::string& path, const PlacedInject& inject);

}  // namespace cordon
