#include "viz/hud/post_now.hpp"

#include <numeric>

namespace cordon::viz {
namespace {

using trace::CrossingShape;
using trace::CrossingState;

void count_lanes(const CrossingShape& shape, const CrossingState& state, PostNow& now) {
  for (std::size_t s = 0; s < shape.stages.size(); ++s) {
    if (shape.stages[s].desk) continue;
    now.lanes += shape.stages[s].lanes;
    now.lanes_open += state.stages[s].open;
    now.lanes_busy += static_cast<int>(state.stages[s].lanes.size());
    if (shape.stages[s].first) now.first_lanes_open += state.stages[s].open;
  }
}

void count_vehicles(std::size_t crossing, const CrossingState& state, const trace::Header& header,
                    PostNow& now) {
  int all = 0;
  for (const auto& [subject, vehicle] : state.vehicles) all += vehicle.stands_for;
  for (std::uint16_t l = 0; l < header.lines.size(); ++l) {
    if (header.lines[l].crossing != crossing) continue;
    const int waiting = waiting_of(l, state, header);
    (header.lines[l].direction == "entry" ? now.entry_waiting : now.exit_waiting) += waiting;
  }
  now.inside = std::max(0, all - now.waiting());
}

void count_machines(const CrossingShape& shape, const CrossingState& state, PostNow& now) {
  now.machines = std::accumulate(shape.machines.begin(), shape.machines.end(), 0);
  for (std::size_t kind = 0; kind < shape.machines.size(); ++kind) {
    now.machines_down += machines_down(kind, shape, state);
    if (kind < state.machines_away.size())
      now.machines_lent += std::max(0, state.machines_away[kind]);
  }
}

}  // namespace

int machines_down(std::size_t equipment, const CrossingShape& shape, const CrossingState& state) {
  const int away = equipment < state.machines_away.size() ? state.machines_away[equipment] : 0;
  return std::max(0, shape.machines[equipment] - away - state.machines[equipment]);
}

int waiting_of(std::uint16_t line, const trace::CrossingState& state, const trace::Header& header) {
  const trace::LineShape& shape = header.lines[line];
  const auto before = state.before.find(line);
  int waiting = before == state.before.end() ? 0 : before->second;
  // A stage that lines share has one queue: it is the first line's.
  const trace::CrossingShape& post = header.crossings[shape.crossing];
  const bool has_stages = shape.first_stage < post.stages.size();  // the green border has none
  if (has_stages && post.stages[shape.first_stage].line == line)
    waiting += state.stages[shape.first_stage].waiting;
  return waiting;
}

PostNow post_now(std::size_t crossing, const trace::CrossingState& state,
                 const trace::Header& header) {
  const CrossingShape& shape = header.crossings[crossing];
  PostNow now;
  count_lanes(shape, state, now);
  count_vehicles(crossing, state, header, now);
  count_machines(shape, state, now);
  const auto on_duty = state.on_duty(header);
  now.on_duty.customs = on_duty[static_cast<std::size_t>(Authority::customs)];
  now.on_duty.border_guards = on_duty[static_cast<std::size_t>(Authority::border_guard)];
  now.on_duty.others = std::accumulate(on_duty.begin(), on_duty.end(), 0) - now.on_duty.customs -
                       now.on_duty.border_guards;
  for (const auto& [terminal, there] : state.terminals) now.in_yard += there.in_yard;
  now.open_reports = state.open_reports;
  now.operations = static_cast<int>(state.operations.size());
  return now;
}

}  // namespace cordon::viz
