#pragma once

// Short words for drawing with Dear ImGui.

#include <imgui.h>

#include <cmath>
#include <string>
#include <string_view>

#include "viz/scene/colour.hpp"
#include "viz/scene/point.hpp"

namespace cordon::viz {

[[nodiscard]] inline ImU32 ink(Colour c) { return IM_COL32(c.red, c.green, c.blue, c.alpha); }
[[nodiscard]] inline ImVec4 shade(Colour c) { return ImGui::ColorConvertU32ToFloat4(ink(c)); }
[[nodiscard]] inline ImVec2 vec(Point p) {
  return {static_cast<float>(p.x), static_cast<float>(p.y)};
}
[[nodiscard]] inline Point point(ImVec2 v) { return {v.x, v.y}; }
[[nodiscard]] inline float single(double value) { return static_cast<float>(value); }

/// Size of a text, pixels.
[[nodiscard]] Point size_of(ImFont* font, std::string_view text);

/// As much of a text as there is room for; "" when that is nothing but dots.
[[nodiscard]] std::string cut_to(std::string text, ImFont* font, double width);

/// Draws on one list.
class Pen {
 public:
  explicit Pen(ImDrawList* list) : list_(list) {}
  /// On whole pixels, so that letters stay sharp.
  void text(ImFont* font, Point at, Colour colour, std::string_view text) const;
  /// With a rim around the letters that keeps them readable on any ground.
  void text(ImFont* font, Point at, Colour colour, std::string_view text, Colour rim) const;
  void line(Point from, Point to, Colour colour, double width = 1) const {
    list_->AddLine(vec(from), vec(to), ink(colour), single(width));
  }
  void fill(const Box& box, Colour colour, double rounding = 0) const {
    list_->AddRectFilled(vec(box.low), vec(box.high), ink(colour), single(rounding));
  }
  void frame(const Box& box, Colour colour, double width = 1, double rounding = 0) const {
    list_->AddRect(vec(box.low), vec(box.high), ink(colour), single(rounding), 0, single(width));
  }
  void disc(Point at, double radius, Colour colour) const {
    list_->AddCircleFilled(vec(at), single(radius), ink(colour));
  }
  void ring(Point at, double radius, Colour colour, double width = 1) const {
    list_->AddCircle(vec(at), single(radius), ink(colour), 0, single(width));
  }
  void triangle(Point a, Point b, Point c, Colour colour) const {
    list_->AddTriangleFilled(vec(a), vec(b), vec(c), ink(colour));
  }
  /// Slanted lines over a box: the second cue beside a colour.
  void hatch(const Box& box, Colour colour, double every = 5) const;
  /// The same over a disc.
  void hatch_disc(Point at, double radius, Colour colour, double every = 5) const;
  [[nodiscard]] ImDrawList* list() const { return list_; }

 private:
  ImDrawList* list_;
};

}  // namespace cordon::viz
