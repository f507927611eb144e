#include "viz/scene/place_labels.hpp"

#include <array>

namespace cordon::viz {
namespace {

constexpr double gap = 4;  // pixels between a mark and its label

std::array<Point, 8> corners(const WantedLabel& label) {
  const auto [x, y] = label.mark;
  const auto [w, h] = label.size;
  const double away = label.radius + gap;
  return {Point{x + away, y - h / 2},         {x - away - w, y - h / 2},
          {x - w / 2, y - away - h},          {x - w / 2, y + away},
          {x + away * 0.7, y - away - h},     {x + away * 0.7, y + away},
          {x - away * 0.7 - w, y - away - h}, {x - away * 0.7 - w, y + away}};
}

// In the middle; else a little off it.
std::vector<Point> middles(const WantedLabel& label) {
  const Point middle = label.mark - label.size * 0.5;
  std::vector<Point> tried{middle};
  for (const Point by : {Point{0, -1.2},
                         {0, 1.2},
                         {-0.6, 0},
                         {0.6, 0},
                         {-0.6, -1.2},
                         {0.6, -1.2},
                         {-0.6, 1.2},
                         {0.6, 1.2},
                         {0, -2.5},
                         {0, 2.5}})
    tried.push_back(middle + Point{by.x * label.size.x, by.y * label.size.y});
  return tried;
}

std::vector<Point> places_for(const WantedLabel& label) {
  if (label.centred) return middles(label);
  const auto beside = corners(label);
  return {beside.begin(), beside.end()};
}

bool is_free(const Box& box, const std::vector<Box>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&](const Box& t) { return t.overlaps(box); });
}

std::optional<Point> free_corner(const WantedLabel& label, const Box& view,
                                 const std::vector<Box>& taken) {
  for (const Point corner : places_for(label)) {
    const Box box{corner, corner + label.size};
    if (view.contains(box) && is_free(box, taken)) return corner;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::optional<Point>> place_labels(std::span<const WantedLabel> wanted, const Box& view,
                                               std::vector<Box> taken) {
  for (const WantedLabel& label : wanted)
    if (!label.centred) taken.push_back(box_around(label.mark, label.radius, label.radius));
  std::vector<std::optional<Point>> placed;
  for (const WantedLabel& label : wanted) {
    placed.push_back(free_corner(label, view, taken));
    if (placed.back()) taken.push_back({*placed.back(), *placed.back() + label.size});
  }
  return placed;
}

}  // namespace cordon::viz
