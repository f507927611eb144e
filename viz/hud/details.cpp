#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

void cell(const std::string& text) {
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::TextUnformatted(text.c_str());
}

std::string wait_text(const Picture& picture, std::size_t post) {
  const auto wait = longest_recent_wait(picture.recording, post, picture.now);
  return wait ? span_text(*wait) : "-";
}

std::optional<Selected> table_of_posts(const Picture& picture) {
  std::optional<Selected> chosen;
  if (!ImGui::BeginTable("posts", 5,
                         ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH |
                             ImGuiTableFlags_SizingStretchProp))
    return chosen;
  const Words& w = picture.words;
  for (const char* name : {w.post, w.entry, w.exit, w.wait, w.on_duty})
    ImGui::TableSetupColumn(name);
  ImGui::TableHeadersRow();
  for (std::uint16_t n = 0; n < picture.posts.size(); ++n) {
    if (picture.geography.posts[n].base) continue;
    const PostNow& post = picture.posts[n];
    ImGui::TableNextColumn();
    if (ImGui::Selectable(picture.geography.posts[n].label.c_str(), false,
                          ImGuiSelectableFlags_SpanAllColumns))
      chosen = CrossingIndex{n};
    cell(text::number(post.entry_waiting, 0));
    cell(text::number(post.exit_waiting, 0));
    cell(wait_text(picture, n));
    cell(text::number(post.on_duty.all(), 0));
  }
  ImGui::EndTable();
  return chosen;
}

}  // namespace

Wish draw_details(const Box& box, const Picture& picture) {
  const Panel panel("details", box);
  Wish wish;
  ImGui::PushFont(picture.fonts.strong);
  ImGui::TextUnformatted(picture.words.all_posts);
  ImGui::PopFont();
  wish.select = table_of_posts(picture);
  ImGui::PushFont(picture.fonts.small);
  ImGui::TextWrapped("%s", picture.words.click_hint);
  ImGui::PopFont();
  return wish;
}

}  // namespace cordon::viz
