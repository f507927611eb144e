#include "tests/analysis/design/evenness.hpp"

#include <gtest/gtest.h>

#include <random>

namespace cordon::evenness_test {
namespace {

// Source: Fang, Li, Sudjianto, Design and Modeling for Computer Experiments (2006), section 3.2.3;
// the digits are those in the documentation of scipy.stats.qmc.discrepancy.
TEST(CenteredDiscrepancy, AgreesWithPublishedDesign) {
  Eigen::MatrixXd design(6, 2);
  design << 1, 3, 2, 6, 3, 2, 4, 5, 5, 1, 6, 4;
  EXPECT_NEAR(centered_discrepancy((design.array() - 0.5) / 6), 0.008142039609053, 1e-15);
}

// The mean of 400 random designs; the tolerance of 10 % is more than four standard errors.
TEST(CenteredDiscrepancy, HasTheMeanThatIsSaidOfRandomPoints) {
  std::mt19937_64 luck(1);
  double sum = 0;
  for (int s = 0; s < 400; ++s) sum += centered_discrepancy(random_points(32, 3, luck));
  const double expected = discrepancy_of_random_points(32, 3);
  EXPECT_NEAR(sum / 400, expected, 0.1 * expected);
}

// 5 % of a chi-squared with 3 degrees of freedom lie above 7.815.
TEST(ChanceOf, IsThatOfTheChiSquaredTest) {
  EXPECT_EQ(chance_of({25, 25, 25, 25}), 1);
  EXPECT_NEAR(chance_of({15, 20, 30, 35}), 0.0186, 5e-5);
  EXPECT_LT(chance_of({0, 0, 50, 50}), alarm);
}

}  // namespace
}  // namespace cordon::evenness_test
