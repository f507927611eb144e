#include "analysis/terminal/injects_text.hpp"

#include <fmt/format.h>

#include "analysis/results/csv.hpp"
#include "analysis/terminal/text_table.hpp"
#include "sim/scenario/format/dimension.hpp"

namespace cordon::terminal {
namespace {

std::size_t came(const std::string& inject, const Lookouts& lookouts, const Runs& runs) {
  std::size_t count = 0;
  for (std::size_t r = 0; r < runs.replications(); ++r)
    for (const Reaction& reaction : lookouts.reactions(runs.number(r)))
      count += reaction.inject == inject && reaction.came ? 1 : 0;
  return count;
}

// "MachineRepaired at medyka within 6 h: in 17 of 20"
std::string outcome(const PlacedInject& inject, const Lookouts& lookouts, const Runs& runs) {
  const ExpectSpec& expects = *inject.spec.expects;
  return fmt::format("{}{}{} within {}: in {} of {}", expects.event,
                     expects.at.empty() ? "" : " at ", expects.at,
                     format::quantity_text(seconds(expects.within), format::unit::time),
                     came(inject.name, lookouts, runs), runs.replications());
}

std::string line_of(const PlacedInject& inject, Duration at, const NamedScenario& scenario,
                    const Lookouts& lookouts, const Runs& runs) {
  std::string line =
      fmt::format("{}  {}", time_text(scenario.reading.spec.start + at), inject.name);
  if (!inject.spec.at) line += " (contingency)";
  if (inject.spec.expects) line += ": " + outcome(inject, lookouts, runs);
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
