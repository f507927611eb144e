#pragma once

#include "viz/app/settings.hpp"

namespace cordon::viz {

/// Shows a run in a window until it is closed.
/// @throws  what opening the run throws
void show_window(const Settings& settings);

/// Draws one picture of a run to a PNG file.
void save_screenshot(const Settings& settings);

}  // namespace cordon::viz
