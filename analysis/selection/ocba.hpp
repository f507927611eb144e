#pragma once

// The best of some plans within a budget: replications go where they help most to tell the best
// plan from the others.
//
// The theory supposes that plans are simulated independently. With common luck that correlates them
// positively, the allocation still serves, and the probability is too low an estimate; `kn` makes
// use of the correlation, and is the first choice when its replications can be afforded. Allocation
// for correlated plans: Fu, Hu, Chen, Xiong, "Simulation allocation for determining the best design
// in the presence of correlated sampling", INFORMS Journal on Computing 19 (2007).
//
// Source: Chen, Lin, Yucesan, Chick, "Simulation budget allocation for further enhancing the
// efficiency of ordinal optimization", Discrete Event Dynamic Systems 10 (2000).

#include <span>
#include <vector>

#include "analysis/selection/simulated.hpp"

namespace cordon {

/// What part of all replications each plan should have, asymptotically: with b the plan of the best
/// mean, s_i the standard deviations and d_i the differences from b's mean,
/// N_i : N_j = (s_i / d_i)^2 : (s_j / d_j)^2 for i, j other than b, and
/// N_b = s_b sqrt(sum of (N_i / s_i)^2 over i other than b): theorem 1 of the paper.
///
/// Where means are equal to the best or deviations are zero, the limit of these ratios is taken. A
/// deviation that is zero by accident leaves its plan without replications.
///
/// @param means, deviations  by plan, at least 2; deviations are not negative
/// @return shares that add up to 1
/// @throws std::invalid_argument  for sizes that differ, or values out of range
[[nodiscard]] std::vector<double> ocba_shares(std::span<const double> means,
                                              std::span<const double> deviations, Aim aim);

/// How many of the next `more` replications each plan gets, so that all that have been made come as
/// near to `ocba_shares` as can be: plans that have too many already get none.
///
/// @param counts  replications so far, by plan: none negative   @param more  not negative
/// @return whole numbers that add up to `more` (largest remainders; of equal ones, the first)
/// @throws std::invalid_argument  as `ocba_shares`, and for counts out of range
[[nodiscard]] std::vector<int> ocba_allocation(std::span<const double> means,
                                               std::span<const double> deviations,
                                               std::span<const int> counts, int more, Aim aim);

/// Approximate probability of correct selection (APCS): that the plan with the best mean so far is
/// the best, 1 - sum over the others of P(it is worse than they are), a Bonferroni bound.
///
/// Takes the deviations for the true ones, so it is too sure of itself when counts are small.
/// @param counts  by plan: at least 1
/// @return at least 0
/// @throws std::invalid_argument  as `ocba_shares`, and for counts out of range
[[nodiscard]] double approximate_probability_of_correct_selection(
    std::span<const double> means, std::span<const double> deviations, std::span<const int> counts,
    Aim aim);

struct OcbaSettings {
  int budget = 0;        ///< replications of all plans together: at least first_stage * plans
  int first_stage = 10;  ///< replications of each plan to begin with: at least 2 (paper: 5 to 20)
  int step = 20;         ///< replications to share out at a time: at least 1
  double enough = 1;     ///< ends before the budget does, when the probability has come to this
  Aim aim = Aim::minimise;
};

struct OcbaResult {
  std::size_t best = 0;
  double probability = 0;  ///< estimated, that `best` is right: no guarantee, unlike that of `kn`
  std::vector<double> means, deviations;  ///< by plan
  std::vector<int> counts;                ///< replications, by plan
};

/// Selects the plan with the best mean, by a budget that is shared out as it is spent.
///
/// @param plans  numbered from 0: at least 2
/// @throws std::invalid_argument  for settings out of range, or a wrong answer of `simulate`
[[nodiscard]] OcbaResult ocba(const Simulate<std::size_t>& simulate, std::size_t plans,
                              const OcbaSettings& settings);

}  // namespace cordon
