#include "analysis/terminal/injects_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/results/csv.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::terminal {
namespace {

// "came in 17 of 20 before 2026-06-30T10:10:00Z"
std::string outcome(const std::string& inject, const NamedScenario& scenario,
                    const Lookouts& lookouts, const Runs& runs) {
  std::size_t came = 0;
  Duration deadline{0};
  for (std::size_t r = 0; r < runs.replications(); ++r)
    for (const Reaction& reaction : lookouts.reactions(runs.number(r))) {
      if (reaction.inject != inject) continue;
      deadline = reaction.deadline;
      came += reaction.came ? 1 : 0;
    }
  return fmt::format("came in {} of {} before {}", came, runs.replications(),
                     time_text(scenario.reading.spec.start + deadline));
}

std::string line_of(const PlacedInject& inject, Duration at, const NamedScenario& scenario,
                    const Lookouts& lookouts, const Runs& runs) {
  std::string line =
      fmt::format("{}  {}", time_text(scenario.reading.spec.start + at), inject.name);
  if (!inject.spec.at) line += " (contingency)";
  if (inject.spec.expects)
    line += fmt::format(": {}{}{} {}", inject.spec.expects->event,
                        inject.spec.expects->at.empty() ? "" : " at ", inject.spec.expects->at,
                        outcome(inject.name, scenario, lookouts, runs));
  return line;
}

}  // namespace

std::string injects_text(const NamedScenario& scenario, const std::optional<Injected>& injected,
                         const std::unique_ptr<Lookouts>& lookouts, const Runs& runs) {
  if (!injected) return "";
  std::string text = "Injects:\n";
  for (const Happening& happening : injected->happenings)
    text += wrapped(line_of(inject_of(injected->script, happening.inject), happening.at, scenario,
                            *lookouts, runs),
                    line_width, 2);
  return text;
}

}  // namespace cordon::terminal
