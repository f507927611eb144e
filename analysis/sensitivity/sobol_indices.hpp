#pragma once

// Sobol' indices: which share of an output's variance each factor accounts for.

#include <Eigen/Core>
#include <vector>

#include "analysis/sensitivity/bootstrap.hpp"

namespace cordon {

/// Outputs of Saltelli's design: of n base points each of two independent samples A and B, and of
/// their mixtures. Entry j of all belongs to base point j.
struct SobolOutputs {
  Eigen::VectorXd a, b;
  Eigen::MatrixXd a_b;  ///< n x k; column i: the points of A with factor i from B
  Eigen::MatrixXd b_a;  ///< n x k, or empty; column i: the points of B with factor i from A
};

/// How first-order indices are estimated.
enum class FirstOrder {
  saltelli,  ///< b (a_b - a): the more accurate for small indices
  jansen     ///< variance - (b - a_b)^2 / 2: the more accurate for large ones
};

/// What two factors do together beyond the sum of what each does alone.
struct SecondOrderIndex {
  int factor = 0, other = 0;  ///< columns, from 0; factor < other
  BootstrapEstimate index;
};

/// Shares of an output's variance. Estimates may be below 0 or above 1 by chance. All are NaN when
/// the output does not vary.
struct SobolIndices {
  std::vector<BootstrapEstimate> first;  ///< what a factor does alone; they add up to at most 1
  std::vector<BootstrapEstimate> total;  ///< alone and together with others; near 0: may be fixed
  std::vector<SecondOrderIndex> second;  ///< of each pair; empty without `b_a`
  double mean = 0, variance = 0;         ///< of the output, over A and B
  int used = 0, dropped = 0;             ///< base points; dropped are those with a failed run
  double confidence = 0.95;              ///< of each interval by itself
};

/// First-order, total and, with `b_a`, second-order Sobol' indices.
///
/// With `b_a` each index is estimated twice, with A and B in each other's place too, and the two
/// are averaged. Outputs are centred first: the products would else be large numbers whose
/// difference is small. A base point with any output that is not finite is dropped from all
/// estimates, since what is left of it fits nothing. An output that varies by rounding alone counts
/// as constant.
///
/// Intervals resample base points (BCa, for total indices are skewed near zero). They take base
/// points as independent: on Sobol' points the estimates are better than the intervals say.
///
/// @throws std::invalid_argument  when the shapes do not fit, or as `check(plan)`
/// Source: Saltelli, Annoni, Azzini, Campolongo, Ratto, Tarantola, "Variance based sensitivity
/// analysis of model output", Computer Physics Communications 181 (2010), table 2 (b), (c), (f);
/// Jansen, "Analysis of variance designs for model output", same journal 117 (1999); Saltelli,
/// "Making best use of model evaluations to compute sensitivity indices", same journal 145 (2002)
/// for pairs; Archer, Saltelli, Sobol', "Sensitivity measures, ANOVA-like techniques and the use of
/// bootstrap", Journal of Statistical Computation and Simulation 58 (1997).
[[nodiscard]] SobolIndices sobol_indices(const SobolOutputs& outputs,
                                         const BootstrapPlan& plan = {},
                                         FirstOrder first_order = FirstOrder::saltelli);

}  // namespace cordon
