// No picture has too much in it to be drawn.

#include "viz/hud/drawn_lists.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cordon::viz::drawn_lists_test {
namespace {

/// Dear ImGui without a window.
class Drawing {
 public:
  Drawing() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1000, 1000};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    ImGui::NewFrame();
  }
  ~Drawing() { ImGui::DestroyContext(); }

  /// Squares of four corners each.
  void add_squares(ImDrawList* list, int squares) {
    for (int n = 0; n < squares; ++n) {
      const ImVec2 low(static_cast<float>(n % 1000), static_cast<float>(n / 1000));
      list->AddRectFilled(low, {low.x + 1, low.y + 1}, IM_COL32_WHITE);
    }
  }
  const ImDrawData& drawn() {
    ImGui::Render();
    return *ImGui::GetDrawData();
  }
};

/// The corners of all triangles in the order in which they are drawn, told as the renderer reads
/// them: without regard to where a count begins.
std::vector<std::array<float, 2>> corners_of(const ImDrawData& data) {
  std::vector<std::array<float, 2>> corners;
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer)
      for (unsigned i = 0; i < command.ElemCount; ++i) {
        const ImVec2 at =
            list.VtxBuffer[list.IdxBuffer[static_cast<int>(command.IdxOffset + i)]].pos;
        corners.push_back({at.x, at.y});
      }
  }
  return corners;
}

TEST(DrawnLists, HaveEveryCornerOfMoreThanSixteenBitsCount) {
  constexpr int squares = 50'000;
  Drawing drawing;
  drawing.add_squares(ImGui::GetBackgroundDrawList(), squares);
  DrawnLists lists(drawing.drawn());
  EXPECT_EQ(lists.data()->CmdListsCount, 4);  // of at most 65,535 corners each
  const auto corners = corners_of(*lists.data());
  ASSERT_EQ(corners.size(), 6U * squares);
  for (int n = 0; n < squares; ++n)
    ASSERT_EQ(corners[6U * static_cast<unsigned>(n)],
              (std::array{static_cast<float>(n % 1000), static_cast<float>(n / 1000)}))
        << n;
}

TEST(DrawnLists, AreThoseThatWereDrawnWhereOneCountIsEnough) {
  Drawing drawing;
  drawing.add_squares(ImGui::GetBackgroundDrawList(), 10);
  drawing.add_squares(ImGui::GetForegroundDrawList(), 20);
  const ImDrawData& drawn = drawing.drawn();
  DrawnLists lists(drawn);
  ASSERT_EQ(lists.data()->CmdListsCount, 2);
  for (int n = 0; n < 2; ++n) EXPECT_EQ(lists.data()->CmdLists[n], drawn.CmdLists[n]);
}

}  // namespace
}  // namespace cordon::viz::drawn_lists_test
