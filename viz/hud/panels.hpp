#pragma once

// The panels around the map. Each draws itself into a part of the window.

#include "viz/hud/layout.hpp"
#include "viz/hud/picture.hpp"
#include "viz/hud/time_range.hpp"

namespace cordon::viz {

/// Gives the panels of Dear ImGui the colours of a theme.
void use_theme(const Theme& theme, double text_scale);

/// Title, date, clock, speed, and who is looking.
void draw_clock(const Box& box, const Picture& picture);
/// The same for a room: date and clock, large, on the map.
void draw_large_clock(const Box& box, const Picture& picture);
/// Queues over time, operations, finds, bookmarks, and where time is now; a click goes there, the
/// wheel shows less or more of the run.
[[nodiscard]] Wish draw_time_line(const Box& box, const Picture& picture, TimeRange& range);
/// What marks and colours mean, in the lower left of the map.
[[nodiscard]] Box legend_box(const Box& map, const Picture& picture);
void draw_legend(const Box& box, const Picture& picture);
/// What colours mean, in as few lines as fit along the lower edge of two maps.
/// @return how high it is, pixels
double draw_legend_strip(const Box& maps, const Picture& picture);
/// Which keys do what, on top of everything.
void draw_keys(const Picture& picture);
/// Whose knowledge the map shows, at its top.
void draw_knower(const Box& map, const Picture& picture);
void draw_scale_bar(const Box& map, const Picture& picture, const Camera& camera);

}  // namespace cordon::viz
