#pragma once

#include "analysis/result_page.hpp"
#include "analysis/sweep/finish.hpp"

namespace cordon::pages {

/// What a sweep came to, as a page: each measure along each factor, and all designs.
[[nodiscard]] ResultPage sweep_page(const Experiment& experiment, const SweepResults& found,
                                    const std::vector<std::string>& commands);

/// "12 designs, 3 replications of each in 2 scenarios, 72 runs in all."
[[nodiscard]] std::string size_of(const Experiment& experiment, const SweepOutcomes& outcomes);
/// What is to be told before all else: runs that failed.
[[nodiscard]] std::vector<std::string> warnings_of(const SweepOutcomes& outcomes);

}  // namespace cordon::pages
