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
  ImGui::SameLine(ImGui::GetWindowWidth() * 0.42F);
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

}  // namespace

void InjectPanel::use(const OpenRun& run) {
  choices_ = run.scenario;
  for (const InjectThen& inject : run.injects) choices_.operation.erase(inject.name);
  mend(draft_, choices_);
}

void InjectPanel::begin(const std::string& crossing) {
  draft_ = draft_of(InjectKind::closed, crossing, choices_);
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

std::string InjectPanel::text_of(const Words& words) const {
  const auto said = [&](F field, const std::string& name) { return label_of(field, name, words); };
  const char* const pattern = words.inject_texts[static_cast<std::size_t>(draft_.kind)];
  return fmt::format(fmt::runtime(pattern), fmt::arg("place", said(F::place, draft_.place)),
                     fmt::arg("line", said(F::line, draft_.line)), fmt::arg("lanes", draft_.lanes),
                     fmt::arg("equipment", said(F::equipment, draft_.equipment)),
                     fmt::arg("machines", draft_.machines), fmt::arg("share", draft_.share),
                     fmt::arg("field", said(F::field, draft_.field)),
                     fmt::arg("commodity", said(F::commodity, draft_.commodity)),
                     fmt::arg("flow", said(F::flow, draft_.flow)), fmt::arg("times", draft_.times),
                     fmt::arg("operation", said(F::operation, draft_.operation)),
                     fmt::arg("to", said(F::to, draft_.to)), fmt::arg("officers", draft_.officers),
                     fmt::arg("channel", said(F::channel, draft_.channel)));
}

InjectSpec InjectPanel::inject(Time at, const Words& words) const {
  return inject_of(draft_, at, text_of(words));
}

InjectStep InjectPanel::draw(const Box& box, const Picture& picture, const InjectNews& news) {
  const Panel panel("inject", box);
  const Words& words = picture.words;
  ImGui::PushFont(picture.fonts.large);
  ImGui::TextUnformatted(words.new_inject);
  ImGui::PopFont();
  row(words.inject_at);
  ImGui::TextUnformatted(moment_text(picture.now, picture.calendar).c_str());
  choose_kind(words);
  for (const InjectField field : fields_of(draft_.kind)) draw_field(field, picture);
  draw_words(picture);
  draw_event(picture);
  return draw_end(picture, news);
}

void InjectPanel::choose_kind(const Words& words) {
  row(words.inject_kind);
  if (!ImGui::BeginCombo("##kind", words.inject_kinds[static_cast<std::size_t>(draft_.kind)],
                         ImGuiComboFlags_HeightLargest))
    return;
  for (std::size_t k = 0; k < inject_kinds; ++k) {
    const auto kind = static_cast<InjectKind>(k);
    if (!is_possible(kind, choices_)) continue;
    if (!ImGui::Selectable(words.inject_kinds[k], kind == draft_.kind)) continue;
    const std::string place =
        draft_.place.empty() ? choices_.crossing.begin()->first : draft_.place;
    draft_ = draft_of(kind, place, choices_);
  }
  ImGui::EndCombo();
}

void InjectPanel::draw_field(InjectField field, const Picture& picture) {
  const Words& words = picture.words;
  row(words.inject_fields[static_cast<std::size_t>(field)]);
  const std::string id = fmt::format("##field {}", static_cast<int>(field));
  if (field == F::authority) {
    int authority = static_cast<int>(draft_.authority);
    if (ImGui::Combo(id.c_str(), &authority, words.authorities, 5))
      draft_.authority = static_cast<Authority>(authority);
    return;
  }
  std::string* const name = name_in(draft_, field);
  if (!name) return draw_numbers(field);
  const auto label = [&](const std::string& n) { return label_of(field, n, words); };
  if (choose(id.c_str(), *name, names_for(field, draft_, choices_), label, *name))
    mend(draft_, choices_);
}

void InjectPanel::draw_numbers(InjectField field) {
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
      return whole("##lanes", draft_.lanes, 1, 200);
    case F::machines:
      return whole("##machines", draft_.machines, 1, 1000);
    case F::officers:
      return whole("##officers", draft_.officers, 1, 1000);
    case F::share:
      return real("##share", draft_.share, 5, 1, 100);
    case F::times:
      return real("##times", draft_.times, 0.1, 0, 100);
    case F::multiplier:
      return real("##multiplier", draft_.multiplier, 0.5, 1, 100);
    case F::notice:
      return real("##notice", draft_.notice, 1, 1, 1000);
    case F::hours:
      return real("##hours", draft_.hours, 1, 0, 10'000);
    default:
      return;
  }
}

void InjectPanel::draw_words(const Picture& picture) {
  const Words& words = picture.words;
  ImGui::Separator();
  ImGui::TextUnformatted(words.room_is_told);
  std::string text = draft_.text.empty() ? text_of(words) : draft_.text;
  const float height = ImGui::GetTextLineHeight() * 3 + ImGui::GetStyle().FramePadding.y * 2;
  if (ImGui::InputTextMultiline("##text", &text, {-1, height})) draft_.text = text;
  row(words.expected);
  ImGui::InputText("##expected", &draft_.expected);
  row(words.objective);
  ImGui::InputText("##objective", &draft_.objective);
}

void InjectPanel::draw_event(const Picture& picture) {
  const Words& words = picture.words;
  ImGui::TextUnformatted(words.expected_event);
  std::vector<std::string> names{""};
  for (const trace::EventShape& event : trace::events())
    if (event.seen) names.emplace_back(event.name);
  const auto label = [&](const std::string& name) -> std::string {
    for (const trace::EventShape& event : trace::events())
      if (event.name == name) return std::string(event.meaning);
    return words.no_event;
  };
  ImGui::SetNextItemWidth(-1);
  choose("##event", draft_.event, names, label, draft_.event);
  if (draft_.event.empty()) return;
  row(words.within_hours);
  ImGui::InputDouble("##within", &draft_.within, 1, 0, "%g");
  draft_.within = std::clamp(draft_.within, 0.1, 10'000.0);
}

InjectStep InjectPanel::draw_end(const Picture& picture, const InjectNews& news) const {
  const Words& words = picture.words;
  ImGui::Separator();
  if (news.is_checking) write_small(picture, words.checking, picture.theme.dim_text);
  if (!news.is_checking && news.problems.empty())
    write_small(picture, words.nothing_wrong, picture.theme.dim_text);
  if (!news.problems.empty()) write_small(picture, words.has_problems, picture.theme.trouble);
  for (const std::string& problem : news.problems)
    write_small(picture, problem, picture.theme.text);
  const bool may_play = news.problems.empty();
  ImGui::BeginDisabled(!may_play);
  const bool plays = ImGui::Button(words.play_on);
  ImGui::EndDisabled();
  ImGui::SameLine();
  if (ImGui::Button(words.cancel)) return InjectStep::cancel;
  return may_play && plays ? InjectStep::play_on : InjectStep::none;
}

}  // namespace cordon::viz
