#pragma once

// Crossings, bases and towns on the map, with their labels.

#include <optional>
#include <span>

#include "viz/hud/pen.hpp"
#include "viz/hud/picture.hpp"
#include "viz/scene/country_names.hpp"
#include "viz/scene/heat.hpp"

namespace cordon::viz {

/// Radius of a crossing's mark: its area grows with the vehicles that wait, up to 4,000.
[[nodiscard]] double radius_of(int waiting);
/// @param countries  whose names stand where there is room for them
/// @param taken      where no label may stand
void draw_posts(const Pen& pen, const Picture& picture, const Camera& camera,
                std::span<const CountryName> countries, std::vector<Box> taken);

/// The crossing or base that is drawn at a point of the screen.
[[nodiscard]] std::optional<std::uint16_t> post_at(Point screen, const Geography& geography,
                                                   const std::vector<PostNow>& posts,
                                                   const Camera& camera);

/// Drawn as part of the legend too.
void draw_disc_of_post(const Pen& pen, Point at, double radius, const PostNow& post,
                       std::optional<Colour> fill, const Theme& theme);

}  // namespace cordon::viz
