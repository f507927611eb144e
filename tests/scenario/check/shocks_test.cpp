// Shocks: what a scenario is from one change to the next, and what cannot be meant of them.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/problems_with.hpp"

namespace cordon::shocks_test {
namespace {

using testing::Lines;
using testing::problems_with;

std::string shock(const std::string& change, const std::string& times = "start = '5 d'") {
  return "[shock.war]\n" + times + "\n[shock.war.change]\nx = { " + change + " }\n";
}

TEST(AShock, ChangesWhatMayChange) {
  EXPECT_EQ(problems_with(shock("key = 'line.medyka_lorry_exit.closed', to = 'true'")), Lines{});
  EXPECT_EQ(problems_with(shock("key = 'line.medyka_lorry_exit.closd', to = 'true'")),
            Lines{"shock.war.change.x.key: is 'line.medyka_lorry_exit.closd', which is no key of a "
                  "value; did you mean 'closed'?"});
  EXPECT_EQ(problems_with(shock("key = 'line.*.closd', to = 'true'")),
            Lines{"shock.war.change.x.key: is 'line.*.closd', which is no key of a value; did you "
                  "mean 'closed'?"});
  EXPECT_EQ(problems_with(shock("key = 'length', to = '3 d'")),
            Lines{"shock.war.change.x.key: is 'length', which cannot change during a run; expected "
                  "one that `cordon describe` says may change"});
  EXPECT_EQ(problems_with(shock("key = 'line.nowhere.closed', to = 'true'")),
            Lines{"shock.war.change.x.key: is 'line.nowhere.closed', which this scenario has "
                  "nothing of"});
  EXPECT_EQ(problems_with(shock("key = 'volume', to = 'other.csv'")),
            Lines{"shock.war.change.x.to: is no list of tables; expected [{ ... }, { ... }]"});
}

// As if the value stood there; the line is that of the shock.
TEST(AShock, ChangesToWhatTheValueMayBe) {
  EXPECT_EQ(problems_with(shock("key = 'line.medyka_lorry_exit.lanes', to = '0'")),
            Lines{"line.medyka_lorry_exit.lanes: is 0; expected between 1 and 200"});
  EXPECT_EQ(problems_with(shock("key = 'line.medyka_lorry_exit.balk_all', to = 'many'")).size(),
            1u);
}

TEST(AShock, SaysOneValueOrOneFactor) {
  EXPECT_EQ(problems_with(shock("key = 'line.*.time_factor', times = 2")), Lines{});
  EXPECT_EQ(problems_with(shock("key = 'line.*.time_factor', times = 2, to = '3'")),
            Lines{"shock.war.change.x: says both or neither of `to` and `times`; expected one of "
                  "them"});
  EXPECT_EQ(problems_with(shock("key = 'line.medyka_lorry_exit.closed', times = 2")),
            Lines{"shock.war.change.x.times: is said of line.medyka_lorry_exit.closed, which is "
                  "no number, quantity or distribution; expected `to`"});
}

TEST(AShock, LiesInTheRun) {
  const std::string closed = "key = 'line.medyka_lorry_exit.closed', to = 'true'";
  EXPECT_EQ(problems_with(shock(closed, "start = '400 d'")),
            Lines{"shock.war.start: lies beyond the end of the run; expected less than `length`"});
  EXPECT_EQ(problems_with("[shock.war]\nstart = '5 d'"),
            Lines{"shock.war: changes nothing; expected [shock.war.change] with a key"});
}

// With one shock or two.
Scenario read(const std::string& a, const std::string& b = "") {
  std::vector<Override> overrides = {{"shock.a", "{ " + a + " }"}};
  if (!b.empty()) overrides.push_back({"shock.b", "{ " + b + " }"});
  return read_scenario(testing::baseline, overrides).spec;
}

// Of maps, only those that have the entry; cells of a table are numbers too, and stay whole.
TEST(AShock, ChangesAllThatItsPatternNames) {
  const Scenario s = read(
      "start = '2 d', change = { "
      "x = { key = 'technique.*.commodity.tobacco', times = 0.5 }, "
      "y = { key = 'line.*.lanes', times = 1.4 }, "
      "z = { key = 'line.*.time_factor', times = 1.5 }, "
      "w = { key = 'flow.*.volume_factor', times = 0.2 } }");
  const Scenario& changed = *s.conditions.at(0).scenario;
  for (const auto& [name, technique] : s.technique) {
    const auto& now = changed.technique.at(name).commodity;
    EXPECT_EQ(now.size(), technique.commodity.size());
    const auto before = technique.commodity.find("tobacco");
    const bool has = before != technique.commodity.end();
    EXPECT_TRUE(!has || now.at("tobacco") == before->second / 2) << name;
  }
  for (const auto& [name, line] : s.line) {
    EXPECT_EQ(changed.line.at(name).lanes, std::llround(1.4 * line.lanes)) << name;
    EXPECT_NEAR(changed.line.at(name).time_factor, 1.5 * line.time_factor, 1e-12) << name;
  }
  for (const auto& [name, flow] : s.flow)
    EXPECT_NEAR(changed.flow.at(name).volume_factor, 0.2 * flow.volume_factor, 1e-12) << name;
}

// Two shocks that overlap make four changes; a factor is of what the other one left.
TEST(Shocks, FollowOneAnother) {
  const Scenario s = read(
      "start = '2 d', length = '4 d', change = { x = { key = "
      "'line.medyka_lorry_entry.no_show', to = '0.5' } }",
      "start = '3 d', length = '10 d', change = { x = { key = 'line.*.no_show', times = 0.5 "
      "} }");
  const double before = s.line.at("medyka_lorry_entry").no_show;
  const auto no_show = [&](std::size_t n) {
    return s.conditions.at(n).scenario->line.at("medyka_lorry_entry").no_show;
  };
  ASSERT_EQ(s.conditions.size(), 4u);
  EXPECT_EQ(s.conditions[0].from, 48h);
  EXPECT_EQ(s.conditions[3].from, 24h * 13);
  EXPECT_EQ(no_show(0), 0.5);
  EXPECT_EQ(no_show(1), 0.25);
  EXPECT_EQ(no_show(2), before * 0.5);
  EXPECT_EQ(no_show(3), before);
}

TEST(AShock, WithoutALengthIsForGood) {
  const Scenario s = read(
      "start = '2 d', change = { x = { key = 'flow.lorries_in_south.volume_factor', times = "
      "0.5 } }");
  ASSERT_EQ(s.conditions.size(), 1u);
  EXPECT_EQ(s.conditions[0].scenario->flow.at("lorries_in_south").volume_factor,
            s.flow.at("lorries_in_south").volume_factor / 2);
}

TEST(AShock, ScalesQuantitiesAndAmounts) {
  const Scenario s = read(
      "start = '2 d', change = { x = { key = 'reporting.officer_time', times = 3 }, y = { key "
      "= 'reporting.delay', to = \"'2 d'\" } }");
  EXPECT_EQ(s.conditions.at(0).scenario->reporting.officer_time, 3 * s.reporting.officer_time);
  EXPECT_EQ(s.conditions.at(0).scenario->reporting.delay, Distribution::constant(2 * 86400));
}

}  // namespace
}  // namespace cordon::shocks_test
