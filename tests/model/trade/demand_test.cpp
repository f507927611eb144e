#include "sim/model/trade/demand.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace cordon {
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

}  // namespace
}  // namespace cordon
