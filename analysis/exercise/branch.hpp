#pragma once

// What injects make of a scenario: a scenario again, which by itself runs to the same end. Up to
// the first inject it runs to the same bytes as the scenario without them.

#include "analysis/exercise/spelling.hpp"

namespace cordon {

/// What happens at moments of its own, by moment and name.
[[nodiscard]] std::vector<Happening> planned(const Script& script);

/// The scenario in which these injects happen; as the script's own when there are none.
/// @throws ScenarioError  with every problem, such as an inject that would change what was before
[[nodiscard]] NamedScenario branch(const Script& script, const std::vector<Happening>& happenings);

/// Looks at all injects of the script, contingencies at the moment at which they may happen first.
/// @throws ScenarioError  with every problem
void check_injects(const Script& script);

}  // namespace cordon
