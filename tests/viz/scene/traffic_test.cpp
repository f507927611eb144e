// What is on the move, as far as it can be told without drawing.

#include "viz/scene/traffic.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::viz::traffic_test {
namespace {

/// Towns, each by a road to each of the crossings.
struct ManyWays {
  ManyWays(int towns, int crossings) {
    for (int t = 0; t < towns; ++t) {
      const std::string town = "town " + std::to_string(t);
      scenario.place[town] = {town, "UA", 48 + 0.1 * t, 26};
      header.places.push_back({town, "region"});
      for (int c = 0; c < crossings; ++c)
        scenario.link.push_back({town, "post " + std::to_string(c), 100, 60});
    }
    for (int c = 0; c < crossings; ++c) {
      const std::string post = "post " + std::to_string(c);
      const double latitude = 48 + 0.1 * c;
      scenario.crossing[post].country = "PL";
      scenario.crossing[post].latitude = latitude;
      scenario.crossing[post].longitude = 23;
      header.crossings.push_back({post, post, "PL", 0, latitude, 23, {}, {}, {}, false});
      header.places.push_back({post, "crossing"});
    }
    header.lines.push_back({"line", 0, 0, "entry", "lorry", "physical", 0, {}});
  }
  Scenario scenario;
  trace::Header header;
};

std::vector<int> flows_of(const ManyWays& ways, int vehicles) {
  const Geography geography = geography_of(ways.scenario, ways.header);
  const Trips none(ways.header);
  Traffic traffic(ways.scenario, geography, ways.header);
  traffic.crowd(vehicles);
  traffic.update(none, start_of_run + 3h);
  std::vector<int> flows;
  for (const Flow& flow : traffic.flows()) flows.push_back(flow.vehicles);
  return flows;
}

TEST(Traffic, ShowsTheStrongestWaysWhereThereAreVeryMany) {
  const auto all = flows_of({10, 10}, 250);
  EXPECT_EQ(all.size(), 100U);
  const auto strongest =
      flows_of({20, 20}, 500);  // two on each of the first hundred, one on the rest
  EXPECT_EQ(strongest.size(), 300U);
  EXPECT_EQ(std::count(strongest.begin(), strongest.end(), 2), 100);
}

}  // namespace
}  // namespace cordon::viz::traffic_test
