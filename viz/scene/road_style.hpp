#pragma once

// How ways are drawn, so that many of them do not drown the map: the more of them there are in
// view, the fainter; the more vehicles take one, the stronger.

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "viz/scene/camera.hpp"
#include "viz/scene/geography.hpp"

namespace cordon::viz {

/// The part of a line that is in a box; none: nothing of it is.
[[nodiscard]] std::optional<std::pair<Point, Point>> clipped(Point from, Point to, const Box& box);

/// Pixels of ways for each pixel of the map, in view.
[[nodiscard]] double density_of(std::span<const Road> roads, const Camera& camera);

struct RoadStyle {
  std::uint8_t alpha = 255;
  double width = 1;          ///< pixels
  double dash = 0, gap = 0;  ///< pixels; 0: an unbroken line
};
/// @param most  vehicles a day on the way that has most; 0: nothing is said of any
[[nodiscard]] RoadStyle style_of(const Road& road, double most, double density);

}  // namespace cordon::viz
