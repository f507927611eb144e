#pragma once

#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// Queues and waits of all crossings, of the run on the left and of the one on the right.
void draw_both(const Picture& picture, Wish& wish);

}  // namespace cordon::viz
