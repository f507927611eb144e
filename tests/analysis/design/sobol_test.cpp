#include "analysis/design/sobol.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "tests/analysis/design/evenness.hpp"

namespace cordon::sobol_test {
namespace {

// The output of the authors' program: `sobol 10 3 new-joe-kuo-6.21201`.
// Source: https://web.maths.unsw.edu.au/~fkuo/sobol/
TEST(Sobol, BeginsWithThePointsOfJoeAndKuo) {
  Eigen::MatrixXd published(10, 3);
  published << 0, 0, 0,        //
      0.5, 0.5, 0.5,           //
      0.75, 0.25, 0.25,        //
      0.25, 0.75, 0.75,        //
      0.375, 0.375, 0.625,     //
      0.875, 0.875, 0.125,     //
      0.625, 0.125, 0.875,     //
      0.125, 0.625, 0.375,     //
      0.1875, 0.3125, 0.9375,  //
      0.6875, 0.8125, 0.4375;
  EXPECT_EQ(sobol(10, 3, 0), published);
}

// Points 128 to 131 of the same program in 7 dimensions, and point 128 in 16.
// Source: Boost.Random, test/sobol_validate.cpp.
TEST(Sobol, AgreesWithTheProgramOfJoeAndKuoInMoreDimensions) {
  Eigen::MatrixXd published(4, 7);
  published << 0.01171875, 0.33203125, 0.29296875, 0.19140625, 0.90234375, 0.67578125, 0.86328125,
      0.51171875, 0.83203125, 0.79296875, 0.69140625, 0.40234375, 0.17578125, 0.36328125,  //
      0.76171875, 0.08203125, 0.04296875, 0.44140625, 0.15234375, 0.42578125, 0.61328125,  //
      0.26171875, 0.58203125, 0.54296875, 0.94140625, 0.65234375, 0.92578125, 0.11328125;
  EXPECT_EQ(sobol(132, 7, 0).bottomRows(4), published);
  Eigen::RowVectorXd last(9);
  last << 0.24609375, 0.10546875, 0.81640625, 0.73828125, 0.73828125, 0.81640625, 0.87890625,
      0.02734375, 0.76171875;
  EXPECT_EQ(sobol(129, 16, 0).row(128).tail(9), last);
}

/// A line of the file new-joe-kuo-6.21201: degree and coefficients of a primitive polynomial, and
/// the first direction numbers.
struct Direction {
  unsigned s, a;
  std::array<std::uint32_t, 5> m;
};
constexpr std::array<Direction, 9> joe_kuo = {{{1, 0, {1}},
                                               {2, 1, {1, 3}},
                                               {3, 1, {1, 3, 1}},
                                               {3, 2, {1, 1, 1}},
                                               {4, 1, {1, 1, 3, 3}},
                                               {4, 4, {1, 3, 5, 13}},
                                               {5, 2, {1, 1, 5, 5, 17}},
                                               {5, 4, {1, 1, 5, 5, 5}},
                                               {5, 7, {1, 1, 7, 11, 19}}}};

/// Coordinate of point n by the definition: the exclusive or of direction numbers v_k = m_k / 2^k,
/// one for each digit of n's Gray code.
double by_definition(const Direction& of, std::uint32_t n) {
  std::array<std::uint32_t, 33> m{};
  for (unsigned k = 1; k <= 32; ++k) {
    if (k <= of.s) {
      m[k] = of.m[k - 1];
      continue;
    }
    m[k] = m[k - of.s] ^ m[k - of.s] << of.s;
    for (unsigned i = 1; i < of.s; ++i)
      if (of.a >> (of.s - 1 - i) & 1) m[k] ^= m[k - i] << i;
  }
  std::uint32_t digits = 0;
  const std::uint32_t gray = n ^ n >> 1;
  for (unsigned k = 1; k <= 32; ++k)
    if (gray >> (k - 1) & 1) digits ^= m[k] << (32 - k);
  return digits * 0x1p-32;
}

TEST(Sobol, AgreesWithTheDefinitionInTenDimensions) {
  const Eigen::MatrixXd design = sobol(5000, 10, 0);
  for (std::uint32_t n = 0; n < 5000; ++n)
    for (std::size_t j = 0; j < joe_kuo.size(); ++j)
      ASSERT_EQ(design(n, static_cast<Eigen::Index>(j) + 1), by_definition(joe_kuo[j], n));
}

TEST(Sobol, HitsEveryStratumOfEveryFactorOnce) {
  for (const std::uint64_t seed : {0, 1, 2}) {
    const Eigen::MatrixXd design = sobol(256, most_sobol_factors, seed);
    for (Eigen::Index j = 0; j < design.cols(); ++j)
      ASSERT_EQ(counts_by_stratum(design.col(j), 256), std::vector<int>(256, 1)) << j;
  }
}

// The first two factors are a (0, 2)-sequence: each box of volume 2^-8 with sides that are powers
// of 1/2 has one of the first 2^8 points, shifted or not.
TEST(Sobol, HitsEveryElementaryBoxOfTheFirstTwoFactorsOnce) {
  for (const std::uint64_t seed : {0, 1, 2}) {
    const Eigen::MatrixXd design = sobol(256, 2, seed);
    for (int wide = 1; wide <= 256; wide *= 2) {
      const Eigen::ArrayXd box = (design.col(0).array() * wide).floor() * (256 / wide) +
                                 (design.col(1).array() * (256 / wide)).floor();
      EXPECT_EQ(counts_by_stratum(box / 256, 256), std::vector<int>(256, 1)) << wide;
    }
  }
}

// The discrepancy of 256 points in 6 factors, against the mean and the best of 100 random designs.
TEST(Sobol, IsMuchMoreEvenThanRandomPoints) {
  std::mt19937_64 luck(3);
  double best = 1;
  for (int s = 0; s < 100; ++s)
    best = std::min(best, centered_discrepancy(random_points(256, 6, luck)));
  for (const std::uint64_t seed : {0, 1, 2, 3}) {
    const double discrepancy = centered_discrepancy(sobol(256, 6, seed));
    EXPECT_LT(discrepancy, 0.1 * discrepancy_of_random_points(256, 6)) << seed;
    EXPECT_LT(discrepancy, best) << seed;
  }
}

TEST(Sobol, ShiftsAllPointsByTheSameDigits) {
  const auto digits = [](double x) { return static_cast<std::uint64_t>(x * 0x1p53); };
  const Eigen::MatrixXd published = sobol(1000, 5, 0), shifted = sobol(1000, 5, 77);
  for (Eigen::Index i = 0; i < 1000; ++i)
    for (Eigen::Index j = 0; j < 5; ++j)
      ASSERT_EQ(digits(shifted(i, j)) ^ digits(shifted(0, j)), digits(published(i, j)));
}

// The shifts of two factors in 64 cells, and their last digits in 16, by the chi-squared test.
TEST(Sobol, ShiftsUniformlyAndEachFactorByItself) {
  std::vector<int> cells(64, 0), last_digits(16, 0);
  for (std::uint64_t seed = 1; seed <= 6400; ++seed) {
    const Eigen::MatrixXd shift = sobol(1, 2, seed);
    const double cell = 8 * std::floor(8 * shift(0, 0)) + std::floor(8 * shift(0, 1));
    ++cells.at(static_cast<std::size_t>(cell));
    ++last_digits.at(static_cast<std::uint64_t>(shift(0, 0) * 0x1p53) & 15);
  }
  EXPECT_GE(chance_of(cells), alarm);
  EXPECT_GE(chance_of(last_digits), alarm);
}

TEST(Sobol, ExtendsShorterDesignsAndThoseOfFewerFactors) {
  for (const std::uint64_t seed : {0, 6}) {
    const Eigen::MatrixXd design = sobol(100, 9, seed);
    EXPECT_EQ(sobol(37, 9, seed), design.topRows(37));
    EXPECT_EQ(sobol(100, 4, seed), design.leftCols(4));
  }
}

// A fingerprint: designs of old studies can be made again. Update it on purpose only.
TEST(Sobol, StaysAsItWas) {
  const Eigen::RowVector3d expected(0.25203573000486779, 0.87347316208091774, 0.37406229629879151);
  EXPECT_EQ(sobol(2, 3, 1).row(1), expected);
}

TEST(Sobol, RefusesSizesOutOfRange) {
  EXPECT_THROW((void)sobol(0, 2, 1), std::invalid_argument);
  EXPECT_THROW((void)sobol(2, 0, 1), std::invalid_argument);
  EXPECT_THROW((void)sobol(2, -1, 1), std::invalid_argument);
  EXPECT_THROW((void)sobol(2, 3668, 1), std::invalid_argument);
  EXPECT_THROW((void)sobol(2, std::numeric_limits<int>::max(), 1), std::invalid_argument);
  EXPECT_THROW((void)sobol(10'000'001, 1, 1), std::length_error);
}

}  // namespace
}  // namespace cordon::sobol_test
