#pragma once

#include <utility>
#include <vector>

#include "analysis/result_page.hpp"

namespace cordon {

/// The land around some places, cut off where no chart shows it, and as fine as one can show.
/// @param places  degrees east and north; at least one
[[nodiscard]] MapGround ground_around(const std::vector<std::pair<double, double>>& places);

}  // namespace cordon
