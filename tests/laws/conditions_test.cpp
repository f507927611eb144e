// Every parameter that may change during a run: a change at the very start is as if it had always
// been so, a change in the middle contradicts nothing, and one that changes nothing leaves every
// bit as it was.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
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

namespace cordon::conditions_test {
namespace {

using format::ValueKind;

// A small border where nearly everything makes a difference, and others for the rest.
const std::vector<std::string> files = {"tests/laws/data/everything_may_change.toml",
                                        "scenarios/cooperation/images_central.toml",
                                        "scenarios/cooperation/one_report.toml",
                                        "scenarios/threats/engine_log_odds.toml",
                                        "scenarios/threats/drones.toml",
                                        "scenarios/ports/baseline.toml",
                                        "scenarios/vaalimaa/ees_nuija.toml",
                                        "scenarios/dover/plus_60.toml",
                                        "scenarios/pl_ua/learning.toml",
                                        "scenarios/tysa_zahony/baseline.toml"};

// What is further ahead or longer in coming than before is another border of time: at the start of
// a run, vehicles and messages that are already on their way are as they were.
const std::set<std::string> begins_with_what_is_on_its_way = {"flow.NAME.booking_delay",
                                                              "channel.NAME.latency"};

// What makes no difference in four days of any of the files, by any value that is tried.
const std::set<std::string> not_shown = {"staffing.frontex_per_liaison",
                                         "learning.from_colleagues",
                                         "learning.decay_per_year",
                                         "group.NAME.cost_per_hour",
                                         "group.NAME.corruption",
                                         "group.NAME.leaves_after",
                                         "group.NAME.returns_after",
                                         "advance.NAME.quality",
                                         "after_clearance.backlog_limit",
                                         "exchange.NAME.item_grade",
                                         "investigation.officer_time",
                                         "investigation.success",
                                         "investigation.network_value",
                                         "investigation.handed_over",
                                         "special_form.NAME.urgent",
                                         "special_form.NAME.within",
                                         "special_form.NAME.contents_replaced"};

std::string path_of_file(const std::string& file) {
  return std::string(CORDON_SOURCE_DIR) + "/" + file;
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

// The first value of what both list that is not the same, as text; empty if there is none. What a
// run lists depends on what its scenario begins with.
std::string first_difference(const std::vector<MeasureValue>& a,
                             const std::vector<MeasureValue>& b) {
  auto y = b.begin();
  for (const MeasureValue& x : a) {
    const auto alike = std::find_if(y, b.end(), [&](const MeasureValue& other) {
      return other.measure == x.measure && other.labels == x.labels;
    });
    if (alike == b.end()) continue;
    y = std::next(alike);
    const bool both_nothing = std::isnan(x.value) && std::isnan(alike->value);
    if (x.value != alike->value && !both_nothing)
      return fmt::format("{} of {}: {} and {}", x.measure->name, x.labels.crossing, x.value,
                         alike->value);
  }
  return {};
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
      return {"0.9",    "0.6",     "0.2",    "2.5",     "7",         "45 km",
              "0.4 km", "70 km/h", "2 km/h", "900 EUR", "40000 EUR", "9 per hour"};
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
    if (all.size() > 60) break;
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
  if (not_shown.contains(GetParam()))
    GTEST_SKIP() << "no scenario shows that it makes a difference";
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
      if (first_difference(*always, base.values).empty()) continue;  // it makes no difference here
      try {
        const auto changed = values_of(file, from("0 h", change));
        if (!begins_with_what_is_on_its_way.contains(placed.path)) {
          EXPECT_EQ(first_difference(*always, changed), "")
              << file << ": " << change.key << " = " << change.to;
        }
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
}  // namespace cordon::conditions_test
