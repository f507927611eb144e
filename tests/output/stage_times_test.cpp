// Where vehicles spend their time, by hand.

#include "sim/output/stage_times.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/observe.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::stage_times_test {
namespace {

using ::testing::ElementsAre;
using testing::own_stage;
using testing::quiet_crossing;
using testing::shared_stage;
using testing::Timeline;

TEST(StageTimes, TellWaitingFromServiceAndFromBeingBlocked) {
  Scenario s = quiet_crossing();
  StageSpec customs = shared_stage(1, 100s, 1);
  customs.places = 0;
  s.layout["road"].stage = {{"check", own_stage(0, 60s, {"customs"})}, {"customs", customs}};
  // The first is checked to 1:00 and at customs to 2:40; the second waits to 1:00, is checked to
  // 2:00, blocked to 2:40, at customs to 4:20; the third waits to 2:40, and so on.
  const Timeline t(s, {{0s}, {0s}, {0s}});
  EXPECT_THAT(
      t.spent(),
      ElementsAre("3:40 at check, waiting, 3 vehicles", "3:00 at check, in_service, 3 vehicles",
                  "1:20 at check, blocked, 2 vehicles", "5:00 at customs, in_service, 3 vehicles"));
}

TEST(StageTimes, TellWhoWaitsForPapers) {
  Scenario s = quiet_crossing();
  StageSpec scan = shared_stage(1, 60s, 2);
  scan.alongside = {"desk"};
  s.layout["road"].stage = {
      {"check", own_stage(0, 10s, {"scan"})}, {"scan", scan}, {"desk", shared_stage(2, 45s, 1)}};
  const Timeline t(s, {{0s}, {0s}});
  EXPECT_THAT(t.spent(), ElementsAre("0:10 at check, waiting, 2 vehicles",
                                     "0:20 at check, in_service, 2 vehicles",
                                     "2:00 at scan, in_service, 2 vehicles",
                                     "0:20 at scan, waiting_for_papers, 1 vehicles"));
}

TEST(StageTimes, CountWhoIsThereWhenMeasuringBeginsAndEnds) {
  Scenario s = quiet_crossing(2h);
  s.warm_up = 1h;
  s.layout["road"].stage = {{"check", own_stage(0, 3000s)}};
  // One lane: 0 to 3000 s, to 6000 s, and to the end at 7200 s. The warm-up ends at 3600 s.
  const Timeline t(s, {{0s}, {0s}, {0s}, {0s}});
  EXPECT_THAT(t.spent(), ElementsAre("100:00 at check, waiting, 2 vehicles",
                                     "60:00 at check, in_service, 2 vehicles"));
}

TEST(StageTimes, AreOfTheHourOfTheLocalDay) {
  Scenario s = quiet_crossing(24h);
  s.time_zone = "Europe/Warsaw";  // 1 h ahead of UTC, in which the run begins
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 1 / 1};
  s.layout["road"].stage = {{"check", own_stage(0, 90min)}};
  const auto setup = make_setup(s);
  World world = build_world(setup, 1, 0);
  Vehicle v;
  v.line = {0};
  v.patience = endless;
  const VehicleId id = world.crossings.front().vehicles.add(v);
  world.crossings.front().hold.put(id, {});
  world.crossings.front().agenda.future.schedule(
      start_of_run + 30min, world.crossings.front().agenda.next_order(), VehicleArrived{id});
  StageTimes times(*setup);
  testing::observe(world, times);
  ASSERT_EQ(times.times().size(), 2u);  // waiting, for no time; and this:
  const StageTime t = times.times()[1];
  std::array<std::int64_t, 24> expected{};
  expected[1] = Duration(30min).count();
  expected[2] = Duration(1h).count();
  EXPECT_EQ(t.activity, StageActivity::in_service);
  EXPECT_EQ(t.by_hour, expected);
}

}  // namespace
}  // namespace cordon::stage_times_test
