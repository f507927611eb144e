#include <string>

#include "viz/app/actions.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/panels.hpp"

namespace cordon::viz {
namespace {

/// "Right, Left" and what both do.
struct KeyLine {
  std::string keys, meaning;
};
std::vector<KeyLine> key_lines(const Words& words) {
  std::vector<KeyLine> lines;
  for (const KeyBinding& binding : key_bindings()) {
    if (binding.meaning)
      lines.push_back({binding.shown, words.*binding.meaning});
    else
      lines.back().keys += std::string("   ") + binding.shown;
  }
  return lines;
}

constexpr double sheet_margin = 20, line_spacing = 1.3;

// One in which all lines fit into the window.
ImFont* font_for(std::size_t lines, const Fonts& fonts) {
  const double height = fonts.plain->FontSize * line_spacing * static_cast<double>(lines + 1);
  return height + 2 * sheet_margin < static_cast<double>(ImGui::GetIO().DisplaySize.y)
             ? fonts.plain
             : fonts.small;
}

}  // namespace

void draw_keys(const Picture& picture) {
  const Pen pen(ImGui::GetForegroundDrawList());
  const auto lines = key_lines(picture.words);
  ImFont* const font = font_for(lines.size(), picture.fonts);
  double keys = 0, meanings = 0;
  for (const KeyLine& line : lines) {
    keys = std::max(keys, size_of(font, line.keys).x);
    meanings = std::max(meanings, size_of(font, line.meaning).x);
  }
  const double gap = 24, height = font->FontSize * line_spacing;
  const Point size{keys + gap + meanings + 2 * sheet_margin,
                   height * static_cast<double>(lines.size() + 1) + 2 * sheet_margin};
  const Point corner = (point(ImGui::GetIO().DisplaySize) - size) * 0.5;
  pen.fill({corner, corner + size}, picture.theme.panel, 6);
  pen.frame({corner, corner + size}, picture.theme.text, 1.5, 6);
  Point at = corner + Point{sheet_margin, sheet_margin};
  pen.text(picture.fonts.strong, at, picture.theme.text, picture.words.keys);
  for (const KeyLine& line : lines) {
    at.y += height;
    pen.text(font, at, picture.theme.text, line.keys);
    pen.text(font, at + Point{keys + gap, 0}, picture.theme.dim_text, line.meaning);
  }
}

}  // namespace cordon::viz
