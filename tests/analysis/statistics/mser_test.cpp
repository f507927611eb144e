#include "analysis/statistics/mser.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "tests/analysis/statistics/samples.hpp"

namespace cordon::mser_test {
namespace {

using samples::mean_wait;
using samples::Stream;
using samples::waits;

// Noise with a deviation of 1 about 0, and about `level` before `until`.
std::vector<double> settling(int until, double level, int count, Stream luck) {
  std::vector<double> series = samples::normal(0, 1, count, luck);
  for (int i = 0; i < until; ++i) series[i] += level;
  return series;
}

double mean_from(const std::vector<double>& series, std::size_t from) {
  const double sum =
      std::accumulate(series.begin() + static_cast<std::ptrdiff_t>(from), series.end(), 0.0);
  return sum / static_cast<double>(series.size() - from);
}

// White's definition, word for word: the sum of squared distances from the mean of what is kept, by
// the square of its number.
double statistic_from(const std::vector<double>& batches, std::size_t from) {
  const double mean = mean_from(batches, from);
  double squares = 0;
  for (std::size_t i = from; i < batches.size(); ++i)
    squares += (batches[i] - mean) * (batches[i] - mean);
  const auto kept = static_cast<double>(batches.size() - from);
  return squares / (kept * kept);
}

TEST(Mser5, AgreesWithItsDefinition) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const auto series = settling(70, 2, 400 + static_cast<int>(number), Stream(20260741, number));
    std::vector<double> batches;
    for (std::size_t i = 0; i + 5 <= series.size(); i += 5)
      batches.push_back(std::accumulate(&series[i], &series[i] + 5, 0.0) / 5);
    std::size_t best = 0;
    for (std::size_t from = 0; from + 5 <= batches.size(); ++from)
      if (statistic_from(batches, from) < statistic_from(batches, best)) best = from;
    const Truncation found = mser5(series);
    ASSERT_TRUE(found.kept_from);
    EXPECT_EQ(*found.kept_from, 5 * best);
    EXPECT_NEAR(found.statistic, statistic_from(batches, best), 1e-12);
  }
}

TEST(Mser5, CutsOffALevelThatIsLeft) {
  for (std::uint32_t number = 0; number < 20; ++number) {
    const Truncation found = mser5(settling(300, 5, 2000, Stream(20260742, number)));
    ASSERT_TRUE(found.kept_from);
    EXPECT_GE(*found.kept_from, 300u);
    EXPECT_LE(*found.kept_from, 400u);
  }
}

TEST(Mser5, KeepsAllOfWhatNeverVaries) {
  const Truncation found = mser5(std::vector(100, 7.0));
  ASSERT_TRUE(found.kept_from);
  EXPECT_EQ(*found.kept_from, 0u);
  EXPECT_EQ(found.statistic, 0);
}

TEST(Mser5, SaysWhenTheSeriesIsNotLongEnough) {
  std::vector<double> drifting(1000);
  std::iota(drifting.begin(), drifting.end(), 0.0);
  EXPECT_FALSE(mser5(drifting).kept_from);
  EXPECT_FALSE(mser5(settling(600, 5, 1000, Stream(20260743, 0))).kept_from);
  EXPECT_TRUE(mser5(settling(400, 5, 1000, Stream(20260743, 0))).kept_from);
  const Truncation few = mser5(std::vector(99, 7.0));
  EXPECT_FALSE(few.kept_from);
  EXPECT_TRUE(std::isnan(few.statistic));
}

// Two batches that are alike by chance must not outweigh a whole series.
TEST(Mser5, NeverKeepsAFewAlikeAtTheEnd) {
  auto series = settling(0, 0, 500, Stream(20260744, 0));
  std::fill(series.end() - 10, series.end(), 0.3);
  EXPECT_TRUE(mser5(series).kept_from);
}

// A first customer who waits 100 services makes the mean of 4,000 waits 5.1 too high, where 4 is
// right. One series is truncated with a deviation of 0.8 and 7 % too low, so that the mean of 300
// is off by 0.51, a tenth of the bias, for less than one choice of seed in 10,000.
TEST(Mser5, RemovesNineTenthsOfTheBiasOfAQueue) {
  double whole = 0, kept = 0;
  int used = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    Stream luck(20260745, number);
    const auto series = waits(0.8, 100, 4000, luck);
    const Truncation found = mser5(series);
    if (!found.kept_from) continue;
    ++used;
    whole += mean_from(series, 0);
    kept += mean_from(series, *found.kept_from);
  }
  ASSERT_GT(used, 200);
  const double bias = whole / used - mean_wait(0.8);
  EXPECT_GT(bias, 4);
  EXPECT_LT(std::abs(kept / used - mean_wait(0.8)), bias / 10);
}

// The mean of 20 series has a deviation of 0.17 after truncation, that of 40 of these 0.03: what is
// left of a bias of 5.1 is below 0.13 but for one choice of seed in 5,000.
TEST(Mser5OfMean, RemovesTheBiasOfAQueue) {
  double whole = 0, kept = 0;
  for (std::uint32_t study = 0; study < 40; ++study) {
    Eigen::ArrayXXd replications(20, 4000);
    for (std::uint32_t r = 0; r < 20; ++r) {
      Stream luck(20260746, 20 * study + r);
      const auto series = waits(0.8, 100, 4000, luck);
      replications.row(r) = Eigen::Map<const Eigen::RowVectorXd>(series.data(), 4000).array();
    }
    const Truncation found = mser5_of_mean(replications);
    ASSERT_TRUE(found.kept_from);
    whole += replications.mean() / 40;
    kept += replications.rightCols(4000 - static_cast<Eigen::Index>(*found.kept_from)).mean() / 40;
  }
  EXPECT_GT(whole - mean_wait(0.8), 4);
  EXPECT_NEAR(kept, mean_wait(0.8), 0.13);
}

TEST(Mser5OfMean, IsThatOfTheMean) {
  Eigen::ArrayXXd replications(2, 300);
  std::vector<double> mean(300);
  const auto one = settling(60, 4, 300, Stream(20260747, 0));
  const auto other = settling(80, 4, 300, Stream(20260747, 1));
  for (int i = 0; i < 300; ++i) {
    replications(0, i) = one[i];
    replications(1, i) = other[i];
    mean[i] = (one[i] + other[i]) / 2;
  }
  const Truncation found = mser5_of_mean(replications);
  ASSERT_TRUE(found.kept_from);
  EXPECT_EQ(found.kept_from, mser5(mean).kept_from);
  EXPECT_NEAR(found.statistic, mser5(mean).statistic, 1e-12);
}

TEST(Mser5, RefusesWhatCannotBeAnswered) {
  std::vector<double> series(200, 1.0);
  series[17] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)mser5(series), std::invalid_argument);
  series[17] = std::numeric_limits<double>::infinity();
  EXPECT_THROW((void)mser5(series), std::invalid_argument);
  EXPECT_THROW((void)mser5_of_mean(Eigen::ArrayXXd(0, 200)), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::mser_test
