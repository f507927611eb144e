#include "analysis/exercise/branch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "analysis/exercise/expectation.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

Duration moment(const Instant& at, const Scenario& scenario) {
  return at.in_run(scenario.start) - start_of_run;
}

// Problems of what the injects were turned into, told of the injects.
void take_over(const ScenarioError& error, const std::vector<const PlacedInject*>& injects,
               Problems& problems) {
  for (const Problem& problem : error.problems) {
    std::string path = problem.path;
    for (const PlacedInject* inject : injects) path = path_in_exercise(path, *inject);
    problems.add(problem.position, path, problem.message);
  }
}

// Borders of time lie as far apart from the start of a run on as its shortest way ever is.
void refuse_nearer_borders(const NamedScenario& made, const Script& script,
                           const std::vector<const PlacedInject*>& injects, Problems& problems) {
  if (made.setup->border == script.base.setup->border) return;
  for (const PlacedInject* inject : injects)
    for (const auto& [name, change] : inject->spec.change) {
      const auto keys = format::split_path(change.key);
      if (keys->back() != "booking_delay" && keys->back() != "latency") continue;
      const std::string key = "change." + format::key_text(name);
      problems.add(inject->position(key), inject->path + '.' + key + ".to",
                   "would change how messages travel from the start of the run on; expected no way "
                   "that is shorter than all before");
    }
}

}  // namespace

std::vector<Happening> planned(const Script& script) {
  std::vector<Happening> all;
  for (const PlacedInject& inject : script.injects)
    if (inject.spec.at)
      all.push_back({inject.name, moment(*inject.spec.at, script.base.reading.spec)});
  std::stable_sort(all.begin(), all.end(),
                   [](const Happening& a, const Happening& b) { return a.at < b.at; });
  return all;
}

NamedScenario branch(const Script& script, const std::vector<Happening>& happenings) {
  const Scenario& base = script.base.reading.spec;
  NamedScenario made = script.base;
  Problems problems;
  std::vector<Override> all = script.set;
  std::vector<const PlacedInject*> injects;
  for (const Happening& happening : happenings) {
    const PlacedInject& inject = inject_of(script, happening.inject);
    injects.push_back(&inject);
    if (happening.at < Duration::zero())
      problems.add(inject.position("at"), inject.path + ".at",
                   "is before the start of the run; expected a moment of the run");
    const auto its = overrides_of(inject, happening.at, base, problems);
    all.insert(all.end(), its.begin(), its.end());
  }
  problems.throw_if_any();
  if (!happenings.empty()) {
    all.push_back({"title", format::toml_text(base.title + ": " + script.title), {}});
    try {
      made = load_scenario(script.base.file, all);
    } catch (const ScenarioError& error) {
      take_over(error, injects, problems);
    }
  }
  problems.throw_if_any();
  refuse_nearer_borders(made, script, injects, problems);
  problems.throw_if_any();
  made.name = script.name;
  made.made_of = script.files;
  return made;
}

void check_injects(const Script& script) {
  std::vector<Happening> all = planned(script);
  for (std::size_t n = 0; n < all.size(); ++n) {
    const InjectSpec& inject = inject_of(script, all[n].inject).spec;
    if (inject.contingency.empty()) continue;
    const Duration at = all[n].at + inject.expects->within;
    if (at < script.base.reading.spec.length) all.push_back({inject.contingency, at});
  }
  const NamedScenario made = branch(script, all);
  Problems problems;
  for (const Happening& happening : all)
    check_expectation(inject_of(script, happening.inject), happening.at, made, problems);
  problems.throw_if_any();
}

}  // namespace cordon
