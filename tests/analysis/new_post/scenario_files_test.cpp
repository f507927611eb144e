#include "analysis/new_post/scenario_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "analysis/forecast/moment.hpp"
#include "analysis/new_post/lanes.hpp"
#include "analysis/results/output_file.hpp"
#include "analysis/study/named_scenario.hpp"

namespace cordon::new_post::scenario_files_test {
namespace {

using namespace std::chrono_literals;

const LineKey lorries{"north", Direction::entry, VehicleClass::lorry};
const LineKey cars{"north", Direction::exit, VehicleClass::car};
const LineKey buses{"north", Direction::entry, VehicleClass::bus};

/// As in June 2026: 10 lorries an hour leave, 1680 come on Saturday; cars queue by day; buses were
/// only counted.
Post small_post(Wishes wishes = {}) {
  PlannerData data;
  data.crossings = {"north", "south"};
  data.labels = {{"north", "North \"Gate\""}, {"south", "South"}};
  const std::chrono::sys_days may{2026y / 5 / 1}, june{2026y / 6 / 1};
  const LineKey other{"south", Direction::entry, VehicleClass::lorry};
  for (const LineKey& line : {lorries, other}) data.counts[line] = {{may, june, 31 * 240}};
  data.counts[cars] = {{may, june, 31 * 1200}};
  data.counts[buses] = {{may, june, 31 * 24}};
  const double start = static_cast<double>(june.time_since_epoch().count()) * 24;
  for (int hour = 0; hour <= 2 * 168; hour += 3) {
    const int of_week = hour % 168;
    for (const LineKey& line : {lorries, other})
      data.queues[line].push_back(
          {start + hour, 1500.0 - 10 * of_week + (of_week > 129 ? 1680 : 0)});
    data.queues[cars].push_back({start + hour, hour % 24 >= 9 && hour % 24 <= 15 ? 20.0 : 0.0});
  }
  return {std::move(data), std::move(wishes), PostClock("Europe/Warsaw")};
}

class ScenarioFiles : public ::testing::Test {
 protected:
  ScenarioFiles() {
    std::string name = (std::filesystem::temp_directory_path() / "scenario_XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~ScenarioFiles() override { std::filesystem::remove_all(folder_); }

  NamedScenario load(const Post& post, bool queues_only = false) {
    ScenarioFrame frame{"small",    post.first_hour() + 24, 48, "counts.csv", "queue.csv",
                        queues_only};
    for (const auto& [name, bytes] : scenario_files(post, post.fit(post.last_hour()), frame))
      write_file(folder_ / name, bytes);
    return load_scenario((folder_ / "small.toml").string(), {});
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(ScenarioFiles, AreAScenarioWithALineForAllThatWasCounted) {
  const Post post = small_post();
  const NamedScenario named = load(post);
  const Scenario& s = named.reading.spec;
  EXPECT_EQ(s.line.size(), 4u);
  EXPECT_EQ(s.crossing.at("north").label, "North \"Gate\"");
  EXPECT_EQ(s.time_zone, "Europe/Warsaw");
  EXPECT_EQ(s.length, 48h);
  EXPECT_EQ(s.booking.size(), 2 * 168u);
  EXPECT_EQ(s.observed_queue.size(), 3 * 113u);
  const LineSpec& line = s.line.at("north_lorry_entry");
  EXPECT_EQ(line.queue, QueueKind::booked);
  EXPECT_DOUBLE_EQ(line.release_per_hour, 10);
  EXPECT_EQ(line.initial_queue, 1500 - 210);  // seen 3 hours before the start, and not at it
  EXPECT_EQ(line.lanes, 2);
  EXPECT_NEAR(line.time_factor, 2 * 60 / 7.0 / 10, 1e-4);
  EXPECT_EQ(s.line.at("north_bus_entry").queue, QueueKind::physical);
}

TEST_F(ScenarioFiles, HaveASourceForEveryValueThatIsAssumedOrFitted) {
  const Post post = small_post();
  const NamedScenario named = load(post);
  const auto source = [&](const char* path) {
    const auto found = named.reading.provenance.find(path);
    return found == named.reading.provenance.end() ? "none" : found->second.source;
  };
  EXPECT_EQ(source("line.north_lorry_entry.release"), "counted from 2026-05-01 to 2026-05-31");
  EXPECT_THAT(source("line.north_lorry_entry.lanes"), ::testing::StartsWith("assumed"));
  EXPECT_THAT(source("line.north_lorry_entry.time_factor"), ::testing::StartsWith("fitted"));
  EXPECT_THAT(source("line.north_lorry_entry.initial_queue"), ::testing::StartsWith("seen on"));
  EXPECT_THAT(source("line.north_car_exit.time_factor"), ::testing::StartsWith("fitted"));
  EXPECT_THAT(source("line.north_bus_entry.lanes"), ::testing::StartsWith("assumed"));
  EXPECT_THAT(source("flow.north_lorry_entry.outside"), ::testing::StartsWith("assumed"));
  EXPECT_THAT(source("team.north_guards.officers"), ::testing::StartsWith("assumed"));
}

TEST_F(ScenarioFiles, OfForecastsHaveNoLinesButThoseWithAQueue) {
  const Post post = small_post();
  const NamedScenario named = load(post, true);
  EXPECT_FALSE(named.reading.spec.line.contains("north_bus_entry"));
  EXPECT_EQ(named.reading.spec.line.size(), 3u);
  EXPECT_TRUE(named.reading.spec.observed_queue.empty());
}

TEST_F(ScenarioFiles, GiveCrossingsThatShareTheirLorriesOneFlow) {
  const Post post = small_post({.sharing = {"north", "south"}});
  const NamedScenario named = load(post);
  const FlowSpec& flow = named.reading.spec.flow.at("sharing_lorry_entry");
  EXPECT_EQ(flow.crossings, (std::vector<std::string>{"north", "south"}));
  EXPECT_DOUBLE_EQ(flow.outside, 0);
  EXPECT_FALSE(named.reading.spec.flow.contains("north_lorry_entry"));
}

TEST(LanesThatDo, AreAsFewAsCanAndJustAsFast) {
  EXPECT_EQ(lanes_that_do(8, VehicleClass::lorry).count, 1);
  EXPECT_EQ(lanes_that_do(9, VehicleClass::lorry).count, 2);
  const Lanes lanes = lanes_that_do(9, VehicleClass::lorry);
  EXPECT_NEAR(lanes.count * 60 / (7 * lanes.time_factor), 9, 1e-9);
}

TEST(LanesToSpare, HaveAQuarterLeftInTheBusiestHour) {
  EXPECT_EQ(lanes_to_spare(67, VehicleClass::car).count, 3);  // 67 x 2 / 60 / 0.75 = 2.98
  EXPECT_EQ(lanes_to_spare(68, VehicleClass::car).count, 4);
}

TEST(AssumedWeight, IsOneOnAverage) {
  for (const VehicleClass c : {VehicleClass::lorry, VehicleClass::car, VehicleClass::bus}) {
    double sum = 0;
    for (std::size_t h = 0; h < week_hours; ++h) sum += assumed_weight(c, h);
    EXPECT_NEAR(sum, week_hours, 1e-9);
  }
}

}  // namespace
}  // namespace cordon::new_post::scenario_files_test
