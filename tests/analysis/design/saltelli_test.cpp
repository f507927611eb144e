#include "analysis/design/saltelli.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace cordon::saltelli_test {
namespace {

constexpr int least = std::numeric_limits<int>::min(), most = std::numeric_limits<int>::max();

Eigen::MatrixXd matrix(const SaltelliDesign& design, const SaltelliDesign::Rows& rows) {
  return design.points(rows, Eigen::all);
}

// The rows of the last base point: A, A_B of each factor, B_A of each factor, B.
TEST(Saltelli, HasItsRowsInTheOrderOfSalib) {
  const Eigen::RowVectorXd base = sobol(3, 6, 21).row(2);
  const auto row = [&](int x, int y, int z) {
    return Eigen::RowVector3d(base[x], base[y], base[z]);
  };
  Eigen::MatrixXd second_order(8, 3), first_order(5, 3);
  second_order << row(0, 1, 2), row(3, 1, 2), row(0, 4, 2), row(0, 1, 5), row(0, 4, 5),
      row(3, 1, 5), row(3, 4, 2), row(3, 4, 5);
  first_order << second_order.topRows(4), second_order.bottomRows(1);
  EXPECT_EQ(saltelli(3, 3, true, 21).points.bottomRows(8), second_order);
  EXPECT_EQ(saltelli(3, 3, false, 21).points.bottomRows(5), first_order);
}

TEST(Saltelli, TakesAAndBFromASobolDesignOfTwiceTheFactors) {
  const Eigen::MatrixXd base = sobol(50, 8, 21);
  for (const bool second_order : {false, true}) {
    const SaltelliDesign design = saltelli(50, 4, second_order, 21);
    EXPECT_EQ(matrix(design, design.a()), base.leftCols(4));
    EXPECT_EQ(matrix(design, design.b()), base.rightCols(4));
  }
}

/// Expects of `mixed` the factor's column of `other`, which differs in every row, and all others of
/// `most_of`.
void expect_swapped(const Eigen::MatrixXd& mixed, Eigen::MatrixXd most_of,
                    const Eigen::MatrixXd& other, int factor) {
  EXPECT_TRUE((mixed.col(factor).array() != most_of.col(factor).array()).all());
  most_of.col(factor) = other.col(factor);
  EXPECT_EQ(mixed, most_of);
}

TEST(Saltelli, MixesMatricesThatDifferInOneColumn) {
  const SaltelliDesign first = saltelli(40, 3, false, 5), second = saltelli(40, 3, true, 5);
  EXPECT_EQ(first.points.rows(), 40 * 5);
  EXPECT_EQ(second.points.rows(), 40 * 8);
  const Eigen::MatrixXd a = matrix(first, first.a()), b = matrix(first, first.b());
  for (int j = 0; j < 3; ++j) {
    expect_swapped(matrix(first, first.a_b(j)), a, b, j);
    expect_swapped(matrix(second, second.a_b(j)), a, b, j);
    expect_swapped(matrix(second, second.b_a(j)), b, a, j);
  }
}

TEST(Saltelli, NumbersItsMatricesInTheOrderOfTheirRows) {
  const SaltelliDesign design = saltelli(40, 3, true, 5);
  ASSERT_EQ(design.blocks(), 8);
  EXPECT_EQ(matrix(design, design.block(0)), matrix(design, design.a()));
  EXPECT_EQ(matrix(design, design.block(3)), matrix(design, design.a_b(2)));
  EXPECT_EQ(matrix(design, design.block(4)), matrix(design, design.b_a(0)));
  EXPECT_EQ(matrix(design, design.block(7)), matrix(design, design.b()));
}

/// Source: Ishigami and Homma, "An importance quantification technique in uncertainty analysis for
/// computer models" (1990); with 7 and 0.1.
Eigen::ArrayXd ishigami(const Eigen::MatrixXd& points) {
  const Eigen::ArrayXXd x = (2 * points.array() - 1) * std::numbers::pi;
  return x.col(0).sin() + 7 * x.col(1).sin().square() + 0.1 * x.col(2).pow(4) * x.col(0).sin();
}

// The estimators of Saltelli et al. (2010), table 2 (b) and (f), and of Saltelli (2002) for pairs,
// find the function's known indices.
TEST(Saltelli, GivesTheKnownIndicesOfTheIshigamiFunction) {
  const SaltelliDesign design = saltelli(4096, 3, true, 1);
  const Eigen::ArrayXd y = ishigami(design.points);
  const Eigen::ArrayXd a = y(design.a()) - y.mean(), b = y(design.b()) - y.mean();
  const double variance = (a.square().mean() + b.square().mean()) / 2;
  const auto mixed = [&](const auto& rows) -> Eigen::ArrayXd { return y(rows) - y.mean(); };
  const auto first = [&](int j) { return (b * (mixed(design.a_b(j)) - a)).mean() / variance; };
  const auto total = [&](int j) {
    return (a - mixed(design.a_b(j))).square().mean() / 2 / variance;
  };
  const auto pair = [&](int j, int k) {
    const double closed = (mixed(design.b_a(j)) * mixed(design.a_b(k)) - a * b).mean() / variance;
    return closed - first(j) - first(k);
  };
  EXPECT_NEAR(variance, 13.8446, 0.1);
  EXPECT_NEAR(first(0), 0.3139, 0.01);
  EXPECT_NEAR(first(1), 0.4424, 0.01);
  EXPECT_NEAR(first(2), 0, 0.01);
  EXPECT_NEAR(total(0), 0.5576, 0.01);
  EXPECT_NEAR(total(1), 0.4424, 0.01);
  EXPECT_NEAR(total(2), 0.2437, 0.01);
  EXPECT_NEAR(pair(0, 1), 0, 0.02);
  EXPECT_NEAR(pair(0, 2), 0.2437, 0.02);
  EXPECT_NEAR(pair(1, 2), 0, 0.02);
}

TEST(Saltelli, ExtendsShorterDesigns) {
  for (const std::uint64_t seed : {0, 4})
    EXPECT_EQ(saltelli(20, 3, true, seed).points.topRows(7 * 8), saltelli(7, 3, true, seed).points);
}

TEST(Saltelli, RefusesSizesOutOfRange) {
  EXPECT_THROW((void)saltelli(0, 3, true, 1), std::invalid_argument);
  EXPECT_THROW((void)saltelli(5, 0, true, 1), std::invalid_argument);
  EXPECT_THROW((void)saltelli(5, least, true, 1), std::invalid_argument);
  EXPECT_THROW((void)saltelli(5, 1834, false, 1), std::invalid_argument);
  EXPECT_THROW((void)saltelli(5, most, true, 1), std::invalid_argument);
  EXPECT_THROW((void)saltelli(2'000'001, 3, false, 1), std::length_error);
  EXPECT_EQ(saltelli(1, 1833, false, 1).points.rows(), 1835);
}

}  // namespace
}  // namespace cordon::saltelli_test
