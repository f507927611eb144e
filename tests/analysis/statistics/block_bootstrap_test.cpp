#include "analysis/statistics/block_bootstrap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "tests/analysis/statistics/samples.hpp"

namespace cordon::block_bootstrap_test {
namespace {

using samples::covers;
using samples::Stream;

constexpr Resampling quick{.seed = 1, .resamples = 199};

/// Means of `shared` neighbouring normal values of mean 5: neighbours are alike.
std::vector<double> moving_means(int count, int shared, Stream& luck) {
  const std::vector<double> each = samples::normal(5, 2, count + shared - 1, luck);
  std::vector<double> means;
  for (int i = 0; i < count; ++i) {
    double sum = 0;
    for (int k = 0; k < shared; ++k) sum += each[static_cast<std::size_t>(i + k)];
    means.push_back(sum / shared);
  }
  return means;
}

/// Of 400 samples of 84 values, 12 blocks of 7.
double coverage(std::size_t block) {
  constexpr std::uint32_t count = 400;
  double covered = 0;
  for (std::uint32_t number = 0; number < count; ++number) {
    Stream luck(20260715, number);
    covered += covers(block_bootstrap_mean(moving_means(84, 7, luck), block, 0.95, quick), 5);
  }
  return covered / count;
}

TEST(BlockBootstrapMean, CoversTheMeanOfNeighboursThatAreAlikeWithBlocksAsLong) {
  const double covered = coverage(7);  // of 12 blocks, too seldom
  EXPECT_GE(covered, 0.75);
  EXPECT_LE(covered, 0.96);
  EXPECT_LE(coverage(1), 0.60);
}

TEST(BlockBootstrapMean, IsOfTheMean) {
  const std::vector<double> values = {1, 2, 3, 4, 10, 1, 2, 3, 4, 10};
  const Interval found = block_bootstrap_mean(values, 2, 0.95, quick);
  EXPECT_DOUBLE_EQ(found.estimate, 4);
  EXPECT_LT(found.low, 4);
  EXPECT_GT(found.high, 4);
  EXPECT_GE(found.low, 1);
  EXPECT_LE(found.high, 10);
  EXPECT_EQ(found.used, 10);
}

TEST(BlockBootstrapMean, OfEqualValuesHasNoWidth) {
  const Interval found = block_bootstrap_mean(std::vector<double>(9, 3.0), 2, 0.95, quick);
  EXPECT_DOUBLE_EQ(found.low, 3);
  EXPECT_DOUBLE_EQ(found.high, 3);
}

TEST(BlockBootstrapMean, IsUnknownUnlessThereAreFourBlocks) {
  std::vector<double> values = {1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 3, no_value};
  const Interval found = block_bootstrap_mean(values, 3, 0.95, quick);
  EXPECT_DOUBLE_EQ(found.estimate, 2);
  EXPECT_TRUE(std::isnan(found.low));
  EXPECT_TRUE(std::isnan(found.high));
  EXPECT_EQ(found.dropped, 1);
  values.back() = 2;
  EXPECT_FALSE(std::isnan(block_bootstrap_mean(values, 3, 0.95, quick).low));
  EXPECT_TRUE(std::isnan(block_bootstrap_mean({}, 3, 0.95, quick).estimate));
  EXPECT_THROW((void)block_bootstrap_mean({}, 3, 1.5, quick), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::block_bootstrap_test
