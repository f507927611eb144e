#include "viz/hud/both_table.hpp"

#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

constexpr int columns = 5;

void right_aligned(const std::string& text) {
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::TextUnformatted(text.c_str());
}

// Two lines of headings: what, and of which run.
void draw_headings(const Words& words) {
  const char* const above[columns] = {words.post, words.waiting, "", words.wait, ""};
  const char* const below[columns] = {"", words.here, words.there, words.here, words.there};
  for (const auto& line : {above, below}) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    for (int c = 0; c < columns; ++c) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(line[c]);
    }
  }
}

std::string wait_at(const Recording& recording, std::size_t post, Time now) {
  const auto wait = longest_recent_wait(recording, post, now);
  return wait ? span_text(*wait) : "-";
}

void draw_row(std::uint16_t n, const Picture& picture, Wish& wish) {
  ImGui::TableNextColumn();
  if (ImGui::Selectable(picture.geography.posts[n].label.c_str(), false,
                        ImGuiSelectableFlags_SpanAllColumns))
    wish.select = CrossingIndex{n};
  right_aligned(text::number(picture.posts[n].waiting(), 0));
  right_aligned(text::number((*picture.other_posts)[n].waiting(), 0));
  right_aligned(wait_at(picture.recording, n, picture.now));
  right_aligned(wait_at(*picture.baseline, n, picture.now));
}

}  // namespace

void draw_both(const Picture& picture, Wish& wish) {
  if (!ImGui::BeginTable("both", columns, ImGuiTableFlags_BordersInnerH)) return;
  ImGui::TableSetupColumn("post", ImGuiTableColumnFlags_WidthStretch);
  const float width = ImGui::CalcTextSize("59 min").x;
  for (int c = 1; c < columns; ++c)
    ImGui::TableSetupColumn(fmt::format("{}", c).c_str(), ImGuiTableColumnFlags_WidthFixed, width);
  draw_headings(picture.words);
  const std::size_t posts = std::min(picture.posts.size(), picture.other_posts->size());
  for (std::uint16_t n = 0; n < posts; ++n)
    if (!picture.geography.posts[n].base) draw_row(n, picture, wish);
  ImGui::EndTable();
}

}  // namespace cordon::viz
