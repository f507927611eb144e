#include "analysis/statistics/quantile_interval.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "tests/analysis/statistics/samples.hpp"

namespace cordon::quantile_interval_test {
namespace {

using samples::share_of_samples;
using samples::Stream;

// The n-th smallest of them is n.
std::vector<double> ranks(int count) {
  std::vector<double> values(static_cast<std::size_t>(count));
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

// Ranks and confidence (in %) of intervals of the median, as statistics textbooks print them in a
// table of "confidence intervals for the population median".
TEST(QuantileInterval, AgreesWithTheTableOfMedians) {
  struct Row {
    int count, low, high;
    double percent;
  };
  constexpr std::array table = {Row{6, 1, 6, 96.9},   Row{7, 1, 7, 98.4},   Row{9, 2, 8, 96.1},
                                Row{10, 2, 9, 97.9},  Row{12, 3, 10, 96.1}, Row{13, 3, 11, 97.8},
                                Row{15, 4, 12, 96.5}, Row{16, 4, 13, 97.9}, Row{17, 5, 13, 95.1},
                                Row{18, 5, 14, 96.9}, Row{19, 5, 15, 98.1}, Row{20, 6, 15, 95.9}};
  for (const Row& row : table) {
    const QuantileInterval median = quantile_interval(ranks(row.count), 0.5, 0.95);
    ASSERT_TRUE(median.enough()) << row.count;
    EXPECT_EQ(median.low_rank, row.low) << row.count;
    EXPECT_EQ(median.high_rank, row.high) << row.count;
    EXPECT_NEAR(100 * median.achieved, row.percent, 0.051) << row.count;
  }
}

// Source: Hahn and Meeker, Statistical Intervals, section 5.2, the 90 % quantile of 100
// measurements: l = 85 and u = 97 at 95.3 %.
TEST(QuantileInterval, AgreesWithHahnAndMeeker) {
  const QuantileInterval tail = quantile_interval(ranks(100), 0.9, 0.95);
  EXPECT_EQ(tail.low_rank, 85);
  EXPECT_EQ(tail.high_rank, 97);
  EXPECT_EQ(tail.low, 85);
  EXPECT_EQ(tail.high, 97);
  EXPECT_EQ(tail.estimate, 90);
  EXPECT_NEAR(tail.achieved, 0.953, 0.001);
}

// Source: Wilks, "Determination of sample sizes for setting tolerance limits", Annals of
// Mathematical Statistics 12 (1941): 59 and 299 for 95 and 99 %; the smallest value adds nothing.
TEST(FewestForQuantile, AgreesWithWilks) {
  EXPECT_EQ(fewest_for_quantile(0.5, 0.95), 6);
  EXPECT_EQ(fewest_for_quantile(0.95, 0.95), 59);
  EXPECT_EQ(fewest_for_quantile(0.05, 0.95), 59);
  EXPECT_EQ(fewest_for_quantile(0.99, 0.95), 299);
  EXPECT_EQ(fewest_for_quantile(0.5, 0.4), 2);
}

TEST(QuantileInterval, SaysWhenThereAreTooFewValues) {
  const QuantileInterval tail = quantile_interval(ranks(28), 0.9, 0.95);
  EXPECT_FALSE(tail.enough());
  EXPECT_EQ(tail.fewest, 29);
  EXPECT_EQ(tail.estimate, 26);
  EXPECT_TRUE(std::isnan(tail.low) && std::isnan(tail.high) && std::isnan(tail.achieved));
  EXPECT_EQ(tail.high_rank, 0);
  EXPECT_TRUE(quantile_interval(ranks(29), 0.9, 0.95).enough());
  EXPECT_TRUE(std::isnan(quantile_interval({}, 0.5, 0.95).estimate));
}

TEST(QuantileInterval, TakesAConfidenceThatIsJustReached) {
  const QuantileInterval median = quantile_interval(ranks(5), 0.5, 0.9375);
  EXPECT_TRUE(median.enough());
  EXPECT_EQ(median.low_rank, 1);
  EXPECT_EQ(median.high_rank, 5);
}

TEST(QuantileInterval, HasTheEstimateWithinAndIsSureEnough) {
  for (const double share : {0.05, 0.25, 0.5, 0.9, 0.99})
    for (int count = 1; count <= 400; count += 7) {
      const QuantileInterval found = quantile_interval(ranks(count), share, 0.9);
      if (!found.enough()) continue;
      EXPECT_GE(found.achieved, 0.9 - 1e-9);
      EXPECT_LT(found.low_rank, found.high_rank);
      EXPECT_LE(found.low, found.estimate) << share << " of " << count;
      EXPECT_GE(found.high, found.estimate) << share << " of " << count;
    }
}

// The 75 % quantile of values is the 25 % quantile of their opposites.
TEST(QuantileInterval, PrefersNeitherSide) {
  for (const double share : {0.1, 0.25, 0.5})
    for (int count = 30; count < 130; ++count) {
      const QuantileInterval one = quantile_interval(ranks(count), share, 0.95);
      const QuantileInterval other = quantile_interval(ranks(count), 1 - share, 0.95);
      EXPECT_EQ(one.low_rank, count + 1 - other.high_rank) << share << " of " << count;
      EXPECT_EQ(one.high_rank, count + 1 - other.low_rank) << share << " of " << count;
    }
}

TEST(QuantileInterval, DropsAndCountsWhatIsNotThere) {
  auto values = ranks(20);
  values.insert(values.begin() + 5, {no_value, no_value});
  const QuantileInterval median = quantile_interval(values, 0.5, 0.95);
  EXPECT_EQ(median.used, 20);
  EXPECT_EQ(median.dropped, 2);
  EXPECT_EQ(median.low, 6);
  EXPECT_EQ(median.estimate, 10);
}

// What is achieved is exact for continuous values, so that a right interval is outside 2 % of it
// for one choice of seed in 20,000.
TEST(QuantileInterval, CoversTheQuantileAsOftenAsItSays) {
  double achieved = 0;
  const double covered = share_of_samples([&](std::uint32_t number) {
    Stream luck(20260721, number);
    const auto values = samples::independent(Distribution::exponential(1), 100, luck);
    const QuantileInterval tail = quantile_interval(values, 0.9, 0.95);
    achieved = tail.achieved;
    return tail.low <= std::log(10) && std::log(10) <= tail.high;
  });
  EXPECT_NEAR(covered, achieved, 0.02);
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

// As above: 95.7 % are achieved, 97 % is 2.8 standard errors away, for one choice of seed in 400.
TEST(QuantileInterval, CoversTheMedianOfNormalValues) {
  const double covered = share_of_samples([](std::uint32_t number) {
    Stream luck(20260722, number);
    const QuantileInterval median = quantile_interval(samples::normal(3, 5, 30, luck), 0.5, 0.95);
    return median.low <= 3 && 3 <= median.high;
  });
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

TEST(QuantileInterval, RefusesWhatCannotBeAnswered) {
  EXPECT_THROW((void)quantile_interval(ranks(9), 0, 0.95), std::invalid_argument);
  EXPECT_THROW((void)quantile_interval(ranks(9), 1, 0.95), std::invalid_argument);
  EXPECT_THROW((void)quantile_interval(ranks(9), 0.5, 95), std::invalid_argument);
  EXPECT_THROW((void)fewest_for_quantile(no_value, 0.95), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::quantile_interval_test
