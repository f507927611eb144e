#include "viz/hud/save_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include <filesystem>

#include "viz/hud/panel.hpp"

namespace cordon::viz {

void SavePanel::ask(const std::string& name) {
  name_ = name;
  complaint_ = warned_of_ = "";
  open_ = focus_ = true;
}

void SavePanel::complain(const std::string& why) {
  complaint_ = why;
  open_ = focus_ = true;
}

std::optional<std::string> SavePanel::draw(const Box& map, const Picture& picture) {
  const Point half{std::min(map.size().x * 0.45, 300 * picture.text_scale),
                   50 * picture.text_scale};
  const Box box{map.centre() - half, map.centre() + half};
  ImGui::SetNextWindowFocus();
  const Panel panel("save", box);
  ImDrawList* const list = panel.pen().list();
  list->PushClipRectFullScreen();
  panel.pen().fill(box, picture.theme.panel, 6);
  panel.pen().frame(box, picture.theme.text, 1.5, 6);
  list->PopClipRect();
  ImGui::TextUnformatted(picture.words.save_as);
  if (focus_) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputText(
      "##name", &name_, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  focus_ = focus_ && !ImGui::IsItemActive();
  ImGui::PushFont(picture.fonts.small);
  ImGui::TextWrapped("%s", complaint_.empty() ? picture.words.save_hint : complaint_.c_str());
  ImGui::PopFont();
  // One that was pressed before this was asked for, between the same two pictures, is not meant.
  if (!focus_ && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) close();
  if (!entered || name_.empty()) return std::nullopt;
  if (!name_.ends_with(".toml")) name_ += ".toml";
  std::error_code error;
  if (std::filesystem::exists(name_, error) && warned_of_ != name_) {
    warned_of_ = name_;
    complain(fmt::format("{} {}", name_, picture.words.overwrites));
    return std::nullopt;
  }
  close();
  return name_;
}

}  // namespace cordon::viz
