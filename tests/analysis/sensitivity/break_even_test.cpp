#include "analysis/sensitivity/break_even.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "analysis/sensitivity/sweep.hpp"
#include "analysis/statistics/interval.hpp"
#include "analysis/statistics/values.hpp"
#include "tests/analysis/sensitivity/sample_points.hpp"

namespace cordon::break_even_test {
namespace {

const Eigen::VectorXd levels = Eigen::VectorXd::LinSpaced(5, 0, 4);

double normal(double u) { return boost::math::quantile(boost::math::normal(), u); }

// The response is 10 - 2 x, and more or less by what a replication has at all levels (`shared`) and
// at each by itself (`own`): it crosses 5 at 2.5.
Eigen::MatrixXd falling(int replications, double shared, double own, std::uint64_t seed) {
  const Eigen::MatrixXd luck = uniform_points(replications, 6, seed).unaryExpr(&normal);
  Eigen::MatrixXd values = own * luck.leftCols(5);
  values.colwise() += shared * luck.col(5);
  values.rowwise() += (10 - 2 * levels.array()).matrix().transpose();
  return values;
}

TEST(BreakEven, IsExactForALineWithoutNoise) {
  const BreakEven found = break_even(levels, falling(6, 0, 0, 1), 5);
  ASSERT_EQ(found.points.size(), 1);
  EXPECT_DOUBLE_EQ(found.points[0].x.estimate, 2.5);
  EXPECT_DOUBLE_EQ(found.points[0].x.low, 2.5);
  EXPECT_DOUBLE_EQ(found.points[0].x.high, 2.5);
  EXPECT_FALSE(found.points[0].rising);
  EXPECT_EQ(found.alike, 1);
  EXPECT_EQ(found.used, 6);
}

TEST(BreakEven, HasAllCrossings) {
  Eigen::MatrixXd values(2, 5);
  values << 0, 4, 0, 0, 8, 0, 2, 0, 0, 4;
  const BreakEven found = break_even(levels, values, 1);
  ASSERT_EQ(found.points.size(), 3);
  EXPECT_DOUBLE_EQ(found.points[0].x.estimate, 1.0 / 3);
  EXPECT_DOUBLE_EQ(found.points[1].x.estimate, 1 + 2.0 / 3);
  EXPECT_DOUBLE_EQ(found.points[2].x.estimate, 3 + 1.0 / 6);
  EXPECT_TRUE(found.points[0].rising && !found.points[1].rising && found.points[2].rising);
  // The two replications by themselves cross at 1/4 and 1/2.
  EXPECT_DOUBLE_EQ(found.points[0].x.low, 0.25);
  EXPECT_DOUBLE_EQ(found.points[0].x.high, 0.5);
}

// What replications share moves the whole line, and x by half of it: sd 1 / 2 / sqrt(400), times
// 2 * 1.645. If levels were resampled each by itself, it would be 0.058 at 2.5, between two levels.
TEST(BreakEven, ResamplesWholeReplications) {
  const BreakEvenPoint point =
      break_even(levels, falling(400, 1, 0, 1), 5, {0.9, 999, 1}).points[0];
  EXPECT_NEAR(point.x.high - point.x.low, 2 * 1.645 / 2 / 20, 0.01);
}

// The share of 1,000 intervals at 90 % from 10 replications that cover 2.5. Its standard error is
// 0.95 %, and of 10,000 others 89.9 % did: a right method falls outside 87..93 % once in 600 seeds.
TEST(BreakEven, CoversAsOftenAsItSays) {
  int covered = 0;
  constexpr int samples = 1000;
  for (int s = 0; s < samples; ++s)
    covered +=
        covers(break_even(levels, falling(10, 1, 0.5, 500 + s), 5, {0.9, 199, 1}).points[0].x, 2.5)
            ? 1
            : 0;
  EXPECT_GE(covered, 0.87 * samples);
  EXPECT_LE(covered, 0.93 * samples);
}

// Student's intervals at 90 % of each level's mean, as `mean_interval` gives them, in place of the
// bootstrap, and a threshold that the response only meets at the end of the sweep, 2 at 4. There
// the set is exact; its share has the same standard error.
TEST(Undecided, CoversABreakEvenPointAtTheEndAsOftenAsItSays) {
  int covered = 0;
  constexpr int samples = 1000;
  for (int s = 0; s < samples; ++s) {
    const Eigen::MatrixXd values = falling(10, 1, 0.5, 20000 + s);
    Sweep sweep{levels, Eigen::VectorXd(5), Eigen::VectorXd(5)};
    for (int i = 0; i < 5; ++i) {
      const Eigen::VectorXd level = values.col(i);
      const Interval mean = mean_interval({level.data(), 10}, 0.9);
      sweep.mean[i] = mean.estimate;
      sweep.half[i] = mean.half_width();
    }
    const auto found = undecided(sweep, 2);
    covered += !found.empty() && found.back().to == 4 ? 1 : 0;
  }
  EXPECT_GE(covered, 0.87 * samples);
  EXPECT_LE(covered, 0.93 * samples);
}

TEST(BreakEven, HasNoIntervalWhereTheResponseMayNotCross) {
  const BreakEven found = break_even(levels, falling(10, 1, 0, 3), 2.05);
  ASSERT_EQ(found.points.size(), 1);
  EXPECT_GT(found.alike, 0.2);
  EXPECT_LT(found.alike, 0.97);
  EXPECT_FALSE(std::isnan(found.points[0].x.estimate));
  EXPECT_TRUE(std::isnan(found.points[0].x.low) && std::isnan(found.points[0].x.high));
}

// Two replications rise, one falls: a resample rises as the mean does when at least two of its
// three do, whose chance is 20 / 27.
TEST(BreakEven, TellsRisingFromFalling) {
  Eigen::MatrixXd values(3, 2);
  values << 0, 10, 0, 10, 10, 0;
  const BreakEven found = break_even(levels.head(2), values, 5);
  ASSERT_EQ(found.points.size(), 1);
  EXPECT_TRUE(found.points[0].rising);
  EXPECT_DOUBLE_EQ(found.points[0].x.estimate, 0.5);
  EXPECT_NEAR(found.alike, 20.0 / 27, 0.05);  // standard error 0.014
  EXPECT_TRUE(std::isnan(found.points[0].x.low));
}

TEST(BreakEven, IsNowhereWhenNothingCrosses) {
  const BreakEven found = break_even(levels, falling(10, 1, 0, 3), -20);
  EXPECT_TRUE(found.points.empty());
  EXPECT_EQ(found.alike, 1);
}

TEST(BreakEven, DropsReplicationsWithoutAValueSomewhere) {
  Eigen::MatrixXd values = falling(8, 1, 1, 1);
  const BreakEven expected = break_even(levels, values.bottomRows(6), 5);
  values(0, 4) = no_value;
  values(1, 0) = std::numeric_limits<double>::infinity();
  const BreakEven found = break_even(levels, values, 5);
  EXPECT_EQ(found.used, 6);
  EXPECT_EQ(found.dropped, 2);
  EXPECT_EQ(found.points[0].x.estimate, expected.points[0].x.estimate);
  EXPECT_EQ(found.points[0].x.low, expected.points[0].x.low);
}

TEST(BreakEven, KnowsNothingOfNoneAndLittleOfOneReplication) {
  const BreakEven none = break_even(levels, Eigen::MatrixXd(0, 5), 5);
  EXPECT_TRUE(none.points.empty());
  EXPECT_TRUE(std::isnan(none.alike));
  const BreakEven one = break_even(levels, falling(1, 0, 0, 1), 5);
  EXPECT_DOUBLE_EQ(one.points[0].x.estimate, 2.5);
  EXPECT_TRUE(std::isnan(one.points[0].x.low));
}

TEST(BreakEven, RefusesWhatDoesNotFit) {
  EXPECT_THROW((void)break_even(levels, Eigen::MatrixXd(3, 4), 5), std::invalid_argument);
  EXPECT_THROW((void)break_even(levels, falling(4, 0, 0, 1), no_value), std::invalid_argument);
  EXPECT_THROW((void)break_even(levels, falling(4, 0, 0, 1), 5, {0, 99, 1}), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::break_even_test
