#include "viz/hud/layout_inset.hpp"

#include <fmt/format.h>

#include "analysis/text/numbers.hpp"
#include "viz/hud/row_text.hpp"

namespace cordon::viz {
namespace {

using trace::CrossingShape;
using trace::CrossingState;

void add(Officers& to, const std::string& authority, int officers) {
  if (authority == "customs")
    to.customs += officers;
  else if (authority == "border_guard")
    to.border_guards += officers;
  else
    to.others += officers;
}

const std::string& authority_of(const trace::CrewKey& key, const trace::Header& header) {
  return header.crossings[key.crew.home.value].crews[key.crew.crew].authority;
}

// A busy lane is filled, a free one is a frame, a closed
// one is hatched.
void draw_lane(const Pen& pen, const Box& box, const LaneNow& lane, const Theme& theme) {
  if (lane.busy) pen.fill(box, theme.text, 2);
  if (!lane.open) pen.hatch(box, theme.closed, 4);
  pen.frame(box, lane.open ? theme.text : theme.closed, lane.open ? 1.5 : 1, 2);
}

// One dot for each officer under his lane: customs round, border guards square, others pointed.
void draw_officers(const Pen& pen, Point at, const Officers& officers, const Theme& theme) {
  constexpr double radius = 2.6, step = 6.5;
  for (int n = 0; n < officers.customs; ++n, at.x += step) pen.disc(at, radius, theme.customs);
  for (int n = 0; n < officers.border_guards; ++n, at.x += step)
    pen.fill(box_around(at, radius, radius), theme.border_guard);
  for (int n = 0; n < officers.others; ++n, at.x += step)
    pen.triangle(at + Point{-radius, radius}, at + Point{radius, radius}, at - Point{0, radius},
                 theme.others);
}

std::string machines_text(const trace::StageShape& stage, const CrossingShape& shape,
                          const CrossingState& state, const trace::Header& header,
                          const Words& words) {
  if (stage.equipment == trace::nobody) return "";
  const int work = state.machines[stage.equipment], own = shape.machines[stage.equipment];
  const int away = state.machines_away[stage.equipment];
  const int down = machines_down(stage.equipment, shape, state);
  std::string text = fmt::format("{} {}", spaced(header.equipment[stage.equipment]), work);
  if (down + std::max(away, 0) > 0) text += fmt::format("/{}", own);
  const auto add = [&](int count, const char* word) {
    if (count > 0) text += fmt::format(", {} {}", count, word);
  };
  add(down, words.failed);
  add(away, words.lent);
  add(-away, words.borrowed);
  return text;
}

// So many lanes stand side by side before a new row is begun.
void draw_lanes(const Pen& pen, Point at, double width, const std::vector<LaneNow>& lanes,
                const Picture& picture, double& height) {
  const double size = 15 * picture.text_scale, step = size + 6 * picture.text_scale;
  const auto in_row = std::max<std::size_t>(1, static_cast<std::size_t>(width / step));
  for (std::size_t n = 0; n < lanes.size(); ++n) {
    const Point corner = at + Point{static_cast<double>(n % in_row) * step,
                                    static_cast<double>(n / in_row) * (size + 12)};
    draw_lane(pen, {corner, corner + Point{size, size}}, lanes[n], picture.theme);
    draw_officers(pen, corner + Point{3, size + 5}, lanes[n].at_it, picture.theme);
  }
  height = static_cast<double>((lanes.size() + in_row - 1) / in_row) * (size + 12);
}

void draw_stage(std::uint16_t stage, std::uint16_t crossing, const Picture& picture) {
  const Pen pen(ImGui::GetWindowDrawList());
  const CrossingShape& shape = picture.header().crossings[crossing];
  const CrossingState& state = picture.crossings[crossing];
  const trace::StageShape& said = shape.stages[stage];
  const Point at = point(ImGui::GetCursorScreenPos());
  const double width = ImGui::GetContentRegionAvail().x, label = width * 0.42;
  const Colour colour =
      said.equipment != trace::nobody && machines_down(said.equipment, shape, state) > 0
          ? picture.theme.trouble
          : picture.theme.dim_text;
  ImFont* const small = picture.fonts.small;
  pen.text(small, at, picture.theme.text, spaced(said.name));
  const double line = small->FontSize + 1.0;
  std::string text =
      fmt::format("{} {}", text::number(state.stages[stage].waiting, 0), picture.words.waiting);
  const std::string machines = machines_text(said, shape, state, picture.header(), picture.words);
  const bool fits = size_of(small, text + ", " + machines).x < label - 8;
  if (fits && !machines.empty()) text += ", " + machines;
  pen.text(small, at + Point{0, line}, colour, text);
  double height = 0;
  draw_lanes(pen, at + Point{label, 0}, width - label,
             lanes_now(stage, shape, state, picture.header()), picture, height);
  height = std::max(height, 2 * line + 2);
  if (!fits) {  // below the lanes
    pen.text(small, at + Point{0, height - 2}, colour, cut_to(machines, small, width));
    height += line;
  }
  ImGui::Dummy({single(width), single(height)});
}

}  // namespace

std::vector<LaneNow> lanes_now(std::uint16_t stage, const CrossingShape& shape,
                               const CrossingState& state, const trace::Header& header) {
  const CrossingState::Stage& now = state.stages[stage];
  std::vector<LaneNow> lanes(
      static_cast<std::size_t>(std::max(shape.stages[stage].lanes, now.open)));
  for (std::size_t n = 0; n < lanes.size(); ++n) lanes[n].open = static_cast<int>(n) < now.open;
  for (const auto& [lane, vehicle] : now.lanes)
    if (lane < lanes.size()) lanes[lane].busy = true;
  for (const auto& [key, crew] : state.crews)
    for (const auto& [at, officers] : crew.lanes)
      if (at.first == stage && at.second < lanes.size())
        add(lanes[at.second].at_it, authority_of(key, header), officers);
  return lanes;
}

void draw_stages(std::uint16_t line, std::uint16_t crossing, const Picture& picture) {
  const auto& stages = picture.header().crossings[crossing].stages;
  for (std::uint16_t s = 0; s < stages.size(); ++s)
    if (stages[s].line == line) draw_stage(s, crossing, picture);
}

}  // namespace cordon::viz
