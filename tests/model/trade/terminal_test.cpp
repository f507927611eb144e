// Arrivals in lots: timelines worked out by hand.

#include "sim/model/trade/terminal.hpp"

#include <gtest/gtest.h>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/small_worlds.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::terminal_test {
namespace {

using testing::one_stage;
using testing::timeline;
using Lines = std::vector<std::string>;

// A post with `lanes` for containers, each checked for six minutes, and a terminal where one comes
// off every ten.
Scenario port(int lanes = 1) {
  Scenario s = one_stage(0, Distribution::constant(0), lanes, 24h * 10);
  s.volume.clear();
  s.line["line"].vehicle_class = VehicleClass::container;
  s.line["line"].road_capacity = 1;
  s.flow["lorries"].vehicle_class = VehicleClass::container;
  s.flow["lorries"].origins.clear();
  s.layout["road"].stage["check"].time.container = Distribution::constant(360);
  TerminalSpec quay;
  quay.crossing = "post";
  quay.unloading_per_hour = 6;
  s.terminal["quay"] = quay;
  LotSpec feeder;
  feeder.terminal = "quay";
  feeder.size = Distribution::constant(3);
  feeder.every = 100h;
  feeder.first = 1h;
  s.lot["feeder"] = feeder;
  return s;
}

Time at(Duration since_start) { return start_of_run + since_start; }

double value(const Scenario& s, std::string_view measure) {
  return testing::total(replicate(make_setup(s), 1, 0, 1, 1)[0], measure);
}

TEST(ALot, IsUnloadedUnitByUnitAndLeaves) {
  Scenario s = port();
  s.length = 24h;
  s.terminal["quay"].dwell = Distribution::constant(3600);
  s.lot["feeder"].stay = Distribution::constant(1200);
  s.lot["feeder"].lateness = Distribution::constant(300);
  const auto happened = timeline(s);
  EXPECT_EQ(happened.lots, (Lines{"65 min: post lot 0 arrived", "65 min: post lot 0 begins",
                                  "95 min: post lot 0 is empty", "115 min: post lot 0 left"}));
  ASSERT_EQ(happened.order.size(), 3u);
  for (std::size_t n = 0; n < 3; ++n) {
    const Time off = at(75min + n * 10min);
    EXPECT_EQ(happened.joined(n).joined, off);
    EXPECT_EQ(happened.joined(n).began, off);
    EXPECT_EQ(happened.joined(n).released, off + 6min);
    EXPECT_EQ(happened.picked_up[n], off + 66min);
  }
}

TEST(ALot, WaitsForABerth) {
  Scenario s = port();
  s.lot["feeder"].every = 25min;
  s.lot["feeder"].first = 0h;
  s.lot["feeder"].size = Distribution::constant(4);  // 40 min at the berth
  s.length = 100min;
  EXPECT_EQ(timeline(s).lots, (Lines{"0 min: post lot 0 arrived", "0 min: post lot 0 begins",
                                     "25 min: post lot 1 arrived", "40 min: post lot 0 is empty",
                                     "40 min: post lot 0 left", "40 min: post lot 1 begins",
                                     "50 min: post lot 2 arrived", "75 min: post lot 3 arrived",
                                     "80 min: post lot 1 is empty", "80 min: post lot 1 left",
                                     "80 min: post lot 2 begins"}));
}

TEST(ALot, IsUnloadedBesideAnotherWhereThereAreBerths) {
  Scenario s = port();
  s.terminal["quay"].berths = 2;
  s.lot["feeder"].every = 25min;
  s.lot["feeder"].first = 0h;
  s.lot["feeder"].size = Distribution::constant(4);
  s.length = 55min;
  EXPECT_EQ(timeline(s).lots, (Lines{"0 min: post lot 0 arrived", "0 min: post lot 0 begins",
                                     "25 min: post lot 1 arrived", "25 min: post lot 1 begins",
                                     "40 min: post lot 0 is empty", "40 min: post lot 0 left",
                                     "50 min: post lot 2 arrived", "50 min: post lot 2 begins"}));
}

TEST(ALot, IsHeldUpByAFullYard) {
  Scenario s = port();
  s.length = 24h;
  s.terminal["quay"].yard_capacity = 2;
  s.terminal["quay"].dwell = Distribution::constant(3600 - 360);  // out an hour after it was off
  s.lot["feeder"].size = Distribution::constant(5);
  s.lot["feeder"].first = 0h;
  const auto happened = timeline(s);
  // Off at 10 and 20 min; the next is lifted when the first is gone, at 70, and is off at 80; the
  // second is gone at 80: off at 90. The third is gone at 140: off at 150.
  const Duration off[] = {10min, 20min, 80min, 90min, 150min};
  ASSERT_EQ(happened.order.size(), 5u);
  for (std::size_t n = 0; n < 5; ++n) EXPECT_EQ(happened.joined(n).joined, at(off[n]));
  EXPECT_EQ(happened.lots.back(), "150 min: post lot 0 left");
}

// It has nowhere to go: what makes a lorry turn back leaves it in the yard, in the line.
TEST(AUnit, NeitherTurnsBackNorMissesItsCall) {
  Scenario s = port();
  s.length = 24h;
  s.layout["road"].stage["check"].time.container = Distribution::constant(1800);
  s.flow["lorries"].patience = Distribution::constant(60);
  s.line["line"].road_capacity = 0;
  s.line["line"].balk_all = 1;
  EXPECT_EQ(value(s, "crossed"), 3);
  s.line["line"].balk_all = 0;
  s.line["line"].queue = QueueKind::booked;
  s.line["line"].release_per_hour = 60;
  s.line["line"].no_show = 1;
  EXPECT_EQ(value(s, "crossed"), 3);
  EXPECT_EQ(value(s, "units_picked_up"), 3);
}

TEST(ALot, IsHeldUpByControlsThatAreSlow) {
  Scenario s = port();
  s.length = 24h;
  s.terminal["quay"].yard_capacity = 2;
  s.layout["road"].stage["check"].time.container = Distribution::constant(3600);
  s.lot["feeder"].first = 0h;
  s.lot["feeder"].size = Distribution::constant(4);
  const auto happened = timeline(s);
  // The first is checked from 10 to 70 min, the second to 130: room at 70 and 130.
  const Duration off[] = {10min, 20min, 80min, 140min};
  for (std::size_t n = 0; n < 4; ++n) EXPECT_EQ(happened.joined(n).joined, at(off[n]));
}

TEST(ALot, HeldUpFirstGoesOnFirst) {
  Scenario s = port(2);
  s.length = 90min;
  s.terminal["quay"].berths = 2;
  s.terminal["quay"].yard_capacity = 2;
  s.terminal["quay"].dwell = Distribution::constant(3600 - 360);
  s.lot["feeder"].first = 0h;
  s.lot["barge"] = s.lot["feeder"];
  s.lot["barge"].first = 5min;
  const auto setup = make_setup(s);
  const auto happened = timeline(s);
  // Feeder off at 10; barge at 15; both are held up then, the feeder first. Room at 70 and 75.
  ASSERT_EQ(happened.order.size(), 4u);
  const Duration off[] = {10min, 15min, 80min, 85min};
  const std::uint32_t whose[] = {1, 0, 1, 0};  // callers by name: barge, feeder
  for (std::size_t n = 0; n < 4; ++n) {
    EXPECT_EQ(happened.joined(n).joined, at(off[n]));
    EXPECT_EQ(happened.order[n].subject.source, setup->callers[whose[n]].source);
  }
}

TEST(ALot, MayComeOffAtOnce) {
  Scenario s = port();
  s.terminal["quay"].unloading_per_hour.reset();
  const auto happened = timeline(s);
  for (std::size_t n = 0; n < 3; ++n) {
    EXPECT_EQ(happened.joined(n).joined, at(1h));
    EXPECT_EQ(happened.joined(n).began, at(1h + n * 6min));
    EXPECT_EQ(happened.joined(n).balked, never);  // the road of one place is not theirs
  }
}

TEST(ALot, NeverCallsWhereTheLineIsClosed) {
  Scenario s = port();
  s.line["line"].closed = true;
  EXPECT_TRUE(timeline(s).lots.empty());
}

TEST(ALot, HasUnitsWhoseLuckIsTheirOwn) {
  Scenario s = port();
  s.lot["feeder"].every = 48h;
  s.layout["road"].stage["check"].time.container = Distribution::exponential(360);
  const auto before = timeline(s);
  s.lot["feeder"].size = Distribution::constant(4);
  const auto after = timeline(s);
  for (const auto& [who, passages] : before.passages) {
    const auto& same = after.passages.at(who).front();
    EXPECT_EQ(passages.front().released - passages.front().began, same.released - same.began);
  }
  EXPECT_EQ(before.passages.size(), 15u);
  EXPECT_EQ(after.passages.size(), 20u);
}

TEST(ALot, BringsTheConsignmentsOfGroups) {
  Scenario s = port(20);
  s.terminal["quay"].unloading_per_hour = 60;
  s.lot["feeder"].every = 6h;
  s.lot["feeder"].size = Distribution::constant(30);
  s.commodity["tobacco"].prevalence = {{"container_entry", 0.1}};
  s.opponent.group_share = 1;
  GroupSpec group;
  group.home = "home";
  group.commodity = "tobacco";
  group.vehicle_class = VehicleClass::container;
  s.group["wolves"] = group;
  const auto setup = make_setup(s);
  EXPECT_NEAR(setup->groups[0].consignments_per_hour, 30 / 6 * 0.1, 1e-9);
  const auto happened = timeline(s);
  int sent = 0;
  for (const auto& [who, passages] : happened.passages) {
    if (who.subject.source != setup->groups[0].source) continue;
    ++sent;
    EXPECT_TRUE(passages.front().vehicle.berth);
    EXPECT_EQ((passages.front().joined - start_of_run) % 1min, 0s);  // as the crane does it
  }
  EXPECT_NEAR(sent, 0.5 * 240, 44);  // 4 standard deviations
  // They take the places of others.
  EXPECT_EQ(value(s, "units_unloaded"), 40 * 30);
  EXPECT_EQ(value(s, "illicit_attempts"), sent);
}

TEST(Calls, ByTimetableGoByTheClockOnTheWall) {
  Scenario s = port();
  s.time_zone = "Europe/Warsaw";
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 3 / 28};  // Saturday, 1:00
  s.lot["feeder"].every.reset();
  s.lot["feeder"].timetable = {"01:00", "Sun 02:30", "Mon 12:00"};
  s.length = 72h;
  const auto lots = timeline(s).lots;
  Lines arrived;
  for (const auto& line : lots)
    if (line.ends_with("arrived")) arrived.push_back(line);
  // On Sunday the clock skips the hour from 2:00 on.
  EXPECT_EQ(arrived, (Lines{"0 min: post lot 0 arrived", "1440 min: post lot 1 arrived",
                            "1500 min: post lot 2 arrived", "2820 min: post lot 3 arrived",
                            "3480 min: post lot 4 arrived", "4260 min: post lot 5 arrived"}));
}

TEST(Calls, ByChanceHaveTheirRate) {
  Scenario s = port();
  s.lot["feeder"].every.reset();
  s.lot["feeder"].rate_per_hour = 0.5;
  const auto setup = make_setup(s);
  const Luck luck(1, 0);
  Time now = start_of_run;
  constexpr std::uint32_t calls = 10000;
  for (std::uint32_t n = 0; n < calls; ++n)
    now = terminals::next_call(setup->callers[0], n, now, *setup, luck);
  EXPECT_NEAR(hours(now - start_of_run) / calls, 2, 0.08);  // 4 standard errors; the seed is fixed
}

TEST(Yard, IsMeasuredByHand) {
  Scenario s = port();
  s.length = 100h;
  s.terminal["quay"].dwell = Distribution::constant(49 * 3600 - 360);
  s.terminal["quay"].free_time = 24h;
  s.terminal["quay"].storage_cost_per_day = 20;
  s.lot["feeder"].stay = Distribution::constant(1800);
  // Three units off at 1:10, 1:20 and 1:30, 49 hours in the yard each, of which the 25th to the
  // 48th are one day and the 49th begins another.
  EXPECT_EQ(value(s, "lots_arrived"), 1);
  EXPECT_EQ(value(s, "lots_left"), 1);
  EXPECT_EQ(value(s, "lots_at_end"), 0);
  EXPECT_EQ(value(s, "lot_wait_mean"), 0);
  EXPECT_EQ(value(s, "lot_turnaround_mean"), 1);
  EXPECT_EQ(value(s, "units_unloaded"), 3);
  EXPECT_EQ(value(s, "units_picked_up"), 3);
  EXPECT_EQ(value(s, "yard_max"), 3);
  EXPECT_EQ(value(s, "yard_at_end"), 0);
  EXPECT_DOUBLE_EQ(value(s, "yard_mean"), 3 * 49 / 100.0);
  EXPECT_EQ(value(s, "storage_cost"), 3 * 2 * 20);
}

TEST(Yard, HasWhatWasThereWhenMeasuringBegan) {
  Scenario s = port();
  s.length = 50h;
  s.warm_up = 2h;
  s.terminal["quay"].dwell = Distribution::constant(24 * 3600);
  EXPECT_EQ(value(s, "yard_at_start"), 3);
  EXPECT_EQ(value(s, "units_unloaded"), 0);
  EXPECT_EQ(value(s, "units_picked_up"), 3);
  EXPECT_EQ(value(s, "yard_max"), 3);
}

TEST(Yard, MakesRoomForWhatIsSeized) {
  Scenario s = port();
  s.length = 24h;
  s.terminal["quay"].yard_capacity = 1;
  s.terminal["quay"].dwell = Distribution::constant(24 * 3600.0 * 100);
  s.commodity["tobacco"].prevalence = {{"container_entry", 1.0}};
  StageSpec& check = s.layout["road"].stage["check"];
  check.technique = "search";
  check.control = ControlKind::search;
  s.technique["search"] = {0, 1, 1, {}};
  check.crew = {Authority::customs};  // who may open goods
  s.team["guards"].authority = Authority::customs;
  s.team["guards"].skill = 1;
  EXPECT_EQ(value(s, "units_unloaded"), 3);
  EXPECT_EQ(value(s, "seizures"), 3);
  EXPECT_EQ(value(s, "yard_at_end"), 0);
  s.commodity["tobacco"].persons = true;
  EXPECT_EQ(value(s, "units_unloaded"), 3);
  EXPECT_EQ(value(s, "referrals"), 3);
}

}  // namespace
}  // namespace cordon::terminal_test
