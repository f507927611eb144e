// Lines that serve several classes: one queue, the same lanes, and tables of their own.

#include <gtest/gtest.h>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/timeline.hpp"
#include "tests/support/two_sides.hpp"

namespace cordon::shared_lanes_test {
namespace {

using testing::timeline;

// A lane for lorries, checked for two minutes, and buses, checked for six.
Scenario shared_lane() {
  Scenario s = testing::one_stage(10, Distribution::constant(120), 1, 24h * 10);
  s.layout["road"].stage["check"].time.bus = Distribution::constant(360);
  s.line["line"].also = {VehicleClass::bus};
  s.flow["buses"].vehicle_class = VehicleClass::bus;
  s.flow["buses"].origins = {{"home", 1.0}};
  s.flow["buses"].delay_cost_per_hour = 100;
  s.volume.push_back({"post", Direction::entry, VehicleClass::bus, 0, 5 * 24});
  return s;
}

double value(const std::vector<MeasureValue>& values, std::string_view measure,
             const std::string& vehicle_class) {
  Labels at;
  at.vehicle_class = vehicle_class;
  if (vehicle_class != "all") at.direction = "entry";
  for (const MeasureValue& v : values)
    if (v.measure->name == measure && v.labels == at) return v.value;
  return std::numeric_limits<double>::quiet_NaN();
}

TEST(SharedLanes, HaveOneQueue) {
  Scenario s = shared_lane();
  s.volume.clear();
  s.arrival = {testing::lorries("line", 0h), testing::lorries("line", 1s),
               testing::lorries("line", 2s)};
  s.arrival[1].vehicle_class = VehicleClass::bus;
  const auto happened = timeline(s);
  EXPECT_EQ(happened.joined(1).vehicle.vehicle_class, VehicleClass::bus);
  EXPECT_EQ(happened.joined(1).began, start_of_run + 2min);
  EXPECT_EQ(happened.joined(2).began, start_of_run + 8min);
}

TEST(SharedLanes, HaveTheTrafficOfEachClass) {
  const auto runs = replicate(make_setup(shared_lane()), 1, 0, 1, 1);
  EXPECT_NEAR(value(runs[0].values, "arrivals", "lorry"), 2400, 200);  // 4 standard deviations
  EXPECT_NEAR(value(runs[0].values, "arrivals", "bus"), 1200, 140);
}

TEST(SharedLanes, HaveTablesByClassThatAddUp) {
  const auto runs = replicate(make_setup(shared_lane()), 1, 0, 1, 1);
  const auto& v = runs[0].values;
  for (const char* measure :
       {"arrivals", "crossed", "vehicle_hours_waited", "queue_mean", "delay_cost"})
    EXPECT_NEAR(value(v, measure, "lorry") + value(v, measure, "bus"), value(v, measure, "all"),
                1e-9 * value(v, measure, "all"))
        << measure;
  EXPECT_EQ(value(v, "delay_cost", "lorry"), 0);
  EXPECT_NEAR(value(v, "delay_cost", "bus"), 100 * value(v, "vehicle_hours_waited", "bus"), 0.01);
  // The lane is used by both together.
  EXPECT_NEAR(value(v, "utilisation", "all"), (10 * 2 + 5 * 6) / 60.0, 0.05);
  EXPECT_NEAR(value(v, "utilisation", "bus"), value(v, "utilisation", "all"), 1e-9);
  EXPECT_NEAR(value(v, "utilisation", "lorry"), value(v, "utilisation", "all"), 1e-9);
}

TEST(SharedLanes, HaveQueuesByClass) {
  const auto setup = make_setup(shared_lane());
  const auto runs = replicate(setup, 1, 0, 1, 1);
  ASSERT_EQ(runs[0].queues.size() % 2, 0u);
  EXPECT_EQ(runs[0].queues[0].vehicle_class, VehicleClass::lorry);
  EXPECT_EQ(runs[0].queues[1].vehicle_class, VehicleClass::bus);
  EXPECT_EQ(runs[0].queues[1].line, runs[0].queues[0].line);
}

TEST(SharedLanes, PublishTheWaitBehindAllClasses) {
  const auto setup = make_setup(shared_lane());
  EXPECT_NEAR(setup->lines[0].mean_first_check, (10 * 120 + 5 * 360) / 15.0, 1e-9);
}

TEST(AFirstCheck, TakesTheTimeOfAllTravellersInThePublishedWait) {
  Scenario s = shared_lane();
  s.layout["road"].stage["check"].per_traveller = Distribution::constant(30);
  for (auto& [name, flow] : s.flow)
    if (flow.vehicle_class == VehicleClass::bus) flow.travellers = Distribution::constant(20);
  EXPECT_NEAR(make_setup(s)->lines[0].mean_first_check,
              (10 * (120 + 30) + 5 * (360 + 20 * 30)) / 15.0, 1e-9);
  s.line["line"].also.clear();
  std::erase_if(s.volume, [](const VolumeRow& r) { return r.vehicle_class == VehicleClass::bus; });
  EXPECT_NEAR(make_setup(s)->lines[0].mean_first_check, 120 + 30, 1e-9);
}

TEST(SharedLanes, StartWithAQueueOfTheirClasses) {
  Scenario s = shared_lane();
  s.line["line"].initial_queue = 3000;
  s.line["line"].road_capacity = 1'000'000;
  s.length = 2min;
  int buses = 0;
  for (const auto& [who, passages] : timeline(s).passages)
    buses += passages.front().vehicle.vehicle_class == VehicleClass::bus;
  EXPECT_NEAR(buses, 1000, 110);  // 4 standard deviations
}

TEST(SharedLanes, HideTheConsignmentsOfGroups) {
  Scenario s = shared_lane();
  s.commodity["tobacco"].prevalence = {{"bus_entry", 0.1}};
  GroupSpec group;
  group.home = "home";
  group.commodity = "tobacco";
  group.vehicle_class = VehicleClass::bus;
  s.group["wolves"] = group;
  const auto setup = make_setup(s);
  ASSERT_EQ(setup->groups[0].routes.size(), 1u);
  EXPECT_NEAR(setup->groups[0].consignments_per_hour, 5 * 0.1 * 0.8, 1e-9);
  int sent = 0;
  for (const auto& [who, passages] : timeline(s).passages)
    if (who.subject.source == setup->groups[0].source) {
      ++sent;
      EXPECT_EQ(passages.front().vehicle.vehicle_class, VehicleClass::bus);
    }
  EXPECT_GT(sent, 50);
}

}  // namespace
}  // namespace cordon::shared_lanes_test
