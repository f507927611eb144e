#pragma once

#include "viz/app/settings.hpp"

namespace cordon::viz {

/// Shows a run in a window until it is closed.
/// @throws  what opening the run throws
void show_window(const Settings& settings);

/// Plays for ten seconds in a window with more vehicles on the map than there are, and prints how
/// many pictures a second it drew.
void measure_window(const Settings& settings);

/// Draws one picture of a run to a PNG file.
void save_screenshot(const Settings& settings);

/// Draws a film of a run to an MP4 file, by way of the program ffmpeg.
/// @throws UserError  when ffmpeg is not there, or fails
void save_film(const Settings& settings);

}  // namespace cordon::viz
