// A scenario whose values change during the run: what it is from one change to the next.

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

struct NamedShock {
  const std::string* name;
  const ShockSpec* spec;
  [[nodiscard]] Duration until() const {
    return spec->length > Duration::zero() ? spec->start + spec->length : Duration::max();
  }
};

// The first to begin comes first.
std::vector<NamedShock> in_order(const std::map<std::string, ShockSpec>& shocks) {
  std::vector<NamedShock> all;
  for (const auto& [name, spec] : shocks) all.push_back({&name, &spec});
  std::stable_sort(all.begin(), all.end(), [](const NamedShock& a, const NamedShock& b) {
    return a.spec->start < b.spec->start;
  });
  return all;
}

// A number, or a quantity such as "12 min" or "EUR 100", so many times as large; none of anything
// else. A cell of a table is text. What a key counts stays whole.
std::optional<std::string> scaled(const Node& value, double factor, format::ValueKind::Form form) {
  using Form = format::ValueKind::Form;
  if (form != Form::integer && form != Form::number && form != Form::duration &&
      form != Form::distribution)
    return std::nullopt;
  const auto number_text = [&](double n) {
    return form == Form::integer ? std::to_string(std::llround(n * factor))
                                 : format::toml_number(n * factor);
  };
  if (value.kind == Node::Kind::integer) return number_text(static_cast<double>(value.integer));
  if (value.kind == Node::Kind::real) return number_text(value.real);
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

// What shocks that go on at one time make of the values of a scenario.
class Changes {
 public:
  Changes(const Reading<Scenario>& base, Problems& problems) : base_(base), problems_(problems) {}

  void add(const NamedShock& shock) {
    for (const auto& [what, change] : shock.spec->change) {
      at_ = path_of({"shock", *shock.name, "change", what});
      apply(change);
    }
  }
  [[nodiscard]] const std::vector<Override>& overrides() const { return made_; }

 private:
  void apply(const ChangeSpec& change) {
    const auto pattern = format::split_path(change.key);
    if (!pattern || pattern->empty()) return fail("key", "is no path such as line.medyka.lanes");
    const format::Parameter* parameter = parameter_at(keys_of_a_scenario(), *pattern);
    if (parameter == nullptr)
      return fail("key", fmt::format("is '{}', which is no key of a value{}", change.key,
                                     suggest_parameter(keys_of_a_scenario(), pattern->back())));
    if (pattern->back() == "*")
      return fail("key", fmt::format("is '{}', which ends in `*`; expected the name of an entry",
                                     change.key));
    if (!parameter->may_change)
      return fail("key", fmt::format("is '{}', which cannot change during a run; expected one that "
                                     "`cordon describe` says may change",
                                     change.key));
    const bool is_file = parameter->shape == format::Parameter::Shape::rows &&
                         !format::trimmed(change.to).starts_with('[');
    if (is_file) return fail("to", "is no list of tables; expected [{ ... }, { ... }]");
    std::size_t matches = 0;
    for (const std::string& path : paths_of(*pattern, *parameter)) {
      ++matches;
      change_one(path, *parameter, change);
    }
    if (matches == 0)
      fail("key", fmt::format("is '{}', which this scenario has nothing of", change.key));
  }

  // The paths that the pattern stands for. All that there are have a provenance; of a map it is one
  // for all its entries.
  [[nodiscard]] std::vector<std::string> paths_of(const std::vector<std::string>& pattern,
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

  void change_one(const std::string& path, const format::Parameter& parameter,
                  const ChangeSpec& change) {
    std::string to = change.to;
    if (change.times) {
      const auto made = scaled(value_at(path), *change.times, parameter.kind.form);
      if (!made)
        return fail("times", fmt::format("is said of {}, which is neither a number nor a quantity; "
                                         "expected `to`",
                                         path));
      to = *made;
    }
    now_[path] = to;
    const auto said = base_.provenance.find(at_ + (change.times ? ".times" : ".to"));
    made_.push_back({path, to, said->second.position});
  }

  // As the changes so far have made it; an entry of a map by itself.
  [[nodiscard]] Node value_at(const std::string& path) const {
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

  void fail(const std::string& key, const std::string& message) {
    const auto said = base_.provenance.find(at_ + "." + key);
    problems_.add(said == base_.provenance.end() ? FilePosition{} : said->second.position,
                  at_ + "." + key, message);
  }

  const Reading<Scenario>& base_;
  Problems& problems_;
  std::string at_;                          // the change in hand
  std::map<std::string, std::string> now_;  // values that have changed
  std::vector<Override> made_;
};

}  // namespace

Reading<Scenario> read_scenario(const std::filesystem::path& path,
                                const std::vector<Override>& overrides) {
  Reading<Scenario> reading = read<Scenario>(path, overrides);
  const auto shocks = in_order(reading.spec.shock);
  std::set<Duration> moments;
  for (const NamedShock& shock : shocks) moments.insert({shock.spec->start, shock.until()});
  moments.erase(moments.lower_bound(reading.spec.length), moments.end());
  Problems problems;
  for (const Duration at : moments) {
    Changes changes(reading, problems);
    for (const NamedShock& shock : shocks)
      if (shock.spec->start <= at && at < shock.until()) changes.add(shock);
    std::vector<Override> all = overrides;
    all.insert(all.end(), changes.overrides().begin(), changes.overrides().end());
    try {
      reading.spec.conditions.push_back(
          {at, std::make_shared<const Scenario>(read<Scenario>(path, all).spec)});
    } catch (const ScenarioError& error) {
      for (const Problem& p : error.problems) problems.add(p.position, p.path, p.message);
    }
  }
  problems.throw_if_any();
  return reading;
}

}  // namespace cordon
