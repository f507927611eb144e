// Machines that fail, are repaired, maintained, bought and lent: timelines made by hand.

#include "sim/model/crossing/machines.hpp"

#include <gtest/gtest.h>

#include "tests/support/observe.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::machines_test {
namespace {

using ::testing::ElementsAre;
using testing::own_stage;
using testing::quiet_crossing;
using testing::shared_stage;
using testing::Timeline;

// A check of ten seconds, then a scan of ten minutes by one machine, or else a dog of twenty.
Scenario with_scanner() {
  Scenario s = quiet_crossing();
  s.equipment["xray"] = {};
  s.crossing["post"].equipment["xray"] = 1;
  StageSpec scan = shared_stage(1, 10min, 1);
  scan.equipment = "xray";
  s.layout["road"].stage = {{"check", own_stage(0, 10s, {"scan", "dog"})},
                            {"scan", scan},
                            {"dog", shared_stage(2, 20min, 1)}};
  return s;
}

TEST(Machine, FailsAndIsRepaired) {
  Scenario s = with_scanner();
  s.equipment["xray"].between_failures = Distribution::constant(15 * 60);
  s.equipment["xray"].repair = Distribution::constant(5 * 60);
  s.layout["road"].stage["check"].next.cleared = {"scan"};
  const Timeline t(s, {{0s}, {1min}, {16min}, {21min}});
  // The second is in the machine when it fails, and goes on without, for there is no other.
  EXPECT_THAT(t.of(2), ElementsAre("1:00 began check", "1:10 ended check", "10:10 began scan",
                                   "15:00 interrupted scan", "15:00 left"));
  EXPECT_THAT(t.of(3), ElementsAre("16:00 began check", "16:10 ended check", "16:10 left"));
  EXPECT_THAT(t.of(4), ElementsAre("21:00 began check", "21:10 ended check", "21:10 began scan",
                                   "31:10 ended scan", "31:10 left"));
}

TEST(Machine, ThatFailsLeavesItsVehicleToAnotherFromTheBeginning) {
  Scenario s = with_scanner();
  s.equipment["xray"].between_failures = Distribution::constant(5 * 60);
  s.equipment["xray"].repair = Distribution::constant(3600);
  s.purchase["second"] = {"xray", "post", 2min};  // fails at 7:00, the first at 5:00
  s.layout["road"].stage["scan"].time.lorry = Distribution::constant(100);
  const Timeline t(s, {{4min}});
  EXPECT_THAT(t.of(1), ElementsAre("4:00 began check", "4:10 ended check", "4:10 began scan",
                                   "5:00 interrupted scan", "5:00 resumed scan", "6:40 ended scan",
                                   "6:40 left"));
}

TEST(Machine, IsMissedByThoseWhoCanDoWithout) {
  Scenario s = with_scanner();
  s.equipment["xray"].between_failures = Distribution::constant(5 * 60);
  s.equipment["xray"].repair = Distribution::constant(3600);
  const Timeline t(s, {{6min}});
  EXPECT_EQ(t.of(1)[2], "6:10 began dog");
}

// From 5 to 12 minutes on conditions take it out of order; it would fail after 20 minutes of work.
TEST(Machine, IsOutOfOrderWhileConditionsSaySoAndItsOwnLuckWaits) {
  Scenario s = with_scanner();
  s.equipment["xray"].between_failures = Distribution::constant(20 * 60);
  s.equipment["xray"].repair = Distribution::constant(60);
  s.layout["road"].stage["check"].next.cleared = {"scan"};
  Scenario without = s;
  without.crossing["post"].out_of_order["xray"] = 1;
  s.conditions = {{5min, std::make_shared<const Scenario>(without)},
                  {12min, std::make_shared<const Scenario>(s)}};
  const Timeline t(s, {{4min}, {6min}, {13min}, {26min}});
  EXPECT_THAT(t.of(1), ElementsAre("4:00 began check", "4:10 ended check", "4:10 began scan",
                                   "5:00 interrupted scan", "5:00 left"));
  EXPECT_THAT(t.of(2), ElementsAre("6:00 began check", "6:10 ended check", "6:10 left"));
  EXPECT_THAT(t.of(3), ElementsAre("13:00 began check", "13:10 ended check", "13:10 began scan",
                                   "23:10 ended scan", "23:10 left"));
  EXPECT_THAT(t.of(4), ElementsAre("26:00 began check", "26:10 ended check", "26:10 began scan",
                                   "27:00 interrupted scan", "27:00 left"));
}

// It fails at 5:00, would work again at 10:00, and is out of order from 7:00 to 20:00.
TEST(Machine, IsOutOfOrderThoughItsRepairWouldHaveEnded) {
  Scenario s = with_scanner();
  s.equipment["xray"].between_failures = Distribution::constant(5 * 60);
  s.equipment["xray"].repair = Distribution::constant(5 * 60);
  Scenario without = s;
  without.crossing["post"].out_of_order["xray"] = 1;
  s.conditions = {{7min, std::make_shared<const Scenario>(without)},
                  {20min, std::make_shared<const Scenario>(s)}};
  const Timeline t(s, {{11min}, {21min}});
  EXPECT_EQ(t.of(1)[2], "11:10 began dog");
  EXPECT_EQ(t.of(2)[2], "21:10 began scan");
  EXPECT_EQ(t.of(2)[3], "25:00 interrupted scan");
}

TEST(Machine, MayBeOutOfOrderFromTheStart) {
  Scenario s = with_scanner();
  s.crossing["post"].out_of_order["xray"] = 1;
  EXPECT_EQ(Timeline(s, {{1min}}).of(1)[2], "1:10 began dog");
  s.crossing["post"].equipment["xray"] = 2;
  EXPECT_EQ(Timeline(s, {{1min}}).of(1)[2], "1:10 began scan");
}

TEST(Machine, IsMaintainedAtItsTimeAndFinishesWhatItHasInHand) {
  Scenario s = with_scanner();
  s.equipment["xray"].maintenance_every = 1h;
  s.equipment["xray"].maintenance_lasts = 30min;
  s.equipment["xray"].maintenance_at = TimeOfDay{2h};
  s.layout["road"].stage["check"].next.cleared = {"scan"};
  const Timeline t(s, {{115min}, {116min}, {121min}, {151min}});
  EXPECT_THAT(t.of(1), ElementsAre("115:00 began check", "115:10 ended check", "115:10 began scan",
                                   "125:10 ended scan", "125:10 left"));
  EXPECT_THAT(t.of(2), ElementsAre("116:00 began check", "116:10 ended check", "120:00 left"));
  EXPECT_THAT(t.of(3), ElementsAre("121:00 began check", "121:10 ended check", "121:10 left"));
  EXPECT_EQ(t.of(4)[2], "151:10 began scan");
}

TEST(Machine, ThatIsOrderedComesAfterTheLeadTime) {
  Scenario s = with_scanner();
  s.crossing["post"].equipment.clear();
  s.equipment["xray"].lead_time = 2h;
  s.purchase["second"] = {"xray", "post", 1h};
  const Timeline t(s, {{170min}, {181min}});
  EXPECT_EQ(t.of(1)[2], "170:10 began dog");
  EXPECT_EQ(t.of(2)[2], "181:10 began scan");
}

// How many machines of a kind work, over time.
struct Working {
  TimeWeighted working;
  void begin(const World& world, Time now) {
    working = TimeWeighted(now, world.crossings.front().machines.working.front());
  }
  template <class E, class Place>
  void on(const E&, const Place& here, Time now) {
    if constexpr (std::is_same_v<Place, Crossing>)
      if (now > start_of_run) working.set(now, here.machines.working.front());
  }
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

TEST(Machine, OfWhichOnlyOneIsRepairedAtATimeWaitsForItsTurn) {
  Scenario s = with_scanner();
  s.crossing["post"].equipment["xray"] = 2;
  s.crossing["post"].repair_teams = 1;
  s.equipment["xray"].between_failures = Distribution::constant(3600);
  s.equipment["xray"].repair = Distribution::constant(600);
  s.length = 80min;
  World world = build_world(make_setup(s), 1, 0);
  Working working;
  testing::observe(world, working);
  // Both fail at 60 min; one works again from 70 min, the other from 80 min.
  EXPECT_EQ(working.working.total(start_of_run + 80min).value_microseconds,
            Int128{(2 * 60min + 1 * 10min) / Duration{1}});
}

}  // namespace
}  // namespace cordon::machines_test
