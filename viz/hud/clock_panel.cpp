#include <fmt/format.h>

#include "viz/hud/panel.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

std::string day_of_run(const Picture& picture) {
  const auto day = (picture.now - start_of_run) / 24h + 1;
  const auto days = (picture.recording.end() - start_of_run + 24h - Duration{1}) / 24h;
  return fmt::format("{} {} / {}", picture.words.day, std::min<std::int64_t>(day, days), days);
}

std::string state_of(const Picture& picture) {
  if (!picture.is_playing) {
    const bool over = picture.now >= picture.recording.end();
    return over ? picture.words.end_of_run : picture.words.paused;
  }
  return picture.is_unbounded ? picture.words.as_fast_as_it_goes : speed_text(picture.speed);
}

// Two bars, or an arrow: the state without reading.
void draw_state_sign(const Pen& pen, Point at, double size, const Picture& picture) {
  const Colour colour = picture.theme.text;
  if (picture.is_playing)
    return pen.triangle(at, at + Point{size, size / 2}, at + Point{0, size}, colour);
  pen.fill({at, at + Point{size * 0.35, size}}, colour);
  pen.fill({at + Point{size * 0.6, 0}, at + Point{size * 0.95, size}}, colour);
}

}  // namespace

void draw_clock(const Box& box, const Picture& picture) {
  const Panel panel("clock", box);
  const Pen pen = panel.pen();
  const Fonts& fonts = picture.fonts;
  const double middle = box.centre().y, gap = 16 * picture.text_scale;
  const auto write = [&](ImFont* font, double x, Colour colour, const std::string& text) {
    pen.text(font, {x, middle - font->FontSize / 2}, colour, text);
    return x + size_of(font, text).x;
  };
  const Theme& theme = picture.theme;
  double x = write(fonts.large, gap, theme.text, clock_text(picture.now, picture.calendar));
  x = write(fonts.plain, x + gap, theme.text, date_text(picture.now, picture.calendar));
  x = write(fonts.plain, x + gap, theme.dim_text, day_of_run(picture));
  const double sign = fonts.plain->FontSize * 0.8;
  draw_state_sign(pen, {x + gap, middle - sign / 2}, sign, picture);
  x = write(fonts.plain, x + gap + sign * 1.5, theme.text, state_of(picture));
  const std::string who = picture.shows_truth() ? picture.words.instructor
                          : picture.instructor  ? picture.words.no_truth
                                                : picture.words.trainee;
  const double right = box.high.x - gap - size_of(fonts.plain, who).x;
  write(fonts.plain, right, theme.dim_text, who);
  const double room = right - x - 3 * gap;
  const std::string title = cut_to(picture.title, fonts.plain, room);
  if (room > 80) write(fonts.plain, right - gap - size_of(fonts.plain, title).x, theme.text, title);
}

void draw_large_clock(const Box& box, const Picture& picture) {
  const Pen pen(ImGui::GetForegroundDrawList());
  const Fonts& fonts = picture.fonts;
  const std::string clock = clock_text(picture.now, picture.calendar);
  const std::string date = date_text(picture.now, picture.calendar) + "   " + day_of_run(picture);
  const Point at = box.low + Point{24, 16};
  const Theme& theme = picture.theme;
  pen.text(fonts.huge, at, theme.text, clock, theme.sea);
  const double right = at.x + size_of(fonts.huge, clock).x + 24;
  pen.text(fonts.large, {right, at.y + fonts.huge->FontSize * 0.2}, theme.text, date, theme.sea);
  pen.text(fonts.large, {right, at.y + fonts.huge->FontSize * 0.6}, theme.dim_text, picture.title,
           theme.sea);
}

}  // namespace cordon::viz
