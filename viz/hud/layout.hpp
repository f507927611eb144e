#pragma once

// Where map and panels stand in the window.

#include "viz/scene/point.hpp"

namespace cordon::viz {

/// The smallest window in which nothing is cut off.
inline constexpr Point least_window{1024, 700};

struct Layout {
  Box clock, map, side, time_line;  ///< side and time line may be empty
  Box second_map;                   ///< as large as the map; empty: there is one
};
/// @param presenting    only a large clock, and the map
/// @param side_by_side  two maps, left and right
[[nodiscard]] Layout layout_of(Point window, double text_scale, bool presenting,
                               bool side_by_side = false);

}  // namespace cordon::viz
