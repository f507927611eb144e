#pragma once

#include "analysis/result_page.hpp"
#include "analysis/sweep/finish.hpp"

namespace cordon::pages {

/// Which factors matter, as a page: a section for each response, what was discovered, and all
/// designs.
[[nodiscard]] ResultPage sensitivity_page(const Experiment& experiment, const SweepResults& found,
                                          const std::vector<std::string>& commands);

}  // namespace cordon::pages
