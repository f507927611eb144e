#pragma once

// Points and boxes on the map and on the screen.

#include <algorithm>
#include <limits>

namespace cordon::viz {

/// On the map: see projection.hpp. On the screen: pixels from the upper left.
struct Point {
  double x = 0, y = 0;
  bool operator==(const Point&) const = default;
};
[[nodiscard]] constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
[[nodiscard]] constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
[[nodiscard]] constexpr Point operator*(Point a, double by) { return {a.x * by, a.y * by}; }
/// Some way from one point to another: 0 at the first, 1 at the second.
[[nodiscard]] constexpr Point between(Point a, Point b, double share) {
  return a + (b - a) * share;
}

/// An upright rectangle; empty until something is in it.
struct Box {
  Point low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  Point high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};

  [[nodiscard]] bool empty() const { return low.x > high.x || low.y > high.y; }
  [[nodiscard]] Point size() const { return high - low; }
  [[nodiscard]] Point centre() const { return between(low, high, 0.5); }
  [[nodiscard]] bool contains(Point p) const {
    return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
  }
  [[nodiscard]] bool contains(const Box& b) const { return contains(b.low) && contains(b.high); }
  /// Boxes that only touch do not overlap.
  [[nodiscard]] bool overlaps(const Box& b) const {
    return low.x < b.high.x && b.low.x < high.x && low.y < b.high.y && b.low.y < high.y;
  }
  void include(Point p) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
};
/// The box around a point.
[[nodiscard]] constexpr Box box_around(Point centre, double half_width, double half_height) {
  const Point half{half_width, half_height};
  return {centre - half, centre + half};
}

}  // namespace cordon::viz
