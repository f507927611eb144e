#include "analysis/statistics/ratio.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace cordon::ratio_test {
namespace {

constexpr std::array harm = {12.0, 9.0, 15.0, 11.0, 8.0, 14.0};
constexpr std::array seizures = {6.0, 5.0, 7.0, 4.0, 5.0, 8.0};

// Fieller's definition: an end of the interval is a ratio r for which mean(x - r y) = 0 is just
// about rejected, so that an end of its t interval is zero.
double nearest_end_at(double r) {
  std::vector<double> rest;
  for (std::size_t i = 0; i < harm.size(); ++i) rest.push_back(harm[i] - r * seizures[i]);
  const Interval mean = mean_interval(rest, 0.95);
  return std::min(std::abs(mean.low), std::abs(mean.high));
}

TEST(Fieller, EndsWhereTheTTestRejects) {
  const Ratio gain = fieller(harm, seizures, 0.95);
  ASSERT_TRUE(gain.bounded());
  EXPECT_DOUBLE_EQ(gain.estimate, 69.0 / 35.0);
  EXPECT_NEAR(nearest_end_at(gain.low), 0, 1e-9);
  EXPECT_NEAR(nearest_end_at(gain.high), 0, 1e-9);
  EXPECT_LT(gain.low, gain.estimate);
  EXPECT_GT(gain.high, gain.estimate);
}

TEST(Fieller, IsUnboundedWhenTheDenominatorMayBeZero) {
  const Ratio gain = fieller(harm, std::array{3.0, -4.0, 5.0, -2.0, 1.0, 0.0}, 0.95);
  EXPECT_FALSE(gain.bounded());
  EXPECT_FALSE(std::isnan(gain.estimate));
}

TEST(Fieller, HasNothingToSayOfOnePair) {
  const double nan = std::nan("");
  const Ratio gain = fieller(std::array{1.0, nan}, std::array{1.0, 2.0}, 0.95);
  EXPECT_FALSE(gain.bounded());
  EXPECT_EQ(gain.dropped, 1);
}

}  // namespace
}  // namespace cordon::ratio_test
