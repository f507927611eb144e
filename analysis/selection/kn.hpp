#pragma once

// The best of some plans with a guarantee: plans are dropped one by one, as soon as it is clear
// enough that they are not it.

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "analysis/selection/simulated.hpp"

namespace cordon {

struct KnSettings {
  double delta = 0;     ///< indifference zone, in the measure's unit: above 0
  double alpha = 0.05;  ///< chance of a wrong selection that is allowed: above 0, below 1 - 1/plans
  int first_stage = 20;  ///< replications of each plan before any is dropped (n0): at least 2
  /// Replications, of all plans together, that may be simulated: at least first_stage * plans.
  std::int64_t limit = std::numeric_limits<std::int64_t>::max();
  /// Replications of each plan that are asked for at a time: at least 1. The choice is the same for
  /// all, but the last ones of a batch may be of no use.
  int batch = 1;
  Aim aim = Aim::minimise;
};

struct KnPlan {
  double mean = 0;  ///< over the replications used
  int used = 0;     ///< replications, until it was dropped or the procedure ended
  std::optional<int> screened_out_at;  ///< replications of each plan after which it was dropped
};

struct KnResult {
  std::size_t best = 0;
  bool guaranteed = false;  ///< false: the limit came first, and `best` only has the best mean
  std::vector<KnPlan> plans;
  std::int64_t simulated = 0;  ///< replications of all plans together, used or not
};

/// The constant that the triangle in which sampling continues is drawn with.
///
/// @param plans  at least 2   @param alpha  above 0, below 1 - 1/plans   @param first_stage  at
/// least 2
/// @throws std::invalid_argument  outside of these ranges
/// Source: Kim and Nelson (see `kn`), with c = 1 and the Bonferroni bound, which holds whatever the
/// luck of the plans has in common.
[[nodiscard]] double kn_eta(std::size_t plans, double alpha, int first_stage);

/// Selects the plan with the best mean.
///
/// When its mean is better than all others by at least `delta`, it is selected with probability at
/// least 1 - alpha: for values of replications that are normal (means over a run are nearly so),
/// whether or not plans have luck in common. Positive correlation makes it faster, since only
/// differences of paired replications count. The winner's mean is flattered by having been chosen
/// for it: to report its value, simulate it with other luck.
///
/// @param plans  numbered from 0: at least 2
/// @throws std::invalid_argument  for settings out of range, or a wrong answer of `simulate`
/// Source: Kim and Nelson, "A fully sequential procedure for indifference-zone selection in
/// simulation", ACM Transactions on Modeling and Computer Simulation 11 (2001), procedure KN.
[[nodiscard]] KnResult kn(const Simulate<std::size_t>& simulate, std::size_t plans,
                          const KnSettings& settings);

}  // namespace cordon
