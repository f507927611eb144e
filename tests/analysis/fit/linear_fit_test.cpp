// What observations tell of parameters: intervals against exact cases and by coverage; what cannot
// be told, by name.

#include "analysis/fit/linear_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/LU>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <random>

namespace cordon::linear_fit_test {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Observations without luck: all replications are alike.
FitNeighbourhood without_luck(const MatrixXd& jacobian, const VectorXd& residuals, double error) {
  FitNeighbourhood near;
  near.values = MatrixXd::Zero(5, jacobian.rows());
  for (Eigen::Index p = 0; p < jacobian.cols(); ++p)
    near.derivatives.push_back(jacobian.col(p).transpose().replicate(5, 1));
  near.observed = residuals;
  near.observation_error = VectorXd::Constant(jacobian.rows(), error);
  return near;
}

double student(double degrees) {
  return boost::math::quantile(boost::math::students_t(degrees), 0.975);
}

TEST(AnInterval, IsThatOfOneMoreReplication) {
  FitNeighbourhood near;
  near.values = (MatrixXd(2, 1) << -1, 1).finished();
  near.derivatives = {MatrixXd::Constant(2, 1, 10)};
  near.observed = VectorXd::Constant(1, 0.4);
  near.observation_error = VectorXd::Zero(1);
  const double spread = std::sqrt(2 * (1 + 0.5));  // of it less the mean of two
  EXPECT_NEAR(half_widths(near, {0}, 0.95)[0], student(1) * spread / 10, 1e-12);
  EXPECT_NEAR(newton_step(near, {0})[0], 0.04, 1e-12);
}

TEST(Intervals, AreThoseOfLeastSquaresWhereErrorsAreIndependent) {
  const MatrixXd line = (MatrixXd(4, 2) << 1, 0, 1, 1, 1, 2, 1, 3).finished();
  const auto near = without_luck(line, VectorXd::Zero(4), 0.01);
  const MatrixXd covariance = (line.transpose() * line).inverse() * 1e-4;
  const VectorXd widths = half_widths(near, {0, 1}, 0.95);
  EXPECT_NEAR(widths[0], student(4) * std::sqrt(covariance(0, 0)), 1e-12);
  EXPECT_NEAR(widths[1], student(4) * std::sqrt(covariance(1, 1)), 1e-12);
  EXPECT_NEAR(half_widths(near, {1}, 0.95)[0], student(4) * 0.01 / std::sqrt(14), 1e-12);
}

TEST(Intervals, AreWidenedByWhatResidualsExceed) {
  const MatrixXd line = (MatrixXd(4, 1) << 1, 1, 1, 1).finished();
  const VectorXd spread = (VectorXd(4) << 1, -1, 1, -1).finished();
  // Errors of 0.5 explain 3/4 of a sum of squares of 1 for three degrees of freedom; there are 4.
  const auto near = without_luck(line, spread, 0.5);
  EXPECT_NEAR(excess_of_residuals(near, {0}), std::sqrt(4 / 0.75), 1e-12);
  EXPECT_NEAR(half_widths(near, {0}, 0.95)[0], student(4) * 0.25 * std::sqrt(4 / 0.75), 1e-12);
  EXPECT_EQ(excess_of_residuals(without_luck(line, 0.1 * spread, 0.5), {0}), 1);
}

TEST(AStep, EndsAtTheLeastSumOfSquares) {
  const MatrixXd line = (MatrixXd(3, 2) << 1, 0, 1, 1, 1, 2).finished();
  const VectorXd seen = line * Eigen::Vector2d(0.2, -0.1);
  EXPECT_NEAR(
      (newton_step(without_luck(line, seen, 1), {0, 1}) - Eigen::Vector2d(0.2, -0.1)).norm(), 0,
      1e-12);
}

TEST(WhatIsIdentified, IsAllOfAGoodDesign) {
  const MatrixXd line = (MatrixXd(3, 2) << 1, 0, 1, 1, 1, 2).finished();
  const Identification found = identify(without_luck(line, VectorXd::Zero(3), 0.01));
  EXPECT_THAT(found.silent, IsEmpty());
  EXPECT_THAT(found.unknown, IsEmpty());
  EXPECT_THAT(found.identified, ElementsAre(0, 1));
}

TEST(WhatIsIdentified, IsNotAParameterThatChangesNothing) {
  const MatrixXd line = (MatrixXd(3, 3) << 1, 0, 0, 1, 0, 1, 1, 0, 2).finished();
  const Identification found = identify(without_luck(line, VectorXd::Zero(3), 0.01));
  EXPECT_THAT(found.silent, ElementsAre(1));
  EXPECT_THAT(found.unknown, IsEmpty());
  EXPECT_THAT(found.identified, ElementsAre(0, 2));
}

TEST(WhatIsIdentified, IsNotOneWhoseIntervalIsItsRange) {
  const MatrixXd one = MatrixXd::Ones(1, 1);
  const double limit = 0.5 / student(4);
  EXPECT_THAT(identify(without_luck(one, VectorXd::Zero(1), 0.99 * limit)).silent, IsEmpty());
  EXPECT_THAT(identify(without_luck(one, VectorXd::Zero(1), 1.01 * limit)).silent, ElementsAre(0));
}

TEST(WhatIsIdentified, DoesNotDependOnHowFarTheModelErrs) {
  const MatrixXd line = (MatrixXd(4, 1) << 1, 1, 1, 1).finished();
  const VectorXd far_off = (VectorXd(4) << 50, -50, 50, -50).finished();
  EXPECT_THAT(identify(without_luck(line, far_off, 0.01)).identified, ElementsAre(0));
}

TEST(WhatIsIdentified, IsOneOfAPairThatIsKnownTogetherAlone) {
  // The second does twice what the first does, and the third something else.
  const MatrixXd pair = (MatrixXd(3, 3) << 1, 2, 1, 1, 2, 0, 1, 2, -1).finished();
  const Identification found = identify(without_luck(pair, VectorXd::Zero(3), 0.01));
  EXPECT_THAT(found.silent, IsEmpty());
  ASSERT_EQ(found.unknown.size(), 1u);
  const VectorXd weights = found.unknown[0].weights * (found.unknown[0].weights[0] > 0 ? 1 : -1);
  EXPECT_NEAR(weights[0], 2 / std::sqrt(5), 1e-9);
  EXPECT_NEAR(weights[1], -1 / std::sqrt(5), 1e-9);
  EXPECT_NEAR(weights[2], 0, 1e-9);
  EXPECT_THAT(found.identified, ElementsAre(1, 2));  // the one that changes more
}

TEST(WhatIsIdentified, IsNoMoreThanThereAreObservations) {
  const MatrixXd two = (MatrixXd(2, 3) << 1, 0, 1, 0, 1, 1).finished();
  const Identification found = identify(without_luck(two, VectorXd::Zero(2), 0.01));
  EXPECT_EQ(found.unknown.size(), 1u);
  EXPECT_EQ(found.identified.size(), 2u);
}

TEST(WhatIsIdentified, IsNoChangeThatIsLuck) {
  std::mt19937 luck(3);
  std::normal_distribution<double> normal;
  FitNeighbourhood near = without_luck(MatrixXd::Ones(50, 2), VectorXd::Zero(50), 0.001);
  for (double& change : near.derivatives[1].reshaped()) change = normal(luck);
  const Identification found = identify(near);
  EXPECT_THAT(found.silent, ElementsAre(1));
  EXPECT_THAT(found.identified, ElementsAre(0));
}

// A queue's errors last: an interval that took its observations for independent would be a third
// as long.
TEST(Intervals, CoverWhenLuckLasts) {
  constexpr int times = 600, runs = 10, length = 60;
  std::mt19937 luck(7);
  std::normal_distribution<double> normal;
  const auto series = [&] {
    VectorXd s(length);
    double now = normal(luck);
    for (double& x : s) x = now, now = 0.9 * now + std::sqrt(1 - 0.81) * normal(luck);
    return s;
  };
  int covered = 0;
  for (int t = 0; t < times; ++t) {
    FitNeighbourhood near;
    near.values.resize(runs, length);
    for (int r = 0; r < runs; ++r) near.values.row(r) = series().transpose();
    near.derivatives = {MatrixXd::Constant(runs, length, 20)};
    near.observed = series();
    near.observation_error = VectorXd::Zero(length);
    covered += std::abs(newton_step(near, {0})[0]) < half_widths(near, {0}, 0.95)[0] ? 1 : 0;
  }
  // Widening by excess of residuals covers a little more than 95 %.
  EXPECT_GT(covered, 0.94 * times);
  EXPECT_LT(covered, 0.995 * times);
}

}  // namespace
}  // namespace cordon::linear_fit_test
