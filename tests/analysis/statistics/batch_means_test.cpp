#include "analysis/statistics/batch_means.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "tests/analysis/statistics/samples.hpp"

namespace cordon::batch_means_test {
namespace {

using samples::autoregressive;
using samples::covers;
using samples::mean_wait;
using samples::share_of_samples;
using samples::Stream;

std::vector<double> stationary_waits(double load, int count, Stream luck) {
  const double first = samples::stationary_wait(load, luck);
  return samples::waits(load, first, count, luck);
}

// The true coverage is 94.8 % (20,000 samples), from which 93 % is 3.6 standard errors away: a
// right interval fails for one choice of seed in 6,000. None is refused.
TEST(BatchMeans, CoverTheMeanOfAnAutoregressiveSeriesAsOftenAsTheySay) {
  const double covered = share_of_samples([](std::uint32_t number) {
    Stream luck(20260751, number);
    return covers(batch_means(autoregressive(10, 0.5, 4096, luck), 0.95).mean, 10);
  });
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

// As above: 94.7 %, and one choice of seed in 3,000.
TEST(BatchMeans, CoverTheMeanWaitOfAQueueAsOftenAsTheySay) {
  const double covered = share_of_samples([](std::uint32_t number) {
    const auto waits = stationary_waits(0.4, 20480, Stream(20260752, number));
    return covers(batch_means(waits, 0.95).mean, mean_wait(0.4));
  });
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

double share_accepted(double correlation, int count, std::uint64_t seed) {
  return share_of_samples([&](std::uint32_t number) {
    Stream luck(seed, number);
    return batch_means(autoregressive(0, correlation, count, luck), 0.95).long_enough;
  });
}

TEST(BatchMeans, SayWhenTheSeriesIsTooShort) {
  EXPECT_LT(share_accepted(0.9, 2048, 20260753), 0.001);
  EXPECT_LT(share_accepted(0.5, 512, 20260754), 0.05);
  EXPECT_GT(share_accepted(0.5, 2048, 20260755), 0.99);
  EXPECT_EQ(share_accepted(0, 512, 20260756), 1);
}

TEST(BatchMeans, GiveNoIntervalWhenTheSeriesIsTooShort) {
  Stream luck(20260757, 0);
  const auto series = autoregressive(0, 0.95, 1024, luck);
  const BatchMeans found = batch_means(series, 0.95);
  EXPECT_FALSE(found.long_enough);
  EXPECT_NEAR(found.mean.estimate, std::accumulate(series.begin(), series.end(), 0.0) / 1024,
              1e-12);
  EXPECT_TRUE(std::isnan(found.mean.low) && std::isnan(found.mean.high));
  EXPECT_TRUE(std::isnan(found.mean.p));
  EXPECT_GT(found.correlation, 0.4);
  const BatchMeans few = batch_means(std::vector(511, 3.0), 0.95);
  EXPECT_FALSE(few.long_enough);
  EXPECT_EQ(few.mean.estimate, 3);
  EXPECT_EQ(few.batch_size, 0u);
  EXPECT_TRUE(std::isnan(batch_means({}, 0.95).mean.estimate));
}

// Below 1,024 observations the sixteenths of batches are the observations themselves. Of 1,008 the
// standard error is 0.03; 0.11 are passed for one choice of seed in 5,000.
TEST(BatchMeans, FindAKnownCorrelation) {
  for (const double correlation : {-0.4, 0.0, 0.5}) {
    Stream luck(20260758, 0);
    const BatchMeans found = batch_means(autoregressive(5, correlation, 1008, luck), 0.95);
    EXPECT_NEAR(found.correlation, correlation, 0.11);
  }
}

TEST(BatchMeans, HaveThirtyTwoBatchesOrMoreOfEqualSize) {
  for (const int count : {512, 700, 1023, 1024, 5000, 32768}) {
    Stream luck(20260759, 0);
    const BatchMeans found = batch_means(autoregressive(5, 0, count, luck), 0.95);
    EXPECT_GE(found.mean.used, 32);
    EXPECT_LE(found.mean.used, 63);
    const int left_over = count - found.mean.used * static_cast<int>(found.batch_size);
    EXPECT_GE(left_over, 0);
    EXPECT_LT(left_over, static_cast<int>(found.batch_size));
  }
}

TEST(BatchMeans, DropWhatFillsNoBatchAtTheStart) {
  Stream luck(20260760, 0);
  auto series = samples::normal(0, 1, 522, luck);
  std::fill(series.begin(), series.begin() + 10, 1e6);
  EXPECT_LT(std::abs(batch_means(series, 0.95).mean.estimate), 1);
}

TEST(BatchMeans, AreCertainOfWhatNeverVaries) {
  for (const std::size_t count : {512u, 777u, 5001u}) {
    const BatchMeans found = batch_means(std::vector(count, 0.1), 0.95);
    EXPECT_TRUE(found.long_enough) << count;
    EXPECT_EQ(found.mean.low, 0.1);
    EXPECT_EQ(found.mean.high, 0.1);
    EXPECT_TRUE(std::isnan(found.correlation));
  }
}

TEST(BatchMeans, RefuseWhatCannotBeAnswered) {
  std::vector<double> series(600, 1.0);
  EXPECT_THROW((void)batch_means(series, 1), std::invalid_argument);
  series[5] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)batch_means(series, 0.95), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::batch_means_test
