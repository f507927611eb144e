#pragma once

// All that there is at a crossing, as text: two crossings are the same when their texts are.

#include <fmt/format.h>

#include <string>

#include "sim/output/trace/playback.hpp"

namespace cordon::testing {

inline std::string text_of(const trace::Whereabouts& v) {
  std::string text = fmt::format("{} {} {} {} {} {}", static_cast<int>(v.doing), v.stands_for,
                                 v.line, v.terminal, v.stage, v.lane);
  for (const auto& [desk, lane] : v.desks) text += fmt::format(" desk {} {}", desk, lane);
  return text + '\n';
}

inline std::string text_of(const trace::CrewThere& crew) {
  std::string text = fmt::format("{} {} {}", crew.officers, crew.on_duty, crew.shift);
  for (const auto& [at, officers] : crew.lanes)
    text += fmt::format(" lane {} {} {}", at.first, at.second, officers);
  for_each_activity([&](Activity a) { text += fmt::format(" {}", crew.doing[a]); });
  return text + '\n';
}

inline std::string text_of(const trace::CrossingState& c) {
  std::string text;
  for (const auto& [who, v] : c.vehicles)
    text += fmt::format("{} {}: {}", who.source, who.number, text_of(v));
  for (const auto& stage : c.stages) {
    text += fmt::format("stage {} {}", stage.waiting, stage.open);
    for (const auto& [lane, v] : stage.lanes)
      text += fmt::format(" {}: {} {}", lane, v.source, v.number);
  }
  for (const auto& [line, waiting] : c.before) text += fmt::format("\nbefore {} {}", line, waiting);
  for (const int machines : c.machines) text += fmt::format("\nmachines {}", machines);
  for (const auto& [key, crew] : c.crews)
    text += fmt::format("\ncrew {} {} {}: {}", key.crew.home.value, key.crew.crew,
                        key.operation.value, text_of(crew));
  for_each_activity([&](Activity a) { text += fmt::format(" {}", c.doing[a]); });
  text += fmt::format(" reports {}", c.open_reports);
  for (const OperationIndex o : c.operations) text += fmt::format(" operation {}", o.value);
  for (const auto& [t, terminal] : c.terminals) {
    text += fmt::format("\nterminal {} {} {}", t, terminal.lots_waiting, terminal.in_yard);
    for (const std::uint16_t berth : terminal.berths) text += fmt::format(" {}", berth);
  }
  return text;
}

inline std::string text_of(const std::vector<trace::CrossingState>& crossings) {
  std::string text;
  for (const trace::CrossingState& c : crossings) text += text_of(c) + "\n\n";
  return text;
}

}  // namespace cordon::testing
