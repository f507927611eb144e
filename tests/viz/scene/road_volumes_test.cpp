#include "viz/scene/road_volumes.hpp"

#include <gtest/gtest.h>

namespace cordon::viz::road_volumes_test {
namespace {

// Kyiv - Lviv - Medyka, and a way round that nobody takes.
Scenario two_origins() {
  Scenario scenario;
  scenario.link = {
      {"kyiv", "lviv", 500, 80}, {"lviv", "medyka", 75, 60}, {"kyiv", "medyka", 900, 60}};
  FlowSpec flow;
  flow.origins = {{"kyiv", 3}, {"lviv", 1}};
  scenario.flow["lorries"] = flow;
  VolumeRow row;
  row.crossing = "medyka";
  row.vehicles_per_day = 400;
  scenario.volume = {row};
  return scenario;
}

TEST(RoadVolumes, AreThoseOfFlowsOnTheirQuickestWays) {
  const auto volumes = road_volumes(two_origins());
  ASSERT_EQ(volumes.size(), 3U);
  EXPECT_DOUBLE_EQ(volumes[0], 300) << "three quarters come from Kyiv";
  EXPECT_DOUBLE_EQ(volumes[1], 400);
  EXPECT_DOUBLE_EQ(volumes[2], 0);
}

TEST(RoadVolumes, AreTheMeanOverTheMonthsAndNoneOfOtherTraffic) {
  Scenario scenario = two_origins();
  scenario.volume[0].month = 1;
  EXPECT_DOUBLE_EQ(road_volumes(scenario)[1], 400.0 / 12);
  scenario.flow["lorries"].crossings = {"korczowa"};
  EXPECT_DOUBLE_EQ(road_volumes(scenario)[1], 0);
}

}  // namespace
}  // namespace cordon::viz::road_volumes_test
