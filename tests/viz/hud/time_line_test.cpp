// The time line, by the lists that Dear ImGui makes of it: no window is needed.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/hud/without_window.hpp"
#include "tests/viz/playback/recorded_worlds.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/pen.hpp"

namespace cordon::viz::time_line_test {
namespace {

using ::testing::ElementsAre;

constexpr double top = 790, row = 14;  // of the bars in the panel below

class TimeLine : public ::testing::Test {
 protected:
  /// How many letters stand in each row of bars, of a run with these operations.
  std::vector<int> letters_in_rows(std::vector<trace::OperationShape> operations) {
    trace::Header header = cordon::testing::recorded_worlds().front().read.header;
    header.operations = std::move(operations);
    const auto recording = RecordingBuilder(std::move(header)).finish();
    const Cursor cursor{recording};
    const Shown shown(scenario, recording, cursor);
    Picture picture = shown.picture(panels.fonts());
    picture.instructor = true;
    TimeRange range(recording->end());
    panels.begin();
    (void)draw_time_line({{0, 784}, {1600, 900}}, picture, range);
    panels.end();
    std::vector<int> letters(3, 0);
    const ImVec2 plain = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const ImDrawData& drawn = *ImGui::GetDrawData();
    for (int list = 0; list < drawn.CmdListsCount; ++list)
      for (const ImDrawVert& v : drawn.CmdLists[list]->VtxBuffer) {
        const bool is_letter = v.uv.x != plain.x || v.uv.y != plain.y;
        const auto r = static_cast<int>((v.pos.y - top) / row);
        if (is_letter && v.col == ink(dark_theme.text) && v.pos.y >= top && r < 3)
          ++letters[static_cast<std::size_t>(r)];
      }
    return letters;
  }

  const Scenario scenario = cordon::testing::two_posts();
  PanelsWithoutWindow panels;
};

trace::OperationShape days(const std::string& label, int from, int to) {
  const auto day = [](int n) { return Duration{n * 24h}.count(); };
  return {"name", label, day(from), day(to), {}};
}

TEST_F(TimeLine, LabelsOfOperationsThatOverlapStandInRows) {
  const auto first = days("iiii", 0, 3), after = days("ii", 3, 5), during = days("ii", 2, 5);
  EXPECT_THAT(letters_in_rows({first}), ElementsAre(16, 0, 0)) << "four corners for each letter";
  EXPECT_THAT(letters_in_rows({first, after}), ElementsAre(24, 0, 0));
  EXPECT_THAT(letters_in_rows({first, during}), ElementsAre(16, 8, 0));
}

TEST_F(TimeLine, ALabelEndsWhereTheNextBeginsInRowsThatAreTooFew) {
  std::vector<trace::OperationShape> operations;
  for (int n = 0; n < 4; ++n) operations.push_back(days(std::string(40, 'i'), 0, 6));
  operations.back().begins = operations[2].begins + 1;
  const auto letters = letters_in_rows(operations);
  EXPECT_THAT(letters, ElementsAre(160, 160, 160)) << "that of the one below is left out";
}

}  // namespace
}  // namespace cordon::viz::time_line_test
