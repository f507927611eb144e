#include "analysis/selection/simulated.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

namespace cordon::simulated_test {
namespace {

Simulate<int> always(std::vector<std::vector<double>> answer) {
  return [answer = std::move(answer)](std::span<const Batch<int>>) { return answer; };
}

TEST(ValuesOf, RefusesAnswersOfTheWrongSize) {
  const std::vector<Batch<int>> two = {{7, 0, 2}, {8, 5, 1}};
  EXPECT_EQ(values_of(always({{1, 2}, {3}}), two).at(1).at(0), 3);
  EXPECT_THROW((void)values_of(always({{1, 2}}), two), std::invalid_argument);
  EXPECT_THROW((void)values_of(always({{1, 2}, {3, 4}}), two), std::invalid_argument);
  EXPECT_THROW((void)values_of(always({{1, 2}, {}}), two), std::invalid_argument);
}

TEST(ValuesOf, RefusesValuesThatCannotBeRanked) {
  const std::vector<Batch<int>> one = {{7, 0, 1}};
  EXPECT_THROW((void)values_of(always({{std::numeric_limits<double>::quiet_NaN()}}), one),
               std::invalid_argument);
  EXPECT_THROW((void)values_of(always({{std::numeric_limits<double>::infinity()}}), one),
               std::invalid_argument);
}

TEST(BestOf, TakesTheFirstOfEquals) {
  const std::array means = {3.0, 1.0, 4.0, 1.0, 4.0};
  EXPECT_EQ(best_of(means, Aim::minimise), 1U);
  EXPECT_EQ(best_of(means, Aim::maximise), 2U);
  EXPECT_THROW((void)best_of({}, Aim::minimise), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::simulated_test
