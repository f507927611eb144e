#include "viz/exercise/inject_plan.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/exercise/session_file.hpp"
#include "sim/scenario/format/dimension.hpp"
#include "sim/scenario/format/parse_toml.hpp"

namespace cordon::viz {
namespace {

using K = InjectKind;

// Products with 100 and quotients by 3,600 have last bits that nobody wrote.
double as_written(double value) { return std::round(value * 1e9) / 1e9; }

double hours_of(Duration time) { return as_written(hours(time)); }

std::string only_of(const std::vector<std::string>& names) {
  return names.size() == 1 ? names.front() : "";
}

K kind_of(const InjectSpec& spec) {
  if (!spec.closed.empty()) return K::closed;
  if (!spec.open.empty()) return K::open;
  if (!spec.lanes.empty()) return K::lanes;
  if (spec.broken) return K::broken;
  if (spec.absent) return K::absent;
  if (spec.tip_off) return K::tip_off;
  if (spec.surge) return K::surge;
  if (!spec.leak.empty()) return K::leak;
  if (spec.operation) return K::operation;
  if (spec.transfer) return spec.transfer->equipment.empty() ? K::team : K::machine;
  return spec.outage.empty() ? K::said : K::outage;
}

// A name that is both means the crossing, as where injects are played.
void read_place_or_line(const std::string& name, const Scenario& scenario, InjectDraft& draft) {
  draft.place = name;
  if (scenario.crossing.contains(name)) return;
  const auto line = scenario.line.find(name);
  if (line == scenario.line.end()) return;
  draft.place = line->second.crossing;
  draft.line = name;
}

double number_of(const format::Node* node, double otherwise) {
  if (node == nullptr) return otherwise;
  if (node->kind == format::Node::Kind::integer) return static_cast<double>(node->integer);
  return node->kind == format::Node::Kind::real ? node->real : otherwise;
}

void read_operation(const InjectSpec& spec, InjectDraft& draft) {
  const format::Node said = format::parse_toml_value(spec.operation->text, {});
  draft.notice = hours_of(spec.notice);
  draft.multiplier = number_of(said.find("selection_multiplier"), draft.multiplier);
  if (const format::Node* posts = said.find("crossings"); posts && posts->items.size() == 1)
    draft.place = posts->items.front().text;
  if (const format::Node* length = said.find("length"))
    if (const auto in_base = format::parse_quantity(length->text, format::unit::time).value)
      draft.hours = as_written(*in_base / 3600);
}

void read_transfer(const TransferSpec& transfer, InjectDraft& draft) {
  draft.place = transfer.from;
  draft.to = transfer.to;
  draft.equipment = transfer.equipment;
  if (draft.kind == K::machine) return;
  draft.authority = transfer.authority.value_or(draft.authority);
  draft.officers = transfer.officers;
}

void read_what_it_does(const InjectSpec& spec, const Scenario& scenario, InjectDraft& draft) {
  switch (draft.kind) {
    case K::said:
      return;
    case K::closed:
      return read_place_or_line(only_of(spec.closed), scenario, draft);
    case K::open:
      return read_place_or_line(only_of(spec.open), scenario, draft);
    case K::lanes:
      draft.lanes = spec.lanes.begin()->second;
      return read_place_or_line(spec.lanes.begin()->first, scenario, draft);
    case K::broken:
      draft.place = spec.broken->crossing;
      draft.equipment = spec.broken->equipment;
      return void(draft.machines = spec.broken->machines);
    case K::absent:
      draft.place = spec.absent->crossing;
      return void(draft.share = as_written(spec.absent->share * 100));
    case K::tip_off:
      draft.place = only_of(spec.tip_off->crossings);
      draft.field = spec.tip_off->field;
      return void(draft.commodity = spec.tip_off->commodity);
    case K::surge:
      draft.flow = only_of(spec.surge->flows);
      return void(draft.times = spec.surge->times);
    case K::leak:
      return void(draft.operation = spec.leak);
    case K::operation:
      return read_operation(spec, draft);
    case K::team:
    case K::machine:
      return read_transfer(*spec.transfer, draft);
    case K::outage:
      return void(draft.channel = spec.outage);
  }
}

// As a file says it: two that are written alike say the same.
std::string as_file(InjectSpec spec) {
  if (spec.operation)
    spec.operation->text = toml_value(format::parse_toml_value(spec.operation->text, {}));
  return toml_of(ExerciseSpec{"", {{"one", std::move(spec)}}});
}

bool says_all(const InjectDraft& draft, const InjectSpec& spec) {
  InjectSpec made = inject_of(draft, std::nullopt, "");
  made.at = spec.at;
  made.contingency = spec.contingency;
  return as_file(made) == as_file(spec);
}

std::optional<InjectDraft> draft_from(const InjectSpec& spec, const Scenario& scenario) {
  InjectDraft draft;
  draft.kind = kind_of(spec);
  draft.text = spec.text;
  draft.expected = spec.expected;
  draft.objective = spec.objective;
  if (spec.expects) {
    draft.event = spec.expects->event;
    draft.within = hours_of(spec.expects->within);
  }
  const auto fields = fields_of(draft.kind);
  if (std::find(fields.begin(), fields.end(), InjectField::hours) != fields.end())
    draft.hours = hours_of(spec.length);
  read_what_it_does(spec, scenario, draft);
  InjectDraft mended = draft;
  mend(mended, scenario);
  if (mended != draft || !says_all(draft, spec)) return std::nullopt;
  return draft;
}

bool has_contingency(const InjectPlan& plan) {
  return plan.contingency && !plan.inject.event.empty();
}

}  // namespace

PlanNames names_for(const InjectPlan& plan, const SessionSpec& session,
                    const PlayedInject& target) {
  InjectSpec old, old_contingency;
  if (!target.in_place_of.empty()) {
    const Injects& there = session.branch.at(target.branch).inject;
    old = there.at(target.in_place_of);
    if (!old.contingency.empty()) old_contingency = there.at(old.contingency);
  }
  PlanNames names;
  const auto name = [&](K kind, const InjectSpec& before, const std::string& its_name) {
    const bool stays = !its_name.empty() && kind_of(before) == kind;
    return stays ? its_name : free_inject_name(session, std::string(word_for(kind)), names.inject);
  };
  names.inject = name(plan.inject.kind, old, target.in_place_of);
  if (has_contingency(plan))
    names.contingency = name(plan.contingency->kind, old_contingency, old.contingency);
  return names;
}

Injects injects_of(const InjectPlan& plan, const PlanNames& names, Time at,
                   const PlanTexts& texts) {
  Injects injects;
  InjectSpec& inject = injects[names.inject] = inject_of(plan.inject, at, texts.inject);
  if (!has_contingency(plan)) return injects;
  inject.contingency = names.contingency;
  injects[names.contingency] = inject_of(*plan.contingency, std::nullopt, texts.contingency);
  return injects;
}

std::optional<InjectPlan> plan_of(const Injects& injects, const std::string& name,
                                  const Scenario& scenario) {
  const InjectSpec& spec = injects.at(name);
  const auto inject = draft_from(spec, scenario);
  if (!spec.at || !inject) return std::nullopt;
  if (spec.contingency.empty()) return InjectPlan{*inject, std::nullopt};
  const InjectSpec& other = injects.at(spec.contingency);
  const auto contingency = draft_from(other, scenario);
  if (!contingency || !other.contingency.empty()) return std::nullopt;
  return InjectPlan{*inject, contingency};
}

}  // namespace cordon::viz
