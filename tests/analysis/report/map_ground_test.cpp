// The land behind a map of crossings.

#include "analysis/report/map_ground.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::map_ground_test {
namespace {

using Line = std::vector<std::pair<double, double>>;

/// By the even-odd rule.
bool is_land(const MapGround& ground, double east, double north) {
  bool inside = false;
  for (const Line& line : ground.land)
    for (std::size_t i = 0, j = line.size() - 1; i < line.size(); j = i++) {
      const auto [ax, ay] = line[i];
      const auto [bx, by] = line[j];
      if ((ay > north) != (by > north) && east < (bx - ax) * (north - ay) / (by - ay) + ax)
        inside = !inside;
    }
  return inside;
}

TEST(MapGround, HasTheLandThatAChartCanShow) {
  const MapGround ground = ground_around({{18.67, 54.38}, {20.5, 54.4}});  // the Bay of Gdansk
  EXPECT_TRUE(is_land(ground, 19.0, 54.0));
  EXPECT_FALSE(is_land(ground, 19.2, 54.6)) << "the Baltic";
  const double width = (ground.east - ground.west) * std::cos(54.4 * 3.14159 / 180);
  for (const Line& line : ground.land)
    for (const auto& [east, north] : line) {
      EXPECT_LT(std::abs(north - 54.39), 1.7 * width);
      EXPECT_LT(std::abs(east - 19.585), 3 * width);
    }
}

TEST(MapGround, LeavesRoomAroundThePlaces) {
  const MapGround far = ground_around({{10, 40}, {20, 60}});
  EXPECT_LT(far.west, 9);
  EXPECT_GT(far.east, 21);
  EXPECT_LT(far.south, 38);
  EXPECT_GT(far.north, 62);
  const MapGround one = ground_around({{23, 50}});
  EXPECT_NEAR(one.north - one.south, 0.6, 1e-9) << "of a point alone";
  EXPECT_FALSE(one.land.empty());
}

// A page has a map for each variant.
TEST(MapGround, IsAsFineAsCanBeSeenAndNoFiner) {
  const auto corners_of = [](const MapGround& ground) {
    std::size_t corners = 0;
    for (const Line& line : ground.land) corners += line.size();
    return corners;
  };
  EXPECT_LT(corners_of(ground_around({{-9, 36}, {30, 66}})), 6'000U) << "of 21,669";
  EXPECT_LT(corners_of(ground_around({{22.7, 49.5}, {24.1, 51.2}})), 900U);
}

}  // namespace
}  // namespace cordon::map_ground_test
