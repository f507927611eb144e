#include "analysis/selection/ocba.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "tests/analysis/selection/asked.hpp"

namespace cordon::ocba_test {
namespace {

using ::cordon::testing::Asked;
using ::cordon::testing::NormalPlans;
using ::testing::DoubleNear;
using ::testing::ElementsAre;

// Source: Chen and Lee, Stochastic Simulation Optimization: An Optimal Computing Budget Allocation
// (2011), page 49: means 1 to 5, variances 1, 1, 9, 9, 4 and 50 replications.
constexpr std::array means = {1.0, 2.0, 3.0, 4.0, 5.0};
constexpr std::array deviations = {1.0, 1.0, 3.0, 3.0, 2.0};

TEST(OcbaAllocation, AgreesWithTheExampleOfChenAndLee) {
  EXPECT_THAT(ocba_allocation(means, deviations, std::array{0, 0, 0, 0, 0}, 50, Aim::minimise),
              ElementsAre(11, 9, 19, 9, 2));
  constexpr std::array mirrored = {-1.0, -2.0, -3.0, -4.0, -5.0};
  EXPECT_THAT(ocba_allocation(mirrored, deviations, std::array{0, 0, 0, 0, 0}, 50, Aim::maximise),
              ElementsAre(11, 9, 19, 9, 2));
}

// By hand, with N_2 = 1: (3/2)^2 = 2.25, (3/3)^2 = 1, (2/4)^2 = 0.25, and for the best
// sqrt(1 + 2.25^2 / 9 + 1 / 9 + 0.25^2 / 4) = 1.29971; they add up to 5.79971.
TEST(OcbaShares, AreInTheRatiosOfTheTheorem) {
  const auto part = [](double ratio) { return DoubleNear(ratio / 5.79971, 1e-6); };
  EXPECT_THAT(ocba_shares(means, deviations, Aim::minimise),
              ElementsAre(part(1.29971), part(1), part(2.25), part(1), part(0.25)));
  // Of two plans, in the ratio of their deviations.
  EXPECT_THAT(ocba_shares(std::array{1.0, 2.0}, std::array{3.0, 2.0}, Aim::minimise),
              ElementsAre(DoubleNear(0.6, 1e-12), DoubleNear(0.4, 1e-12)));
}

TEST(OcbaShares, GoToTheLimitForEqualMeansAndForPlansThatDoNotVary) {
  const double root = std::sqrt(2.0);
  const double all = 2 + root;
  EXPECT_THAT(
      ocba_shares(std::array{1.0, 1.0, 1.0, 5.0}, std::array{1.0, 1.0, 1.0, 1.0}, Aim::minimise),
      ElementsAre(DoubleNear(root / all, 1e-12), DoubleNear(1 / all, 1e-12),
                  DoubleNear(1 / all, 1e-12), 0));
  EXPECT_THAT(ocba_shares(std::array{1.0, 2.0}, std::array{3.0, 0.0}, Aim::minimise),
              ElementsAre(1, 0));
  EXPECT_THAT(ocba_shares(std::array{1.0, 2.0}, std::array{0.0, 0.0}, Aim::minimise),
              ElementsAre(0.5, 0.5));
}

TEST(OcbaAllocation, GivesNothingToPlansThatHaveTooMany) {
  const std::array counts = {10, 10, 10, 10, 10};
  const auto given = ocba_allocation(means, deviations, counts, 23, Aim::minimise);
  EXPECT_EQ(std::accumulate(given.begin(), given.end(), 0), 23);
  EXPECT_EQ(given[4], 0);
  const auto shares = ocba_shares(means, deviations, Aim::minimise);
  // Those who get some come to one multiple of their shares, and the others are above it.
  const double multiple = (counts[2] + given[2]) / shares[2];
  for (std::size_t i = 0; i < 5; ++i) {
    if (given[i] > 0) {
      EXPECT_NEAR(counts[i] + given[i], multiple * shares[i], 1.5) << i;
    } else {
      EXPECT_GE(counts[i], multiple * shares[i] - 1.5) << i;
    }
  }
  EXPECT_THAT(ocba_allocation(means, deviations, counts, 0, Aim::minimise),
              ElementsAre(0, 0, 0, 0, 0));
}

// Differences of 1 and 2 with standard errors of sqrt(1/4 + 3/4) = 1 each: 1 - P(Z > 1) - P(Z > 2),
// with 0.158655 and 0.022750 from the table of the normal distribution.
TEST(ProbabilityOfCorrectSelection, IsBonferronisBound) {
  const double root3 = std::sqrt(3.0);
  EXPECT_NEAR(approximate_probability_of_correct_selection(std::array{6.0, 7.0, 5.0},
                                                           std::array{root3, 1.0, root3},
                                                           std::array{4, 4, 4}, Aim::maximise),
              1 - 0.158655 - 0.022750, 1e-6);
  EXPECT_EQ(
      approximate_probability_of_correct_selection(
          std::array{1.0, 1.0, 2.0}, std::array{0.0, 0.0, 0.0}, std::array{2, 2, 2}, Aim::minimise),
      0.5);
  EXPECT_EQ(approximate_probability_of_correct_selection(std::array{1.0, 1.0, 1.0, 1.0},
                                                         std::array{1.0, 0.0, 0.0, 1.0},
                                                         std::array{2, 2, 2, 2}, Aim::minimise),
            0);
}

// Ten designs N(i, 6^2), the first experiment of the paper, with 400 replications: shared equally
// they select the best in about 73 % of 400 tries, by OCBA in 89 %. The difference has a standard
// error of at most 3.5 %, so it falls short of 5 % by chance for one seed in 1,000.
TEST(Ocba, IsRightMoreOftenThanEqualAllocationOfTheSameBudget) {
  constexpr int budget = 400, tries = 400;
  int right = 0, right_equally = 0;
  double claimed = 0;
  for (std::uint64_t seed = 1; seed <= tries; ++seed) {
    const NormalPlans plans{seed, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 6, 0};
    const OcbaResult found = ocba(plans, 10, {.budget = budget, .first_stage = 10, .step = 20});
    EXPECT_EQ(std::accumulate(found.counts.begin(), found.counts.end(), 0), budget);
    if (found.best == 0) ++right;
    claimed += found.probability / tries;
    const Eigen::ArrayXd equal = plans.samples(budget / 10).colwise().mean().transpose();
    if (best_of({equal.data(), 10}, Aim::minimise) == 0) ++right_equally;
  }
  RecordProperty("right", right);
  RecordProperty("right_equally", right_equally);
  RecordProperty("claimed", std::to_string(claimed));
  EXPECT_GT(right - right_equally, 0.05 * tries);
}

TEST(Ocba, EndsWhenItIsSureEnoughAndAsksForNothingTwice) {
  Asked<std::size_t> asked(NormalPlans{5, {3, 0, 4}, 3, 0});
  const OcbaResult found =
      ocba(asked.recorded(), 3, {.budget = 5000, .first_stage = 5, .step = 10, .enough = 0.99});
  EXPECT_EQ(found.best, 1U);
  EXPECT_GE(found.probability, 0.99);
  EXPECT_LT(asked.total, 1000);
  EXPECT_EQ(asked.total % 10, 5);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(found.counts[i], asked.counts[i]);
  EXPECT_EQ(asked.times, 1 + (asked.total - 15) / 10);
}

TEST(Ocba, RefusesArgumentsOutOfRange) {
  const std::array two = {1.0, 2.0}, negative = {1.0, -1.0};
  EXPECT_THROW((void)ocba_shares(two, means, Aim::minimise), std::invalid_argument);
  EXPECT_THROW((void)ocba_shares(two, negative, Aim::minimise), std::invalid_argument);
  EXPECT_THROW((void)ocba_shares(std::array{1.0}, std::array{1.0}, Aim::minimise),
               std::invalid_argument);
  EXPECT_THROW((void)ocba_allocation(two, two, std::array{1, -1}, 5, Aim::minimise),
               std::invalid_argument);
  EXPECT_THROW((void)ocba_allocation(two, two, std::array{1, 1}, -5, Aim::minimise),
               std::invalid_argument);
  EXPECT_THROW(
      (void)approximate_probability_of_correct_selection(two, two, std::array{1, 0}, Aim::minimise),
      std::invalid_argument);
  Asked<std::size_t> asked(NormalPlans{1, {0, 1}, 1, 0});
  const auto plans = asked.recorded();
  EXPECT_THROW((void)ocba(plans, 2, {.budget = 19}), std::invalid_argument);
  EXPECT_THROW((void)ocba(plans, 1, {.budget = 20}), std::invalid_argument);
  EXPECT_THROW((void)ocba(plans, 2, {.budget = 20, .first_stage = 1}), std::invalid_argument);
  EXPECT_THROW((void)ocba(plans, 2, {.budget = 20, .step = 0}), std::invalid_argument);
  EXPECT_EQ(asked.total, 0);
  EXPECT_NO_THROW((void)ocba(plans, 2, {.budget = 20}));
}

}  // namespace
}  // namespace cordon::ocba_test
