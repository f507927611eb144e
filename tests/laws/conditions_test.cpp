// Every parameter that may change during a run: a change at the very start is as if it had always
// been so, a change in the middle contradicts nothing, and one that changes nothing leaves every
// bit as it was.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/model/setup.hpp"
#include "sim/run/replicate.hpp"
#include "sim/scenario/describe.hpp"
#include "sim/scenario/format/parse_toml.hpp"
#include "sim/scenario/format/text.hpp"
#include "sim/scenario/parameters.hpp"

namespace cordon {
namespace {

using format::ValueKind;

// Scenarios that together have something of everything, the smallest first.
const std::vector<std::string> files = {"tutorial/4_selective.toml",
                                        "tutorial/5_operation.toml",
                                        "cooperation/surveillance.toml",
                                        "cooperation/hot_pursuit.toml",
                                        "cooperation/controlled_delivery.toml",
                                        "cooperation/joint_team.toml",
                                        "cooperation/images_central.toml",
                                        "cooperation/expertise.toml",
                                        "cooperation/look_up.toml",
                                        "cooperation/cross_check.toml",
                                        "cooperation/intelligence.toml",
                                        "cooperation/early_warning.toml",
                                        "cooperation/exit_data.toml",
                                        "threats/engine_log_odds.toml",
                                        "threats/drones.toml",
                                        "threats/priority_area.toml",
                                        "ports/baseline.toml",
                                        "vaalimaa/ees_nuija.toml",
                                        "dover/plus_60.toml",
                                        "pl_ua/learning.toml",
                                        "pl_ua/information.toml",
                                        "tysa_zahony/baseline.toml"};

std::string path_of_file(const std::string& file) {
  return std::string(CORDON_SOURCE_DIR) + "/scenarios/" + file;
}

const std::vector<Override> four_days = {
    {"length", "4 d"}, {"warm_up", "0 h"}, {"record.queues_every", "24 h"}};

struct Change {
  std::string key, to;
};

std::vector<Override> with(const Change& change) {
  std::vector<Override> all = four_days;
  all.push_back({change.key, change.to});
  return all;
}

// The same as a shock, from some time on.
std::vector<Override> from(const std::string& start, const Change& change) {
  std::vector<Override> all = four_days;
  all.push_back({"shock.one", "{ start = '" + start +
                                  "', change = { value = { key = " + format::toml_text(change.key) +
                                  ", to = " + format::toml_text(change.to) + " } } }"});
  return all;
}

std::vector<MeasureValue> values_of(const std::string& file, const std::vector<Override>& overrides,
                                    bool verify = false) {
  const auto setup = make_setup(read_scenario(path_of_file(file), overrides).spec);
  return replicate(setup, 1, 0, 1, 1, {}, {}, {verify, {}}).front().values;
}

bool same(const std::vector<MeasureValue>& a, const std::vector<MeasureValue>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const MeasureValue& x, const MeasureValue& y) {
                      const bool both_nothing = x.value != x.value && y.value != y.value;
                      return x.measure == y.measure && x.labels == y.labels &&
                             (x.value == y.value || both_nothing);
                    });
}

// Some measure by name, for a message.
std::string first_difference(const std::vector<MeasureValue>& a,
                             const std::vector<MeasureValue>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (!same({a[i]}, {b[i]}))
      return std::string(a[i].measure->name) + " of " + a[i].labels.crossing + ": " +
             std::to_string(a[i].value) + " and " + std::to_string(b[i].value);
  return "other measures";
}

// Values to try, some of which the parameter may not have.
std::vector<std::string> candidates(const ValueKind& kind, const std::string& value) {
  using Form = ValueKind::Form;
  const format::Node now = format::parse_toml_value(value, {});
  switch (kind.form) {
    case Form::boolean:
      return {now.boolean ? "false" : "true"};
    case Form::integer:
      return {std::to_string(now.integer + 1), std::to_string(now.integer - 1),
              std::to_string(2 * now.integer)};
    case Form::number:
      return {"0.45",    "0.06",   "2.5",     "45 km",      "0.4 km",
              "70 km/h", "2 km/h", "EUR 900", "9 per hour", "7"};
    case Form::duration:
      return {"37 min", "7 h", "50 h", "400 h"};
    case Form::word:
      return format::word_texts(kind);
    case Form::distribution:
      return {"{ constant = '11 min' }", "{ constant = '40 h' }", "{ constant = '30 kg' }",
              "{ constant = 3 }"};
    case Form::text:
      return {"['09:00-15:00']"};
    default:
      return {};
  }
}

// Whether a path such as line.medyka.lanes is one of line.NAME.lanes.
bool is_one_of(const std::string& pattern, const std::string& path) {
  const auto keys = format::split_path(path), wanted = format::split_path(pattern);
  return keys && wanted &&
         std::equal(keys->begin(), keys->end(), wanted->begin(), wanted->end(),
                    [](const auto& k, const auto& w) { return w == "NAME" || k == w; });
}

// The changes of one parameter that can be tried in a scenario.
std::vector<Change> changes_of(const PlacedParameter& placed, const Provenance& values) {
  std::vector<Change> all;
  for (const auto& [path, value] : values) {
    if (!is_one_of(placed.path, path)) continue;
    const ValueKind& kind = placed.parameter->kind;
    if (kind.holds == ValueKind::Holds::map) {
      const format::Node map = format::parse_toml_value(value.value, {});
      for (const auto& [entry, unused] : map.members)
        for (const std::string& to : candidates(kind, "1"))
          all.push_back({path + "." + format::key_text(entry), to});
    } else {
      for (const std::string& to : candidates(kind, value.value)) all.push_back({path, to});
    }
    if (all.size() > 24) break;
  }
  return all;
}

class AConditionThatMayChange : public ::testing::TestWithParam<std::string> {};

std::vector<std::string> values_that_may_change() {
  std::vector<std::string> paths;
  for (const PlacedParameter& p : parameters_in(parameters_of(format::Tag<Scenario>{}).section()))
    if (p.parameter->may_change && p.parameter->shape == format::Parameter::Shape::value)
      paths.push_back(p.path);
  return paths;
}

const PlacedParameter& parameter_at_path(const std::string& path) {
  static const auto all = parameters_in(parameters_of(format::Tag<Scenario>{}).section());
  return *std::find_if(all.begin(), all.end(),
                       [&](const PlacedParameter& p) { return p.path == path; });
}

struct Base {
  Provenance provenance;
  std::vector<MeasureValue> values;
};

const Base& base_of(const std::string& file) {
  static std::map<std::string, Base> known;
  const auto [at, fresh] = known.try_emplace(file);
  if (fresh)
    at->second = {read_scenario(path_of_file(file), four_days).provenance,
                  values_of(file, four_days)};
  return at->second;
}

TEST_P(AConditionThatMayChange, IsFromTheStartAsIfItHadAlwaysBeenSo) {
  const PlacedParameter& placed = parameter_at_path(GetParam());
  for (const std::string& file : files) {
    const Base& base = base_of(file);
    for (const Change& change : changes_of(placed, base.provenance)) {
      std::optional<std::vector<MeasureValue>> always;
      try {
        always = values_of(file, with(change));
      } catch (const std::exception&) {
        continue;  // it may not have this value
      }
      if (same(*always, base.values)) continue;  // it makes no difference here
      try {
        const auto changed = values_of(file, from("0 h", change));
        EXPECT_TRUE(same(changed, *always)) << file << ": " << change.key << " = " << change.to
                                            << ": " << first_difference(*always, changed);
        EXPECT_NO_THROW(values_of(file, from("31 h", change), true))
            << file << ": " << change.key << " = " << change.to;
      } catch (const std::invalid_argument&) {
        continue;  // the places or people would be others
      }
      return;
    }
  }
  FAIL() << "no scenario shows that " << GetParam() << " makes a difference";
}

INSTANTIATE_TEST_SUITE_P(All, AConditionThatMayChange,
                         ::testing::ValuesIn(values_that_may_change()), [](const auto& test) {
                           std::string name;
                           for (const char c : test.param) name += std::isalnum(c) ? c : '_';
                           return name;
                         });

}  // namespace
}  // namespace cordon
