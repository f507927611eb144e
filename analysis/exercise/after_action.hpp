#pragma once

// What came of an exercise: injects and reactions over all replications, and what was noted.

#include <memory>
#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/exercise/lookouts.hpp"
#include "analysis/study/runs.hpp"

namespace cordon {

/// Of each scenario with injects, in the order in which they happened; those that did not, last.
/// @param lookouts  by scenario; null where nothing was injected
[[nodiscard]] std::vector<InjectReview> review_injects(
    const Studied& studied, const std::vector<std::unique_ptr<Lookouts>>& lookouts,
    const std::vector<Runs>& runs);

}  // namespace cordon
