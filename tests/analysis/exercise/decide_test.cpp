// What was expected, whether it came, and which contingencies happen for it.

#include "analysis/exercise/decide.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/exercise/record.hpp"
#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::decide_test {
namespace {

using ::testing::ElementsAre;
using testing::script_with;

// A scanner that is out of order from 10:00 on for so long, and has to work again within 4 hours.
std::string broken_for(const std::string& length, const std::string& contingency = "lent") {
  return "[inject.broken]\nat = '10 h'\ntext = 'No pictures'\nlength = '" + length +
         "'\nbroken = { crossing = 'north', equipment = 'scanner' }\n"
         "expects = { event = 'MachineRepaired', at = 'north', within = '4 h', "
         "where = { equipment = 'scanner' } }\ncontingency = '" +
         contingency + "'\n";
}
const std::string lent =
    "[inject.lent]\ntext = 'Take this one'\nlength = '20 h'\n"
    "transfer = { from = 'south', to = 'north', equipment = 'scanner' }\n"
    "expects = { event = 'MachineArrived', at = 'north', within = '30 min' }\n";

constexpr std::uint64_t seed = 1;

TEST(Decide, ReactionThatComesNeedsNoContingency) {
  const Script script = script_with(broken_for("3 h") + lent);
  const Played played = decide(script, {seed, 1});
  EXPECT_THAT(played.happenings, ElementsAre(Happening{"broken", 10h}));
  const auto reactions = observe(script, played, {seed, 1}).reactions;
  ASSERT_EQ(reactions.size(), 1u);
  EXPECT_EQ(reactions[0].came, Duration{13h});
  EXPECT_EQ(reactions[0].deadline, Duration{14h});
}

TEST(Decide, ContingencyHappensAtTheDeadline) {
  const Script script = script_with(broken_for("8 h") + lent);
  const Played played = decide(script, {seed, 1});
  EXPECT_THAT(played.happenings, ElementsAre(Happening{"broken", 10h}, Happening{"lent", 14h}));
  const auto reactions = observe(script, played, {seed, 1}).reactions;
  ASSERT_EQ(reactions.size(), 2u);
  EXPECT_EQ(reactions[0].came, std::nullopt);
  EXPECT_EQ(reactions[1].deadline, 14h + 30min);
  EXPECT_EQ(reactions[1].came, std::nullopt) << "it is an hour until the orders are there";
}

TEST(Decide, WhatComesAtTheDeadlineIsTooLate) {
  const Script script = script_with(broken_for("4 h") + lent);
  EXPECT_EQ(decide(script, {seed, 1}).happenings.size(), 2u);
}

TEST(Decide, ContingenciesFollowOneAnother) {
  const Script script = script_with(broken_for("8 h") + lent +
                                    "contingency = 'closed'\n[inject.closed]\ntext = 'Close it'\n"
                                    "closed = ['north']\nlength = '2 h'\n");
  EXPECT_THAT(decide(script, {seed, 1}).happenings,
              ElementsAre(Happening{"broken", 10h}, Happening{"lent", 14h},
                          Happening{"closed", 14h + 30min}));
}

TEST(Decide, NothingBeforeTheContingencyIsOtherWithIt) {
  const Script script = script_with(broken_for("8 h") + lent);
  const std::vector<Happening> alone = planned(script);
  const auto without = testing::rows_of(script, {branch(script, alone), alone}, 14h);
  const auto with = testing::rows_of(script, decide(script, {seed, 1}), 14h);
  EXPECT_EQ(testing::first_difference(without.before, with.before), "");
  EXPECT_FALSE(without.all == with.all);
}

TEST(Decide, WithoutFieldsAnyEventOfTheNameWillDo) {
  const Script script = script_with(
      "[inject.a]\nat = '10 h'\ntext = 'So'\n"
      "expects = { event = 'VehicleReleased', within = '5 h' }\n"
      "[inject.b]\nat = '10 h'\ntext = 'So'\n"
      "expects = { event = 'VehicleReleased', within = '5 h', where = { line = 'nowhere' } }\n");
  const auto reactions = observe(script, decide(script, {seed, 1}), {seed, 1}).reactions;
  ASSERT_EQ(reactions.size(), 2u);
  EXPECT_GE(reactions[0].came, Duration{10h});
  EXPECT_EQ(reactions[1].came, std::nullopt);
}

TEST(Decide, StopsWhenAskedTo) {
  std::stop_source stop;
  stop.request_stop();
  const Script script = script_with(broken_for("8 h") + lent);
  EXPECT_THROW((void)decide(script, {seed, 1, {}, stop.get_token()}), Stopped);
}

TEST(Record, LeavesATraceAndTellsHowFarItIs) {
  const Script script = script_with(broken_for("8 h") + lent);
  const testing::ExerciseFolder folder;
  std::vector<double> told;
  const Recording made =
      record(script, seed, 2, folder / "trace.zst", [&](double share) { told.push_back(share); });
  EXPECT_EQ(made.result.number, 2u);
  EXPECT_EQ(made.reactions.size(), 2u);
  ASSERT_GT(told.size(), 100u);
  EXPECT_GE(told.front(), 0);
  EXPECT_GT(told.back(), 0.9);
  EXPECT_LE(*std::max_element(told.begin(), told.end()), 1);
  trace::Reader reader(folder / "trace.zst");
  EXPECT_EQ(reader.header().run.replication, 2u);
  std::size_t rows = 0;
  for (trace::Row row; reader.next(row);) ++rows;
  EXPECT_GT(rows, 1000u);
}

TEST(Record, LeavesNothingWhenItIsStopped) {
  const Script script = script_with(broken_for("3 h") + lent);
  const testing::ExerciseFolder folder;
  std::stop_source stop;
  const auto stop_soon = [&](double share) {
    if (share > 0.5) stop.request_stop();
  };
  EXPECT_THROW((void)record(script, seed, 1, folder / "trace.zst", stop_soon, stop.get_token()),
               Stopped);
  EXPECT_TRUE(std::filesystem::is_empty(folder / ""));
}

}  // namespace
}  // namespace cordon::decide_test
