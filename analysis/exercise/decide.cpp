#include "analysis/exercise/decide.hpp"

#include <algorithm>

namespace cordon {
namespace {

bool has_contingency(const Script& script) {
  return std::any_of(script.injects.begin(), script.injects.end(),
                     [](const PlacedInject& inject) { return !inject.spec.contingency.empty(); });
}

bool happens(const std::string& inject, const std::vector<Happening>& all) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Happening& h) { return h.inject == inject; });
}

// The first that has to happen and does not yet.
std::optional<Happening> next_contingency(const Script& script, const Played& played,
                                          const std::vector<Reaction>& reactions) {
  std::optional<Happening> next;
  for (const Reaction& reaction : reactions) {
    const std::string& contingency = inject_of(script, reaction.inject).spec.contingency;
    if (reaction.came || contingency.empty() || happens(contingency, played.happenings)) continue;
    if (!next || reaction.deadline < next->at) next = {contingency, reaction.deadline};
  }
  return next;
}

void add(const Happening& happening, std::vector<Happening>& all) {
  const auto later =
      std::find_if(all.begin(), all.end(), [&](const Happening& h) { return h.at > happening.at; });
  all.insert(later, happening);
}

}  // namespace

Observed observe(const Script& script, const Played& played, const Running& running,
                 const trace::Sink& trace) {
  const trace::Header header = header_for(played.scenario, running.seed, running.replication);
  Lookout lookout(script, played.happenings, header);
  const auto see = [&](std::span<const trace::Row> rows) {
    if (running.stop.stop_requested()) throw Stopped();
    lookout.see(rows);
    if (running.progress && !rows.empty())
      running.progress(static_cast<double>(rows.back().time) / static_cast<double>(header.length));
  };
  Watch watch;
  watch.trace = [&](std::uint32_t) { return std::make_unique<trace::Writer>(header, trace, see); };
  auto runs = replicate(played.scenario.setup, running.seed, running.replication, 1, 1, {},
                        running.stop, watch);
  if (runs.empty()) throw Stopped();
  return {lookout.reactions(), std::move(runs.front())};
}

Played decide(const Script& script, const Running& running) {
  check_injects(script);
  Played played{script.base, planned(script)};
  for (;;) {
    played.scenario = branch(script, played.happenings);
    if (!has_contingency(script)) return played;
    const auto next = next_contingency(script, played, observe(script, played, running).reactions);
    if (!next || next->at >= script.base.reading.spec.length) return played;
    add(*next, played.happenings);
  }
}

}  // namespace cordon
