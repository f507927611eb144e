#include "viz/hud/loading_panel.hpp"

#include <fmt/format.h>

#include "viz/hud/panel.hpp"
#include "viz/hud/words.hpp"

namespace cordon::viz {

void draw_loading(OpeningStage stage, double share, bool light, const Fonts& fonts) {
  const Theme& theme = light ? light_theme : dark_theme;
  const Pen pen(ImGui::GetForegroundDrawList());
  const Point middle = point(ImGui::GetIO().DisplaySize) * 0.5;
  const char* const doing[] = {english.reading_scenario, english.reading_trace, english.simulating};
  const std::string text = fmt::format("{} {:.0f} %", doing[static_cast<int>(stage)], share * 100);
  pen.text(fonts.large, middle - Point{size_of(fonts.large, text).x / 2, 50}, theme.text, text);
  const Box bar = box_around(middle, 240, 9);
  pen.fill({bar.low, {bar.low.x + bar.size().x * share, bar.high.y}}, theme.text, 3);
  pen.frame(bar, theme.text, 1, 3);
}

}  // namespace cordon::viz
