#pragma once

// The review of an exercise, as parts of a page: what was injected, what came of it, what it
// changed, and what was noted.

#include <vector>

#include "analysis/result_page.hpp"

namespace cordon {

/// One section, and parts of it for each scenario with injects; empty when there was no exercise.
/// @param names    of the scenarios, the baseline's first
/// @param changes  main measures against the baseline, if that is without injects; else none
[[nodiscard]] std::vector<PageSection> after_action_of(const std::vector<InjectReview>& injects,
                                                       const std::vector<NotedMoment>& bookmarks,
                                                       const std::vector<std::string>& names,
                                                       const std::vector<Change>& changes);

}  // namespace cordon
