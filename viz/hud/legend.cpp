#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/pen.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/scene/post_marks.hpp"
#include "viz/scene/scale_bar.hpp"

namespace cordon::viz {
namespace {

constexpr double margin = 12, radius = 7;

/// One line of the legend: a mark, and what it means.
struct Entry {
  PostNow post{};
  std::optional<std::size_t> step;
  std::string text;
  bool is_heading = false, is_base = false;
};

Entry heading(const char* text) { return {{}, {}, text, true, false}; }

std::vector<Entry> entries_of(const Picture& picture) {
  const Words& words = picture.words;
  std::vector<Entry> entries{heading(words.size_is_queue)};
  if (compares(picture.heat_map) && !picture.baseline)
    entries.push_back(heading(words.needs_second));
  entries.push_back(heading(heading_of(picture.heat_map, words)));
  PostNow open;
  open.first_lanes_open = 1;
  for (std::size_t s = 0; s < picture.theme.scale.size(); ++s)
    entries.push_back({open, s, text_of_step(picture.heat_map, s, words)});
  entries.push_back({{}, std::nullopt, words.no_lane_open});
  PostNow busy = open;
  busy.operations = 1;
  entries.push_back({busy, std::nullopt, words.under_operation});
  if (picture.geography.is_plan) entries.push_back(heading(words.on_plan));
  return entries;
}

double line_height(ImFont* font) { return font->FontSize * 1.9; }

double width_of(const std::vector<Entry>& entries, ImFont* font, double indent) {
  double width = 0;
  for (const Entry& entry : entries)
    width = std::max(width, size_of(font, entry.text).x + (entry.is_heading ? 0 : indent));
  return width;
}

}  // namespace

Box legend_box(const Box& map, const Picture& picture) {
  ImFont* const font = picture.fonts.small;
  const auto entries = entries_of(picture);
  const double line = line_height(font);
  const Point size{width_of(entries, font, 2 * radius + 10) + 2 * margin,
                   line * static_cast<double>(entries.size()) + margin};
  const Point corner{map.low.x + margin, map.high.y - 3 * margin - size.y - line};
  return {corner, corner + size};
}

void draw_legend(const Box& box, const Picture& picture) {
  const Pen pen(ImGui::GetBackgroundDrawList());
  ImFont* const font = picture.fonts.small;
  const auto entries = entries_of(picture);
  const double line = line_height(font), indent = 2 * radius + 10;
  pen.fill(box, picture.theme.panel, 4);
  pen.frame(box, picture.theme.panel_edge, 1, 4);
  Point at = box.low + Point{margin, margin / 2};
  for (const Entry& entry : entries) {
    const double middle = at.y + line / 2;
    std::optional<Colour> fill;
    if (entry.step) fill = colour_of_step(picture.heat_map, *entry.step, picture.theme);
    if (!entry.is_heading)
      draw_disc_of_post(pen, {at.x + radius, middle}, radius * (entry.post.operations ? 0.35 : 0.9),
                        entry.post, fill, picture.theme);
    pen.text(font, {at.x + (entry.is_heading ? 0 : indent), middle - font->FontSize / 2},
             picture.theme.text, entry.text);
    at.y += line;
  }
}

double draw_legend_strip(const Box& maps, const Picture& picture) {
  ImFont* const font = picture.fonts.small;
  const double line = line_height(font), gap = 18, mark = 2 * radius + 6;
  std::vector<std::pair<std::string, std::optional<Colour>>> entries{
      {heading_of(picture.heat_map, picture.words), std::nullopt}};
  for (std::size_t s = 0; s < picture.theme.scale.size(); ++s)
    entries.emplace_back(text_of_step(picture.heat_map, s, picture.words),
                         colour_of_step(picture.heat_map, s, picture.theme));
  std::vector<Point> places;
  Point at{margin, 0};
  for (const auto& [text, colour] : entries) {
    const double width = size_of(font, text).x + (colour ? mark : 0);
    if (at.x > margin && at.x + width + margin > maps.size().x) at = {margin, at.y + line};
    places.push_back(at);
    at.x += width + gap;
  }
  const double height = at.y + line;
  const Point corner{maps.low.x, maps.high.y - height};
  const Pen pen(ImGui::GetBackgroundDrawList());
  pen.fill({corner, maps.high}, picture.theme.panel);
  PostNow open;
  open.first_lanes_open = 1;
  for (std::size_t n = 0; n < entries.size(); ++n) {
    const auto& [text, colour] = entries[n];
    const Point middle = corner + places[n] + Point{0, line / 2};
    if (colour)
      draw_disc_of_post(pen, middle + Point{radius, 0}, radius * 0.9, open, colour, picture.theme);
    pen.text(font, middle + Point{colour ? mark : 0, -font->FontSize / 2}, picture.theme.text,
             text);
  }
  return height;
}

void draw_knower(const Box& map, const Picture& picture) {
  if (picture.knower == trace::nobody) return;
  const Pen pen(ImGui::GetBackgroundDrawList());
  ImFont* const font = picture.fonts.strong;
  const std::string text =
      std::string(picture.words.map_is_known) + ' ' + place_label(picture.knower, picture.header());
  const Point size = size_of(font, text) + Point{2 * margin, margin};
  const Point corner{map.centre().x - size.x / 2, map.low.y + margin};
  pen.fill({corner, corner + size}, picture.theme.panel, 4);
  pen.frame({corner, corner + size}, picture.theme.selected, 1.5, 4);
  pen.text(font, corner + Point{margin, margin / 2}, picture.theme.text, text);
}

void draw_scale_bar(const Box& map, const Picture& picture, const Camera& camera) {
  if (picture.geography.is_plan) return;
  const Pen pen(ImGui::GetBackgroundDrawList());
  const ScaleBar bar = scale_bar(camera, 180 * picture.text_scale);
  const Point left{map.low.x + margin, map.high.y - margin - 4};
  const Point right = left + Point{bar.pixels, 0};
  pen.line(left, right, picture.theme.text, 2);
  pen.line(left - Point{0, 5}, left, picture.theme.text, 2);
  pen.line(right - Point{0, 5}, right, picture.theme.text, 2);
  pen.text(picture.fonts.small, left + Point{4, -6 - picture.fonts.small->FontSize},
           picture.theme.text, fmt::format("{} km", text::number(bar.kilometres, 0)),
           picture.theme.sea);
}

}  // namespace cordon::viz
