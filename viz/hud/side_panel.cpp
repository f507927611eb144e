#include "viz/hud/side_panel.hpp"

#include <fmt/format.h>
#include <imgui_stdlib.h>

#include "analysis/text/numbers.hpp"
#include "sim/output/trace/names.hpp"
#include "viz/hud/both_table.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/post_panel.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

constexpr std::size_t most_matches = 8;

void cell(const std::string& text) {
  ImGui::TableNextColumn();
  const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(text.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0F));
  ImGui::TextUnformatted(text.c_str());
}

void headings(const Words& words) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::TableNextColumn();
  ImGui::TextUnformatted(words.post);
  for (const char* name : {words.entry, words.exit, words.wait, words.on_duty}) cell(name);
}

std::string wait_text(const Picture& picture, std::size_t post) {
  const auto wait = longest_recent_wait(picture.recording, post, picture.now);
  return wait ? span_text(*wait) : "-";
}

void row_of_post(std::uint16_t n, const Picture& picture, Wish& wish) {
  const PostNow& post = picture.posts[n];
  ImGui::TableNextColumn();
  if (ImGui::Selectable(picture.geography.posts[n].label.c_str(), false,
                        ImGuiSelectableFlags_SpanAllColumns))
    wish.select = CrossingIndex{n};
  cell(text::number(post.entry_waiting, 0));
  cell(text::number(post.exit_waiting, 0));
  cell(wait_text(picture, n));
  cell(text::number(post.on_duty.all(), 0));
}

void table_of_posts(const Picture& picture, Wish& wish) {
  if (!ImGui::BeginTable("posts", 5, ImGuiTableFlags_BordersInnerH)) return;
  ImGui::TableSetupColumn("post", ImGuiTableColumnFlags_WidthStretch);
  for (const char* name :
       {picture.words.entry, picture.words.exit, picture.words.wait, picture.words.on_duty}) {
    const bool is_wait = name == picture.words.wait;
    const float width =
        std::max(ImGui::CalcTextSize(name).x, is_wait ? ImGui::CalcTextSize("59 min").x : 0);
    ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, width);
  }
  headings(picture.words);
  for (std::uint16_t n = 0; n < picture.posts.size(); ++n)
    if (!picture.geography.posts[n].base) row_of_post(n, picture, wish);
  ImGui::EndTable();
}

void write(ImFont* font, const std::string& text) {
  ImGui::PushFont(font);
  ImGui::TextWrapped("%s", text.c_str());
  ImGui::PopFont();
}

std::string name_of(const Selected& selected, const Picture& picture) {
  const trace::Header& header = picture.header();
  if (const auto* const vehicle = std::get_if<Subject>(&selected))
    return trace::vehicle_name(*vehicle, header);
  if (const auto* const crew = std::get_if<trace::CrewOf>(&selected))
    return header.crossings[crew->home.value].crews[crew->crew].name;
  if (const auto* const operation = std::get_if<OperationIndex>(&selected))
    return operation_label(header.operations[operation->value]);
  if (const auto* const group = std::get_if<GroupIndex>(&selected))
    return header.groups[group->value];
  if (const auto* const messages = std::get_if<MessagesOn>(&selected))
    return header.exchanges[messages->exchange].name;
  if (const auto* const office = std::get_if<Office>(&selected))
    return place_label(office->place, header);
  return "";
}

/// Nothing too: then a place can be chosen.
bool is_of_place(const Selected& selected) {
  return std::holds_alternative<std::monostate>(selected) ||
         std::holds_alternative<CrossingIndex>(selected) ||
         std::holds_alternative<Office>(selected);
}

}  // namespace

Wish SidePanel::draw(const Box& box, const Picture& picture, const TimeRange& range) {
  const Panel panel("side", box);
  Wish wish;
  draw_search(picture, wish);
  if (knowledge_is_shown_ && is_of_place(picture.selected))
    knowledge_.draw(picture, wish);
  else
    charts_are_shown_ ? charts_.draw(picture, range) : draw_selected(picture, wish);
  return wish;
}

void SidePanel::keep_known(const Selected& selected,
                           const std::shared_ptr<const Recording>& recording, Time moment) {
  knower_ = knowledge_is_shown_ ? place_of(selected, recording->header()) : trace::nobody;
  search_.look_for(recording, knower_, moment);
}

void SidePanel::draw_search(const Picture& picture, Wish& wish) {
  if (std::exchange(focus_, false)) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const bool entered = ImGui::InputTextWithHint(
      "##search", picture.words.search_hint, &sought_,
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  if (sought_.empty()) return;
  const auto found = matching(all_named(picture.header(), picture.geography, picture.shows_truth()),
                              sought_, most_matches);
  if (found.empty()) write(picture.fonts.small, picture.words.nothing_found);
  for (std::size_t n = 0; n < found.size(); ++n) {
    ImGui::PushID(static_cast<int>(n));
    const bool chosen = ImGui::Selectable(found[n].label.c_str()) || (entered && n == 0);
    ImGui::PopID();
    if (chosen) wish.select = found[n].what;
  }
  if (wish.select) sought_.clear();
  ImGui::Separator();
}

void SidePanel::draw_selected(const Picture& picture, Wish& wish) {
  if (const auto* const post = std::get_if<CrossingIndex>(&picture.selected)) {
    if (const auto chosen = draw_post(post->value, picture)) wish.select = chosen;
  } else if (std::holds_alternative<std::monostate>(picture.selected)) {
    write(picture.fonts.strong, picture.words.all_posts);
    picture.other_posts ? draw_both(picture, wish) : table_of_posts(picture, wish);
    write(picture.fonts.small, picture.words.click_hint);
    draw_stops(picture, wish);
    draw_bookmarks(picture, wish);
  } else {
    write(picture.fonts.large, name_of(picture.selected, picture));
    draw_past(picture, wish);
  }
}

// Of a find, how word of it went round can be seen instead.
void SidePanel::draw_past(const Picture& picture, Wish& wish) {
  const Words& words = picture.words;
  if (is_of_find(picture)) {
    if (ImGui::Button(word_is_shown_ ? words.back_to_history : words.word_round)) {
      word_is_shown_ = !word_is_shown_;
      if (word_is_shown_) word_.look_for(std::get<Subject>(picture.selected), recording_);
    }
  }
  word_is_shown_ ? word_.draw(picture, wish) : draw_history(picture, wish);
}

bool SidePanel::is_of_find(const Picture& picture) const {
  const auto& rows = past_.rows();
  return std::holds_alternative<Subject>(picture.selected) &&
         std::any_of(rows.begin(), rows.end(), [&](const Found& found) {
           return is_find(found.row) && time_of(found.row) <= picture.shown_until();
         });
}

void SidePanel::draw_stops(const Picture& picture, Wish& wish) {
  if (!ImGui::CollapsingHeader(picture.words.stop_at)) return;
  for (std::size_t kind = 0; kind < mark_kinds; ++kind) {
    bool stops = picture.stop_at[kind];
    if (ImGui::Checkbox(picture.words.stop_kinds[kind], &stops)) wish.stop_kind = kind;
  }
  bool stops = picture.stops_at_injects;
  wish.stop_at_injects = ImGui::Checkbox(picture.words.stop_at_injects, &stops);
}

void SidePanel::draw_bookmarks(const Picture& picture, Wish& wish) {
  for (const Bookmark& bookmark : picture.bookmarks) {
    ImGui::PushID(&bookmark);
    if (ImGui::Button(moment_text(bookmark.at, picture.calendar).c_str())) wish.seek = bookmark.at;
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    std::string note = bookmark.note;
    if (ImGui::InputTextWithHint("##note", picture.words.note_hint, &note))
      wish.note = Bookmark{bookmark.at, note};
    ImGui::PopID();
  }
}

// What happened so far; of the rest, only who may see the future. A click goes there.
void SidePanel::draw_history(const Picture& picture, Wish& wish) {
  if (past_.is_looking()) return write(picture.fonts.plain, picture.words.looking);
  for (const Found& found : past_.rows()) {
    const Time at = time_of(found.row);
    if (at > picture.shown_until()) break;
    const std::string text = row_text(found.row, picture.header(), picture.shows_truth());
    if (text.empty()) continue;
    const bool is_past = at <= picture.now;
    ImGui::PushID(static_cast<int>(found.number));
    ImGui::PushStyleColor(ImGuiCol_Text,
                          ink(is_past ? picture.theme.text : picture.theme.dim_text));
    if (ImGui::Selectable(moment_text(at, picture.calendar).c_str())) wish.seek = at;
    write(picture.fonts.small, text);
    ImGui::PopStyleColor();
    ImGui::PopID();
  }
}

}  // namespace cordon::viz
