#include "sim/model/staff/absence.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::absence_test {
namespace {

// P(at most k of n), by the sum of the terms.
double cumulated(int k, int n, double p) {
  double sum = 0;
  for (int i = 0; i <= k; ++i)
    sum += std::exp(std::lgamma(n + 1) - std::lgamma(i + 1) - std::lgamma(n - i + 1) +
                    i * std::log(p) + (n - i) * std::log(1 - p));
  return sum;
}

TEST(BinomialQuantile, InvertsTheDistribution) {
  for (const int n : {1, 7, 100})
    for (const double p : {0.05, 0.3, 0.5, 0.8})
      for (double luck = 0.005; luck < 1; luck += 0.01) {
        const int k = binomial_quantile(n, p, luck);
        EXPECT_GE(cumulated(k, n, p), luck - 1e-12) << n << " " << p << " " << luck;
        if (k > 0) {
          EXPECT_LT(cumulated(k - 1, n, p), luck + 1e-12) << n << " " << p << " " << luck;
        }
      }
}

TEST(BinomialQuantile, IsNoneOrAllAtTheEnds) {
  EXPECT_EQ(binomial_quantile(9, 0, 0.999), 0);
  EXPECT_EQ(binomial_quantile(9, 1, 0.001), 9);
  EXPECT_EQ(binomial_quantile(0, 0.5, 0.999), 0);
}

TEST(BinomialQuantile, NeverFallsWhenAbsenceIsMoreLikely) {
  for (double luck = 0.05; luck < 1; luck += 0.1)
    for (int step = 0; step < 50; ++step)
      EXPECT_LE(binomial_quantile(20, step * 0.02, luck),
                binomial_quantile(20, (step + 1) * 0.02, luck));
}

TEST(AbsentOfficers, AreDrawnByTheHundred) {
  const Luck luck(1, 0);
  const Subject day{5, 20000};
  EXPECT_EQ(absent_officers(250, 0.1, luck, day, false),
            binomial_quantile(100, 0.1, luck.uniform(day, 0u)) +
                binomial_quantile(100, 0.1, luck.uniform(day, 2u)) +
                binomial_quantile(50, 0.1, luck.uniform(day, 4u)));
  EXPECT_EQ(absent_officers(20, 0.1, luck, day, true),
            binomial_quantile(20, 0.1, luck.uniform(day, 1u)));
}

TEST(AbsentOfficers, AreOnAverageAsManyAsIsLikely) {
  const Luck luck(1, 0);
  double sum = 0;
  constexpr int days = 4000;
  for (std::uint32_t day = 0; day < days; ++day)
    sum += absent_officers(30, 0.07, luck, {1, day}, false);
  EXPECT_NEAR(sum / days, 30 * 0.07, 4 * std::sqrt(30 * 0.07 * 0.93 / days));
}

}  // namespace
}  // namespace cordon::absence_test
