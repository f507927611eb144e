#include "analysis/selection/decision_space.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/math/distributions/chi_squared.hpp>
#include <cstdlib>
#include <map>
#include <stdexcept>

namespace cordon::decision_space_test {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAreArray;

const DecisionSpace box{{0, 0, 0}, {3, 3, 3}, {}};

DecisionSpace with_budget(LinearBudget budget) { return {box.low, box.high, {std::move(budget)}}; }

TEST(Allowed, KeepsBoundsAndBudgets) {
  EXPECT_TRUE(allowed(box, {0, 3, 3}));
  EXPECT_FALSE(allowed(box, {0, 4, 0}));
  EXPECT_FALSE(allowed(box, {0, -1, 0}));
  EXPECT_FALSE(allowed(box, {0, 0}));
  const auto at_most = with_budget({{1, 2, 3}, 6, false});
  EXPECT_TRUE(allowed(at_most, {1, 1, 1}));
  EXPECT_TRUE(allowed(at_most, {0, 0, 0}));
  EXPECT_FALSE(allowed(at_most, {2, 1, 1}));
  const auto exactly = with_budget({{1, 2, 3}, 6, true});
  EXPECT_TRUE(allowed(exactly, {1, 1, 1}));
  EXPECT_FALSE(allowed(exactly, {0, 0, 0}));
}

// Brute force over the box: decisions that differ by one in one variable, or by one up and one
// down.
TEST(Neighbours, AreAllAllowedDecisionsOneUnitChangeAway) {
  for (const DecisionSpace& space :
       {box, with_budget({{1, 2, 3}, 6, false}), with_budget({{1, 1, 1}, 3, true})}) {
    const Decision here{1, 2, 0};
    std::vector<Decision> expected;
    for (int code = 0; code < 64; ++code) {
      const Decision other{code / 16, code / 4 % 4, code % 4};
      int changes = 0, sum = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        changes += std::abs(other[i] - here[i]);
        sum += other[i] - here[i];
      }
      if ((changes == 1 || (changes == 2 && sum == 0)) && allowed(space, other))
        expected.push_back(other);
    }
    if (space.budgets.empty()) {
      EXPECT_EQ(expected.size(), 9U);
    }
    EXPECT_THAT(neighbours(space, here), UnorderedElementsAreArray(expected));
  }
}

TEST(Neighbours, ComeInTheOrderOfTheChanges) {
  EXPECT_THAT(neighbours({{0, 0}, {2, 2}, {}}, {1, 1}),
              ElementsAre(Decision{2, 1}, Decision{1, 2}, Decision{0, 1}, Decision{1, 0},
                          Decision{0, 2}, Decision{2, 0}));
}

// Four shared out among three: 15 decisions, which the walk makes equally likely in the end. The
// chi-squared of 3,000 exceeds its 99.9 % quantile for one seed in 1,000.
TEST(RandomDecision, IsAnyAllowedDecisionWithTheSameProbability) {
  const DecisionSpace space{{0, 0, 0}, {4, 4, 4}, {{{1, 1, 1}, 4, true}}};
  constexpr int draws = 3000;
  std::map<Decision, int> counts;
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    const Decision decision = random_decision(space, {4, 0, 0}, 30, Luck(2, draw));
    ASSERT_TRUE(allowed(space, decision));
    ++counts[decision];
  }
  ASSERT_EQ(counts.size(), 15U);
  double chi_squared = 0;
  for (const auto& [decision, count] : counts)
    chi_squared += (count - draws / 15.0) * (count - draws / 15.0) / (draws / 15.0);
  EXPECT_LT(chi_squared, boost::math::quantile(boost::math::chi_squared(14), 0.999));
}

TEST(RandomDecision, DependsOnItsLuckAlone) {
  EXPECT_EQ(random_decision(box, {1, 1, 1}, 0, Luck(1, 1)), (Decision{1, 1, 1}));
  EXPECT_EQ(random_decision(box, {1, 1, 1}, 9, Luck(1, 1)),
            random_decision(box, {1, 1, 1}, 9, Luck(1, 1)));
  EXPECT_NE(random_decision(box, {1, 1, 1}, 9, Luck(1, 1)),
            random_decision(box, {1, 1, 1}, 9, Luck(1, 2)));
  EXPECT_THROW((void)random_decision(box, {4, 1, 1}, 9, Luck(1, 1)), std::invalid_argument);
}

TEST(CheckSpace, RefusesWhatIsNoSpace) {
  EXPECT_NO_THROW(check_space(box));
  EXPECT_THROW(check_space({}), std::invalid_argument);
  EXPECT_THROW(check_space({{0, 0}, {1}, {}}), std::invalid_argument);
  EXPECT_THROW(check_space({{0, 2}, {1, 1}, {}}), std::invalid_argument);
  EXPECT_THROW(check_space({{0, 0}, {1, 1}, {{{1}, 1, false}}}), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::decision_space_test
