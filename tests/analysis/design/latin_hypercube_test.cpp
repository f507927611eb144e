#include "analysis/design/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "tests/analysis/design/evenness.hpp"

namespace cordon::latin_hypercube_test {
namespace {

TEST(LatinHypercube, HitsEveryStratumOfEveryFactorOnce) {
  for (const int points : {1, 2, 7, 100, 99'991}) {
    const Eigen::MatrixXd design = latin_hypercube(points, 3, 5);
    ASSERT_EQ(design.rows(), points);
    ASSERT_EQ(design.cols(), 3);
    for (int j = 0; j < 3; ++j)
      EXPECT_EQ(counts_by_stratum(design.col(j), points), std::vector<int>(points, 1));
  }
}

// The 36 pairs of orders of two factors, by the chi-squared test.
TEST(LatinHypercube, MakesAllPairsOfOrdersEquallyLikely) {
  std::vector<int> counts(36, 0);
  for (std::uint64_t seed = 0; seed < 3600; ++seed) {
    const Eigen::MatrixXi stratum = (latin_hypercube(3, 2, seed).array() * 3).floor().cast<int>();
    const auto order = [&](int j) {
      return 2 * stratum(0, j) + (stratum(1, j) > stratum(2, j) ? 1 : 0);
    };
    ++counts.at(static_cast<std::size_t>(6 * order(0) + order(1)));
  }
  EXPECT_GE(chance_of(counts), alarm);
}

// The 10 parts of a stratum, by the chi-squared test for each of three seeds.
TEST(LatinHypercube, IsUniformWithinStrata) {
  for (const std::uint64_t seed : {0, 1, 2}) {
    const Eigen::ArrayXXd scaled = latin_hypercube(2500, 4, seed).array() * 2500;
    const Eigen::VectorXd place = (scaled - scaled.floor()).reshaped();
    EXPECT_GE(chance_of(counts_by_stratum(place, 10)), alarm);
  }
}

TEST(LatinHypercube, IsMoreEvenThanRandomPoints) {
  double sum = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    sum += centered_discrepancy(latin_hypercube(64, 3, seed));
  EXPECT_LT(sum / 50, 0.5 * discrepancy_of_random_points(64, 3));
}

TEST(LatinHypercube, KeepsItsFirstColumnsWhenThereAreMoreFactors) {
  EXPECT_EQ(latin_hypercube(20, 5, 9).leftCols(3), latin_hypercube(20, 3, 9));
}

TEST(LatinHypercube, DependsOnAllOfItsSeed) {
  EXPECT_NE(latin_hypercube(20, 2, 1), latin_hypercube(20, 2, 2));
  EXPECT_NE(latin_hypercube(20, 2, 1), latin_hypercube(20, 2, 1 + (1ull << 32)));
}

// A fingerprint: designs of old studies can be made again. Update it on purpose only.
TEST(LatinHypercube, StaysAsItWas) {
  Eigen::MatrixXd expected(3, 2);
  expected << 0.8126561542352041, 0.2199284533659617,  //
      0.32361325621604919, 0.37792194883028668,        //
      0.41232183575630188, 0.81370942791303003;
  EXPECT_EQ(latin_hypercube(3, 2, 1), expected);
}

TEST(LatinHypercube, RefusesSizesOutOfRange) {
  EXPECT_THROW((void)latin_hypercube(0, 2, 1), std::invalid_argument);
  EXPECT_THROW((void)latin_hypercube(-3, 2, 1), std::invalid_argument);
  EXPECT_THROW((void)latin_hypercube(3, 0, 1), std::invalid_argument);
  EXPECT_THROW((void)latin_hypercube(10'000'001, 1, 1), std::length_error);
}

}  // namespace
}  // namespace cordon::latin_hypercube_test
