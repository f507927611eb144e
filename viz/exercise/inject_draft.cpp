#include "viz/exercise/inject_draft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/format/text.hpp"

namespace cordon::viz {
namespace {

using F = InjectField;
using K = InjectKind;

std::vector<std::string> keys_of(const auto& entries) {
  std::vector<std::string> names;
  for (const auto& [name, unused] : entries) names.push_back(name);
  return names;
}

std::vector<std::string> lines_at(const std::string& crossing, const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& [name, line] : scenario.line)
    if (line.crossing == crossing) names.push_back(name);
  return names;
}

std::vector<std::string> machines_at(const std::string& crossing, const Scenario& scenario) {
  std::vector<std::string> names;
  const auto post = scenario.crossing.find(crossing);
  if (post != scenario.crossing.end())
    for (const auto& [name, count] : post->second.equipment)
      if (count > 0) names.push_back(name);
  return names;
}

std::vector<std::string> all_but(std::vector<std::string> names, const std::string& one) {
  std::erase(names, one);
  return names;
}

bool asks_for(InjectKind kind, InjectField field) {
  const auto fields = fields_of(kind);
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Duration in_time(double hours) { return from_seconds(std::max(hours, 0.0) * 3600); }

format::TomlValue operation_toml(const InjectDraft& draft, const std::string& label) {
  return {fmt::format(
      "{{ label = {}, kind = \"common_intensified_controls\", crossings = [{}], length = \"{} h\", "
      "selection_multiplier = {} }}",
      format::toml_text(label), format::toml_text(draft.place), draft.hours, draft.multiplier)};
}

TransferSpec transfer_of(const InjectDraft& draft) {
  TransferSpec transfer;
  transfer.from = draft.place;
  transfer.to = draft.to;
  if (draft.kind == K::machine) {
    transfer.equipment = draft.equipment;
  } else {
    transfer.authority = draft.authority;
    transfer.officers = draft.officers;
  }
  return transfer;
}

void say_what_it_does(const InjectDraft& draft, InjectSpec& inject) {
  const std::string what = draft.line.empty() ? draft.place : draft.line;
  switch (draft.kind) {
    case K::said:
      return;
    case K::closed:
      return void(inject.closed = {what});
    case K::open:
      return void(inject.open = {what});
    case K::lanes:
      return void(inject.lanes = {{draft.line, draft.lanes}});
    case K::broken:
      return void(inject.broken = BreakSpec{draft.place, draft.equipment, draft.machines});
    case K::absent:
      return void(inject.absent = AbsentSpec{draft.place, {}, draft.share / 100});
    case K::tip_off: {
      inject.tip_off = TipOffSpec{{}, draft.field, draft.commodity, "", std::nullopt};
      if (!draft.place.empty()) inject.tip_off->crossings = {draft.place};
      return;
    }
    case K::surge: {
      inject.surge = SurgeSpec{{}, draft.times};
      if (!draft.flow.empty()) inject.surge->flows = {draft.flow};
      return;
    }
    case K::leak:
      return void(inject.leak = draft.operation);
    case K::operation: {
      inject.operation = operation_toml(draft, inject.text);
      inject.notice = in_time(draft.notice);
      return;
    }
    case K::team:
    case K::machine:
      return void(inject.transfer = transfer_of(draft));
    case K::outage:
      return void(inject.outage = draft.channel);
  }
}

}  // namespace

std::string* name_in(InjectDraft& draft, InjectField field) {
  switch (field) {
    case F::place:
      return &draft.place;
    case F::line:
      return &draft.line;
    case F::equipment:
      return &draft.equipment;
    case F::field:
      return &draft.field;
    case F::commodity:
      return &draft.commodity;
    case F::flow:
      return &draft.flow;
    case F::operation:
      return &draft.operation;
    case F::to:
      return &draft.to;
    case F::channel:
      return &draft.channel;
    default:
      return nullptr;
  }
}

std::vector<InjectField> fields_of(InjectKind kind) {
  switch (kind) {
    case K::said:
      return {};
    case K::closed:
    case K::open:
      return {F::place, F::line, F::hours};
    case K::lanes:
      return {F::place, F::line, F::lanes, F::hours};
    case K::broken:
      return {F::place, F::equipment, F::machines, F::hours};
    case K::absent:
      return {F::place, F::share, F::hours};
    case K::tip_off:
      return {F::place, F::field, F::commodity, F::hours};
    case K::surge:
      return {F::flow, F::times, F::hours};
    case K::leak:
      return {F::operation};
    case K::operation:
      return {F::place, F::multiplier, F::notice, F::hours};
    case K::team:
      return {F::place, F::to, F::authority, F::officers, F::hours};
    case K::machine:
      return {F::place, F::to, F::equipment, F::hours};
    case K::outage:
      return {F::channel, F::hours};
  }
  return {};
}

std::vector<std::string> names_for(InjectField field, const InjectDraft& draft,
                                   const Scenario& scenario) {
  const bool may_be_all = (field == F::line && draft.kind != K::lanes) || field == F::flow ||
                          (field == F::place && draft.kind == K::tip_off);
  std::vector<std::string> names;
  if (may_be_all) names.emplace_back();
  const auto add = [&](const std::vector<std::string>& more) {
    names.insert(names.end(), more.begin(), more.end());
  };
  switch (field) {
    case F::place:
      add(keys_of(scenario.crossing));
      break;
    case F::to:
      add(all_but(keys_of(scenario.crossing), draft.place));
      break;
    case F::line:
      add(lines_at(draft.place, scenario));
      break;
    case F::equipment:
      add(machines_at(draft.place, scenario));
      break;
    case F::field:
      add(keys_of(scenario.declaration));
      break;
    case F::commodity:
      add(keys_of(scenario.commodity));
      break;
    case F::flow:
      add(keys_of(scenario.flow));
      break;
    case F::operation:
      add(keys_of(scenario.operation));
      break;
    case F::channel:
      add(keys_of(scenario.channel));
      break;
    default:
      break;
  }
  return names;
}

bool is_possible(InjectKind kind, const Scenario& scenario) {
  const bool has_machines =
      std::any_of(scenario.crossing.begin(), scenario.crossing.end(),
                  [&](const auto& post) { return !machines_at(post.first, scenario).empty(); });
  switch (kind) {
    case K::broken:
      return has_machines;
    case K::machine:
      return has_machines && scenario.crossing.size() > 1;
    case K::team:
      return scenario.crossing.size() > 1;
    case K::absent:
      return !scenario.team.empty();
    case K::tip_off:
      return !scenario.declaration.empty() && !scenario.commodity.empty();
    case K::surge:
      return !scenario.flow.empty();
    case K::leak:
      return !scenario.operation.empty();
    case K::outage:
      return !scenario.channel.empty();
    default:
      return true;
  }
}

void mend(InjectDraft& draft, const Scenario& scenario) {
  for (const F field : fields_of(draft.kind)) {
    std::string* const name = name_in(draft, field);
    if (!name) continue;
    const auto names = names_for(field, draft, scenario);
    if (std::find(names.begin(), names.end(), *name) == names.end())
      *name = names.empty() ? "" : names.front();
  }
}

InjectDraft draft_of(InjectKind kind, const std::string& crossing, const Scenario& scenario) {
  InjectDraft draft;
  draft.kind = kind;
  if (asks_for(kind, F::place)) draft.place = crossing;
  if (kind == K::team || kind == K::machine) draft.hours = 24;
  if (kind == K::operation) draft.hours = 12;
  const bool needs_machine = kind == K::broken || kind == K::machine;
  if (needs_machine && machines_at(crossing, scenario).empty())
    for (const auto& [name, post] : scenario.crossing)
      if (!machines_at(name, scenario).empty()) draft.place = name;
  mend(draft, scenario);
  return draft;
}

InjectSpec inject_of(const InjectDraft& draft, std::optional<Time> at, const std::string& text) {
  InjectSpec inject;
  if (at) inject.at = Instant{std::nullopt, *at - start_of_run};
  inject.text = draft.text.empty() ? text : draft.text;
  inject.expected = draft.expected;
  inject.objective = draft.objective;
  if (asks_for(draft.kind, F::hours) && draft.kind != K::operation)
    inject.length = in_time(draft.hours);
  if (!draft.event.empty()) {
    inject.expects = ExpectSpec{draft.event, "", {}, in_time(draft.within)};
    const bool goes = draft.kind == K::team || draft.kind == K::machine;
    if (asks_for(draft.kind, F::place)) inject.expects->at = goes ? draft.to : draft.place;
  }
  say_what_it_does(draft, inject);
  return inject;
}

std::string_view word_for(InjectKind kind) {
  static constexpr std::string_view words[inject_kinds] = {
      "said",  "closed", "open",      "lanes", "broken",  "absent", "tip_off",
      "surge", "leak",   "operation", "team",  "machine", "outage"};
  return words[static_cast<std::size_t>(kind)];
}

}  // namespace cordon::viz
