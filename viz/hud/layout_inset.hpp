#pragma once

// The inset of a crossing's layout: which lanes there are, and what each does.

#include <map>

#include "viz/hud/pen.hpp"
#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// What a lane does at a moment.
struct LaneNow {
  bool open = false, busy = false;
  Officers at_it;
};
/// Of one stage; as many as it has at the start, or are open.
[[nodiscard]] std::vector<LaneNow> lanes_now(std::uint16_t stage, const trace::CrossingShape& shape,
                                             const trace::CrossingState& state,
                                             const trace::Header& header);

/// Draws the stages of one line, or with `nobody` those that lines share, one below the other, at
/// the cursor of the current panel.
void draw_stages(std::uint16_t line, std::uint16_t crossing, const Picture& picture);

}  // namespace cordon::viz
