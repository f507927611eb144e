// The mouse on the map: dragging moves it, a click selects.

#include <cmath>

#include "viz/app/viewer.hpp"
#include "viz/scene/post_marks.hpp"

namespace cordon::viz {

bool Viewer::is_on_second_map(Point at) const {
  return side_by_side_ && layout_.second_map.contains(at);
}

Point Viewer::on_first_map(Point at) const {
  return is_on_second_map(at) ? at - layout_.second_map.low + layout_.map.low : at;
}

void Viewer::press(Point at) {
  if (layout_.map.contains(at) || is_on_second_map(at)) pressed_ = dragged_ = at;
}

void Viewer::move(Point to) {
  if (!dragged_) return;
  camera_.pan(to - *dragged_);
  dragged_ = to;
}

void Viewer::release(Point at) {
  const auto pressed = std::exchange(pressed_, std::nullopt);
  dragged_.reset();
  if (!pressed || std::hypot(at.x - pressed->x, at.y - pressed->y) > 4) return;
  const RunOnMap& run = is_on_second_map(at) ? *right_ : *left_;
  const Point there = on_first_map(at);
  const auto post = post_at(there, run.geography(), run.posts(), camera_);
  if (post && *post < left_->posts().size()) return select(CrossingIndex{*post});
  select(mover_at(there, run.traffic(), camera_).value_or(Selected{}));
}

void Viewer::hear(const sf::Event& event) {
  const auto at = [](const auto& e) {
    return Point{static_cast<double>(e.x), static_cast<double>(e.y)};
  };
  if (event.type == sf::Event::MouseButtonPressed) press(at(event.mouseButton));
  if (event.type == sf::Event::MouseMoved) move(at(event.mouseMove));
  if (event.type == sf::Event::MouseButtonReleased) release(at(event.mouseButton));
  if (event.type != sf::Event::MouseWheelScrolled) return;
  const Point wheel = at(event.mouseWheelScroll);
  if (layout_.map.contains(wheel) || is_on_second_map(wheel))
    camera_.zoom_at(on_first_map(wheel),
                    std::pow(1.2, static_cast<double>(event.mouseWheelScroll.delta)));
}

}  // namespace cordon::viz
