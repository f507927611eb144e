#include "viz/hud/branches_panel.hpp"

#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include "viz/hud/panel.hpp"
#include "viz/hud/reaction_text.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

void write(ImFont* font, const std::string& text, Colour colour) {
  ImGui::PushFont(font);
  ImGui::PushStyleColor(ImGuiCol_Text, ink(colour));
  ImGui::TextWrapped("%s", text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

InjectThen planned(const std::string& name, const Injects& all, const Picture& picture) {
  const InjectSpec& says = all.at(name);
  InjectThen inject{name, says.at->in_run(picture.calendar.start()), says};
  if (!says.contingency.empty()) inject.otherwise = all.at(says.contingency).text;
  return inject;
}

// What a branch adds to the one it goes on from: as it was simulated, or else as it is planned.
std::vector<InjectThen> own_injects(const std::string& name, const Picture& picture,
                                    const BranchList& list) {
  const BranchSpec& branch = list.session.branch.at(name);
  const auto run = list.run_of(name), parent = list.run_of(branch.parent);
  std::vector<InjectThen> own;
  if (run) {
    const auto is_of_parent = [&](const InjectThen& inject) {
      if (branch.inject.contains(inject.name)) return false;
      if (!parent) return branch.exercise.empty();
      return std::any_of(parent->injects.begin(), parent->injects.end(),
                         [&](const InjectThen& other) { return other.name == inject.name; });
    };
    for (const InjectThen& inject : run->injects)
      if (!is_of_parent(inject)) own.push_back(inject);
  } else {
    for (const auto& [inject, says] : branch.inject)
      if (says.at) own.push_back(planned(inject, branch.inject, picture));
  }
  return own;
}

bool tells_instructors(const InjectThen& inject) {
  return !inject.says.expected.empty() || inject.reaction || !inject.otherwise.empty();
}

/// The injects of one branch, told one below the other.
class OwnInjects {
 public:
  OwnInjects(std::vector<InjectThen> injects, const Picture& picture)
      : injects_(std::move(injects)), picture_(picture) {}

  /// @param may_edit  of the inject with a name
  /// @return the inject that is to be edited
  std::optional<std::string> draw(const std::function<bool(const std::string&)>& may_edit) {
    std::optional<std::string> edited;
    bool hides = false;
    for (const InjectThen& inject : injects_) {
      const bool is_later = inject.at > picture_.shown_until();
      hides |= is_later || (!picture_.instructor && tells_instructors(inject));
      if (is_later) continue;
      tell(inject);
      ImGui::PushID(inject.name.c_str());
      if (may_edit(inject.name) && ImGui::SmallButton(picture_.words.edit)) edited = inject.name;
      ImGui::PopID();
    }
    if (hides) say(picture_.words.for_instructors, picture_.theme.dim_text);
    return edited;
  }

 private:
  void say(const std::string& text, Colour colour) const {
    if (!text.empty()) write(picture_.fonts.small, text, colour);
  }

  void tell(const InjectThen& inject) const {
    const Words& words = picture_.words;
    const Theme& theme = picture_.theme;
    const InjectThen* const before = &inject == injects_.data() ? nullptr : &inject - 1;
    if (picture_.instructor)
      say(why_text(inject, injects_, before, picture_.header(), words), theme.dim_text);
    say(moment_text(inject.at, picture_.calendar) + "  " + inject.says.text, theme.text);
    if (!picture_.instructor) return;
    if (!inject.says.expected.empty())
      say(fmt::format("{}: {}", words.expected, inject.says.expected), theme.dim_text);
    if (inject.reaction && inject.at <= picture_.now)
      say(reaction_text(inject, picture_.now, picture_.header(), picture_.calendar, words),
          inject.is_overdue(picture_.now) ? theme.trouble : theme.dim_text);
    if (!has_happened_instead(inject))
      say(contingency_text(inject, picture_.now, words), theme.dim_text);
  }

  [[nodiscard]] bool has_happened_instead(const InjectThen& inject) const {
    return std::any_of(injects_.begin(), injects_.end(),
                       [&](const InjectThen& other) { return other.instead_of == inject.name; });
  }

  std::vector<InjectThen> injects_;
  const Picture& picture_;
};

std::string state_of(const std::string& name, const Words& words, const BranchList& list) {
  if (list.shown == name) return words.now_shown;
  if (list.beside == name) return words.beside_it;
  return list.run_of(name) ? "" : words.not_simulated;
}

}  // namespace

BranchWish BranchesPanel::draw(const Box& box, const Picture& picture, const BranchList& list) {
  const Panel panel("branches", box);
  BranchWish wish;
  write(picture.fonts.large, picture.words.branches, picture.theme.text);
  ImGui::BeginChild("list");
  draw_list(picture, list, wish);
  ImGui::EndChild();
  return wish;
}

void BranchesPanel::draw_list(const Picture& picture, const BranchList& list, BranchWish& wish) {
  draw_branch("", 0, picture, list, wish);
  for (const ListedBranch& branch : listed_branches(list.session))
    draw_branch(branch.name, branch.depth, picture, list, wish);
  if (list.session.branch.empty())
    write(picture.fonts.small, picture.words.no_branches, picture.theme.dim_text);
  if (!list.second) return;
  ImGui::Separator();
  write(picture.fonts.strong, fmt::format("{}: {}", picture.words.second_run, list.second->name),
        picture.theme.text);
  if (ImGui::SmallButton(picture.words.put_beside)) wish.beside_second = true;
}

void BranchesPanel::draw_branch(const std::string& name, int depth, const Picture& picture,
                                const BranchList& list, BranchWish& wish) {
  ImGui::PushID(name.c_str());
  ImGui::Separator();
  const float indent = static_cast<float>(12 * depth * picture.text_scale);
  if (depth > 0) ImGui::Indent(indent);
  if (renamed_ == name) {
    draw_renaming(picture, list, wish);
  } else {
    const std::string label = name.empty() ? picture.words.the_scenario : name;
    ImGui::PushFont(picture.fonts.strong);
    if (ImGui::Selectable((label + "##name").c_str(), list.shown == name)) wish.show = name;
    ImGui::PopFont();
    const std::string state = state_of(name, picture.words, list);
    if (!state.empty()) write(picture.fonts.small, state, picture.theme.dim_text);
  }
  if (!name.empty()) {
    OwnInjects injects(own_injects(name, picture, list), picture);
    const auto edited =
        injects.draw([&](const std::string& inject) { return list.may_edit(name, inject); });
    if (edited) wish.edit = {name, *edited};
  }
  draw_buttons(name, picture, list, wish);
  if (depth > 0) ImGui::Unindent(indent);
  ImGui::PopID();
}

void BranchesPanel::draw_buttons(const std::string& name, const Picture& picture,
                                 const BranchList& list, BranchWish& wish) {
  const Words& words = picture.words;
  const bool is_shown = list.shown == name;
  if (!is_shown) {
    if (ImGui::SmallButton(words.show_it)) wish.show = name;
    ImGui::SameLine();
    if (ImGui::SmallButton(words.put_beside)) wish.beside = name;
  }
  if (name.empty()) return;
  if (!is_shown) ImGui::SameLine();
  if (ImGui::SmallButton(words.rename)) {
    renamed_ = new_name_ = name;
    focus_ = true;
  }
  ImGui::SameLine();
  if (ImGui::SmallButton(words.remove)) wish.remove = name;
}

void BranchesPanel::draw_renaming(const Picture& picture, const BranchList& list,
                                  BranchWish& wish) {
  if (std::exchange(focus_, false)) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const bool entered =
      ImGui::InputText("##rename", &new_name_,
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  const std::string why_not = why_no_branch_name(list.session, *renamed_, new_name_);
  if (!why_not.empty()) write(picture.fonts.small, why_not, picture.theme.trouble);
  if (entered && why_not.empty()) wish.rename = {*renamed_, new_name_};
  if (wish.rename || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) renamed_.reset();
}

}  // namespace cordon::viz
