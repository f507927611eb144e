// When queues have settled, and what one run says by itself.

#include "analysis/compare/settling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/engine/luck.hpp"

namespace cordon::settling_test {
namespace {

using namespace std::chrono_literals;

/// Replications of two lines whose queues are observed every hour.
Runs runs_of(int hours, int replications, const std::function<int(int hour, int line)>& waiting) {
  Runs runs;
  for (int r = 0; r < replications; ++r) {
    Replication replication;
    replication.number = static_cast<std::uint32_t>(r) + 1;
    for (int h = 0; h < hours; ++h)
      for (std::uint16_t line = 0; line < 2; ++line)
        replication.queues.push_back(
            {Time{} + h * 1h, line, waiting(h, line) + 2 * r, 0, 0, VehicleClass::lorry});
    runs.add(replication);
  }
  return runs;
}

TEST(WaitingOverTime, AddsLinesUpAndTakesTheMeanOfReplications) {
  const auto waiting =
      waiting_over_time(runs_of(3, 2, [](int hour, int line) { return 10 * hour + line; }));
  ASSERT_EQ(waiting.vehicles.size(), 3u);
  EXPECT_EQ(waiting.at[2], Time{} + 2h);
  EXPECT_DOUBLE_EQ(waiting.vehicles[0], 0 + 1 + 2);  // both lines, and 0 or 2 more in each
  EXPECT_DOUBLE_EQ(waiting.vehicles[2], 20 + 21 + 2);
  EXPECT_TRUE(waiting_over_time(Runs{}).vehicles.empty());
}

TEST(Queues, HaveSettledWhenTheyNoLongerGrow) {
  const auto grows_for = [](int hours) {
    return runs_of(
        400, 1, [hours](int hour, int) { return 10 * std::min(hour, hours) + (hour * 7 + 3) % 5; });
  };
  const Settling early = settling_of(waiting_over_time(grows_for(40)));
  ASSERT_TRUE(early.is_known && early.at);
  EXPECT_GE(*early.at, Time{} + 35h);
  EXPECT_LE(*early.at, Time{} + 45h);
  const Settling never = settling_of(waiting_over_time(grows_for(400)));
  EXPECT_TRUE(never.is_known);
  EXPECT_FALSE(never.at);
  const Settling unknown =
      settling_of(waiting_over_time(runs_of(60, 1, [](int hour, int) { return hour; })));
  EXPECT_FALSE(unknown.is_known);
}

// A mean of 50 in each line, with noise that lasts some hours; before the warm-up ends, 1000.
TEST(OneRun, KnowsItsMeanByItself) {
  const Luck luck(7, 1);
  double state = 0;
  const Runs runs = runs_of(4000, 1, [&](int hour, int line) {
    if (line == 0)
      state =
          0.7 * state + 20 * (luck.uniform(Subject{1, static_cast<std::uint32_t>(hour)}, 1) - 0.5);
    return (hour < 50 ? 1000 : 50) + static_cast<int>(std::lround(state));
  });
  const BatchMeans found = waiting_in_one_run(waiting_over_time(runs), Time{} + 50h);
  ASSERT_TRUE(found.long_enough);
  EXPECT_LT(found.mean.low, 100);
  EXPECT_GT(found.mean.high, 100);
  EXPECT_LT(found.mean.half_width(), 5);
  EXPECT_FALSE(waiting_in_one_run(waiting_over_time(runs), Time{} + 3900h).long_enough);
}

NamedScenario with_warm_up(Duration warm_up) {
  NamedScenario scenario;
  scenario.reading.spec.warm_up = warm_up;
  return scenario;
}

TEST(ASettlingRun, IsOfScenariosWithAWarmUpInWhichSomebodyWaits) {
  const Runs grows = runs_of(400, 1, [](int hour, int) { return std::min(hour, 40); });
  const Runs empty = runs_of(400, 1, [](int, int) { return 0; });
  const auto found = settling_runs_of({with_warm_up(0h), with_warm_up(24h), with_warm_up(24h)},
                                      {grows, grows, empty});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].scenario, 1);
  EXPECT_DOUBLE_EQ(found[0].warm_up_days, 1);
  EXPECT_NEAR(found[0].settled_days, 40.0 / 24, 5.0 / 24);
}

TEST(ASettlingRun, IsSmoothedInBatchesAndNoMoreThanCanBeDrawn) {
  const auto found = settling_runs_of({with_warm_up(24h), with_warm_up(24h)},
                                      {runs_of(102, 1, [](int hour, int) { return hour; }),
                                       runs_of(3000, 1, [](int hour, int) { return hour; })});
  ASSERT_EQ(found.size(), 2u);
  ASSERT_EQ(found[0].waiting.size(), 20u);  // the last two observations fill no batch
  EXPECT_DOUBLE_EQ(found[0].waiting[1].first, 7.0 / 24);
  EXPECT_DOUBLE_EQ(found[0].waiting[1].second, 2 * 7.0);
  EXPECT_TRUE(std::isnan(found[0].settled_days));  // it grows to the end
  EXPECT_EQ(found[1].waiting.size(), 120u);
}

}  // namespace
}  // namespace cordon::settling_test
