#pragma once

// What part of the map is seen, and where on the screen.

#include "viz/scene/point.hpp"

namespace cordon::viz {

class Camera {
 public:
  static constexpr double least_scale = 200;     ///< pixels a unit: the whole world in 200 pixels
  static constexpr double greatest_scale = 8e6;  ///< about 3 m a pixel in central Europe

  /// @param view  the part of the screen that shows the map
  explicit Camera(const Box& view) : view_(view) {}

  [[nodiscard]] Point to_screen(Point world) const {
    return view_.centre() + (world - centre_) * scale_;
  }
  [[nodiscard]] Point to_world(Point screen) const {
    return centre_ + (screen - view_.centre()) * (1 / scale_);
  }
  [[nodiscard]] double scale() const { return scale_; }  ///< pixels a unit of the map
  [[nodiscard]] Point centre() const { return centre_; }
  [[nodiscard]] const Box& view() const { return view_; }

  /// The map follows the mouse by so many pixels.
  void pan(Point pixels) { centre_ = centre_ - pixels * (1 / scale_); }
  /// Closer by a factor; what is at a point of the screen stays there.
  void zoom_at(Point screen, double factor);
  /// Shows a box of the map whole, with so many pixels left free on every side.
  /// @param world  not empty; of a point alone it shows about 100 km around it
  void fit(const Box& world, double margin);
  /// The same middle and scale in another part of the screen.
  void resize(const Box& view) { view_ = view; }
  void look_at(Point world) { centre_ = world; }

  bool operator==(const Camera& other) const {
    return centre_ == other.centre_ && scale_ == other.scale_ && view_.low == other.view_.low &&
           view_.high == other.view_.high;
  }

 private:
  Box view_;
  Point centre_{0.5, 0.5};
  double scale_ = 1000;
};

}  // namespace cordon::viz
