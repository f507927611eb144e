#include "viz/hud/pen.hpp"

namespace cordon::viz {
namespace {

Point on_pixels(Point p) { return {std::round(p.x), std::round(p.y)}; }

}  // namespace

Point size_of(ImFont* font, std::string_view text) {
  return point(
      font->CalcTextSizeA(font->FontSize, 1e6F, 0, text.data(), text.data() + text.size()));
}

std::string cut_to(std::string text, ImFont* font, double width) {
  if (size_of(font, text).x <= width) return text;
  while (!text.empty() && size_of(font, text + "...").x > width) {
    do text.pop_back();
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80);
  }
  return text.empty() ? "" : text + "...";
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

// Each line is as long as the chord at its distance from the middle.
void Pen::hatch_disc(Point at, double radius, Colour colour, double every) const {
  const Point along{std::sqrt(0.5), -std::sqrt(0.5)}, across{std::sqrt(0.5), std::sqrt(0.5)};
  for (double off = -radius + every / 2; off < radius; off += every) {
    const double half = std::sqrt(radius * radius - off * off);
    line(at + across * off - along * half, at + across * off + along * half, colour);
  }
}

}  // namespace cordon::viz
