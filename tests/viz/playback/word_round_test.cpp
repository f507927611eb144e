#include "viz/playback/word_round.hpp"

#include <gtest/gtest.h>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::word_round_test {
namespace {

using cordon::testing::recorded_worlds;

// Every find of the run in which everything happens.
TEST(WordRound, IsInOrderOfTimeAndHasEachMessageOnce) {
  const auto& world = recorded_worlds().front();
  int finds = 0;
  std::size_t messages = 0, used = 0;
  for (const trace::Row& row : world.read.rows) {
    if (!is_find(row)) continue;
    ++finds;
    const Chain all = chain(*world.recording, trace::vehicle(row));
    const auto steps = steps_of(all);
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end(),
                               [](const auto& a, const auto& b) { return a.at < b.at; }));
    std::size_t ways = 0, sum = all.find.size() + all.reports.size() + all.cases.size() +
                                all.matches.size() + all.forms.size() + all.used.size();
    for (const WordStep& step : steps) ways += step.way != nullptr;
    EXPECT_EQ(ways, all.messages.size());
    EXPECT_EQ(steps.size(), sum + ways);
    messages += ways;
    used += all.used.size();
  }
  EXPECT_GT(finds, 5);
  EXPECT_GT(messages, 0u);
  EXPECT_GT(used, 0u);
}

}  // namespace
}  // namespace cordon::viz::word_round_test
