#include "analysis/sensitivity/sweep.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"

namespace cordon::sweep_test {
namespace {

Eigen::VectorXd of(const std::vector<double>& values) {
  return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

TEST(SweepRange, GoesFromTheLowestMeanToTheHighest) {
  const SweepRange range =
      sweep_range({of({1, 2, 3, 4}), of({5, 9, no_value, 2}), of({0.5, 1, no_value, 0.25})});
  EXPECT_EQ(range.lowest, 2);
  EXPECT_EQ(range.highest, 9);
  EXPECT_EQ(range.at_lowest, 4);
  EXPECT_EQ(range.at_highest, 2);
  EXPECT_EQ(range.half, 1.25);
  EXPECT_EQ(range.width(), 7);
}

TEST(SweepRange, HasNoWidthForOneLevelAndIsUnknownForNone) {
  const SweepRange one = sweep_range({of({1, 2}), of({5, no_value}), of({0.5, no_value})});
  EXPECT_EQ(one.width(), 0);
  EXPECT_EQ(one.half, 0);
  EXPECT_TRUE(std::isnan(sweep_range({of({1, 2}), of({no_value, no_value}), of({1, 1})}).lowest));
}

TEST(TornadoOrder, PutsTheWidestFirst) {
  const std::vector<SweepRange> ranges = {{0, 1, 0, 0, 0},
                                          {no_value, no_value, no_value, no_value, no_value},
                                          {-3, 4, 0, 0, 0},
                                          {5, 6, 0, 0, 0},
                                          {0, 0, 0, 0, 0}};
  EXPECT_EQ(tornado_order(ranges), (std::vector<int>{2, 0, 3, 4, 1}));
}

TEST(Crossings, AreWhereStraightLinesMeetTheThreshold) {
  const auto found = crossings(of({0, 1, 3, 4}), of({0, 4, 0, 8}), 3);
  ASSERT_EQ(found.size(), 3);
  EXPECT_DOUBLE_EQ(found[0].x, 0.75);
  EXPECT_TRUE(found[0].rising);
  EXPECT_DOUBLE_EQ(found[1].x, 1.5);
  EXPECT_FALSE(found[1].rising);
  EXPECT_DOUBLE_EQ(found[2].x, 3.375);
  EXPECT_TRUE(found[2].rising);
}

TEST(Crossings, AreNotTouches) {
  EXPECT_TRUE(crossings(of({0, 1, 2}), of({0, 3, 1}), 3).empty());
  EXPECT_TRUE(crossings(of({0, 1, 2}), of({3, 4, 3}), 3).empty());
  EXPECT_TRUE(crossings(of({0, 1, 2}), of({3, 3, 3}), 3).empty());
  EXPECT_TRUE(crossings(of({0}), of({4}), 3).empty());
}

TEST(Crossings, AreInTheMiddleOfAStretchOnTheThreshold) {
  const auto at_level = crossings(of({0, 1, 2}), of({0, 3, 4}), 3);
  ASSERT_EQ(at_level.size(), 1);
  EXPECT_EQ(at_level[0].x, 1);
  const auto along = crossings(of({0, 1, 2, 5}), of({4, 3, 3, 1}), 3);
  ASSERT_EQ(along.size(), 1);
  EXPECT_EQ(along[0].x, 1.5);
  EXPECT_FALSE(along[0].rising);
}

TEST(Crossings, AreNotLookedForBesideALevelWithoutValue) {
  EXPECT_TRUE(crossings(of({0, 1, 2}), of({0, no_value, 4}), 3).empty());
  EXPECT_EQ(crossings(of({0, 1, 2, 3}), of({0, no_value, 4, 0}), 3).size(), 1);
}

// The mean is x, and the half width 1: it cannot be told from 3.5 between 2.5 and 4.5.
TEST(Undecided, IsWhereTheThresholdIsWithinTheInterval) {
  const Eigen::VectorXd x = of({0, 1, 2, 3, 4, 5, 6});
  const auto found = undecided({x, x, Eigen::VectorXd::Ones(7)}, 3.5);
  ASSERT_EQ(found.size(), 1);
  EXPECT_DOUBLE_EQ(found[0].from, 2.5);
  EXPECT_DOUBLE_EQ(found[0].to, 4.5);
  const auto to_the_end = undecided({x, x, Eigen::VectorXd::Ones(7)}, 6.75);
  ASSERT_EQ(to_the_end.size(), 1);
  EXPECT_DOUBLE_EQ(to_the_end[0].from, 5.75);
  EXPECT_DOUBLE_EQ(to_the_end[0].to, 6);
  EXPECT_TRUE(undecided({x, x, Eigen::VectorXd::Ones(7)}, 7.5).empty());
}

TEST(Undecided, HasAStretchForEachCrossing) {
  const auto found = undecided({of({0, 1, 2}), of({-1, 1, -1}), of({0.5, 0.5, 0.5})}, 0);
  ASSERT_EQ(found.size(), 2);
  EXPECT_DOUBLE_EQ(found[0].from, 0.25);
  EXPECT_DOUBLE_EQ(found[0].to, 0.75);
  EXPECT_DOUBLE_EQ(found[1].from, 1.25);
  EXPECT_DOUBLE_EQ(found[1].to, 1.75);
}

// Exact means: the stretch has no length, and only a single level is known beside unknown ones.
TEST(Undecided, MayBeAPoint) {
  const auto exact = undecided({of({0, 1, 2}), of({0, 1, 2}), of({0, 0, 0})}, 1.5);
  ASSERT_EQ(exact.size(), 1);
  EXPECT_DOUBLE_EQ(exact[0].from, 1.5);
  EXPECT_DOUBLE_EQ(exact[0].to, 1.5);
  const auto alone = undecided({of({0, 1, 2}), of({no_value, 1, 2}), of({1, 1, no_value})}, 1.5);
  ASSERT_EQ(alone.size(), 1);
  EXPECT_EQ(alone[0].from, 1);
  EXPECT_EQ(alone[0].to, 1);
}

TEST(Sweep, IsRefusedWhenItMakesNoSense) {
  const Eigen::VectorXd x = of({0, 1}), y = of({5, 6}), half = of({1, 1});
  EXPECT_NO_THROW((void)sweep_range({x, y, half}));
  EXPECT_THROW((void)sweep_range({of({1, 1}), y, half}), std::invalid_argument);
  EXPECT_THROW((void)sweep_range({of({no_value, 1}), y, half}), std::invalid_argument);
  EXPECT_THROW((void)sweep_range({of({0, std::numeric_limits<double>::infinity()}), y, half}),
               std::invalid_argument);
  EXPECT_THROW((void)sweep_range({of({}), of({}), of({})}), std::invalid_argument);
  EXPECT_THROW((void)sweep_range({x, of({1}), half}), std::invalid_argument);
  EXPECT_THROW((void)sweep_range({x, y, of({1})}), std::invalid_argument);
  EXPECT_THROW((void)undecided({x, y, of({1, -1})}, 5), std::invalid_argument);
  EXPECT_THROW((void)undecided({x, y, half}, no_value), std::invalid_argument);
  EXPECT_THROW((void)crossings(x, y, no_value), std::invalid_argument);
  EXPECT_THROW((void)crossings(x, of({1}), 5), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::sweep_test
