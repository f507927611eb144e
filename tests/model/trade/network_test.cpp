#include "sim/model/trade/network.hpp"

#include <gtest/gtest.h>

namespace cordon::network_test {
namespace {

Scenario two_ways() {
  Scenario s;
  for (const char* place : {"a", "b", "c"}) s.place[place] = {};
  s.crossing["x"] = {};
  s.crossing["y"] = {};
  s.link = {{"a", "b", 60, 60},
            {"b", "x", 30, 60},
            {"a", "x", 200, 100},
            {"x", "c", 10, 60},
            {"c", "y", 20, 60}};
  return s;
}

TEST(TravelTimes, TakeTheFastestWay) {
  const auto times = Network(two_ways()).travel_times("a");
  EXPECT_EQ(times.at("b"), 1h);
  EXPECT_EQ(times.at("x"), 90min);
}

TEST(TravelTimes, DoNotLeadThroughACrossing) {
  EXPECT_FALSE(Network(two_ways()).travel_times("a").contains("c"));
}

TEST(TravelTimes, LeadFromACrossingByItsOwnRoads) {
  EXPECT_EQ(Network(two_ways()).travel_times("x").at("y"), 30min);
}

TEST(TravelTimes, FromACrossingLeadInlandOrAbroad) {
  Scenario s;
  s.place["kyiv"].country = "UA";
  s.place["krakow"].country = "PL";
  s.crossing["x"].country = "PL";
  s.crossing["y"].country = "PL";
  s.link = {{"kyiv", "x", 60, 60},
            {"kyiv", "y", 60, 60},
            {"krakow", "x", 300, 60},
            {"krakow", "y", 300, 60}};
  const Network network(s);
  EXPECT_EQ(network.travel_times("x").at("y"), 2h);
  EXPECT_EQ(network.travel_times("x", Leaving::abroad).at("y"), 2h);
  EXPECT_EQ(network.travel_times("x", Leaving::inland).at("y"), 10h);
}

TEST(TravelTimes, FromACrossingWithoutRoadToThatSideLeadAnywhere) {
  EXPECT_EQ(Network(two_ways()).travel_times("x", Leaving::abroad).at("y"), 30min);
}

TEST(TravelTimes, OfAPlaceWithoutRoadAreNone) {
  EXPECT_TRUE(Network(two_ways()).travel_times("nowhere").empty());
}

}  // namespace
}  // namespace cordon::network_test
