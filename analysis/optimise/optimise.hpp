#pragma once

// Looks for the best plan of an experiment, and says what it is worth by runs that the choice has
// not seen, beside today's plan and a simple rule.

#include <optional>
#include <string>
#include <vector>

#include "analysis/optimise/plan_runs.hpp"
#include "analysis/selection/pareto.hpp"
#include "analysis/statistics/interval.hpp"

namespace cordon {

/// What fresh runs say of one measure of one plan.
struct FreshOutcome {
  Interval mean;
  Interval difference;  ///< from today's plan under the same luck; of today's: zero
};

/// A plan that was chosen, or that the chosen one is compared with.
struct ComparedPlan {
  std::string name;  ///< "today", "chosen" or "in proportion"
  std::size_t plan = 0;
  std::vector<FreshOutcome> outcomes;  ///< by measure of the experiment
};

/// What was made of one plan while choosing.
struct ConsideredPlan {
  double mean = 0;                     ///< of the objective
  int replications = 0;                ///< while choosing
  std::optional<int> screened_out_at;  ///< kn: replications after which it was dropped
  std::optional<Dominance> dominance;  ///< none: there is no trade-off
};

struct Optimised {
  std::size_t chosen = 0, today = 0;
  std::optional<std::size_t> in_proportion;
  std::string rule_fault;  ///< why there is no such plan, when one was asked for
  /// kn: with at least the confidence it is the best, or no more than the indifference from it.
  bool guaranteed = false;
  std::optional<double> probability;  ///< ocba: estimated, that the choice is right
  bool local_optimum = false;         ///< local_search: no neighbour was found better
  int unclear = 0;                    ///< local_search: neighbours that could be
  std::vector<ConsideredPlan> plans;  ///< by plan
  std::uint64_t runs_of_choice = 0;
  int fresh_from = 0;  ///< first fresh replication, from 0
  std::vector<ComparedPlan> compared;
};

/// What can be told to be wrong before anything is simulated.
/// @throws ScenarioError  when its factors do not suit the method, or the budget is too small
void check_optimisation(const Experiment& experiment);

/// @param experiment  that says what to optimise, and has been checked
/// @return the same for the same experiment, whatever `runs` knew before
/// @throws UserError      when a plan cannot be simulated or ranked
/// @throws Interrupted
[[nodiscard]] Optimised optimise(const Experiment& experiment, PlanRuns& runs);

/// Position of a measure among those of the experiment.
[[nodiscard]] std::size_t measure_index(const Experiment& experiment, const std::string& name);
[[nodiscard]] Aim aim_of(const Measured& measured);

}  // namespace cordon
