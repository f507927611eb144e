// What the values of a scenario must be together: each is told where it stands, once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/scenario/parameters.hpp"

namespace cordon::check_test {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

/// The problems of a small good scenario with one value changed.
std::string with(const std::string& change) {
  try {
    (void)read_scenario(CORDON_SOURCE_DIR "/tests/cli/data/two_posts.toml",
                        {parse_override(change)});
  } catch (const ScenarioError& e) {
    return e.what();
  }
  return "good";
}

TEST(Check, TimeZoneExists) {
  EXPECT_EQ(with("time_zone=\"Europe/Kyiv\""), "good");
  EXPECT_EQ(with("time_zone=\"Mars/Olympus\""),
            "--set time_zone: is 'Mars/Olympus', which the tz database does not have; expected one "
            "such as \"Europe/Warsaw\"");
}

TEST(Check, SomebodySetsOut) {
  EXPECT_EQ(with("flow.lorries.origins={ east = 0 }"),
            "--set flow.lorries.origins: are all 0; expected a share above 0");
}

TEST(Check, VehiclesComeToEveryStage) {
  const std::string weighing = "{ order = 9, lanes = 1, crew = [\"customs\"] }";
  EXPECT_EQ(
      with("layout.road.stage.weighing=" + weighing),
      "--set layout.road.stage.weighing: layout.road.stage.weighing.order: vehicles never come "
      "to this stage; expected it in `next` of one that they come to, or as a desk in "
      "`alongside`");
}

TEST(Check, FirstQueueFitsOnTheRoad) {
  EXPECT_EQ(with("line.north_lorry_entry.initial_queue=1000"), "good");
  EXPECT_EQ(with("line.north_lorry_entry.initial_queue=1001"),
            "--set line.north_lorry_entry.initial_queue: is 1001; expected at most the 1000 of "
            "road_capacity");
}

TEST(Check, RowsOfATableAreAboutDifferentThings) {
  const std::string row =
      "{ crossing = \"north\", direction = \"entry\", vehicle_class = \"lorry\", "
      "vehicles_per_day = 4 }";
  EXPECT_EQ(with("volume=[" + row + "]"), "good");
  EXPECT_EQ(with("volume=[" + row + "," + row + "]"),
            "--set volume: has two rows for north, entry, lorry, month 0; expected one");
  const std::string release = "{ crossing = \"north\", hour = 3, factor = 2 }";
  EXPECT_THAT(with("release=[" + release + "," + release + "]"),
              HasSubstr("two rows for north, hour 3"));
  const std::string profile =
      "{ vehicle_class = \"car\", direction = \"exit\", weekday = 7, hour = 0, weight = 1 }";
  EXPECT_THAT(with("profile=[" + profile + "," + profile + "]"),
              HasSubstr("two rows for car, exit, weekday 7, hour 0"));
  const std::string booking =
      "{ crossing = \"south\", weekday = 1, hour = 2, vehicles = 3, at_reference_wait = 3 }";
  EXPECT_THAT(with("booking=[" + booking + "," + booking + "]"),
              HasSubstr("two rows for south, weekday 1, hour 2"));
}

TEST(Check, ObservedQueuesAreOfLinesThatThereAre) {
  const std::string at = "time = 2026-06-29T03:00:00Z, vehicles = ";
  EXPECT_EQ(with("observed_queue=[{ crossing = \"north\", " + at + "7 }]"), "good");
  const std::string car = "{ crossing = \"north\", vehicle_class = \"car\", " + at;
  EXPECT_EQ(with("observed_queue=[" + car + "0 }]"), "good");
  EXPECT_THAT(with("observed_queue=[" + car + "7 }]"),
              HasSubstr("has a queue (entry, car) for which crossing 'north' has no line"));
}

// Each of these made the program run for ever, or out of memory.
TEST(Check, NumbersAreOnesToCountWith) {
  EXPECT_THAT(with("flow.lorries.origins={ east = 1e308 }"),
              EndsWith("expected at most 1000000000"));
  EXPECT_THAT(with("line.north_lorry_entry.time_factor=1e18"), HasSubstr("expected between"));
  EXPECT_THAT(with("flow.lorries.outside=0.9999999999999999"), HasSubstr("expected between"));
  EXPECT_THAT(with("line.north_lorry_entry.initial_queue=1000000"), HasSubstr("expected between"));
  EXPECT_THAT(with("commodity.tobacco.mass={ constant = \"1e308 kg\" }"), HasSubstr("at most"));
}

}  // namespace
}  // namespace cordon::check_test
