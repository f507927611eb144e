#include "viz/scene/country_names.hpp"

#include <gtest/gtest.h>

#include "viz/scene/projection.hpp"
#include "viz/scene/routes.hpp"

namespace cordon::viz::country_names_test {
namespace {

Camera looking_at(double south, double west, double north, double east) {
  Camera camera({{0, 0}, {1000, 700}});
  Box box;
  box.include(project(south, west));
  box.include(project(north, east));
  camera.fit(box, 0);
  return camera;
}

const CountryName* named(const std::vector<CountryName>& names, const std::string& name) {
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.name == name; });
  return found == names.end() ? nullptr : &*found;
}

TEST(CountriesInView, StandInTheMiddleOfWhatIsSeenOfThem) {
  const Camera near = looking_at(49.5, 21.5, 50.5, 24.5);  // around Medyka
  const auto names = countries_in_view(europe(), near);
  for (const char* country : {"Poland", "Ukraine"}) {
    const CountryName* const found = named(names, country);
    ASSERT_NE(found, nullptr) << country;
    EXPECT_TRUE(near.view().contains(found->at));
  }
  EXPECT_LT(named(names, "Poland")->at.x, named(names, "Ukraine")->at.x);
  EXPECT_EQ(named(names, "Spain"), nullptr);
}

TEST(IsOnLand, TellsLandFromSea) {
  EXPECT_TRUE(is_on_land(project(52.2, 21.0), europe())) << "Warsaw";
  EXPECT_FALSE(is_on_land(project(54.5, 5.0), europe())) << "the North Sea";
}

// The straight way from Rotterdam to America leads over land, and vessels do not.
TEST(SeaLane, LeadsOverWater) {
  Scenario scenario;
  scenario.place["overseas"] = {"Overseas", "US", 40.6, -74.0};
  scenario.crossing["rotterdam"].country = "NL";
  scenario.crossing["rotterdam"].latitude = 51.92;
  scenario.crossing["rotterdam"].longitude = 4.5;
  scenario.link = {{"overseas", "rotterdam", 6200, 29.6}};
  trace::Header header;
  header.crossings.push_back({"rotterdam", "", "NL", 0, 51.92, 4.5, {}, {}, {}, false});
  const Geography geography = geography_of(scenario, header);
  const Routes routes(scenario, geography);
  const Way& lane = routes.sea_lane("rotterdam");
  ASSERT_FALSE(lane.empty());
  EXPECT_FALSE(is_on_land(lane.at(0.6), europe()));
  EXPECT_FALSE(is_on_land(lane.at(1), europe()));
  scenario.link[0].speed_km_per_h = 80;
  EXPECT_TRUE(Routes(scenario, geography).sea_lane("rotterdam").empty()) << "a road";
}

}  // namespace
}  // namespace cordon::viz::country_names_test
