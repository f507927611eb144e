#include "analysis/statistics/displacement.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

namespace cordon::displacement_test {
namespace {

using Shares = std::array<double, 5>;
constexpr Shares usual = {0.4, 0.25, 0.2, 0.1, 0.05};
constexpr Shares moved = {0.1, 0.25, 0.2, 0.3, 0.15};  // 0.3 of the attempts are elsewhere

Attempts sample(const Shares& shares, int replications, int attempts, std::mt19937_64& luck) {
  Attempts counts = Attempts::Zero(replications, static_cast<Eigen::Index>(shares.size()));
  for (Eigen::Index r = 0; r < replications; ++r)
    for (int n = 0; n < attempts; ++n) {
      double left = static_cast<double>(luck() >> 11) * 0x1p-53;
      Eigen::Index at = 0;
      while (at + 1 < counts.cols() && left >= shares[static_cast<std::size_t>(at)])
        left -= shares[static_cast<std::size_t>(at++)];
      ++counts(r, at);
    }
  return counts;
}

TEST(ShiftOfShares, IsThePartThatIsElsewhere) {
  EXPECT_NEAR(shift_of_shares(Eigen::Array3d{5, 5, 0}, Eigen::Array3d{2, 2, 0}), 0, 1e-15);
  EXPECT_NEAR(shift_of_shares(Eigen::Array3d{5, 5, 0}, Eigen::Array3d{0, 0, 7}), 1, 1e-15);
  EXPECT_NEAR(shift_of_shares(Eigen::Array3d{5, 5, 0}, Eigen::Array3d{10, 5, 5}), 0.25, 1e-15);
  EXPECT_TRUE(std::isnan(shift_of_shares(Eigen::Array2d{0, 0}, Eigen::Array2d{1, 0})));
}

TEST(Displacement, IsTheSameForTheSameSeed) {
  std::mt19937_64 luck(1);
  const Attempts baseline = sample(usual, 10, 30, luck), variant = sample(moved, 10, 30, luck);
  const Displacement once = displacement(baseline, variant, 0.95, 7);
  const Displacement again = displacement(baseline, variant, 0.95, 7);
  EXPECT_EQ(once.estimate, again.estimate);
  EXPECT_EQ(once.low, again.low);
  EXPECT_EQ(once.high, again.high);
}

TEST(Displacement, HasNothingToSayWithoutAttempts) {
  const Attempts none = Attempts::Zero(5, 3), some = Attempts::Ones(5, 3);
  EXPECT_TRUE(std::isnan(displacement(none, some, 0.95).estimate));
}

struct Frequency {
  double covered = 0, claimed = 0, mean = 0;
};

Frequency frequency(const Shares& variant_shares, double truth, int attempts) {
  std::mt19937_64 luck(11);
  Frequency f;
  constexpr int worlds = 200;
  for (int w = 0; w < worlds; ++w) {
    const Attempts baseline = sample(usual, 20, attempts, luck);
    const Displacement d =
        displacement(baseline, sample(variant_shares, 20, attempts, luck), 0.95, 3, 199);
    f.covered += d.low <= truth && truth <= d.high;
    f.claimed += d.low > 0;
    f.mean += d.estimate;
  }
  return {f.covered / worlds, f.claimed / worlds, f.mean / worlds};
}

// 20 replications of 5 attempts each: the raw measure alone would show 0.1 where nothing moved.
TEST(Displacement, IsZeroOnAverageWhenNothingMovedHoweverFewTheAttempts) {
  const Frequency none = frequency(usual, 0, 5);
  EXPECT_NEAR(none.mean, 0, 0.01);
  EXPECT_LE(none.claimed, 0.06);
  EXPECT_GE(none.covered, 0.93);
}

TEST(Displacement, CoversWhatMoved) {
  const Frequency third = frequency(moved, 0.3, 20);
  EXPECT_NEAR(third.mean, 0.3, 0.05);
  EXPECT_GE(third.covered, 0.93);
  EXPECT_EQ(third.claimed, 1);
}

}  // namespace
}  // namespace cordon::displacement_test
