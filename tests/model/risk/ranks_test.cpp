#include "sim/model/risk/ranks.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/engine/elementary.hpp"
#include "sim/engine/luck.hpp"

namespace cordon::ranks_test {
namespace {

double uniform(std::uint32_t n, std::uint32_t purpose) {
  return Luck(1, 0).uniform(Subject{source_of("ranks"), n}, purpose);
}

TEST(Ranks, AreLuckForTheFirst) {
  Ranks ranks;
  EXPECT_DOUBLE_EQ(ranks.add(3, 0.25), 0.25);
}

TEST(Ranks, AreTheShareThatLiesAbove) {
  Ranks ranks;
  for (int n = 0; n < 10; ++n) (void)ranks.add(n, 0.5);
  // Above 7.5 are two of ten; it comes between them and the rest.
  EXPECT_DOUBLE_EQ(ranks.add(7.5, 0.5), 2.5 / 11);
  EXPECT_DOUBLE_EQ(ranks.add(-20, 1), 1);
  EXPECT_DOUBLE_EQ(ranks.add(1e300, 0), 0);
}

TEST(Ranks, PutEqualScoresInOrderByLuck) {
  Ranks ranks;
  for (int n = 0; n < 4; ++n) (void)ranks.add(1, 0.5);
  EXPECT_DOUBLE_EQ(ranks.add(1, 0.3), 0.3);
}

// The share above is uniform, whatever the scores are: Kolmogorov-Smirnov at the level 0.001, whose
// critical value is 1.95 / sqrt(n); the seed is fixed.
template <class Score>
double distance_from_uniform(Score score) {
  Ranks ranks;
  std::vector<double> shares;
  for (std::uint32_t n = 0; n < 40'000; ++n) {
    const double share = ranks.add(score(n), uniform(n, 1));
    if (n >= 20'000) shares.push_back(share);
  }
  std::sort(shares.begin(), shares.end());
  double distance = 0;
  for (std::size_t i = 0; i < shares.size(); ++i)
    distance = std::max(distance, std::abs(shares[i] - (static_cast<double>(i) + 0.5) /
                                                           static_cast<double>(shares.size())));
  return distance * std::sqrt(static_cast<double>(shares.size()));
}

TEST(Ranks, AreUniformOverTraffic) {
  EXPECT_LT(distance_from_uniform([](std::uint32_t) { return -2.0; }), 1.95);
  EXPECT_LT(distance_from_uniform(
                [](std::uint32_t n) { return elementary::normal_quantile(uniform(n, 0)); }),
            1.95);
  EXPECT_LT(distance_from_uniform([](std::uint32_t n) { return double(n % 3); }), 1.95);
}

// Scores are spread so widely that hardly two of the riskiest share a bin.
TEST(Ranks, KeepTheShareOfTheRiskiest) {
  Ranks ranks;
  int riskiest = 0;
  constexpr std::uint32_t many = 200'000;
  for (std::uint32_t n = 0; n < many; ++n) {
    const double z = elementary::normal_quantile(uniform(n, 0));
    riskiest += ranks.add(z * std::abs(z), uniform(n, 1)) < 0.01;
  }
  // Four standard deviations of independent draws: a false alarm in 16,000; the seed is fixed.
  EXPECT_NEAR(riskiest, 0.01 * many, 4 * std::sqrt(0.01 * 0.99 * many));
}

TEST(Ranks, ForgetWhatScoresWere) {
  Ranks ranks;
  for (int n = 0; n < 20'000; ++n) (void)ranks.add(-3, 0.5);
  for (int n = 0; n < 256; ++n) (void)ranks.add(3, 0.5);
  EXPECT_DOUBLE_EQ(ranks.add(3, 0.5), 0.5);
}

}  // namespace
}  // namespace cordon::ranks_test
