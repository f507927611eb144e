#include "viz/scene/country_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace cordon::viz {
namespace {

std::string written(const std::string& country) {
  if (country == "Bosnia and Herz.") return "Bosnia and Herzegovina";
  if (country == "Macedonia") return "North Macedonia";
  return country;
}

// One side of a box: what is beyond it is cut off. After Sutherland and Hodgman (1974).
template <class Depth>
std::vector<Point> cut(const std::vector<Point>& shape, Depth depth) {
  std::vector<Point> kept;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Point a = shape[i], b = shape[(i + 1) % shape.size()];
    const double in_a = depth(a), in_b = depth(b);
    if (in_a >= 0) kept.push_back(a);
    if ((in_a >= 0) != (in_b >= 0)) kept.push_back(between(a, b, in_a / (in_a - in_b)));
  }
  return kept;
}

std::vector<Point> in_view(const Ring& ring, const Camera& camera) {
  const Box& view = camera.view();
  std::vector<Point> shape;
  for (const Point p : ring.points) shape.push_back(camera.to_screen(p));
  shape = cut(shape, [&](Point p) { return p.x - view.low.x; });
  shape = cut(shape, [&](Point p) { return view.high.x - p.x; });
  shape = cut(shape, [&](Point p) { return p.y - view.low.y; });
  return cut(shape, [&](Point p) { return view.high.y - p.y; });
}

struct Piece {
  double area = 0;
  Point centre;
  Box box;
};

Piece piece_of(const std::vector<Point>& shape) {
  Piece piece;
  if (shape.empty()) return piece;
  Point sum;
  const Point o = shape.front();  // near, so that nothing is lost in differences
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Point a = shape[i] - o, b = shape[(i + 1) % shape.size()] - o;
    const double twice = a.x * b.y - b.x * a.y;
    piece.area += twice / 2;
    sum = sum + (a + b) * (twice / 6);
    piece.box.include(shape[i]);
  }
  if (piece.area != 0) piece.centre = o + sum * (1 / piece.area);
  piece.area = std::abs(piece.area);
  return piece;
}

bool may_be_seen(const Ring& ring, const Camera& camera) {
  Box box;
  for (const Point p : ring.points) box.include(p);
  return Box{camera.to_screen(box.low), camera.to_screen(box.high)}.overlaps(camera.view());
}

}  // namespace

std::vector<CountryName> countries_in_view(const std::vector<Ring>& rings, const Camera& camera) {
  std::map<std::string, Piece> largest;
  for (const Ring& ring : rings) {
    if (!may_be_seen(ring, camera)) continue;
    const Piece piece = piece_of(in_view(ring, camera));
    Piece& best = largest[ring.country];
    if (piece.area > best.area) best = piece;
  }
  std::vector<std::pair<double, CountryName>> names;
  for (const auto& [country, piece] : largest)
    if (piece.area > 0)
      names.push_back({piece.area, {written(country), piece.centre, piece.box.size()}});
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<CountryName> sorted;
  for (auto& [area, name] : names) sorted.push_back(std::move(name));
  return sorted;
}

}  // namespace cordon::viz
