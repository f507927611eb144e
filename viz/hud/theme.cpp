#include "viz/hud/panels.hpp"
#include "viz/hud/pen.hpp"

namespace cordon::viz {

void use_theme(const Theme& theme, double text_scale) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle{};
  style.ScaleAllSizes(single(text_scale));
  style.WindowRounding = 0;
  style.WindowBorderSize = 1;
  style.FrameRounding = style.GrabRounding = 3;
  const std::pair<ImGuiCol, Colour> colours[] = {{ImGuiCol_Text, theme.text},
                                                 {ImGuiCol_TextDisabled, theme.dim_text},
                                                 {ImGuiCol_WindowBg, theme.panel},
                                                 {ImGuiCol_PopupBg, theme.panel},
                                                 {ImGuiCol_Border, theme.panel_edge},
                                                 {ImGuiCol_FrameBg, theme.button},
                                                 {ImGuiCol_FrameBgHovered, theme.panel_edge},
                                                 {ImGuiCol_FrameBgActive, theme.panel_edge},
                                                 {ImGuiCol_TitleBg, theme.button},
                                                 {ImGuiCol_TitleBgActive, theme.button},
                                                 {ImGuiCol_Button, theme.button},
                                                 {ImGuiCol_ButtonHovered, theme.panel_edge},
                                                 {ImGuiCol_ButtonActive, theme.panel_edge},
                                                 {ImGuiCol_Header, theme.button},
                                                 {ImGuiCol_HeaderHovered, theme.panel_edge},
                                                 {ImGuiCol_HeaderActive, theme.panel_edge},
                                                 {ImGuiCol_CheckMark, theme.text},
                                                 {ImGuiCol_ScrollbarBg, theme.panel},
                                                 {ImGuiCol_ScrollbarGrab, theme.panel_edge},
                                                 {ImGuiCol_TableHeaderBg, theme.button},
                                                 {ImGuiCol_TableBorderStrong, theme.panel_edge},
                                                 {ImGuiCol_TableBorderLight, theme.grid},
                                                 {ImGuiCol_TableRowBg, theme.panel},
                                                 {ImGuiCol_TableRowBgAlt, theme.panel},
                                                 {ImGuiCol_Separator, theme.panel_edge},
                                                 {ImGuiCol_Tab, theme.panel},
                                                 {ImGuiCol_TabHovered, theme.panel_edge},
                                                 {ImGuiCol_TabActive, theme.button},
                                                 {ImGuiCol_TextSelectedBg, theme.panel_edge}};
  for (const auto& [what, colour] : colours) style.Colors[what] = shade(colour);
}

}  // namespace cordon::viz
