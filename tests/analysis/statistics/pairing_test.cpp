#include "analysis/statistics/pairing.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/statistics/univariate_statistics.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "tests/analysis/statistics/samples.hpp"

namespace cordon::pairing_test {
namespace {

using samples::Stream;

struct Two {
  std::vector<double> baseline, variant;
};

Two correlated(double correlation, int count, Stream luck) {
  Two two;
  for (int i = 0; i < count; ++i) {
    const double shared = luck.normal();
    two.baseline.push_back(20 + shared);
    two.variant.push_back(22 + correlation * shared +
                          std::sqrt(1 - correlation * correlation) * luck.normal());
  }
  return two;
}

// Extra hours of sleep by two drugs, ten patients. Source: Student, "The probable error of a mean",
// Biometrika 6 (1908); R prints for its data set `sleep` a correlation of 0.7951702, standard
// deviations of 1.789010 and 2.002249, and 1.229995 for the differences.
TEST(Pairing, AgreesWithStudentsSleepData) {
  constexpr std::array first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  constexpr std::array second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const Pairing saved = pairing(first, second, 0.95);
  EXPECT_NEAR(saved.correlation, 0.7951702, 5e-8);
  EXPECT_NEAR(std::sqrt(saved.variance_paired), 1.229995, 5e-7);
  EXPECT_NEAR(saved.variance_independent, 1.789010 * 1.789010 + 2.002249 * 2.002249, 1e-5);
  EXPECT_NEAR(saved.factor, 7.209556 / 1.512889, 1e-5);
  EXPECT_EQ(saved.used, 10);
  EXPECT_EQ(saved.dropped, 0);
}

// With 5,000 pairs the standard errors are 0.005 of a correlation of 0.8 and 0.13 of a factor of 5:
// four of them are passed for one choice of seed in 8,000.
TEST(Pairing, FindsAKnownCorrelation) {
  const Two two = correlated(0.8, 5000, Stream(20260711, 0));
  const Pairing saved = pairing(two.baseline, two.variant, 0.95);
  EXPECT_NEAR(saved.correlation, 0.8, 0.02);
  EXPECT_NEAR(saved.factor, 1 / (1 - 0.8), 0.5);
  EXPECT_NEAR(saved.replications, 5 * 5000, 0.5 * 5000);
}

// Half-width of Welch's interval for the difference of independent runs.
double welch_half_width(const std::vector<double>& one, const std::vector<double>& other) {
  const auto n = static_cast<double>(one.size());
  const double a = boost::math::statistics::sample_variance(one) / n;
  const double b = boost::math::statistics::sample_variance(other) / n;
  const double freedom = (a + b) * (a + b) / ((a * a + b * b) / (n - 1));
  return boost::math::quantile(boost::math::students_t(freedom), 0.975) * std::sqrt(a + b);
}

// Really makes as many independent runs as it says. The mean of 400 half-widths, each good to 5 %,
// is good to 0.3 %; runs enough for 1 % more or less are 2 % of them.
TEST(Pairing, CountsTheIndependentRunsThatAreAsExact) {
  const Two two = correlated(0.8, 20, Stream(20260712, 0));
  const Pairing saved = pairing(two.baseline, two.variant, 0.95);
  const double deviation = std::sqrt(boost::math::statistics::sample_variance(two.baseline));
  const double other = std::sqrt(boost::math::statistics::sample_variance(two.variant));
  const auto runs = static_cast<int>(saved.replications);
  ASSERT_GT(runs, 20);
  ASSERT_LT(runs, 500);
  double sum = 0;
  for (std::uint32_t number = 0; number < 400; ++number) {
    Stream luck(20260713, number);
    const auto one = samples::normal(20, deviation, runs, luck);
    sum += welch_half_width(one, samples::normal(22, other, runs, luck)) / 400;
  }
  const double paired = paired_difference(two.baseline, two.variant, 0.95).half_width();
  EXPECT_NEAR(sum / paired, 1, 0.012);
}

// Without correlation t has 19 degrees of freedom for 20 pairs, and 36 for 19 runs of each:
// 2.0930 sqrt(2 / 20) = 0.662 and 2.0281 sqrt(2 / 19) = 0.658, but 2.0322 sqrt(2 / 18) = 0.677.
TEST(Pairing, SavesNothingWithoutCorrelation) {
  std::vector<double> baseline, variant;
  for (int i = 0; i < 20; ++i) {
    baseline.push_back(i % 2 == 0 ? 1 : -1);
    variant.push_back(i % 4 < 2 ? 1 : -1);
  }
  const Pairing saved = pairing(baseline, variant, 0.95);
  EXPECT_NEAR(saved.correlation, 0, 1e-15);
  EXPECT_NEAR(saved.factor, 1, 1e-12);
  EXPECT_EQ(saved.replications, 19);
}

TEST(Pairing, DoesHarmWhenLuckIsOpposed) {
  const Two two = correlated(-0.8, 200, Stream(20260714, 0));
  const Pairing saved = pairing(two.baseline, two.variant, 0.95);
  EXPECT_LT(saved.factor, 0.7);
  EXPECT_LT(saved.replications, 140);
}

// What never varies needs no partner: as many runs of the other are as exact.
TEST(Pairing, SavesNothingWhenOneScenarioNeverVaries) {
  const Pairing saved =
      pairing(std::array{5.0, 5.0, 5.0, 5.0}, std::array{4.0, 7.0, 6.0, 9.0}, 0.95);
  EXPECT_TRUE(std::isnan(saved.correlation));
  EXPECT_DOUBLE_EQ(saved.factor, 1);
  EXPECT_EQ(saved.replications, 4);
}

TEST(Pairing, SavesAllWhenDifferencesAreEqualUpToRounding) {
  const Pairing saved =
      pairing(std::array{0.1, 0.7, 0.3, 1.1}, std::array{0.3, 0.9, 0.5, 1.3}, 0.95);
  EXPECT_EQ(saved.variance_paired, 0);
  EXPECT_EQ(saved.factor, std::numeric_limits<double>::infinity());
  EXPECT_EQ(saved.replications, std::numeric_limits<double>::infinity());
}

TEST(Pairing, CannotTellWithoutThreePairsOrWithoutVariation) {
  const Pairing two = pairing(std::array{1.0, 2.0, no_value}, std::array{2.0, 5.0, 1.0}, 0.95);
  EXPECT_TRUE(std::isnan(two.correlation) && std::isnan(two.variance_paired));
  EXPECT_TRUE(std::isnan(two.factor) && std::isnan(two.replications));
  EXPECT_EQ(two.used, 2);
  EXPECT_EQ(two.dropped, 1);
  const Pairing still = pairing(std::array{1.0, 1.0, 1.0}, std::array{2.0, 2.0, 2.0}, 0.95);
  EXPECT_EQ(still.variance_independent, 0);
  EXPECT_TRUE(std::isnan(still.correlation));
  EXPECT_TRUE(std::isnan(still.factor) && std::isnan(still.replications));
}

TEST(Pairing, RefusesWhatCannotBeAnswered) {
  EXPECT_THROW((void)pairing(std::array{1.0}, std::array{1.0, 2.0}, 0.95), std::invalid_argument);
  EXPECT_THROW((void)pairing(std::array{1.0}, std::array{2.0}, 1.5), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::pairing_test
