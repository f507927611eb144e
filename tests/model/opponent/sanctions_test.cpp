// Goods that may not pass, and the ways by which they are sent.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/busy_border.hpp"

namespace cordon::sanctions_test {
namespace {

// Parts under sanctions leave by a north with nine times the traffic of the south.
Scenario with_sanctions(double illogical) {
  Scenario s = testing::busy_border(24h * 60);
  s.commodity.clear();
  s.group.clear();
  s.technique["dog"] = {};
  for (VolumeRow& row : s.volume)
    if (row.vehicle_class == VehicleClass::lorry && row.direction == Direction::exit)
      row.vehicles_per_day = row.crossing == "north" ? 360 : 40;
  CommoditySpec parts;
  parts.prevalence = {{"lorry_exit", 0.05}};
  parts.sanctioned = true;
  s.commodity["parts"] = parts;
  s.opponent.group_share = 1;
  GroupSpec exporters;
  exporters.home = "west";
  exporters.commodity = "parts";
  exporters.direction = Direction::exit;
  exporters.behaviour = GroupBehaviour::fixed;
  exporters.illogical_routes = illogical;
  s.group["exporters"] = exporters;
  return s;
}

double value(const Replication& run, const char* measure, const char* crossing = "all") {
  for (const MeasureValue& v : run.values)
    if (v.measure->name == measure && v.labels.crossing == crossing &&
        v.labels.direction == "all" && v.labels.commodity == "all" &&
        v.labels.vehicle_class == "all")
      return v.value;
  return NAN;
}

TEST(SanctionedGoods, AreRefusedAndNotSeized) {
  const auto run = replicate(make_setup(with_sanctions(0)), 5, 1, 1, 1)[0];
  const double refused = value(run, "sanction_refusals");
  EXPECT_GT(refused, 20);
  EXPECT_EQ(value(run, "seizures"), 0);
  EXPECT_EQ(value(run, "reports_sent"), 0);
  EXPECT_EQ(value(run, "detections"), refused);
  EXPECT_EQ(value(run, "illicit_attempts"), refused + value(run, "illicit_passed") +
                                                value(run, "illicit_refused") +
                                                value(run, "illicit_in_system_at_end"));
}

// Within 3.3 standard errors; the seed is fixed.
void expect_share_of_south(double illogical, double exact) {
  const auto run = replicate(make_setup(with_sanctions(illogical)), 5, 1, 1, 1)[0];
  const double all = value(run, "illicit_attempts");
  EXPECT_NEAR(value(run, "illicit_attempts", "south") / all, exact,
              3.3 * std::sqrt(exact * (1 - exact) / all));
  EXPECT_GT(all, 500);
}

TEST(IllogicalRoutes, AreAnyWayAlike) {
  expect_share_of_south(0, 0.1);
  expect_share_of_south(1, 0.5);
  expect_share_of_south(0.5, 0.3);
}

}  // namespace
}  // namespace cordon::sanctions_test
