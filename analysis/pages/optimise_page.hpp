#pragma once

#include "analysis/optimise/optimise.hpp"
#include "analysis/result_page.hpp"

namespace cordon::pages {

/// What an optimisation has found, as a page: the choice beside today's plan, how the plans
/// compared, and the trade-off.
/// @param commands  that make it again, and that go on from it
[[nodiscard]] ResultPage optimise_page(const Experiment& experiment, const PlanRuns& runs,
                                       const Optimised& found,
                                       const std::vector<std::string>& commands);

}  // namespace cordon::pages
