#pragma once

#include "viz/scene/camera.hpp"

namespace cordon::viz {

/// A bar on the map that is as long as it says.
struct ScaleBar {
  double kilometres = 0;  ///< 1, 2 or 5 times a power of ten
  double pixels = 0;
};
/// The longest that is not longer than so many pixels, in the middle of what is seen.
[[nodiscard]] ScaleBar scale_bar(const Camera& camera, double longest);

}  // namespace cordon::viz
