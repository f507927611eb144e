#pragma once

// How good an engine's selection is.

#include <vector>

#include "analysis/score/declarations.hpp"
#include "sim/model/risk/scoring/engine.hpp"

namespace cordon::score {

/// What inspecting the riskiest part finds.
struct Precision {
  double share = 0;  ///< of the declarations
  std::size_t selected = 0, hits = 0;
  double precision = 0;  ///< hits of the selected
  double recall = 0;     ///< hits of all that are illicit; NaN: none is
  double revenue = 0;    ///< duty on the hits, of the duty on all that are illicit; NaN: none
};

/// The rows of a table, the riskiest first; equal ones in the order of the table.
struct Ranking {
  std::vector<std::size_t> rows;
  std::vector<double> scores;  ///< by row of the table
};
[[nodiscard]] Ranking rank(const scoring::Engine& engine, const Declarations& table);

/// @param share  above 0, at most 1; at least one declaration is selected
[[nodiscard]] Precision judge(const Ranking& ranking, const Declarations& table, double share);

}  // namespace cordon::score
