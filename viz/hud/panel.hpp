#pragma once

// A part of the window that Dear ImGui writes on. Its ground is painted before, plainly: blending
// so many pixels takes longer than all else where no graphics card does it.

#include "viz/hud/pen.hpp"

namespace cordon::viz {

class Panel {
 public:
  Panel(const char* name, const Box& box, ImGuiWindowFlags more = 0) {
    ImGui::SetNextWindowPos(vec(box.low));
    ImGui::SetNextWindowSize(vec(box.size()));
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav | more);
  }
  ~Panel() { ImGui::End(); }
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  [[nodiscard]] Pen pen() const { return Pen(ImGui::GetWindowDrawList()); }
};

}  // namespace cordon::viz
