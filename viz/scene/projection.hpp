#pragma once

// The projection of the map: Mercator's, in which north is up everywhere and shapes are kept.

#include "viz/scene/point.hpp"

namespace cordon::viz {

/// Degrees north and east to a point of the map: the whole equator is 1 long, y grows southwards.
/// Beyond 85 degrees, where the map would never end, it ends.
[[nodiscard]] Point project(double latitude, double longitude);
/// Degrees north of a point of the map.
[[nodiscard]] double latitude_of(Point at);
/// How many kilometres a unit of the map is, there. On a sphere of 6371 km.
[[nodiscard]] double kilometres_per_unit(Point at);

}  // namespace cordon::viz
