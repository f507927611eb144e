#pragma once

#include <string>

#include "analysis/new_post/forecast.hpp"

namespace cordon::terminal {

/// What was found of a planner's posts: how each queue was told, and how it is simulated.
[[nodiscard]] std::string post_text(const new_post::Post& post,
                                    const std::vector<new_post::InSample>& in_sample, bool colours);

/// How well the scenario forecasts, beside naive forecasts; why there is nothing to say when there
/// are no origins.
[[nodiscard]] std::string forecast_text(const new_post::Post& post,
                                        const forecast::Forecasts& forecasts,
                                        std::uint32_t replications, bool colours);

}  // namespace cordon::terminal
