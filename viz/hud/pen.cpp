#include "viz/hud/pen.hpp"

namespace cordon::viz {
namespace {

Point on_pixels(Point p) { return {std::round(p.x), std::round(p.y)}; }

}  // namespace

Point size_of(ImFont* font, std::string_view text) {
  return point(
      font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.data(), text.data() + text.size()));
}

void Pen::text(ImFont* font, Point at, Colour colour, std::string_view text) const {
  list_->AddText(font, font->FontSize, vec(on_pixels(at)), ink(colour), text.data(),
                 text.data() + text.size());
}

void Pen::text(ImFont* font, Point at, Colour colour, std::string_view text, Colour rim) const {
  for (const Point off : {Point{-1, 0}, Point{1, 0}, Point{0, -1}, Point{0, 1}})
    this->text(font, at + off, rim, text);
  this->text(font, at, colour, text);
}

void Pen::hatch(const Box& box, Colour colour, double every) const {
  list_->PushClipRect(vec(box.low), vec(box.high), true);
  const double height = box.size().y;
  for (double x = box.low.x - height; x < box.high.x; x += every)
    line({x, box.high.y}, {x + height, box.low.y}, colour);
  list_->PopClipRect();
}

}  // namespace cordon::viz
