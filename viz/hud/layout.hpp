#pragma once

// Where map and panels stand in the window.

#include "viz/scene/point.hpp"

namespace cordon::viz {

/// The smallest window in which nothing is cut off.
inline constexpr Point least_window{1024, 700};

struct Layout {
  Box clock, map, side, time_line;  ///< side and time line may be empty
};
/// @param presenting  only a large clock, and the map
[[nodiscard]] Layout layout_of(Point window, double text_scale, bool presenting);

}  // namespace cordon::viz
