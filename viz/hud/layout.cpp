#include "viz/hud/layout.hpp"

#include <algorithm>
#include <cmath>

namespace cordon::viz {

namespace {

constexpr double between_maps = 4;

void halve_map(Layout& layout) {
  const double half = std::floor((layout.map.size().x - between_maps) / 2);
  layout.second_map = layout.map;
  layout.second_map.low.x = layout.map.low.x + half + between_maps;
  layout.second_map.high.x = layout.second_map.low.x + half;
  layout.map.high.x = layout.map.low.x + half;
}

Layout with_one_map(Point window, double text_scale, bool presenting) {
  const Box all{{0, 0}, window};
  if (presenting) return {{{0, 0}, {window.x, 90 * text_scale}}, all, {}, {}, {}};
  const double top = 44 * text_scale, bottom = 116 * text_scale;
  const double side = std::clamp(window.x * 0.27, 300.0, 420.0 * text_scale);
  const double left = window.x - side;
  return {{{0, 0}, {window.x, top}},
          {{0, top}, {left, window.y - bottom}},
          {{left, top}, {window.x, window.y - bottom}},
          {{0, window.y - bottom}, window},
          {}};
}

}  // namespace

Layout layout_of(Point window, double text_scale, bool presenting, bool side_by_side) {
  Layout layout = with_one_map(window, text_scale, presenting);
  if (side_by_side) halve_map(layout);
  return layout;
}

}  // namespace cordon::viz
