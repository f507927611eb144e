#include "sim/model/trade/demand.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "tests/support/small_worlds.hpp"

namespace cordon::demand_test {
namespace {

std::vector<double> volumes_from(const std::vector<std::vector<double>>& attraction,
                                 const std::vector<double>& share) {
  std::vector<double> got(attraction.front().size());
  for (std::size_t o = 0; o < share.size(); ++o) {
    const double sum = std::accumulate(attraction[o].begin(), attraction[o].end(), 0.0);
    for (std::size_t l = 0; l < got.size(); ++l) got[l] += share[o] * attraction[o][l] / sum;
  }
  return got;
}

TEST(BalancedAttraction, GivesEveryLineWhatItIsObservedToGet) {
  const std::vector<double> share = {0.7, 0.3};
  const auto got = volumes_from(
      demand::balanced_attraction({10, 60, 30}, share, {{1, 5, 9}, {8, 2, 3}}, 4), share);
  EXPECT_NEAR(got[0], 0.10, 1e-6);
  EXPECT_NEAR(got[1], 0.60, 1e-6);
  EXPECT_NEAR(got[2], 0.30, 1e-6);
}

TEST(BalancedAttraction, LeavesNearerOriginsTheirPreference) {
  const auto a = demand::balanced_attraction({50, 50}, {0.5, 0.5}, {{1, 5}, {5, 1}}, 4);
  EXPECT_NEAR(a[0][0] / a[0][1], std::exp(1.0), 1e-6);
  EXPECT_NEAR(a[1][1] / a[1][0], std::exp(1.0), 1e-6);
}

TEST(BalancedAttraction, SendsNobodyWhereNoRoadLeads) {
  const double none = std::numeric_limits<double>::infinity();
  const auto a = demand::balanced_attraction({50, 50}, {0.8, 0.2}, {{1, 1}, {none, 1}}, 4);
  EXPECT_EQ(a[1][0], 0);
}

TEST(BalancedAttraction, SendsNobodyToALineWithoutVolume) {
  EXPECT_EQ(demand::balanced_attraction({0, 50}, {1}, {{1, 1}}, 4)[0][0], 0);
}

// A day of 24 lorries, half of them between 8 and 9 on every day but Sunday, when they are even.
TEST(Profile, OfEveryDayHoldsWhereADayHasNoRowOfItsOwn) {
  Scenario s = testing::one_stage(1, Distribution::constant(60), 1, 24h);
  for (int hour = 0; hour < 24; ++hour) {
    s.profile.push_back({VehicleClass::lorry, Direction::entry, 7, hour, 1});
    s.profile.push_back(
        {VehicleClass::lorry, Direction::entry, 0, hour, hour == 8 ? 12.0 : 12 / 23.0});
  }
  const auto setup = make_setup(s);
  const SourceSetup& source = setup->regions[0].sources[0];
  const auto per_hour = [&](int day, int hour) {
    const int row = source.demand_of[static_cast<std::size_t>((day - 1) * 24 + hour)];
    return row < 0 ? 0.0 : source.vehicles_per_hour[static_cast<std::size_t>(row)];
  };
  for (int day = 1; day <= 6; ++day) {
    EXPECT_NEAR(per_hour(day, 8), 12, 1e-9) << day;
    EXPECT_NEAR(per_hour(day, 9), 12 / 23.0, 1e-9) << day;
  }
  EXPECT_NEAR(per_hour(7, 8), 1, 1e-9);
}

}  // namespace
}  // namespace cordon::demand_test
