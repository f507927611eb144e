#include "viz/hud/layout.hpp"

namespace cordon::viz {

Layout layout_of(Point window, double text_scale, bool presenting) {
  const Box all{{0, 0}, window};
  if (presenting) return {{{0, 0}, {window.x, 90 * text_scale}}, all, {}, {}};
  const double top = 44 * text_scale, bottom = 116 * text_scale;
  const double side = std::clamp(window.x * 0.27, 300.0, 420.0 * text_scale);
  const double left = window.x - side;
  return {{{0, 0}, {window.x, top}},
          {{0, top}, {left, window.y - bottom}},
          {{left, top}, {window.x, window.y - bottom}},
          {{0, window.y - bottom}, window}};
}

}  // namespace cordon::viz
