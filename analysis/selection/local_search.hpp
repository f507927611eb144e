#pragma once

// A good decision in whole numbers when each can only be simulated: local search that spends
// replications where decisions are hard to tell apart.
//
// NLopt, which Debian has, is no help: its variables are real, and it cannot be used for whole ones
// (its author, github.com/stevengj/nlopt, no. 395); nor does it know that values are noisy. The
// field's methods for this problem are COMPASS (Hong and Nelson, Operations Research 54, 2006; Xu,
// Nelson, Hong, "Industrial strength COMPASS", ACM TOMACS 20, 2010) and R-SPLINE (Wang, Pasupathy,
// Schmeiser, ACM TOMACS 23, 2013), which converge to a local optimum with probability 1. Theirs is
// what is meant by one here: no better neighbour. This search is simpler: it is R-SPLINE's
// neighbourhood enumeration alone, without its gradient-like line search, on samples that grow
// until the next decision is clear. It has no guarantee but what the result says of itself; `kn`
// among its best decision and the neighbours can give one.

#include <cstdint>

#include "analysis/selection/decision_space.hpp"
#include "analysis/selection/simulated.hpp"

namespace cordon {

/// Levels are right for values that are nearly normal: skewed ones, such as waits in a short run,
/// need a larger first stage, or longer runs, lest a few lucky replications decide.
struct SearchSettings {
  std::int64_t budget = 0;  ///< replications of all decisions together
  int first_stage = 8;      ///< replications before two decisions are compared: at least 2
  int most = 128;           ///< replications of one decision: at least first_stage
  double level = 0.05;      ///< chance that a comparison calls a worse decision clearly better, or
                            ///< a better one clearly worse: in (0, 0.5)
  int restarts = 0;         ///< searches from random decisions, after the one from `start`
  std::uint64_t seed = 1;   ///< of the restarts alone
  Aim aim = Aim::minimise;
};

struct LocalSearchResult {
  Decision best;
  double mean = 0;             ///< of its replications: flattered by having been chosen for it
  int used = 0;                ///< its replications
  bool local_optimum = false;  ///< no neighbour was found better; false: the budget came first
  int unclear = 0;             ///< neighbours that are not clearly worse, after `most` replications
  int searches = 0;            ///< that were begun
  std::size_t visited = 0;     ///< decisions that were simulated
  std::int64_t simulated = 0;  ///< replications of all of them
};

/// Goes from decision to better neighbour (plus one, minus one, one moved) until there is none.
///
/// Neighbours are tried in the order of `unit_changes`, beginning with the change that helped last,
/// and the first better one is taken. Two decisions are compared by paired replications: when their
/// difference is significant it decides, otherwise both get twice as many replications, and after
/// `most` the better mean decides, significant or not. Nothing is simulated twice, and a search
/// that comes to where another one was ends there. A decision that was left is compared anew, by
/// more replications, before it is returned to: so errors of small samples are found, and none can
/// lead in circles.
///
/// @param simulate  asked only for allowed decisions
/// @param start     allowed
/// @return the same for the same arguments, if the answers of `simulate` are
/// @throws std::invalid_argument  for a wrong space, a start that is not allowed, settings out of
///                                range (the budget must reach for `start`), or a wrong answer
[[nodiscard]] LocalSearchResult local_search(const Simulate<Decision>& simulate,
                                             const DecisionSpace& space, const Decision& start,
                                             const SearchSettings& settings);

}  // namespace cordon
