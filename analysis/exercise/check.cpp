// What values of exercises and sessions must be together, whatever the scenario.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/exercise/spec.hpp"
#include "sim/output/trace/catalogue.hpp"
#include "sim/scenario/format/text.hpp"

namespace cordon {
namespace {

using InjectSpecs = std::map<std::string, InjectSpec>;

void check_event(const std::string& at, const ExpectSpec& expects, Problems& problems) {
  std::vector<std::string> names;
  for (const trace::EventShape& event : trace::events()) names.emplace_back(event.name);
  const auto found = std::find(names.begin(), names.end(), expects.event);
  if (found == names.end())
    return problems.at(at + ".event",
                       fmt::format("is '{}', which is no event; expected one that `cordon export "
                                   "--events` lists{}",
                                   expects.event, format::did_you_mean(expects.event, names)));
  std::vector<std::string> fields;
  for (const trace::Key key :
       trace::events()[static_cast<std::size_t>(found - names.begin())].fields)
    fields.emplace_back(trace::field(key).name);
  for (const auto& [field, unused] : expects.where)
    if (std::find(fields.begin(), fields.end(), field) == fields.end())
      problems.at(
          at + ".where",
          fmt::format("has '{}', which {} does not say; expected one of {}{}", field, expects.event,
                      format::joined(fields), format::did_you_mean(field, fields)));
}

// What it does ends, or has an end of its own.
void check_length(const std::string& at, const InjectSpec& inject, Problems& problems) {
  const auto needs_end = [&](bool does, const char* what) {
    if (does && inject.length <= Duration::zero())
      problems.at(at, fmt::format("has `{}` without an end; expected a `length`", what));
  };
  needs_end(inject.broken.has_value(), "broken");
  needs_end(inject.absent.has_value(), "absent");
  needs_end(inject.transfer.has_value(), "transfer");
  needs_end(!inject.outage.empty(), "outage");
  if (inject.operation && inject.transfer)
    problems.at(at + ".transfer", "stands beside an `operation`; expected an inject of its own");
  if (inject.absent && inject.absent->crossing.empty() == inject.absent->teams.empty())
    problems.at(at + ".absent",
                "says both or neither of `crossing` and `teams`; expected one of them");
  for (const auto& [what, change] : inject.change)
    if (change.to.empty() == !change.times)
      problems.at(at + ".change." + format::key_text(what),
                  "says both or neither of `to` and `times`; expected one of them");
}

void check_contingency(const std::string& at, const std::string& name, const InjectSpec& inject,
                       const InjectSpecs& all, Problems& problems) {
  if (inject.contingency.empty()) return;
  const std::string path = at + ".contingency";
  if (!inject.expects)
    problems.at(path, "waits for nothing; expected `expects`, which decides whether it happens");
  const auto other = all.find(inject.contingency);
  if (other == all.end())
    return problems.at(path,
                       fmt::format("is '{}'; expected the name of an inject{}", inject.contingency,
                                   format::did_you_mean(inject.contingency, names_of(all))));
  if (inject.contingency == name)
    return problems.at(path, fmt::format("is '{}' itself; expected another", name));
  if (other->second.at)
    problems.at(path, fmt::format("is '{}', which happens at a moment of its own; expected one "
                                  "without `at`",
                                  inject.contingency));
}

// Each happens at a moment, or once something else has not.
void check_moments(const std::string& root, const InjectSpecs& all, Problems& problems) {
  std::map<std::string, int> used;
  for (const auto& [name, inject] : all)
    if (!inject.contingency.empty() && ++used[inject.contingency] > 1)
      problems.at(format::join_path(root, name) + ".contingency",
                  fmt::format("is '{}', as of another inject; expected one of its own",
                              inject.contingency));
  for (const auto& [name, inject] : all)
    if (!inject.at && !used.contains(name))
      problems.at(format::join_path(root, name),
                  "has no moment and is no contingency; expected `at`");
}

// A chain of contingencies that comes back begins nowhere.
void check_beginnings(const std::string& root, const InjectSpecs& all, Problems& problems) {
  std::set<std::string> reached;
  for (const auto& [name, inject] : all)
    for (std::string at = inject.at ? name : ""; !at.empty() && reached.insert(at).second;) {
      const auto found = all.find(at);
      at = found == all.end() ? "" : found->second.contingency;
    }
  for (const auto& [name, inject] : all)
    if (!inject.at && !inject.contingency.empty() && !reached.contains(name))
      problems.at(format::join_path(root, name) + ".contingency",
                  "comes back to itself; expected a chain that begins with a moment");
}

void check_injects(const std::string& root, const InjectSpecs& all, Problems& problems) {
  for (const auto& [name, inject] : all) {
    const std::string at = format::join_path(root, name);
    if (inject.expects) check_event(at + ".expects", *inject.expects, problems);
    check_length(at, inject, problems);
    check_contingency(at, name, inject, all, problems);
  }
  check_moments(root, all, problems);
  check_beginnings(root, all, problems);
}

bool comes_back(const std::string& name, const SessionSpec& spec) {
  std::set<std::string> seen;
  for (std::string at = name; !at.empty(); at = spec.branch.at(at).parent)
    if (!seen.insert(at).second) return true;
  return false;
}

// Names stand for what injects do, so that no two of one way may be alike.
void check_names(const std::string& name, const SessionSpec& spec, Problems& problems) {
  for (std::string at = spec.branch.at(name).parent; !at.empty(); at = spec.branch.at(at).parent)
    for (const auto& [inject, unused] : spec.branch.at(name).inject)
      if (spec.branch.at(at).inject.contains(inject))
        problems.at(path_of({"branch", name, "inject", inject}),
                    fmt::format("has the name of an inject of branch '{}', which it goes on from; "
                                "expected another",
                                at));
}

}  // namespace

void check(const ExerciseSpec& spec, Problems& problems) {
  check_injects("inject", spec.inject, problems);
}

void check(const SessionSpec& spec, Problems& problems) {
  for (const auto& [name, branch] : spec.branch) {
    check_injects(path_of({"branch", name, "inject"}), branch.inject, problems);
    if (comes_back(name, spec))
      problems.at(path_of({"branch", name, "parent"}),
                  "comes back to itself; expected a way from the scenario");
    else
      check_names(name, spec, problems);
  }
}

}  // namespace cordon
