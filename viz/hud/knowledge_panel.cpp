#include "viz/hud/knowledge_panel.hpp"

#include <fmt/format.h>

#include "analysis/text/labels.hpp"
#include "analysis/text/numbers.hpp"
#include "sim/output/trace/names.hpp"
#include "viz/hud/knowledge_search.hpp"
#include "viz/hud/known_summary.hpp"
#include "viz/hud/row_text.hpp"
#include "viz/hud/time_text.hpp"
#include "viz/hud/written.hpp"

namespace cordon::viz {
namespace {

constexpr std::size_t most_urgent_shown = 8, most_learnt_shown = 200;

bool is_office(const trace::PlaceName& place) {
  return place.kind == "desk" || place.kind == "headquarters";
}

void draw_choice(const Picture& picture, Wish& wish) {
  write_text(picture.fonts.large, picture.words.known_title);
  write_text(picture.fonts.plain, picture.words.known_choose);
  const auto& places = picture.header().places;
  for (std::uint16_t p = 0; p < places.size(); ++p)
    if (is_office(places[p]) &&
        ImGui::Selectable(fmt::format("{}##{}", place_label(p, picture.header()), p).c_str()))
      wish.select = Office{p};
}

void draw_heading(const Picture& picture) {
  write_text(picture.fonts.large,
             place_label(picture.knower, picture.header()) + ": " + picture.words.it_knew);
  write_text(
      picture.fonts.small,
      fmt::format("{} {}: {}", picture.words.known_by, moment_text(picture.now, picture.calendar),
                  picture.words.knows_nothing_else),
      &picture.theme.dim_text);
}

void draw_sums(const VehiclesKnown& sum, const Picture& picture) {
  const Words& words = picture.words;
  write_text(picture.fonts.plain, fmt::format("{}: {}, {}: {}", words.vehicles_there, sum.there,
                                              words.announced, sum.announced));
  std::string lanes;
  for (std::size_t c = 0; c < channels; ++c)
    if (sum.by_channel[c] > 0)
      lanes += fmt::format("{}{} {}", lanes.empty() ? "" : ", ", words.lanes[c], sum.by_channel[c]);
  if (!lanes.empty())
    write_text(picture.fonts.plain, fmt::format("{}: {}", words.lanes_title, lanes));
  if (sum.control_ordered + sum.record_hits > 0)
    write_text(picture.fonts.plain,
               fmt::format("{}: {}, {}: {}", text::sentence(words.control_ordered),
                           sum.control_ordered, words.record_hit, sum.record_hits),
               &picture.theme.find);
}

std::string why(const KnownVehicle& known, const Words& words) {
  std::string text = known.arrived ? "" : words.announced;
  for (const auto& [is_so, word] : {std::pair{known.control_ordered, words.control_ordered},
                                    {known.record_hit, words.record_hit}})
    if (is_so) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

void row_of_vehicle(const RatedVehicle& rated, const Picture& picture, Wish& wish) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  if (ImGui::Selectable(trace::vehicle_name(rated.vehicle, picture.header()).c_str(), false,
                        ImGuiSelectableFlags_SpanAllColumns))
    wish.select = rated.vehicle;
  ImGui::TableNextColumn();
  const auto score = rated.known.risk_score;
  ImGui::TextUnformatted(score ? text::number(static_cast<double>(*score), 2).c_str() : "-");
  ImGui::TableNextColumn();
  const auto channel = rated.known.channel;
  ImGui::TextUnformatted(channel ? picture.words.lanes[static_cast<std::size_t>(*channel)] : "-");
  ImGui::TableNextColumn();
  ImGui::TextUnformatted(why(rated.known, picture.words).c_str());
}

void draw_urgent(const Knowledge& known, const Picture& picture, Wish& wish) {
  const auto urgent = most_urgent(known, most_urgent_shown);
  if (urgent.empty()) return;
  ImGui::PushFont(picture.fonts.small);
  if (ImGui::BeginTable("vehicles", 4, ImGuiTableFlags_BordersInnerH)) {
    ImGui::TableSetupColumn(picture.words.vehicle, ImGuiTableColumnFlags_WidthStretch);
    for (const char* name : {picture.words.risk, picture.words.lane, ""})
      ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed);
    ImGui::TableHeadersRow();
    for (const RatedVehicle& rated : urgent) row_of_vehicle(rated, picture, wish);
    ImGui::EndTable();
  }
  ImGui::PopFont();
}

}  // namespace

void KnowledgePanel::draw(const Picture& picture, Wish& wish) {
  if (picture.knower == trace::nobody) return draw_choice(picture, wish);
  draw_heading(picture);
  if (!picture.known) return write_text(picture.fonts.plain, picture.words.looking);
  const Knowledge& known = picture.known->known;
  if (!known.vehicles.empty()) {
    draw_sums(vehicles_known(known), picture);
    draw_urgent(known, picture, wish);
  }
  ImGui::Separator();
  draw_kinds(known, picture);
  draw_learnt(known, picture, wish);
}

void KnowledgePanel::draw_kinds(const Knowledge& known, const Picture& picture) {
  write_text(picture.fonts.strong, picture.words.learnt_title);
  if (known.learnt.empty()) write_text(picture.fonts.plain, picture.words.nothing_yet);
  for (std::size_t k = 0; k < learnt_kinds; ++k) {
    const auto kind = static_cast<Learnt::Kind>(k);
    const std::uint64_t count = known.count(kind);
    if (count == 0) continue;
    const std::string text = fmt::format("{}: {}", text::sentence(picture.words.learnt[k]), count);
    if (ImGui::Selectable(text.c_str(), only_ == kind))
      only_ = only_ == kind ? std::nullopt : std::optional(kind);
  }
  ImGui::Separator();
}

// The latest first: of what came long ago there may be very much.
void KnowledgePanel::draw_learnt(const Knowledge& known, const Picture& picture, Wish& wish) const {
  std::size_t shown = 0;
  for (auto learnt = known.learnt.rbegin();
       learnt != known.learnt.rend() && shown < most_learnt_shown; ++learnt) {
    if (only_ && learnt->kind != *only_) continue;
    ++shown;
    const Time at = time_of(learnt->what.row);
    ImGui::PushID(static_cast<int>(learnt->what.number));
    if (ImGui::Selectable(moment_text(at, picture.calendar).c_str())) wish.seek = at;
    write_text(picture.fonts.small, event_text(learnt->what.row, picture.header(), false));
    ImGui::PopID();
  }
}

}  // namespace cordon::viz
