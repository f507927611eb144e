#pragma once

// Where labels stand on the map, so that no two collide and none hides what another means.

#include <optional>
#include <span>
#include <vector>

#include "viz/scene/point.hpp"

namespace cordon::viz {

/// A text that wants to stand beside a mark.
struct WantedLabel {
  Point mark;            ///< middle of what it names
  double radius = 0;     ///< of that mark, pixels
  Point size;            ///< of the text, pixels
  bool centred = false;  ///< on what it names, or near it, rather than beside it
};

/// Upper left corners, in the order of the wishes; none where there is no room. Who comes first
/// chooses first: right of its mark, left, above or below.
///
/// @param view  labels stand wholly in it
/// @param taken  boxes that no label may cover; the marks themselves are added
[[nodiscard]] std::vector<std::optional<Point>> place_labels(std::span<const WantedLabel> wanted,
                                                             const Box& view,
                                                             std::vector<Box> taken = {});

}  // namespace cordon::viz
