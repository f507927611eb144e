#include "viz/scene/camera.hpp"

#include <algorithm>

namespace cordon::viz {

void Camera::zoom_at(Point screen, double factor) {
  const Point held = to_world(screen);
  scale_ = std::clamp(scale_ * factor, least_scale, greatest_scale);
  centre_ = centre_ + held - to_world(screen);
}

void Camera::fit(const Box& world, double margin) {
  constexpr double hundred_km = 0.004;  // in the middle of Europe
  const Point free = view_.size() - Point{2 * margin, 2 * margin};
  const Point size{std::max(world.size().x, hundred_km), std::max(world.size().y, hundred_km)};
  scale_ = std::clamp(std::min(free.x / size.x, free.y / size.y), least_scale, greatest_scale);
  centre_ = world.centre();
}

}  // namespace cordon::viz
