#include "viz/scene/routes.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::viz::routes_test {
namespace {

/// Lviv abroad, Krakow inland, a crossing between them, and a detour.
Scenario small_world() {
  Scenario scenario;
  scenario.place["lviv"] = {"Lviv", "UA", 49.84, 24.03};
  scenario.place["krakow"] = {"Krakow", "PL", 50.06, 19.94};
  scenario.place["detour"] = {"Detour", "PL", 51.5, 21.0};
  scenario.crossing["medyka"].country = "PL";
  scenario.crossing["medyka"].latitude = 49.81;
  scenario.crossing["medyka"].longitude = 22.93;
  scenario.link = {{"lviv", "medyka", 75, 60},
                   {"medyka", "krakow", 240, 80},
                   {"medyka", "detour", 300, 80},
                   {"detour", "krakow", 300, 80}};
  return scenario;
}

trace::Header header_of_small_world() {
  trace::Header header;
  header.crossings.push_back({"medyka", "Medyka", "PL", 0, 49.81, 22.93, {}, {}, {}, false});
  return header;
}

class SmallWorld : public ::testing::Test {
 protected:
  Scenario scenario = small_world();
  Geography geography = geography_of(scenario, header_of_small_world());
  Routes routes{scenario, geography};
};

TEST_F(SmallWorld, TheQuickestWayFollowsTheRoads) {
  const Way& way = routes.between("lviv", "krakow");
  ASSERT_EQ(way.points().size(), 3U);
  EXPECT_EQ(way.points()[1], geography.where["medyka"]);
}

TEST_F(SmallWorld, WhoHasComeHalfWayIsHalfWay) {
  const Way& way = routes.between("lviv", "medyka");
  const Point middle = between(geography.where["lviv"], geography.where["medyka"], 0.5);
  EXPECT_NEAR(way.at(0.5).x, middle.x, 1e-12);
  EXPECT_NEAR(way.at(0.5).y, middle.y, 1e-12);
  EXPECT_LT(way.heading(0.5).x, -0.9) << "westwards";
}

TEST_F(SmallWorld, WhereThereIsNoPlaceThereIsNoWay) {
  EXPECT_TRUE(routes.between("lviv", "atlantis").empty());
  EXPECT_TRUE(routes.between("lviv", "lviv").empty());
}

TEST_F(SmallWorld, StubsLeadAbroadAndInland) {
  EXPECT_GT(routes.access_road("medyka", Side::abroad).heading(0).x, 0.9) << "to Lviv, eastwards";
  EXPECT_LT(routes.access_road("medyka", Side::inland).heading(0).x, -0.5);
}

TEST_F(SmallWorld, ShowsCrossingsAndIsNoPlan) {
  EXPECT_FALSE(geography.is_plan);
  EXPECT_TRUE(geography.extent().contains(geography.where["medyka"]));
  EXPECT_EQ(geography.countries, (std::set<std::string>{"PL", "UA"}));
}

TEST(Geography, WithoutCoordinatesIsAPlanOnWhichNothingCoincides) {
  Scenario scenario;
  scenario.place["town"];
  scenario.crossing["north"];
  scenario.crossing["south"];
  const Geography plan = geography_of(scenario, {});
  EXPECT_TRUE(plan.is_plan);
  EXPECT_NE(plan.where.at("north"), plan.where.at("south"));
  EXPECT_NE(plan.where.at("north"), plan.where.at("town"));
}

}  // namespace
}  // namespace cordon::viz::routes_test
