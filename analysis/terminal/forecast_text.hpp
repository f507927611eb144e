#pragma once

#include <string>

#include "analysis/forecast/rolling.hpp"

namespace cordon::terminal {

/// Mean errors by crossing and method, what is beaten, and what is wrong where it is not.
/// @param replications  of each forecast   @param knowledge  what the simulation knows, a sentence
[[nodiscard]] std::string forecast_text(const forecast::Forecasts& forecasts,
                                        std::uint32_t replications, const std::string& knowledge,
                                        bool colours);

}  // namespace cordon::terminal
