#pragma once

// Texts in a panel of Dear ImGui.

#include <string>

#include "viz/hud/pen.hpp"

namespace cordon::viz {

/// In lines as wide as the panel, in a colour of its own where one is given.
inline void write_text(ImFont* font, const std::string& text, const Colour* colour = nullptr) {
  ImGui::PushFont(font);
  if (colour) ImGui::PushStyleColor(ImGuiCol_Text, ink(*colour));
  ImGui::TextWrapped("%s", text.c_str());
  if (colour) ImGui::PopStyleColor();
  ImGui::PopFont();
}

}  // namespace cordon::viz
