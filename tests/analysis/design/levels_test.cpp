#include "analysis/design/levels.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace cordon::levels_test {
namespace {

TEST(FullGrid, HasAllCombinationsAndChangesTheLastFactorFastest) {
  Eigen::MatrixXd expected(6, 3);
  expected << 0.1, 7, -1,  //
      0.1, 7, 0,           //
      0.1, 7, 2,           //
      0.9, 7, -1,          //
      0.9, 7, 0,           //
      0.9, 7, 2;
  EXPECT_EQ(full_grid({{0.1, 0.9}, {7}, {-1, 0, 2}}), expected);
}

TEST(FullGrid, OfOneFactorIsItsLevels) {
  EXPECT_EQ(full_grid({{3, 1, 2}}), Eigen::Vector3d(3, 1, 2));
}

TEST(FullGrid, RefusesWhatHasNoPoints) {
  EXPECT_THROW((void)full_grid({}), std::invalid_argument);
  EXPECT_THROW((void)full_grid({{0, 1}, {}}), std::invalid_argument);
}

TEST(FullGrid, RefusesMoreThanTenMillionCombinations) {
  const std::vector<double> ten(10, 0.5);
  EXPECT_THROW((void)full_grid({ten, ten, ten, ten, ten, ten, ten, {0, 1}}), std::length_error);
  // 2^64 and 10^64, which would overflow to no points, and to some number of points.
  EXPECT_THROW((void)full_grid(Levels(64, {0, 1})), std::length_error);
  EXPECT_THROW((void)full_grid(Levels(64, ten)), std::length_error);
}

TEST(FullGrid, MakesTenMillionCombinations) {
  EXPECT_EQ(full_grid({std::vector<double>(10'000'000, 0.5)}).rows(), 10'000'000);
}

TEST(FullGrid, CountsLikeDigits) {
  const std::vector<double> digits = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  const Eigen::MatrixXd grid = full_grid(Levels(4, digits));
  ASSERT_EQ(grid.rows(), 10'000);
  EXPECT_EQ(grid.row(9071), Eigen::RowVector4d(9, 0, 7, 1));
}

TEST(OneAtATime, MovesEachFactorAloneFromTheStart) {
  Eigen::MatrixXd expected(5, 3);
  expected << 0.5, 1, 3,  // the start
      0.25, 1, 3,         //
      0.75, 1, 3,         // the first factor, but for its level at the start
      0.5, 2, 3,          // the second
      0.5, 1, 4;          // the third, whose start is not one of its levels
  EXPECT_EQ(one_at_a_time({{0.25, 0.5, 0.75}, {2, 1}, {4}}, {0.5, 1, 3}), expected);
}

TEST(OneAtATime, IsTheStartWhenThereAreNoOtherLevels) {
  EXPECT_EQ(one_at_a_time({{1}, {2, 2}}, {1, 2}), Eigen::RowVector2d(1, 2));
}

TEST(OneAtATime, RefusesStartsOfAnotherSizeAndFactorsWithoutLevels) {
  EXPECT_THROW((void)one_at_a_time({{0, 1}, {0, 1}}, {0}), std::invalid_argument);
  EXPECT_THROW((void)one_at_a_time({{0, 1}}, {0, 1}), std::invalid_argument);
  EXPECT_THROW((void)one_at_a_time({{0, 1}, {}}, {0, 1}), std::invalid_argument);
  EXPECT_THROW((void)one_at_a_time({}, {}), std::invalid_argument);
  EXPECT_THROW((void)one_at_a_time({std::vector<double>(10'000'000, 0.5)}, {0}), std::length_error);
}

}  // namespace
}  // namespace cordon::levels_test
