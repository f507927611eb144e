#include "analysis/sensitivity/elementary_effects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "analysis/statistics/values.hpp"
#include "tests/analysis/sensitivity/sample_points.hpp"

namespace cordon::elementary_effects_test {
namespace {

// From the lower half of a grid of 4 levels upwards by 2/3, one factor after another in random
// order.
Eigen::MatrixXd trajectories(int count, int factors, std::uint64_t seed) {
  const Eigen::MatrixXd start = uniform_points(count, factors, seed);
  const Eigen::MatrixXd order = uniform_points(count, factors, seed + 1'000'000);
  Eigen::MatrixXd points(count * (factors + 1), factors);
  for (int t = 0; t < count; ++t) {
    std::vector<int> turn(static_cast<std::size_t>(factors));
    std::iota(turn.begin(), turn.end(), 0);
    std::sort(turn.begin(), turn.end(), [&](int i, int j) { return order(t, i) < order(t, j); });
    Eigen::RowVectorXd point = (start.row(t).array() < 0.5).select(0.0, start.row(t) * 0);
    for (int i = 0; i < factors; ++i) point[i] = start(t, i) < 0.5 ? 0 : 1.0 / 3;
    int row = t * (factors + 1);
    points.row(row) = point;
    for (const int factor : turn) {
      point[factor] += 2.0 / 3;
      points.row(++row) = point;
    }
  }
  return points;
}

MorrisScreening screened(const Eigen::MatrixXd& points, const Model& model) {
  return morris_screening(elementary_effects(points, outputs_at(points, model)));
}

// Source: Saltelli et al., Global Sensitivity Analysis: The Primer (2008), exercise 4 of chapter 3:
// six trajectories of two factors, outputs and results with two decimals.
TEST(MorrisScreening, AgreesWithThePrimersExercise) {
  Eigen::MatrixXd thirds(18, 2);
  thirds << 0, 1, 0, 3, 2, 3, 0, 1, 2, 1, 2, 3, 2, 0, 2, 2, 0, 2, 1, 3, 3, 3, 3, 1, 1, 3, 1, 1, 3,
      1, 1, 2, 1, 0, 3, 0;
  Eigen::VectorXd outputs(18);
  outputs << 0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17,
      1.54, 2.20, 1.87, 1.0;
  const MorrisScreening found = morris_screening(elementary_effects(thirds / 3, outputs));
  EXPECT_NEAR(found.factors[0].mu, 0.66, 0.02);
  EXPECT_NEAR(found.factors[0].mu_star.estimate, 1.62, 0.01);
  EXPECT_NEAR(found.factors[0].sigma, 1.79, 0.01);
  EXPECT_NEAR(found.factors[1].mu, 0.21, 0.01);
  EXPECT_NEAR(found.factors[1].mu_star.estimate, 0.35, 0.01);
  EXPECT_NEAR(found.factors[1].sigma, 0.41, 0.01);
  EXPECT_EQ(found.used, 6);
}

// Morris's test function of 20 factors: the first ten matter, of which the first seven are curved
// or depend on one another and the next three are linear with slope 2 * 20 on 0..1. The
// coefficients that he draws from a normal distribution are (-1)^i and (-1)^(i+j), as in
// `morris.fun` of R's package sensitivity. Source: Morris, Technometrics 33 (1991), section 5.
double morris_function(const Eigen::RowVectorXd& x) {
  Eigen::RowVectorXd w = 2 * (x.array() - 0.5);
  for (const int i : {2, 4, 6}) w[i] = 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5);
  const auto sign = [](int i) { return i % 2 == 0 ? 1.0 : -1.0; };
  double y = 0;
  for (int i = 0; i < 20; ++i) {
    y += (i < 10 ? 20 : sign(i + 1)) * w[i];
    for (int j = i + 1; j < 20; ++j) y += (j < 6 ? -15 : sign(i + j)) * w[i] * w[j];
  }
  for (int i = 0; i < 5; ++i)
    for (int j = i + 1; j < 5; ++j)
      for (int l = j + 1; l < 5; ++l) y -= 10 * w[i] * w[j] * w[l];
  return y + 5 * w[0] * w[1] * w[2] * w[3];
}

TEST(MorrisScreening, TellsTheGroupsOfMorrissTestFunction) {
  const MorrisScreening found = screened(trajectories(20, 20, 1), morris_function);
  for (std::size_t i = 0; i < 20; ++i) {
    const MorrisEffect& effect = found.factors[i];
    const bool important = i < 10, curved = i < 7;
    EXPECT_EQ(effect.mu_star.low > 18, important) << "factor " << i + 1;
    EXPECT_EQ(effect.mu_star.high > 13, important) << "factor " << i + 1;
    EXPECT_EQ(effect.sigma > 14, curved) << "factor " << i + 1;
  }
  for (const std::size_t straight : {7, 8, 9}) EXPECT_NEAR(found.factors[straight].mu, 40, 6);
}

TEST(MorrisScreening, IsExactForALinearModel) {
  const MorrisScreening found =
      screened(trajectories(5, 3, 1), [](const auto& x) { return 7 + 3 * x[0] - 2 * x[1]; });
  const double slopes[] = {3, -2, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(found.factors[i].mu, slopes[i], 1e-12);
    EXPECT_NEAR(found.factors[i].sigma, 0, 1e-12);
    EXPECT_NEAR(found.factors[i].mu_star.estimate, std::abs(slopes[i]), 1e-12);
    EXPECT_NEAR(found.factors[i].mu_star.low, std::abs(slopes[i]), 1e-12);
    EXPECT_NEAR(found.factors[i].mu_star.high, std::abs(slopes[i]), 1e-12);
  }
}

// x0's slope is 1 where x1 is high, -1 where it is low.
TEST(MorrisScreening, SeesEffectsThatCancelOut) {
  const MorrisScreening found =
      screened(trajectories(200, 2, 1), [](const auto& x) { return x[1] > 0.5 ? x[0] : -x[0]; });
  EXPECT_NEAR(found.factors[0].mu_star.estimate, 1, 1e-12);
  EXPECT_NEAR(found.factors[0].mu, 0, 0.25);  // standard error 0.07
  EXPECT_NEAR(found.factors[0].sigma, 1, 0.05);
}

TEST(MorrisScreening, DropsTrajectoriesWithAFailedRun) {
  const Eigen::MatrixXd points = trajectories(6, 2, 1);
  Eigen::VectorXd outputs = outputs_at(points, [](const auto& x) { return std::exp(x.sum()); });
  const Eigen::MatrixXd whole = elementary_effects(points, outputs);
  outputs[3] = no_value;
  outputs[17] = std::numeric_limits<double>::infinity();
  const MorrisScreening found = morris_screening(elementary_effects(points, outputs));
  EXPECT_EQ(found.used, 4);
  EXPECT_EQ(found.dropped, 2);
  const MorrisScreening expected =
      morris_screening(whole(std::vector<int>{0, 2, 3, 4}, Eigen::all));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(found.factors[i].mu, expected.factors[i].mu);
    EXPECT_EQ(found.factors[i].mu_star.high, expected.factors[i].mu_star.high);
  }
}

TEST(MorrisScreening, KnowsNothingOfNoneAndLittleOfOne) {
  const MorrisScreening none = morris_screening(Eigen::MatrixXd::Constant(3, 2, no_value));
  EXPECT_EQ(none.dropped, 3);
  ASSERT_EQ(none.factors.size(), 2);
  EXPECT_TRUE(std::isnan(none.factors[1].mu) && std::isnan(none.factors[1].mu_star.estimate));
  const MorrisScreening one = morris_screening(Eigen::MatrixXd::Constant(1, 2, -3));
  EXPECT_EQ(one.factors[0].mu, -3);
  EXPECT_EQ(one.factors[0].mu_star.estimate, 3);
  EXPECT_TRUE(std::isnan(one.factors[0].sigma) && std::isnan(one.factors[0].mu_star.low));
}

// Effects of x0 are x1 - 0.3 with x1 one of 0, 1/3, 2/3, 1: mu* is 0.35. The share of 1,000
// intervals at 90 % from 20 trajectories that cover it has a standard error of 0.9 %, and of 10,000
// others 92 % did: a right method falls outside 89..94.6 % once in 400 seeds.
TEST(MorrisScreening, CoversMuStarAsOftenAsItSays) {
  int covered = 0;
  constexpr int samples = 1000;
  for (int s = 0; s < samples; ++s) {
    const Eigen::MatrixXd points = trajectories(20, 2, 3000 + s);
    const Eigen::VectorXd outputs =
        outputs_at(points, [](const auto& x) { return x[0] * (x[1] - 0.3); });
    const auto found = morris_screening(elementary_effects(points, outputs), {0.9, 199, 1});
    covered += covers(found.factors[0].mu_star, 0.35) ? 1 : 0;
  }
  EXPECT_GE(covered, 0.89 * samples);
  EXPECT_LE(covered, 0.946 * samples);
}

TEST(ElementaryEffects, RefusesWhatIsNoTrajectory) {
  Eigen::MatrixXd points(3, 2);
  const Eigen::VectorXd outputs = Eigen::VectorXd::Zero(3);
  points << 0, 0, 1, 0, 1, 1;
  EXPECT_NO_THROW((void)elementary_effects(points, outputs));
  points << 0, 0, 1, 1, 1, 0;  // two at once
  EXPECT_THROW((void)elementary_effects(points, outputs), std::invalid_argument);
  points << 0, 0, 0, 0, 0, 1;  // none
  EXPECT_THROW((void)elementary_effects(points, outputs), std::invalid_argument);
  points << 0, 0, 1, 0, 0, 0;  // one twice
  EXPECT_THROW((void)elementary_effects(points, outputs), std::invalid_argument);
  EXPECT_THROW((void)elementary_effects(points, outputs.head(2)), std::invalid_argument);
  EXPECT_THROW((void)elementary_effects(points.topRows(2), outputs.head(2)), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::elementary_effects_test
