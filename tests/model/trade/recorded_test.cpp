// Observed arrivals and service times, replayed: timelines worked out by hand, without statistics.

#include "sim/model/trade/recorded.hpp"

#include <gtest/gtest.h>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/small_worlds.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::recorded_test {
namespace {

using testing::one_stage;
using testing::timeline;
using testing::Timeline;

ArrivalRow arrival(const std::string& id, Duration time) {
  ArrivalRow row;
  row.id = id;
  row.line = "line";
  row.time.since_start = time;
  return row;
}

ServiceRow service(const std::string& id, const std::string& stage, Duration time) {
  return {{}, id, stage, time};
}

// One lane, a check of a minute, nobody but those of the table.
Scenario recorded_only(std::vector<ArrivalRow> rows) {
  Scenario s = one_stage(0, Distribution::constant(60), 1, 24h);
  s.arrival = SharedRows<ArrivalRow>(std::move(rows));
  return s;
}

Time at(Duration since_start) { return start_of_run + since_start; }

TEST(RecordedArrivals, JoinTheLineAtTheirInstant) {
  const auto happened = timeline(recorded_only(
      {arrival("a", 0s), arrival("b", 0s), arrival("c", 10s), arrival("d", 3h + 250ms + 7us)}));
  ASSERT_EQ(happened.order.size(), 4u);
  const Duration joined[] = {0s, 0s, 10s, 3h + 250ms + 7us};
  const Duration began[] = {0s, 60s, 120s, 3h + 250ms + 7us};
  for (std::size_t n = 0; n < 4; ++n) {
    EXPECT_EQ(happened.joined(n).joined, at(joined[n]));
    EXPECT_EQ(happened.joined(n).began, at(began[n]));
    EXPECT_EQ(happened.joined(n).released, at(began[n] + 60s));
  }
}

TEST(RecordedArrivals, ComeInTheOrderOfTheirRowsAtOneInstant) {
  const auto happened = timeline(recorded_only({arrival("late", 5min), arrival("first", 1min),
                                                arrival("second", 1min), arrival("third", 1min)}));
  const std::uint32_t rows[] = {2, 3, 4, 1};
  for (std::size_t n = 0; n < 4; ++n) EXPECT_EQ(happened.joined(n).vehicle.recorded, rows[n]);
}

TEST(RecordedArrivals, ComeAfterThoseWhoWaitAtTheStart) {
  Scenario s = recorded_only({arrival("a", 0s)});
  s.line["line"].initial_queue = 2;
  const auto happened = timeline(s);
  EXPECT_EQ(happened.joined(2).vehicle.recorded, 1u);
  EXPECT_EQ(happened.joined(2).began, at(120s));
}

TEST(RecordedArrivals, ComeBeforeWhatTheCrossingDoesAtThatInstant) {
  Scenario s = recorded_only({arrival("a", 0s), arrival("b", 1s), arrival("c", 60s)});
  s.line["line"].road_capacity = 1;
  const auto happened = timeline(s);
  EXPECT_EQ(happened.joined(1).began, at(60s));
  EXPECT_EQ(happened.joined(2).balked, at(60s));  // b was still there
}

TEST(RecordedArrivals, MayBeDates) {
  ArrivalRow row = arrival("a", 0s);
  row.time.moment = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29} + 90s + 1us;
  Scenario s = recorded_only({row});
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};
  EXPECT_EQ(timeline(s).joined(0).joined, at(90s + 1us));
}

TEST(RecordedArrivals, MayStandForSeveralVehicles) {
  ArrivalRow three = arrival("convoy", 1h);
  three.count = 3;
  const auto happened = timeline(recorded_only({three, arrival("d", 1h + 1s)}));
  ASSERT_EQ(happened.order.size(), 4u);
  for (std::size_t n = 0; n < 3; ++n) EXPECT_EQ(happened.joined(n).joined, at(1h));
  EXPECT_EQ(happened.joined(3).began, at(1h + 3min));
  EXPECT_EQ(happened.passages.size(), 4u);  // each is somebody
}

TEST(RecordedArrivals, AfterTheEndNeverCome) {
  const auto happened = timeline(recorded_only({arrival("a", 23h), arrival("b", 25h)}));
  EXPECT_EQ(happened.order.size(), 1u);
}

TEST(RecordedArrivals, AreWhatTheirRowSays) {
  ArrivalRow row = arrival("a", 1min);
  row.patience = 45min;
  row.travellers = 50;
  row.empty = true;
  row.priority = "perishable";
  Scenario s = recorded_only({row, arrival("b", 1min), row});
  s.arrival[2].priority = "ordinary";
  s.priority["perishable"].order = 1;
  s.priority["relief"].order = 0;
  s.trader.operators = 100;
  s.arrival[2].aeo = true;
  s.trader.aeo_share = 0;
  const auto happened = timeline(s);
  const Vehicle& said = happened.joined(0).vehicle;
  EXPECT_EQ(said.patience, 45min);
  EXPECT_EQ(said.travellers, 50);
  EXPECT_TRUE(said.empty);
  EXPECT_EQ(said.priority, 1);
  EXPECT_FALSE(said.declaration.aeo);
  const Vehicle& open = happened.joined(1).vehicle;
  EXPECT_EQ(open.patience, endless);
  EXPECT_EQ(open.travellers, 1);
  EXPECT_FALSE(open.empty);
  EXPECT_EQ(open.priority, 2);
  EXPECT_GT(open.declaration.trader, 0u);
  EXPECT_TRUE(happened.joined(2).vehicle.declaration.aeo);
  EXPECT_EQ(happened.joined(2).vehicle.priority, 2);
}

TEST(RecordedArrivals, ThatAreAuthorisedGoFirst) {
  Scenario s = recorded_only({arrival("a", 0s), arrival("b", 1s), arrival("c", 2s)});
  s.arrival[2].aeo = true;
  const auto happened = timeline(s);
  EXPECT_EQ(happened.joined(2).began, at(60s));
  EXPECT_EQ(happened.joined(1).began, at(120s));
}

TEST(RecordedArrivals, AreFoundByCrossingDirectionAndClass) {
  Scenario s = testing::busy_border(24h);
  s.volume.clear();
  for (auto& [name, line] : s.line) line.initial_queue = 0;
  ArrivalRow row;
  row.crossing = "south";
  row.direction = Direction::exit;
  row.vehicle_class = VehicleClass::car;
  row.time.since_start = 2h;
  s.arrival = {row};
  const auto setup = make_setup(s);
  const auto happened = timeline(s);
  ASSERT_EQ(happened.order.size(), 1u);
  EXPECT_EQ(setup->lines[happened.joined(0).line.value].name, "south_car_exit");
  EXPECT_EQ(happened.joined(0).vehicle.direction, Direction::exit);
}

TEST(RecordedTimes, TakeThePlaceOfDrawnOnes) {
  Scenario s = recorded_only({arrival("a", 0s), arrival("b", 0s), arrival("c", 1s)});
  StageSpec second;
  second.order = 1;
  second.own_lanes = true;
  second.time.lorry = Distribution::constant(30);
  s.layout["road"].stage["check"].next.cleared = {"second"};
  s.layout["road"].stage["second"] = second;
  s.service = {service("c", "check", 1s + 1us), service("a", "second", 100s),
               service("a", "check", 10s + 250ms)};
  const auto happened = timeline(s);
  // a: 0 to 10.25 at the first stage, to 110.25 at the second. b: 10.25 to 70.25; then it waits
  // until 110.25, and is out at 140.25. c: 70.25 to 71.250001; 140.25 to 170.25.
  EXPECT_EQ(happened.joined(0).released, at(110s + 250ms));
  EXPECT_EQ(happened.joined(1).began, at(10s + 250ms));
  EXPECT_EQ(happened.joined(1).released, at(140s + 250ms));
  EXPECT_EQ(happened.joined(2).began, at(70s + 250ms));
  EXPECT_EQ(happened.joined(2).released, at(170s + 250ms));
}

TEST(RecordedTimes, AreAddedUpByOneCrew) {
  Scenario s = recorded_only({arrival("a", 0s)});
  StageSpec second;
  second.order = 1;
  second.own_lanes = true;
  second.time.lorry = Distribution::constant(30);
  s.layout["road"].stage["check"].next.cleared = {"second"};
  s.layout["road"].stage["second"] = second;
  s.crossing["post"].cooperation = CooperationMode::one_stop;
  s.one_stop.task_saving = 0.5;
  s.service = {service("a", "check", 10s)};
  EXPECT_EQ(timeline(s).joined(0).released, at(20s));  // half of 10 and 30
}

TEST(RecordedTime, IsFoundByRowAndStage) {
  Scenario s = recorded_only({arrival("a", 0s), arrival("", 0s), arrival("b", 0s)});
  s.service = {service("b", "check", 7s)};
  const auto setup = make_setup(s);
  EXPECT_EQ(setup->recorded_time(3, 0), 7s);
  EXPECT_EQ(setup->recorded_time(3, 1), std::nullopt);
  EXPECT_EQ(setup->recorded_time(1, 0), std::nullopt);
  EXPECT_EQ(setup->recorded_time(0, 0), std::nullopt);
}

TEST(RecordedArrivals, CountAsArrivalsAndMixWithOthers) {
  Scenario s = one_stage(60, Distribution::constant(30), 2, 48h, 24h);
  const auto without = replicate(make_setup(s), 1, 0, 1, 1);
  for (int n = 0; n < 100; ++n) s.arrival.push_back(arrival("", n * 1h));
  const auto with = replicate(make_setup(s), 1, 0, 1, 1);
  EXPECT_EQ(testing::total(with[0], "arrivals"), testing::total(without[0], "arrivals") + 24);
}

TEST(RecordedArrivals, HideWhatOpportunistsHide) {
  Scenario s = recorded_only({});
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1.0}};
  ArrivalRow many = arrival("", 1h);
  many.count = 10;
  s.arrival = {many};
  EXPECT_EQ(testing::total(replicate(make_setup(s), 1, 0, 1, 1)[0], "illicit_attempts"), 10);
}

TEST(RecordedArrivals, HoldNoMemoryForThoseToCome) {
  Scenario s = recorded_only({});
  for (int n = 0; n < 1000; ++n) s.arrival.push_back(arrival("", n * 80s));
  World world = build_world(make_setup(s), 1, 0);
  Timeline happened;
  testing::observe(world, happened);
  EXPECT_EQ(happened.order.size(), 1000u);
  EXPECT_LE(world.crossings[0].vehicles.capacity(), 3u);
  EXPECT_TRUE(world.setup->scenario.arrival.empty());
}

}  // namespace
}  // namespace cordon::recorded_test
