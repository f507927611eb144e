#include "sim/scenario/value_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "sim/scenario/describe.hpp"
#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

using format::Node;

const format::Section& keys_of_a_scenario() {
  return parameters_of(format::Tag<Scenario>{}).section();
}

using Form = format::ValueKind::Form;

std::optional<std::string> scaled(const Node& value, double factor, Form form);

// Of { lognormal = { mean = "12 min", cv = 0.8 } } the parameters that have its unit.
std::optional<std::string> scaled_distribution(const Node& value, double factor) {
  static const std::set<std::string, std::less<>> of_shape = {"cv", "stages", "weights", "source",
                                                              "note"};
  const auto of_member = [&](const std::string& key, const Node& member) {
    if (of_shape.contains(key)) return std::optional(format::toml_value(member));
    return scaled(member, factor, Form::distribution);
  };
  std::string members;
  for (const auto& [key, member] : value.members) {
    const auto made = of_member(key, member);
    if (!made) return std::nullopt;
    members += (members.empty() ? "" : ", ") + format::key_text(key) + " = " + *made;
  }
  return "{ " + members + " }";
}

// A number, a quantity such as "12 min" or "EUR 100", or a distribution, so many times as large;
// none of anything else. A cell of a table is text. What a key counts stays whole.
std::optional<std::string> scaled(const Node& value, double factor, Form form) {
  if (form != Form::integer && form != Form::number && form != Form::duration &&
      form != Form::distribution)
    return std::nullopt;
  const auto number_text = [&](double n) {
    return form == Form::integer ? std::to_string(std::llround(n * factor))
                                 : format::toml_number(n * factor);
  };
  if (value.kind == Node::Kind::integer) return number_text(static_cast<double>(value.integer));
  if (value.kind == Node::Kind::real) return number_text(value.real);
  if (form == Form::distribution && value.is_table()) return scaled_distribution(value, factor);
  if (form == Form::distribution && value.kind == Node::Kind::list) {
    std::string items;
    for (const Node& item : value.items) {
      const auto made = scaled(item, factor, form);
      if (!made) return std::nullopt;
      items += (items.empty() ? "" : ", ") + *made;
    }
    return '[' + items + ']';
  }
  if (!value.is_text()) return std::nullopt;
  const std::string_view text = value.text;
  const std::size_t begin = std::min(text.find_first_of("0123456789."), text.size());
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + begin, end, number);
  if (error != std::errc()) return std::nullopt;
  if (begin == 0 && rest == end) return number_text(number);
  return format::toml_text(
      fmt::format("{}{}{}", text.substr(0, begin), number * factor, std::string_view(rest, end)));
}

}  // namespace

ChangedParameter parameter_of_change(const std::string& key) {
  const auto pattern = format::split_path(key);
  if (!pattern || pattern->empty()) return {nullptr, "is no path such as line.medyka.lanes"};
  const format::Parameter* parameter = parameter_at(keys_of_a_scenario(), *pattern);
  if (parameter == nullptr)
    return {nullptr, fmt::format("is '{}', which is no key of a value{}", key,
                                 suggest_parameter(keys_of_a_scenario(), pattern->back()))};
  if (pattern->back() == "*")
    return {nullptr, fmt::format("is '{}', which ends in `*`; expected the name of an entry", key)};
  return {parameter, ""};
}

std::optional<ChangeFault> ValueChanges::add(const ValueChange& change) {
  const auto [parameter, fault] = parameter_of_change(change.key);
  if (parameter == nullptr) return ChangeFault{"key", fault};
  if (change.is_during_a_run && !parameter->may_change)
    return ChangeFault{"key",
                       fmt::format("is '{}', which cannot change during a run; expected one that "
                                   "`cordon describe` says may change",
                                   change.key)};
  const bool is_file = parameter->shape == format::Parameter::Shape::rows && !change.times &&
                       !format::trimmed(change.to).starts_with('[');
  if (is_file && change.is_during_a_run)
    return ChangeFault{"to", "is no list of tables; expected [{ ... }, { ... }]"};
  const auto paths = paths_of(*format::split_path(change.key), *parameter);
  if (paths.empty())
    return ChangeFault{"key",
                       fmt::format("is '{}', which this scenario has nothing of", change.key)};
  for (const std::string& path : paths) {
    std::string to = change.to;
    if (change.times) {
      const auto made = scaled(value_at(path), *change.times, parameter->kind.form);
      if (!made)
        return ChangeFault{
            "times",
            fmt::format("is said of {}, which is no number, quantity or distribution", path)};
      to = *made;
    }
    now_[path] = to;
    made_.push_back({path, to, change.position});
  }
  return std::nullopt;
}

std::vector<std::string> ValueChanges::values(const std::string& key) const {
  const auto [parameter, fault] = parameter_of_change(key);
  std::vector<std::string> texts;
  if (parameter == nullptr) return texts;
  for (const std::string& path : paths_of(*format::split_path(key), *parameter))
    texts.push_back(format::toml_value(value_at(path)));
  return texts;
}

// The paths that the pattern stands for. All that there are have a provenance; of a map it is one
// for all its entries.
std::vector<std::string> ValueChanges::paths_of(const std::vector<std::string>& pattern,
                                                const format::Parameter& parameter) const {
  std::vector<std::string> whole = pattern;
  std::string entry;
  if (parameter.key != pattern.back()) {
    entry = "." + format::key_text(pattern.back());
    whole.pop_back();
  }
  const bool is_pattern = std::find(whole.begin(), whole.end(), "*") != whole.end();
  std::vector<std::string> paths;
  for (const auto& [path, unused] : base_.provenance) {
    const auto keys = format::split_path(path);
    const bool matches =
        keys && std::equal(keys->begin(), keys->end(), whole.begin(), whole.end(),
                           [](const auto& k, const auto& p) { return p == "*" || k == p; });
    if (!matches) continue;
    // Of maps, those that have the entry.
    const bool has = entry.empty() || !is_pattern || !value_at(path + entry).is_table();
    if (has) paths.push_back(path + entry);
  }
  return paths;
}

// As the changes so far have made it; an entry of a map by itself.
Node ValueChanges::value_at(const std::string& path) const {
  const auto changed = now_.find(path);
  if (changed != now_.end()) return format::parse_toml_value(changed->second, {});
  const auto plain = base_.provenance.find(path);
  if (plain != base_.provenance.end()) return format::parse_toml_value(plain->second.value, {});
  const auto keys = format::split_path(path);
  const std::string entry = format::key_text(keys->back());
  const std::string map = path.substr(0, path.size() - entry.size() - 1);
  const auto changed_map = now_.find(map);
  const auto base_map = base_.provenance.find(map);
  if (changed_map == now_.end() && base_map == base_.provenance.end()) return {};
  const Node all = format::parse_toml_value(
      changed_map != now_.end() ? changed_map->second : base_map->second.value, {});
  const Node* const found = all.find(keys->back());
  return found != nullptr ? *found : Node{};
}

}  // namespace cordon
