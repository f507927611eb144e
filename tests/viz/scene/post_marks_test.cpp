// What is drawn of crossings, by the list that Dear ImGui makes of it: no window is needed.

#include "viz/scene/post_marks.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/viz/hud/without_window.hpp"
#include "tests/viz/playback/recorded_worlds.hpp"
#include "viz/hud/knowledge_search.hpp"
#include "viz/playback/cursor.hpp"

namespace cordon::viz::post_marks_test {
namespace {

class PostMarks : public ::testing::Test {
 protected:
  PostMarks() { cursor.seek(start_of_run + 30h); }

  /// The opaque colours within some pixels of the middle of a crossing.
  std::set<ImU32> colours_at(const std::string& crossing, const std::string& knower) {
    const Shown shown(scenario, recording, cursor);
    Picture picture = shown.picture(panels.fonts());
    if (!knower.empty()) picture.knower = header().crossings[number_of(knower)].place;
    Camera camera({{0, 0}, {1200, 700}});
    camera.fit(shown.geography.extent(), 90);
    panels.begin();
    const Pen pen(ImGui::GetBackgroundDrawList());
    draw_posts(pen, picture, camera, {}, {});
    const Point at = camera.to_screen(shown.geography.posts[number_of(crossing)].at);
    std::set<ImU32> colours;
    for (const ImDrawVert& vertex : pen.list()->VtxBuffer)
      if (std::hypot(vertex.pos.x - at.x, vertex.pos.y - at.y) < 30 &&
          (vertex.col & IM_COL32_A_MASK) == IM_COL32_A_MASK)
        colours.insert(vertex.col);
    panels.end();
    return colours;
  }
  [[nodiscard]] const trace::Header& header() const { return recording->header(); }
  [[nodiscard]] std::size_t number_of(const std::string& crossing) const {
    std::size_t n = 0;
    while (header().crossings[n].name != crossing) ++n;
    return n;
  }

  const Scenario scenario = cordon::testing::two_posts();
  const std::shared_ptr<const Recording> recording =
      cordon::testing::recorded_worlds().front().recording;
  Cursor cursor{recording};
  PanelsWithoutWindow panels;
};

TEST_F(PostMarks, WhatAPlaceDoesNotSeeIsGreyedAndHatched) {
  const ImU32 grey = ink(dark_theme.closed), plain = ink(dark_theme.text),
              dim = ink(dark_theme.dim_text);
  for (const char* crossing : {"north", "south"}) {
    const bool is_own = crossing == std::string("north");
    const auto known = colours_at(crossing, "north"), all = colours_at(crossing, "");
    EXPECT_TRUE(all.contains(plain) && !all.contains(grey)) << crossing;
    EXPECT_EQ(known.contains(grey), !is_own) << crossing << ": hatched where it is not told";
    EXPECT_EQ(known.contains(plain), is_own) << crossing << ": its rim and its label";
    EXPECT_EQ(known.contains(dim), !is_own) << crossing << ": its label";
  }
}

}  // namespace
}  // namespace cordon::viz::post_marks_test
