#include "analysis/sensitivity/prim.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/statistics/values.hpp"
#include "tests/analysis/sensitivity/sample_points.hpp"

namespace cordon::prim_test {
namespace {

// Of interest: x0 above 0.6 and x2 below 0.5, a fifth of the cube.
double planted(const Eigen::RowVectorXd& x) { return x[0] > 0.6 && x[2] < 0.5 ? 1 : 0; }

Outcomes planted_outcomes(int points, int factors, std::uint64_t seed) {
  const Eigen::MatrixXd made = uniform_points(points, factors, seed);
  return known_outcomes(made, outputs_at(made, planted));
}

const PrimBox& densest(const std::vector<PrimBox>& boxes) {
  const PrimBox* best = &boxes.front();
  for (const PrimBox& box : boxes)
    if (box.density > best->density) best = &box;
  return *best;
}

TEST(Prim, FindsAPlantedBox) {
  const Outcomes outcomes = planted_outcomes(1000, 5, 1);
  const PrimBox box = pasted(densest(peeling_trajectory(outcomes)), outcomes);
  EXPECT_NEAR(box.low[0], 0.6, 0.02);
  EXPECT_NEAR(box.high[2], 0.5, 0.02);
  EXPECT_EQ(box.restricted_factors(), 2);
  EXPECT_EQ(box.restrictions.size(), 2);
  EXPECT_EQ(box.density, 1);
  EXPECT_GT(box.coverage, 0.95);  // less than a step of pasting is left
  EXPECT_NEAR(box.mass, 0.2, 0.05);
}

// A tenth of the outcomes is turned over: inside 9 of 10 are of interest, outside 1 of 10, so that
// the box has 0.9 * 0.2 of 0.9 * 0.2 + 0.1 * 0.8, or 69 % of all of interest.
TEST(Prim, FindsAPlantedBoxInNoise) {
  const Eigen::MatrixXd points = uniform_points(2000, 6, 3);
  const Eigen::VectorXd outcomes =
      outputs_at(points, [](const auto& x) { return x[5] < 0.1 ? 1 - planted(x) : planted(x); });
  const Outcomes known = known_outcomes(points.leftCols(5), outcomes);
  const std::vector<PrimBox> boxes = peeling_trajectory(known);
  // The step whose mass is nearest to that of the planted box.
  const PrimBox* nearest = &boxes.front();
  for (const PrimBox& box : boxes)
    if (std::abs(box.mass - 0.2) < std::abs(nearest->mass - 0.2)) nearest = &box;
  EXPECT_NEAR(nearest->low[0], 0.6, 0.04);
  EXPECT_NEAR(nearest->high[2], 0.5, 0.04);
  EXPECT_NEAR(nearest->density, 0.9, 0.03);
  EXPECT_NEAR(nearest->coverage, 0.69, 0.04);
  ASSERT_FALSE(nearest->restrictions.empty());
  EXPECT_EQ(nearest->restrictions.front().factor, 0);
  EXPECT_LT(nearest->restrictions.front().quasi_p, 1e-9);
}

TEST(PeelingTrajectory, GoesInwardsFromTheWholeCube) {
  const Outcomes outcomes = planted_outcomes(500, 4, 2);
  const std::vector<PrimBox> boxes = peeling_trajectory(outcomes);
  EXPECT_EQ(boxes.front().mass, 1);
  EXPECT_EQ(boxes.front().coverage, 1);
  EXPECT_TRUE(boxes.front().restrictions.empty());
  ASSERT_GT(boxes.size(), 10);
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const PrimBox &before = boxes[i - 1], &box = boxes[i];
    EXPECT_TRUE((box.low.array() >= before.low.array()).all());
    EXPECT_TRUE((box.high.array() <= before.high.array()).all());
    EXPECT_EQ(before.points - box.points, std::max(1, before.points / 20));
    const auto in = inside(box.low, box.high, outcomes.points);
    EXPECT_EQ(box.points, in.count());
    EXPECT_EQ(box.of_interest, (in && outcomes.of_interest).count());
    EXPECT_DOUBLE_EQ(box.density, box.of_interest / static_cast<double>(box.points));
    EXPECT_DOUBLE_EQ(box.coverage,
                     box.of_interest / static_cast<double>(outcomes.of_interest.count()));
    EXPECT_DOUBLE_EQ(box.mass, box.points / 500.0);
  }
}

// On stripes too thin for a box.
TEST(PeelingTrajectory, StopsBeforeTheLeastMass) {
  const Eigen::MatrixXd points = uniform_points(400, 3, 1);
  const Outcomes striped =
      known_outcomes(points, outputs_at(points, [](const auto& x) {
                       return std::floor(x[2] * 200) / 2 == std::floor(x[2] * 100);
                     }));
  const std::vector<PrimBox> boxes = peeling_trajectory(striped, {0.1, 0.05, 0.25});
  EXPECT_GE(boxes.back().points, 100);
  EXPECT_LT(boxes.back().points, 112);
}

TEST(PeelingTrajectory, IsTheWholeCubeWhenAllOrNoneAreOfInterest) {
  const Eigen::MatrixXd points = uniform_points(50, 2, 1);
  const auto all = peeling_trajectory(known_outcomes(points, Eigen::VectorXd::Ones(50)));
  ASSERT_EQ(all.size(), 1);
  EXPECT_EQ(all[0].density, 1);
  const auto none = peeling_trajectory(known_outcomes(points, Eigen::VectorXd::Zero(50)));
  EXPECT_EQ(none[0].density, 0);
  EXPECT_TRUE(std::isnan(none[0].coverage));
  EXPECT_TRUE(peeling_trajectory(known_outcomes(points.topRows(0), Eigen::VectorXd())).empty());
}

// Levels 0, 1/3, 2/3, 1 of two factors, 25 points each: a step takes a whole level, and ends lie
// half way to the next.
TEST(PeelingTrajectory, TakesPointsWithTheSameLevelTogether) {
  Eigen::MatrixXd points(400, 2);
  for (int i = 0; i < 400; ++i) points.row(i) << (i % 4) / 3.0, (i / 4 % 4) / 3.0;
  const Eigen::VectorXd outcomes =
      outputs_at(points, [](const auto& x) { return x[0] > 0.9 && x[1] < 0.5 ? 1 : 0; });
  const std::vector<PrimBox> boxes = peeling_trajectory(known_outcomes(points, outcomes));
  EXPECT_DOUBLE_EQ(boxes.back().low[0], 5.0 / 6);
  EXPECT_DOUBLE_EQ(boxes.back().high[1], 0.5);
  EXPECT_EQ(boxes.back().points, 50);
  EXPECT_EQ(boxes.back().density, 1);
  EXPECT_EQ(boxes[1].points, 300);
}

// With nothing of interest any step gains as little; one of x0 takes half of the points.
TEST(PeelingTrajectory, TakesTheSmallerSliceOfTwoAsGood) {
  Eigen::MatrixXd points = uniform_points(100, 2, 1);
  for (int i = 0; i < 100; ++i) points(i, 0) = i % 2;
  const auto boxes = peeling_trajectory(known_outcomes(points, Eigen::VectorXd::Zero(100)));
  EXPECT_EQ(boxes[1].points, 95);
}

TEST(PeelingTrajectory, DoesNotDependOnTheOrderOfRuns) {
  const Outcomes outcomes = planted_outcomes(300, 4, 4);
  Outcomes reversed = outcomes;
  reversed.points = outcomes.points.colwise().reverse().eval();
  reversed.of_interest = outcomes.of_interest.reverse().eval();
  const auto one = peeling_trajectory(outcomes), other = peeling_trajectory(reversed);
  ASSERT_EQ(one.size(), other.size());
  EXPECT_EQ(one.back().low, other.back().low);
  EXPECT_EQ(one.back().high, other.back().high);
}

TEST(Pasted, GivesBackWhatWasPeeledTooMuch) {
  const Outcomes outcomes = planted_outcomes(1000, 3, 1);
  const PrimBox tight =
      measured_box(Eigen::Vector3d(0.7, 0.2, 0.1), Eigen::Vector3d(1, 0.9, 0.4), outcomes);
  const PrimBox grown = pasted(tight, outcomes);
  EXPECT_EQ(grown.density, 1);
  EXPECT_LT(tight.coverage, 0.4);
  EXPECT_EQ(tight.restricted_factors(), 3);
  EXPECT_GT(grown.coverage, 0.95);  // less than a step is left
  EXPECT_EQ(grown.low[1], 0);
  EXPECT_EQ(grown.high[1], 1);
  EXPECT_EQ(grown.low[2], 0);
}

double noisy(const Eigen::RowVectorXd& x) { return x[3] < 0.2 ? 1 - planted(x) : planted(x); }

void expect_no_lower_density(const Eigen::MatrixXd& points, const Eigen::VectorXd& outcomes) {
  const Outcomes known = known_outcomes(points, outcomes);
  for (const PrimBox& box : peeling_trajectory(known)) {
    const PrimBox grown = pasted(box, known);
    EXPECT_GE(grown.density, box.density);
    EXPECT_GE(grown.points, box.points);
    EXPECT_TRUE((grown.low.array() <= box.low.array()).all());
  }
}

TEST(Pasted, NeverLowersTheDensity) {
  const Eigen::MatrixXd points = uniform_points(400, 4, 3);
  expect_no_lower_density(points, outputs_at(points, noisy));
}

// Points of a level are given back together: a part of them may be better than all.
TEST(Pasted, NeverLowersTheDensityByAPartOfALevel) {
  for (int seed = 0; seed < 10; ++seed) {
    const Eigen::MatrixXd points = uniform_points(200, 4, seed);
    expect_no_lower_density((4 * points.leftCols(3)).array().floor() / 3,
                            outputs_at(points, noisy));
  }
}

// Ten points in the box, eight of them of interest; without the restriction twenty, half of them of
// interest: P(X >= 8) for X binomial (10, 1/2) is 56 / 1024. The upper side of x1 keeps no one out.
TEST(MeasuredBox, HasBinomialQuasiPValues) {
  Eigen::MatrixXd points(20, 2);
  Eigen::VectorXd outcomes(20);
  for (int i = 0; i < 20; ++i) {
    points.row(i) << (i + 0.5) / 20, 0.5;
    outcomes[i] = i >= 12 || i < 2 ? 1 : 0;
  }
  const PrimBox box = measured_box(Eigen::Vector2d(0.5, 0), Eigen::Vector2d(1, 0.8),
                                   known_outcomes(points, outcomes));
  EXPECT_EQ(box.points, 10);
  EXPECT_EQ(box.of_interest, 8);
  ASSERT_EQ(box.restrictions.size(), 2);
  EXPECT_EQ(box.restrictions[0].factor, 0);
  EXPECT_FALSE(box.restrictions[0].upper);
  EXPECT_EQ(box.restrictions[0].limit, 0.5);
  EXPECT_NEAR(box.restrictions[0].quasi_p, 56.0 / 1024, 1e-12);
  EXPECT_EQ(box.restrictions[1].factor, 1);
  EXPECT_TRUE(box.restrictions[1].upper);
  // 45 * 0.8^8 0.2^2 + 10 * 0.8^9 0.2 + 0.8^10
  EXPECT_NEAR(box.restrictions[1].quasi_p, 0.6777995264, 1e-9);
}

TEST(MeasuredBox, HasNoDensityWithoutPoints) {
  const Outcomes outcomes = planted_outcomes(20, 2 + 1, 1);
  const Eigen::Vector3d corner = Eigen::Vector3d::Constant(1e-12);
  const PrimBox box = measured_box(Eigen::Vector3d::Zero(), corner, outcomes);
  EXPECT_EQ(box.points, 0);
  EXPECT_TRUE(std::isnan(box.density));
  EXPECT_EQ(box.coverage, 0);
  EXPECT_EQ(box.restrictions[0].quasi_p, 1);
}

TEST(KnownOutcomes, LeaveOutFailedRuns) {
  const Eigen::MatrixXd points = uniform_points(4, 2, 1);
  const Outcomes known = known_outcomes(points, Eigen::Vector4d(1, no_value, 0, 1));
  EXPECT_EQ(known.count(), 3);
  EXPECT_EQ(known.dropped, 1);
  EXPECT_EQ(known.points.row(1), points.row(2));
  EXPECT_TRUE(known.of_interest[0] && !known.of_interest[1] && known.of_interest[2]);
}

TEST(Prim, RefusesWhatMakesNoSense) {
  Eigen::MatrixXd points = uniform_points(4, 2, 1);
  const Eigen::Vector4d outcomes(1, 0, 0, 1);
  const Outcomes known = known_outcomes(points, outcomes);
  EXPECT_THROW((void)known_outcomes(points.topRows(3), outcomes), std::invalid_argument);
  EXPECT_THROW((void)known_outcomes(points.leftCols(0), outcomes), std::invalid_argument);
  EXPECT_THROW((void)known_outcomes(points, 2 * outcomes), std::invalid_argument);
  points(0, 0) = 1.5;
  EXPECT_THROW((void)known_outcomes(points, outcomes), std::invalid_argument);
  EXPECT_THROW((void)peeling_trajectory(known, {0, 0.05, 0.05}), std::invalid_argument);
  EXPECT_THROW((void)peeling_trajectory(known, {0.05, 0.05, 1}), std::invalid_argument);
  const Eigen::Vector2d zero(0, 0), one(1, 1);
  EXPECT_THROW((void)measured_box(one, zero, known), std::invalid_argument);
  EXPECT_THROW((void)measured_box(zero, 2 * one, known), std::invalid_argument);
  EXPECT_THROW((void)measured_box(zero, Eigen::Vector3d::Ones(), known), std::invalid_argument);
  EXPECT_THROW((void)pasted(measured_box(zero, one, known), known, {0.05, no_value, 0.05}),
               std::invalid_argument);
}

}  // namespace
}  // namespace cordon::prim_test
