// What is decided for years.

#include "sim/scenario/check/check.hpp"

namespace cordon {

void check_strategy(const Scenario& s, Problems& problems) {
  for (const auto& [name, assessment] : s.assessment) {
    if (assessment.first >= s.length)
      problems.at(path_of({"assessment", name, "first"}),
                  "lies beyond the end of the run; expected less than `length`");
    if (assessment.follows > 0 && s.selection.engine != RiskEngine::binormal)
      problems.at(path_of({"assessment", name, "follows"}),
                  "is above 0, and the engine goes by papers alone; expected 0, or "
                  "selection.engine = \"binormal\"");
  }
}

}  // namespace cordon
