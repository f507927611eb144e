// Shocks: what a scenario is from one change to the next, and what cannot be meant of them.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon {
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
            Lines{"line.medyka_lorry_exit.lanes: is 0; expected 1 to 200"});
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
                  "neither a number nor a quantity; expected `to`"});
}

TEST(AShock, LiesInTheRun) {
  const std::string closed = "key = 'line.medyka_lorry_exit.closed', to = 'true'";
  EXPECT_EQ(problems_with(shock(closed, "start = '400 d'")),
            Lines{"shock.war.start: lies beyond the end of the run; expected less than `length`"});
  EXPECT_EQ(problems_with("[shock.war]\nstart = '5 d'"),
            Lines{"shock.war: changes nothing; expected [shock.war.change] with a key"});
}

Scenario read(const std::vector<Override>& overrides) {
  return read_scenario(testing::baseline, overrides).spec;
}

// Two shocks that overlap make four changes; a factor is of what the other one left.
TEST(Shocks, FollowOneAnother) {
  const Scenario s = read({{"shock.a.start", "2 d"},
                           {"shock.a.length", "4 d"},
                           {"shock.a.change.x.key", "line.medyka_lorry_exit.no_show"},
                           {"shock.a.change.x.to", "'0.5'"},
                           {"shock.b.start", "3 d"},
                           {"shock.b.length", "10 d"},
                           {"shock.b.change.x.key", "line.*.no_show"},
                           {"shock.b.change.x.times", "0.5"}});
  const double before = s.line.at("medyka_lorry_exit").no_show;
  const auto no_show = [&](std::size_t n) {
    return s.conditions.at(n).scenario->line.at("medyka_lorry_exit").no_show;
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
  const Scenario s = read({{"shock.a.start", "2 d"},
                           {"shock.a.change.x.key", "flow.lorries_in_south.volume_factor"},
                           {"shock.a.change.x.times", "0.5"}});
  EXPECT_EQ(s.conditions.size(), 1u);
}

}  // namespace
}  // namespace cordon
