#pragma once

// The outlines of countries, cut into triangles.

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/outlines/outlines.hpp"
#include "viz/scene/point.hpp"

namespace cordon::viz {

/// A closed line around some land, and the triangles that fill it.
struct Ring {
  std::string country;                 ///< English name
  std::vector<Point> points;           ///< of the map; the last is not the first again
  std::vector<std::uint32_t> corners;  ///< three points for each triangle
};

/// Cuts outlines into triangles on the map.
[[nodiscard]] std::vector<Ring> rings_of(const std::vector<Outline>& outlines);

/// The outlines that the program carries.
[[nodiscard]] const std::vector<Ring>& europe();

/// Whether a point lies on land of these outlines.
[[nodiscard]] bool is_on_land(Point at, const std::vector<Ring>& rings);

/// ISO 3166 code of two letters, "" when it is not known here.
[[nodiscard]] std::string code_of_country(const std::string& english_name);

}  // namespace cordon::viz
