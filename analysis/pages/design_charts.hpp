#pragma once

// The designs of a sweep as charts and tables: what comes of a measure along a factor.

#include "analysis/result_page.hpp"
#include "analysis/sweep/merge.hpp"

namespace cordon::pages {

/// A measure, and in which scenarios, or by how much it differs there from the first.
struct Charted {
  std::size_t measure = 0;
  std::vector<std::size_t> scenarios;
  bool is_difference = false;
};

/// "wait, mean, min" along a factor: a dot for each design, by scenario. In a one-at-a-time design
/// only those that vary this factor, joined by a line.
[[nodiscard]] PageChart chart_along(const Experiment& experiment, const SweepOutcomes& outcomes,
                                    std::size_t factor, const Charted& charted);

/// All of a measure: a chart for each factor; of two in a grid, lines of one along the other.
/// @param charts  no more than so many
[[nodiscard]] PageSection measure_section(const Experiment& experiment,
                                          const SweepOutcomes& outcomes, std::size_t measure,
                                          std::size_t charts);

/// A table of all designs with their means, and of their differences where there are several
/// scenarios.
[[nodiscard]] PageSection designs_section(const Experiment& experiment,
                                          const SweepOutcomes& outcomes);

}  // namespace cordon::pages
