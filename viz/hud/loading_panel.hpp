#pragma once

#include "viz/app/open_run.hpp"
#include "viz/hud/fonts.hpp"

namespace cordon::viz {

/// How far a run has been opened, in the middle of the window.
void draw_loading(OpeningStage stage, double share, bool light, const Fonts& fonts);

}  // namespace cordon::viz
