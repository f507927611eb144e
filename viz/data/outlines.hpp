#pragma once

#include <string_view>

namespace cordon::viz::data {

/// The table of the outlines of countries, as it is in europe_outlines_50m.csv.
extern const std::string_view outlines;

}  // namespace cordon::viz::data
