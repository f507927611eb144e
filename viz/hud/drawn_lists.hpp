#pragma once

// What Dear ImGui has drawn, as its renderer for old OpenGL can take it.

#include <imgui.h>

#include <memory>
#include <vector>

namespace cordon::viz {

/// Lists count their corners with 16 bits, and begin to count anew where a list has more of them
/// (ImGuiBackendFlags_RendererHasVtxOffset), which that renderer does not know. Here each count has
/// a list of its own.
class DrawnLists {
 public:
  /// @param drawn  until the next picture is begun
  explicit DrawnLists(const ImDrawData& drawn);
  /// Alive as long as this is.
  [[nodiscard]] ImDrawData* data() { return &data_; }

 private:
  void add_by_counts(const ImDrawList& list);

  std::vector<std::unique_ptr<ImDrawList>> parts_;
  std::vector<ImDrawList*> lists_;
  ImDrawData data_;
};

}  // namespace cordon::viz
