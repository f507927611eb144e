#include "viz/hud/notices.hpp"

#include <fmt/format.h>

#include "viz/hud/pen.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

/// A text in a column of some width.
struct Paragraph {
  ImFont* font;
  std::string text;
  Colour colour;

  [[nodiscard]] Point size(double width) const {
    return point(font->CalcTextSizeA(font->FontSize, FLT_MAX, single(width), text.c_str()));
  }
};

// Paragraphs one below the other in a frame, as high as they are.
Box draw_sheet(Point at, double width, const std::vector<Paragraph>& paragraphs, Colour edge,
               const Theme& theme) {
  constexpr double margin = 18, gap = 10;
  double height = 2 * margin - gap;
  for (const Paragraph& p : paragraphs) height += p.size(width - 2 * margin).y + gap;
  const Pen pen(ImGui::GetForegroundDrawList());
  const Box sheet{at, at + Point{width, height}};
  pen.fill(sheet, theme.panel, 6);
  pen.frame(sheet, edge, 3, 6);
  Point pos = at + Point{margin, margin};
  for (const Paragraph& p : paragraphs) {
    pen.list()->AddText(p.font, p.font->FontSize, vec(pos), ink(p.colour), p.text.c_str(), nullptr,
                        single(width - 2 * margin));
    pos.y += p.size(width - 2 * margin).y + gap;
  }
  return sheet;
}

}  // namespace

void draw_inject(const Box& map, const InjectThen& inject, const Picture& picture) {
  const Theme& theme = picture.theme;
  const InjectSpec& says = inject.says;
  std::string heading =
      fmt::format("{}  {}", picture.words.inject, clock_text(inject.at, picture.calendar));
  if (!says.by.empty()) heading += "   " + says.by;
  if (!says.to.empty()) heading += " > " + says.to;
  const double width = map.size().x * 0.8;
  draw_sheet(map.low + Point{map.size().x * 0.1, map.size().y * 0.12}, width,
             {{picture.fonts.strong, heading, theme.dim_text},
              {picture.fonts.room, says.text, theme.text},
              {picture.fonts.small, picture.words.dismiss, theme.dim_text}},
             theme.trouble, theme);
}

void draw_message(const Box& map, const std::string& text, std::optional<double> share,
                  const Picture& picture) {
  const double width = std::min(map.size().x * 0.9, 760 * picture.text_scale);
  const Point at{map.centre().x - width / 2, map.low.y + 12};
  const Box sheet = draw_sheet(at, width, {{picture.fonts.plain, text, picture.theme.text}},
                               picture.theme.panel_edge, picture.theme);
  if (!share) return;
  const Pen pen(ImGui::GetForegroundDrawList());
  const Point foot{sheet.low.x + 6, sheet.high.y - 9};
  pen.fill({foot, foot + Point{(width - 12) * *share, 5}}, picture.theme.text, 2);
}

void draw_name_of_map(const Box& map, const std::string& name, const Picture& picture) {
  const Pen pen(ImGui::GetBackgroundDrawList());
  ImFont* const font = picture.fonts.strong;
  const Point at = map.low + Point{10, 8};
  pen.fill({at - Point{6, 4}, at + size_of(font, name) + Point{6, 4}}, picture.theme.panel, 3);
  pen.text(font, at, picture.theme.text, name);
}

}  // namespace cordon::viz
