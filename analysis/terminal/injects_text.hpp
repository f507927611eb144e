#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analysis/exercise/lookouts.hpp"
#include "analysis/study/runs.hpp"

namespace cordon::terminal {

/// What was injected into one scenario, and in how many replications what was expected came; ""
/// where nothing was.
[[nodiscard]] std::string injects_text(const NamedScenario& scenario,
                                       const std::optional<Injected>& injected,
                                       const std::unique_ptr<Lookouts>& lookouts, const Runs& runs);

}  // namespace cordon::terminal
