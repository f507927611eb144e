#pragma once

// Rolling forecasts on a page.

#include "analysis/forecast/rolling.hpp"
#include "analysis/result_page.hpp"

namespace cordon::pages {

/// Errors by crossing and method, as a chart and a table, and what they come to.
/// @param knowledge  what the simulation knows, a sentence
[[nodiscard]] PageSection forecast_section(const forecast::Forecasts& forecasts,
                                           std::uint32_t replications,
                                           const std::string& knowledge);

}  // namespace cordon::pages
