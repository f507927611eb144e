#include "viz/scene/road_style.hpp"

#include <algorithm>
#include <cmath>

namespace cordon::viz {
namespace {

// A map with less than this is clear, and its ways are drawn in full.
constexpr double clear_density = 0.02, faintest = 0.10;

}  // namespace

// After Liang and Barsky (1984).
std::optional<std::pair<Point, Point>> clipped(Point from, Point to, const Box& box) {
  const Point along = to - from;
  double enters = 0, leaves = 1;
  const auto cut = [&](double towards, double room) {
    if (towards == 0) return room >= 0;
    const double share = room / towards;
    if (towards < 0)
      enters = std::max(enters, share);
    else
      leaves = std::min(leaves, share);
    return enters <= leaves;
  };
  const bool is_in = cut(-along.x, from.x - box.low.x) && cut(along.x, box.high.x - from.x) &&
                     cut(-along.y, from.y - box.low.y) && cut(along.y, box.high.y - from.y);
  if (!is_in) return std::nullopt;
  return std::pair{between(from, to, enters), between(from, to, leaves)};
}

double density_of(std::span<const Road> roads, const Camera& camera) {
  double pixels = 0;
  for (const Road& road : roads)
    if (const auto part =
            clipped(camera.to_screen(road.from), camera.to_screen(road.to), camera.view()))
      pixels += std::hypot(part->second.x - part->first.x, part->second.y - part->first.y);
  const Point size = camera.view().size();
  return size.x * size.y > 0 ? pixels / (size.x * size.y) : 0;
}

RoadStyle style_of(const Road& road, double most, double density) {
  const double fade = std::clamp(clear_density / std::max(density, 1e-9), faintest, 1.0);
  const double share = most > 0 ? std::sqrt(std::min(road.vehicles_per_day / most, 1.0)) : 0;
  double strength = fade + (1 - fade) * share;
  RoadStyle style;
  if (road.kind == WayKind::vessel) style = {255, 1, 7, 5};
  if (road.kind == WayKind::air) {
    style = {255, 1, 2, 6};
    strength *= 0.6;
  }
  style.alpha = static_cast<std::uint8_t>(std::lround(255 * strength));
  style.width = 1 + 2 * share;
  return style;
}

}  // namespace cordon::viz
