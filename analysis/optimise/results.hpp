#pragma once

// What an optimisation leaves: all plans, all runs, what fresh runs say, and the chosen plan as a
// scenario.

#include <chrono>
#include <string>
#include <vector>

#include "analysis/optimise/optimise.hpp"

namespace cordon {

/// The scenario of the chosen plan, in a result folder.
inline constexpr const char* chosen_scenario = "variants/chosen/scenario.toml";

struct OptimiseOutput {
  std::string place;
  bool replace = false;
  std::vector<std::string> command_line;
  std::chrono::system_clock::time_point started;
  std::string page;  ///< the report, as HTML
};

/// @throws OutputError
void write_optimised(const Experiment& experiment, const PlanRuns& runs, const Optimised& found,
                     const OptimiseOutput& output);

/// "not dominated", "dominated" or "unclear".
[[nodiscard]] std::string_view word_of(Dominance dominance);

}  // namespace cordon
