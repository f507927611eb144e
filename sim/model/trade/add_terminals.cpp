#include "sim/engine/luck.hpp"
#include "sim/model/make_setup.hpp"
#include "sim/scenario/lines_by_place.hpp"

namespace cordon {
namespace {

LineIndex line_named(const std::string& name, const Setup& setup) {
  for (std::size_t l = 0; l < setup.lines.size(); ++l)
    if (setup.lines[l].name == name) return nth<LineIndex>(l);
  return {};
}

void add_terminal(const std::string& name, const TerminalSpec& spec, Setup& setup) {
  const auto index = nth<TerminalIndex>(setup.terminals.size());
  const auto crossing = index_in<CrossingIndex>(setup.scenario.crossing, spec.crossing);
  TerminalSetup terminal{name, crossing, spec, Duration{0}};
  if (spec.unloading_per_hour) terminal.lift = from_seconds(3600 / *spec.unloading_per_hour);
  setup.crossings[crossing.value].berths.insert(setup.crossings[crossing.value].berths.end(),
                                                static_cast<std::size_t>(spec.berths), index);
  setup.terminals.push_back(std::move(terminal));
}

void add_caller(const std::string& name, const LotSpec& spec, const LinesByPlace& lines,
                Setup& setup) {
  CallerSetup caller;
  caller.name = name;
  caller.source = source_of("lot/" + name);
  caller.calls_source = source_of("call/" + name);
  caller.terminal = index_in<TerminalIndex>(setup.scenario.terminal, spec.terminal);
  const TerminalSetup& terminal = setup.terminals[caller.terminal.value];
  caller.line = line_named(
      lines.find(terminal.spec.crossing, spec.direction, spec.vehicle_class)->first, setup);
  setup.lines[caller.line.value].has_lots = true;
  caller.flow = setup.flow_of(spec.vehicle_class, spec.direction);
  caller.vehicle_class = spec.vehicle_class;
  caller.spec = spec;
  setup.crossings[terminal.crossing.value].callers.push_back(
      nth<CallerIndex>(setup.callers.size()));
  setup.callers.push_back(std::move(caller));
}

}  // namespace

void add_terminals(Setup& setup) {
  const LinesByPlace lines(setup.scenario);
  for (const auto& [name, spec] : setup.scenario.terminal) add_terminal(name, spec, setup);
  for (const auto& [name, spec] : setup.scenario.lot) add_caller(name, spec, lines, setup);
}

}  // namespace cordon
