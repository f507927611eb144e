// Sharing out whole numbers.

#include "analysis/optimise/decisions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace cordon::decisions_test {
namespace {

using ::testing::ElementsAre;
using Numbers = std::vector<std::int64_t>;

Numbers shared(std::int64_t total, const std::vector<double>& weights, const Numbers& low,
               const Numbers& high) {
  return shared_out(total, weights, low, high);
}

// Hamilton's method: 10 seats for 47, 16, 15.8, 12, 6.1 and 3.1 of 100 voters; quotas 4.7, 1.6,
// 1.58, 1.2, 0.61, 0.31, so three remainders of the largest are rounded up.
TEST(SharingOut, RoundsTheLargestRemaindersUp) {
  EXPECT_THAT(shared(10, {47, 16, 15.8, 12, 6.1, 3.1}, Numbers(6, 0), Numbers(6, 10)),
              ElementsAre(5, 2, 1, 1, 1, 0));
  EXPECT_THAT(shared(10, {2, 1}, {0, 0}, {10, 10}), ElementsAre(7, 3));
  EXPECT_THAT(shared(9, {2, 1}, {0, 0}, {10, 10}), ElementsAre(6, 3));
}

TEST(SharingOut, GivesWhatBoundsKeepFromOneToTheOthers) {
  EXPECT_THAT(shared(12, {10, 1, 1}, {0, 0, 0}, {6, 9, 9}), ElementsAre(6, 3, 3));
  EXPECT_THAT(shared(12, {10, 1, 1}, {0, 2, 2}, {12, 12, 12}), ElementsAre(8, 2, 2));
  // 10.8 is above 7, 0.6 twice below 1: capped first, and then nobody is below.
  EXPECT_THAT(shared(12, {9, 0.5, 0.5}, {0, 1, 1}, {7, 12, 12}), ElementsAre(7, 3, 2));
}

TEST(SharingOut, ComesAsNearAsTheBoundsAllow) {
  EXPECT_THAT(shared(20, {1, 1}, {0, 0}, {6, 6}), ElementsAre(6, 6));
  EXPECT_THAT(shared(2, {1, 1}, {3, 3}, {6, 6}), ElementsAre(3, 3));
  EXPECT_THAT(shared(6, {0, 0}, {1, 0}, {6, 6}), ElementsAre(3, 3));  // no traffic at all
}

// Whatever the numbers are: within bounds, and all of it where the bounds have room.
TEST(SharingOut, KeepsItsWordForManyNumbers) {
  for (std::int64_t total = 0; total < 60; ++total)
    for (int shape = 0; shape < 40; ++shape) {
      const std::vector<double> weights = {1.0 + shape % 7, 0.3 * (shape % 5), 2.5, 0.1};
      const Numbers low = {shape % 3, 0, shape % 4, 1}, high = {9, 5 + shape % 6, 30, 4};
      const Numbers parts = shared(total, weights, low, high);
      const auto sum = [](const Numbers& n) { return std::accumulate(n.begin(), n.end(), 0L); };
      for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_GE(parts[i], low[i]);
        EXPECT_LE(parts[i], high[i]);
      }
      EXPECT_EQ(sum(parts), std::clamp(total, sum(low), sum(high))) << total << ' ' << shape;
    }
}

}  // namespace
}  // namespace cordon::decisions_test
