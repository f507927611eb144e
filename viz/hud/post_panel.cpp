#include "viz/hud/post_panel.hpp"

#include <fmt/format.h>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"
#include "viz/hud/layout_inset.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz {
namespace {

void write(ImFont* font, const std::string& text, const Colour* colour = nullptr) {
  ImGui::PushFont(font);
  if (colour) ImGui::PushStyleColor(ImGuiCol_Text, ink(*colour));
  ImGui::TextWrapped("%s", text.c_str());
  if (colour) ImGui::PopStyleColor();
  ImGui::PopFont();
}

std::string line_text(std::uint16_t line, std::uint16_t crossing, const Picture& picture) {
  const trace::LineShape& shape = picture.header().lines[line];
  const auto wait = recent_wait(picture.recording.timeline(), line, picture.now, recent);
  const char* const direction =
      shape.direction == "entry" ? picture.words.entry : picture.words.exit;
  std::string text = fmt::format(
      "{}, {}: {} {}", text::sentence(text::vehicles_of(shape.vehicle_class)), direction,
      text::number(waiting_of(line, picture.crossings[crossing], picture.header()), 0),
      picture.words.waiting);
  if (wait) text += fmt::format(", {}", span_text(*wait));
  return text;
}

void draw_lines(std::uint16_t crossing, const Picture& picture) {
  const auto& lines = picture.header().lines;
  for (std::uint16_t l = 0; l < lines.size(); ++l) {
    if (lines[l].crossing != crossing) continue;
    write(picture.fonts.plain, line_text(l, crossing, picture));
    draw_stages(l, crossing, picture);
  }
  const auto& stages = picture.header().crossings[crossing].stages;
  const bool shares = std::any_of(stages.begin(), stages.end(),
                                  [](const auto& s) { return s.line == trace::nobody; });
  if (!shares) return;
  write(picture.fonts.plain, picture.words.shared_stages);
  draw_stages(trace::nobody, crossing, picture);
}

std::string duty_text(const PostNow& post, const Words& words) {
  std::string text =
      fmt::format("{}: {} {}, {} {}", text::sentence(words.on_duty), post.on_duty.customs,
                  words.customs, post.on_duty.border_guards, words.border_guards);
  if (post.on_duty.others > 0) text += fmt::format(", {} {}", post.on_duty.others, words.others);
  return text;
}

std::string crew_text(const trace::CrewKey& key, const trace::CrewThere& crew,
                      const Picture& picture) {
  const trace::CrossingShape& home = picture.header().crossings[key.crew.home.value];
  return fmt::format("{}: {}/{}##{}/{}/{}", home.crews[key.crew.crew].name, crew.on_duty,
                     crew.officers, key.crew.home.value, key.crew.crew, key.operation.value);
}

std::optional<Selected> draw_crews(std::uint16_t crossing, const Picture& picture) {
  std::optional<Selected> chosen;
  if (!ImGui::CollapsingHeader(picture.words.crews)) return chosen;
  for (const auto& [key, crew] : picture.crossings[crossing].crews)
    if (crew.officers > 0 && ImGui::Selectable(crew_text(key, crew, picture).c_str()))
      chosen = key.crew;
  return chosen;
}

std::optional<Selected> draw_operations(std::uint16_t crossing, const Picture& picture) {
  std::optional<Selected> chosen;
  for (const OperationIndex operation : picture.crossings[crossing].operations) {
    const std::string& label = operation_label(picture.header().operations[operation.value]);
    ImGui::PushStyleColor(ImGuiCol_Text, ink(picture.theme.operation));
    if (ImGui::Selectable(fmt::format("##operation {}", operation.value).c_str()))
      chosen = operation;
    ImGui::SameLine(0, 0);
    write(picture.fonts.plain, fmt::format("{}: {}", picture.words.under_operation, label));
    ImGui::PopStyleColor();
  }
  return chosen;
}

}  // namespace

std::optional<Selected> draw_post(std::uint16_t crossing, const Picture& picture) {
  const Post& post = picture.geography.posts[crossing];
  const PostNow& now = picture.posts[crossing];
  const Words& words = picture.words;
  write(picture.fonts.large, post.label + (post.country.empty() ? "" : " (" + post.country + ")"));
  write(picture.fonts.plain, duty_text(now, words));
  if (now.machines_down > 0)
    write(picture.fonts.plain, fmt::format("{}: {}", words.machines_down, now.machines_down),
          &picture.theme.trouble);
  if (now.machines_lent > 0)
    write(picture.fonts.plain, fmt::format("{}: {}", words.machines_lent, now.machines_lent));
  if (now.in_yard > 0)
    write(picture.fonts.plain,
          fmt::format("{}: {}", text::sentence(words.in_yard), text::number(now.in_yard, 0)));
  if (now.open_reports > 0)
    write(picture.fonts.plain, fmt::format("{}: {}", words.open_reports, now.open_reports));
  auto chosen = draw_operations(crossing, picture);
  ImGui::Separator();
  draw_lines(crossing, picture);
  if (const auto crew = draw_crews(crossing, picture)) chosen = crew;
  return chosen;
}

}  // namespace cordon::viz
