#include "analysis/statistics/interval.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon::interval_test {
namespace {

// Extra hours of sleep by two drugs, ten patients. Source: Student, "The probable error of a mean",
// Biometrika 6 (1908); the results as printed by R's t.test(..., paired = TRUE) in the help page of
// its data set `sleep`.
constexpr std::array first_drug = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
constexpr std::array second_drug = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

TEST(PairedDifference, AgreesWithStudentsSleepData) {
  const Interval change = paired_difference(second_drug, first_drug, 0.95);
  EXPECT_NEAR(change.estimate, -1.58, 1e-12);
  EXPECT_NEAR(change.low, -2.4598858, 5e-8);
  EXPECT_NEAR(change.high, -0.7001142, 5e-8);
  EXPECT_NEAR(change.p, 0.002833, 5e-7);
  EXPECT_EQ(change.used, 10);
  EXPECT_EQ(change.dropped, 0);
}

// Source: Law, Simulation Modeling and Analysis, example 4.26: 1.34 +- 0.24 at 90 %.
TEST(MeanInterval, AgreesWithLawsExample) {
  constexpr std::array observed = {1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};
  const Interval mean = mean_interval(observed, 0.90);
  EXPECT_NEAR(mean.estimate, 1.34, 0.005);
  EXPECT_NEAR(mean.half_width(), 0.24, 0.005);
}

TEST(PairedDifference, DropsAndCountsPairsWithoutValue) {
  constexpr std::array baseline = {1.0, no_value, 3.0, 4.0, no_value};
  constexpr std::array variant = {2.0, 2.0, no_value, 6.0, no_value};
  const Interval change = paired_difference(baseline, variant, 0.95);
  EXPECT_DOUBLE_EQ(change.estimate, 1.5);
  EXPECT_EQ(change.used, 2);
  EXPECT_EQ(change.dropped, 3);
}

TEST(PairedDifference, HasNoIntervalForFewerThanTwoPairs) {
  const Interval one = paired_difference(std::array{1.0, no_value}, std::array{3.0, 4.0}, 0.95);
  EXPECT_DOUBLE_EQ(one.estimate, 2);
  EXPECT_TRUE(std::isnan(one.low) && std::isnan(one.high) && std::isnan(one.p));
  const Interval none = paired_difference(std::array{no_value}, std::array{no_value}, 0.95);
  EXPECT_TRUE(std::isnan(none.estimate));
  EXPECT_EQ(none.used, 0);
}

TEST(PairedDifference, IsCertainWhenAllPairsDifferByTheSame) {
  const Interval same = paired_difference(std::array{5.0, 7.0}, std::array{5.0, 7.0}, 0.95);
  EXPECT_EQ(same.p, 1);
  EXPECT_EQ(same.low, 0);
  EXPECT_EQ(same.high, 0);
  const Interval more = paired_difference(std::array{5.0, 7.0}, std::array{6.0, 8.0}, 0.95);
  EXPECT_EQ(more.p, 0);
  EXPECT_EQ(more.low, 1);
}

TEST(PairedDifference, RefusesSamplesOfDifferentSize) {
  EXPECT_THROW((void)paired_difference(std::array{1.0}, std::array{1.0, 2.0}, 0.95),
               std::invalid_argument);
}

// The share of 2,000 intervals that cover the true change of 3. At 95 % its standard error is
// 0.49 %, so that a right interval falls outside 93.5..96.5 % once in 460 seeds.
TEST(PairedDifference, CoversTheTrueChangeAsOftenAsItSays) {
  std::mt19937_64 luck(20260629);
  const auto normal = [&] {
    const double unit = (static_cast<double>(luck() >> 11) + 0.5) * 0x1p-53;
    return boost::math::quantile(boost::math::normal(), unit);
  };
  int covered = 0;
  constexpr int samples = 2000;
  for (int s = 0; s < samples; ++s) {
    std::vector<double> baseline, variant;
    for (int i = 0; i < 20; ++i) {
      const double shared = 10 * normal();
      baseline.push_back(50 + shared + normal());
      variant.push_back(53 + shared + 2 * normal());
    }
    const Interval change = paired_difference(baseline, variant, 0.95);
    if (change.low <= 3 && 3 <= change.high) ++covered;
  }
  EXPECT_GE(covered, 0.935 * samples);
  EXPECT_LE(covered, 0.965 * samples);
}

}  // namespace
}  // namespace cordon::interval_test
