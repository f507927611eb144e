#include "analysis/design/morris.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include "tests/analysis/design/evenness.hpp"

namespace cordon::morris_test {
namespace {

constexpr int most = std::numeric_limits<int>::max();

/// The points counted in levels, and how far they are from whole ones.
struct Grid {
  Eigen::MatrixXi level;
  double off;
};

Grid grid_of(const MorrisDesign& design, int levels) {
  const Eigen::ArrayXXd scaled = design.points.array() * (levels - 1);
  return {scaled.round().cast<int>(), (scaled - scaled.round()).abs().maxCoeff()};
}

TEST(Morris, ChangesOneFactorByDeltaInEachStepAndStaysInTheCube) {
  for (const int levels : {2, 4, 6, 10}) {
    const MorrisDesign design = morris(50, 7, levels, 3);
    ASSERT_EQ(design.points.rows(), 50 * 8);
    ASSERT_EQ(design.points.cols(), 7);
    EXPECT_DOUBLE_EQ(design.delta, levels / (2.0 * (levels - 1)));
    EXPECT_GE(design.points.minCoeff(), 0);
    EXPECT_LE(design.points.maxCoeff(), 1);
    const auto [level, off] = grid_of(design, levels);
    EXPECT_LT(off, 1e-14);
    for (Eigen::Index t = 0; t < 50; ++t)
      for (Eigen::Index s = 0; s < 7; ++s) {
        const Eigen::Index row = design.first_row(t) + s;
        Eigen::RowVectorXi moved = level.row(row + 1) - level.row(row);
        EXPECT_EQ(std::abs(moved[design.changed(t, s)]), levels / 2);
        moved[design.changed(t, s)] = 0;
        EXPECT_TRUE(moved.isZero());
      }
  }
}

TEST(Morris, ChangesEveryFactorOncePerTrajectory) {
  const MorrisDesign design = morris(50, 7, 4, 3);
  ASSERT_EQ(design.changed.rows(), 50);
  for (Eigen::Index t = 0; t < 50; ++t) {
    std::vector<int> factors(7);
    Eigen::RowVectorXi::Map(factors.data(), 7) = design.changed.row(t);
    std::sort(factors.begin(), factors.end());
    EXPECT_EQ(factors, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
  }
}

// Where trajectories start and which factor goes first, in 4 x 4 x 2 cells, over the trajectories
// of a design and over seeds, by the chi-squared test.
TEST(Morris, MakesLevelsAndOrdersEquallyLikelyAndIndependent) {
  const auto cell = [](const MorrisDesign& design, Eigen::Index t) {
    const Eigen::MatrixXi level = grid_of(design, 4).level.middleRows(design.first_row(t), 1);
    return static_cast<std::size_t>(8 * level(0, 0) + 2 * level(0, 1) + design.changed(t, 0));
  };
  std::vector<int> over_trajectories(32, 0), over_seeds(32, 0);
  const MorrisDesign longest = morris(3200, 2, 4, 11);
  for (int n = 0; n < 3200; ++n) {
    ++over_trajectories.at(cell(longest, n));
    ++over_seeds.at(cell(morris(1, 2, 4, static_cast<std::uint64_t>(n)), 0));
  }
  EXPECT_GE(chance_of(over_trajectories), alarm);
  EXPECT_GE(chance_of(over_seeds), alarm);
}

// In the middle of the trajectories too: one row of each, so that the counts are independent.
TEST(Morris, MakesEveryLevelEquallyLikelyInEachRow) {
  const MorrisDesign design = morris(2000, 3, 6, 12);
  const Eigen::MatrixXi level = grid_of(design, 6).level;
  for (Eigen::Index s = 0; s <= 3; ++s) {
    std::vector<int> counts(6, 0);
    for (Eigen::Index t = 0; t < 2000; ++t)
      for (Eigen::Index j = 0; j < 3; ++j)
        ++counts.at(static_cast<std::size_t>(level(design.first_row(t) + s, j)));
    EXPECT_GE(chance_of(counts), alarm) << s;
  }
}

TEST(Morris, MakesAllOrdersOfThreeFactorsEquallyLikely) {
  const MorrisDesign design = morris(3000, 3, 4, 13);
  std::vector<int> counts(6, 0);
  for (Eigen::Index t = 0; t < 3000; ++t) {
    const auto order = design.changed.row(t);
    ++counts.at(static_cast<std::size_t>(2 * order[0] + (order[1] > order[2] ? 1 : 0)));
  }
  EXPECT_GE(chance_of(counts), alarm);
}

TEST(Morris, ExtendsShorterDesigns) {
  const MorrisDesign shorter = morris(5, 3, 4, 8), longer = morris(9, 3, 4, 8);
  EXPECT_EQ(longer.points.topRows(20), shorter.points);
  EXPECT_EQ(longer.changed.topRows(5), shorter.changed);
  EXPECT_NE(morris(5, 3, 4, 9).points, shorter.points);
}

// A fingerprint: designs of old studies can be made again. Update it on purpose only.
TEST(Morris, StaysAsItWas) {
  Eigen::MatrixXi expected(4, 3);
  expected << 0, 3, 3,  //
      2, 3, 3,          //
      2, 3, 1,          //
      2, 1, 1;
  EXPECT_EQ(grid_of(morris(1, 3, 4, 1), 4).level, expected);
}

TEST(Morris, RefusesSizesOutOfRangeAndOddLevels) {
  EXPECT_THROW((void)morris(0, 3, 4, 1), std::invalid_argument);
  EXPECT_THROW((void)morris(5, 0, 4, 1), std::invalid_argument);
  EXPECT_THROW((void)morris(-5, -3, 4, 1), std::invalid_argument);
  for (const int levels : {-2, 0, 1, 3, 5})
    EXPECT_THROW((void)morris(5, 3, levels, 1), std::invalid_argument);
  EXPECT_THROW((void)morris(5'000'001, 1, 4, 1), std::length_error);
  EXPECT_THROW((void)morris(most, most, 4, 1), std::length_error);
}

}  // namespace
}  // namespace cordon::morris_test
