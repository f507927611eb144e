#include "viz/hud/inject_panel.hpp"

#include <fmt/args.h>
#include <fmt/format.h>
#include <imgui.h>
#include <imgui_stdlib.h>

#include "sim/output/trace/catalogue.hpp"
#include "viz/hud/panel.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

using F = InjectField;

// A word on the left, and what follows on the right of it.
void row(const char* word) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(word);
  ImGui::SameLine(ImGui::GetWindowWidth() * 0.45F);
  ImGui::SetNextItemWidth(-1);
}

void write_small(const Picture& picture, const std::string& text, Colour colour) {
  ImGui::PushFont(picture.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, ink(colour));
  ImGui::TextWrapped("%s", text.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

bool choose(const char* id, const std::string& now, const std::vector<std::string>& names,
            const auto& label_of, std::string& chosen) {
  bool changed = false;
  if (!ImGui::BeginCombo(id, label_of(now).c_str())) return false;
  for (std::size_t n = 0; n < names.size(); ++n) {
    ImGui::PushID(static_cast<int>(n));
    if (ImGui::Selectable(label_of(names[n]).c_str(), names[n] == now)) {
      chosen = names[n];
      changed = true;
    }
    ImGui::PopID();
  }
  ImGui::EndCombo();
  return changed;
}

// The kinds that there may be in a scenario, in an open list.
std::optional<InjectKind> choose_from_kinds(const Scenario& scenario, const Words& words,
                                            std::optional<InjectKind> now) {
  std::optional<InjectKind> chosen;
  for (std::size_t k = 0; k < inject_kinds; ++k) {
    const auto kind = static_cast<InjectKind>(k);
    if (is_possible(kind, scenario) && ImGui::Selectable(words.inject_kinds[k], kind == now))
      chosen = kind;
  }
  return chosen;
}

// What the foot of the form says, line by line.
struct Line {
  std::string text;
  Colour colour;
};
std::vector<Line> lines_of(const InjectNews& news, const Picture& picture) {
  const Words& words = picture.words;
  std::vector<Line> lines;
  if (news.is_checking) lines.push_back({words.checking, picture.theme.dim_text});
  if (!news.is_checking && news.problems.empty())
    lines.push_back({words.nothing_wrong, picture.theme.dim_text});
  if (!news.problems.empty()) lines.push_back({words.has_problems, picture.theme.trouble});
  for (const InjectProblem& problem : news.problems) {
    const bool is_later = !news.contingency.empty() && problem.inject == news.contingency;
    const std::string where = is_later ? std::string(words.if_it_does_not_come) + ": " : "";
    lines.push_back({where + problem.line, picture.theme.text});
  }
  return lines;
}

float height_of(const std::vector<Line>& lines, const Picture& picture) {
  ImFont* const font = picture.fonts.small;
  const float width = ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ScrollbarSize;
  float height = 0;
  for (const Line& line : lines)
    height += font->CalcTextSizeA(font->FontSize, FLT_MAX, width, line.text.c_str()).y +
              ImGui::GetStyle().ItemSpacing.y;
  return height;
}

// What is wrong stands above the buttons; where it is long, it can be scrolled.
InjectStep draw_foot(const std::vector<Line>& lines, float height, const Picture& picture,
                     bool may_play) {
  const Words& words = picture.words;
  ImGui::Separator();
  ImGui::BeginChild("news", {0, height});
  for (const Line& line : lines) write_small(picture, line.text, line.colour);
  ImGui::EndChild();
  ImGui::BeginDisabled(!may_play);
  const bool plays = ImGui::Button(words.play_on);
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ImGui::Button(words.cancel)) return InjectStep::cancel;
  return may_play && plays ? InjectStep::play_on : InjectStep::none;
}

}  // namespace

void InjectPanel::use(const OpenRun& run) {
  choices_ = run.scenario;
  for (const InjectThen& inject : run.injects) choices_.operation.erase(inject.name);
  mend(plan_.inject, choices_);
  if (plan_.contingency) mend(*plan_.contingency, choices_);
}

void InjectPanel::begin(const std::string& crossing) {
  crossing_ = crossing;
  plan_ = {draft_of(InjectKind::closed, crossing, choices_), std::nullopt};
  turn_to(Page::inject);
  branch_.clear();
}

void InjectPanel::edit(const InjectPlan& plan, const std::string& branch, const Words& words) {
  crossing_ = plan.inject.place.empty() ? choices_.crossing.begin()->first : plan.inject.place;
  plan_ = plan;
  turn_to(Page::inject);
  branch_ = branch;
  // A text that stands for none goes on following what the fields say.
  const auto forget_if_not_written = [&](InjectDraft& draft) {
    if (draft.text == text_of(draft, words)) draft.text.clear();
  };
  forget_if_not_written(plan_.inject);
  if (plan_.contingency) forget_if_not_written(*plan_.contingency);
}

InjectDraft InjectPanel::fresh(InjectKind kind) const {
  return draft_of(kind, plan_.inject.place.empty() ? crossing_ : plan_.inject.place, choices_);
}

std::string InjectPanel::label_of(InjectField field, const std::string& name,
                                  const Words& words) const {
  if (name.empty()) return words.everything[field == F::place ? 0 : field == F::line ? 1 : 2];
  const auto labelled = [&](const auto& entries) {
    const auto found = entries.find(name);
    return found == entries.end() || found->second.label.empty() ? spaced(name)
                                                                 : found->second.label;
  };
  if (field == F::place || field == F::to) return labelled(choices_.crossing);
  if (field == F::operation) return labelled(choices_.operation);
  if (field == F::channel) return labelled(choices_.channel);
  return spaced(name);
}

std::string InjectPanel::text_of(const InjectDraft& draft, const Words& words) const {
  const auto said = [&](F field, const std::string& name) { return label_of(field, name, words); };
  const char* const pattern = words.inject_texts[static_cast<std::size_t>(draft.kind)];
  return fmt::format(fmt::runtime(pattern), fmt::arg("place", said(F::place, draft.place)),
                     fmt::arg("line", said(F::line, draft.line)), fmt::arg("lanes", draft.lanes),
                     fmt::arg("equipment", said(F::equipment, draft.equipment)),
                     fmt::arg("machines", draft.machines), fmt::arg("share", draft.share),
                     fmt::arg("field", said(F::field, draft.field)),
                     fmt::arg("commodity", said(F::commodity, draft.commodity)),
                     fmt::arg("flow", said(F::flow, draft.flow)), fmt::arg("times", draft.times),
                     fmt::arg("operation", said(F::operation, draft.operation)),
                     fmt::arg("to", said(F::to, draft.to)), fmt::arg("officers", draft.officers),
                     fmt::arg("channel", said(F::channel, draft.channel)));
}

PlanTexts InjectPanel::texts(const Words& words) const {
  return {text_of(plan_.inject, words),
          plan_.contingency ? text_of(*plan_.contingency, words) : ""};
}

InjectStep InjectPanel::draw(const Box& box, const Picture& picture, const InjectNews& news) {
  const Panel panel("inject", box);
  draw_title(picture);
  if (plan_.contingency) draw_pages(picture.words);
  const auto lines = lines_of(news, picture);
  const float most = static_cast<float>(box.size().y) * 0.3F;
  const float height = std::min(height_of(lines, picture), most);
  const float gap = ImGui::GetStyle().ItemSpacing.y;
  const float room =
      ImGui::GetContentRegionAvail().y - (height + ImGui::GetFrameHeight() + 3 * gap);
  ImGui::BeginChild("page", {0, std::min(page_height_, room)});
  draw_page(picture);
  page_height_ = ImGui::GetCursorPosY();
  ImGui::EndChild();
  return draw_foot(lines, height, picture, news.problems.empty());
}

void InjectPanel::draw_title(const Picture& picture) const {
  const Words& words = picture.words;
  ImGui::PushFont(picture.fonts.large);
  ImGui::TextUnformatted(branch_.empty() ? words.new_inject : words.edited_inject);
  ImGui::PopFont();
  if (!branch_.empty())
    write_small(picture, fmt::format("{} {}", words.of_branch, branch_), picture.theme.dim_text);
}

void InjectPanel::draw_pages(const Words& words) {
  if (!ImGui::BeginTabBar("pages")) return;
  for (const auto& [page, label] : {std::pair{Page::inject, words.inject_page},
                                    {Page::contingency, words.if_it_does_not_come}}) {
    const bool turns = turns_page_ && page == page_;
    if (!ImGui::BeginTabItem(label, nullptr, turns ? ImGuiTabItemFlags_SetSelected : 0)) continue;
    if (!turns_page_) page_ = page;
    turns_page_ &= page != page_;
    ImGui::EndTabItem();
  }
  ImGui::EndTabBar();
}

void InjectPanel::draw_page(const Picture& picture) {
  ImGui::PushID(static_cast<int>(page_));
  draw_moment(picture);
  choose_kind(picture.words);
  for (const InjectField field : fields_of(draft().kind)) draw_field(field, picture);
  draw_words(picture);
  draw_event(picture);
  if (page_ == Page::inject && !draft().event.empty()) draw_contingency(picture.words);
  ImGui::PopID();
}

void InjectPanel::draw_moment(const Picture& picture) const {
  const bool is_later = page_ == Page::contingency;
  const Duration after = is_later ? from_seconds(plan_.inject.within * 3600) : Duration{0};
  row(picture.words.inject_at);
  ImGui::TextUnformatted(moment_text(picture.now + after, picture.calendar).c_str());
  if (is_later)
    write_small(picture,
                fmt::format("{}: {}", picture.words.if_not, trace::meaning_of(plan_.inject.event)),
                picture.theme.dim_text);
}

// What was written and what should follow stay.
void InjectPanel::choose_kind(const Words& words) {
  row(words.inject_kind);
  const InjectKind now = draft().kind;
  if (!ImGui::BeginCombo("##kind", words.inject_kinds[static_cast<std::size_t>(now)],
                         ImGuiComboFlags_HeightLargest))
    return;
  if (const auto kind = choose_from_kinds(choices_, words, now)) {
    const InjectDraft before = draft();
    draft() = fresh(*kind);
    draft().expected = before.expected;
    draft().objective = before.objective;
    draft().event = before.event;
    draft().within = before.within;
  }
  ImGui::EndCombo();
}

void InjectPanel::draw_field(InjectField field, const Picture& picture) {
  const Words& words = picture.words;
  row(words.inject_fields[static_cast<std::size_t>(field)]);
  const std::string id = fmt::format("##field {}", static_cast<int>(field));
  if (field == F::authority) {
    int authority = static_cast<int>(draft().authority);
    if (ImGui::Combo(id.c_str(), &authority, words.authorities, 5))
      draft().authority = static_cast<Authority>(authority);
    return;
  }
  std::string* const name = name_in(draft(), field);
  if (!name) return draw_numbers(field);
  const auto label = [&](const std::string& n) { return label_of(field, n, words); };
  if (choose(id.c_str(), *name, names_for(field, draft(), choices_), label, *name))
    mend(draft(), choices_);
}

void InjectPanel::draw_numbers(InjectField field) {
  InjectDraft& draft = this->draft();
  const auto whole = [](const char* id, int& value, int least, int most) {
    ImGui::InputInt(id, &value);
    value = std::clamp(value, least, most);
  };
  const auto real = [](const char* id, double& value, double step, double least, double most) {
    ImGui::InputDouble(id, &value, step, 0, "%g");
    value = std::clamp(value, least, most);
  };
  switch (field) {
    case F::lanes:
      return whole("##lanes", draft.lanes, 1, 200);
    case F::machines:
      return whole("##machines", draft.machines, 1, 1000);
    case F::officers:
      return whole("##officers", draft.officers, 1, 1000);
    case F::share:
      return real("##share", draft.share, 5, 1, 100);
    case F::times:
      return real("##times", draft.times, 0.1, 0, 100);
    case F::multiplier:
      return real("##multiplier", draft.multiplier, 0.5, 1, 100);
    case F::notice:
      return real("##notice", draft.notice, 1, 1, 1000);
    case F::hours:
      return real("##hours", draft.hours, 1, 0, 10'000);
    default:
      return;
  }
}

void InjectPanel::draw_words(const Picture& picture) {
  const Words& words = picture.words;
  ImGui::Separator();
  ImGui::TextUnformatted(words.room_is_told);
  std::string text = draft().text.empty() ? text_of(draft(), words) : draft().text;
  const float height = ImGui::GetTextLineHeight() * 3 + ImGui::GetStyle().FramePadding.y * 2;
  if (ImGui::InputTextMultiline("##text", &text, {-1, height})) draft().text = text;
  row(words.expected);
  ImGui::InputText("##expected", &draft().expected);
  row(words.objective);
  ImGui::InputText("##objective", &draft().objective);
}

void InjectPanel::draw_event(const Picture& picture) {
  const Words& words = picture.words;
  ImGui::TextUnformatted(words.expected_event);
  std::vector<std::string> names{""};
  for (const trace::EventShape& event : trace::events())
    if (event.seen) names.emplace_back(event.name);
  const auto label = [&](const std::string& name) {
    return name.empty() ? words.no_event : std::string(trace::meaning_of(name));
  };
  ImGui::SetNextItemWidth(-1);
  choose("##event", draft().event, names, label, draft().event);
  if (page_ == Page::inject && draft().event.empty()) plan_.contingency.reset();
  if (draft().event.empty()) return;
  row(words.within_hours);
  ImGui::InputDouble("##within", &draft().within, 1, 0, "%g");
  draft().within = std::clamp(draft().within, 0.1, 10'000.0);
}

// Whoever chooses a kind goes on with what it asks for.
void InjectPanel::draw_contingency(const Words& words) {
  ImGui::TextUnformatted(words.if_it_does_not_come);
  ImGui::SetNextItemWidth(-1);
  auto& contingency = plan_.contingency;
  const char* const now = contingency
                              ? words.inject_kinds[static_cast<std::size_t>(contingency->kind)]
                              : words.nothing_happens;
  if (!ImGui::BeginCombo("##contingency", now, ImGuiComboFlags_HeightLargest)) return;
  if (ImGui::Selectable(words.nothing_happens, !contingency)) contingency.reset();
  const auto kind_now = contingency ? std::optional(contingency->kind) : std::nullopt;
  if (const auto kind = choose_from_kinds(choices_, words, kind_now)) {
    if (kind != kind_now) contingency = fresh(*kind);
    turn_to(Page::contingency);
  }
  ImGui::EndCombo();
}

}  // namespace cordon::viz
