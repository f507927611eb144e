// A search of the unit cube finds least values, within it and at its sides.

#include "analysis/fit/bounded_search.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace cordon::bounded_search_test {
namespace {

using Eigen::Vector2d;
using Eigen::VectorXd;

const SearchPlan finely{{}, 1e-6, 500};

TEST(ASearchOfTheCube, FindsTheLeastValue) {
  const auto bowl = [](const VectorXd& x) {
    return std::pow(x[0] - 0.3, 2) + 10 * std::pow(x[1] - 0.8 + x[0] / 10, 2);
  };
  const SearchResult found = search_cube(bowl, Vector2d(0.5, 0.5), finely);
  EXPECT_NEAR(found.at[0], 0.3, 1e-4);
  EXPECT_NEAR(found.at[1], 0.77, 1e-4);
  EXPECT_EQ(found.value, bowl(found.at));
  EXPECT_TRUE(found.has_converged);
}

TEST(ASearchOfTheCube, FindsItAtASide) {
  const auto slope = [](const VectorXd& x) { return x[0] - 2 * x[1]; };
  const SearchResult found = search_cube(slope, Vector2d(0.4, 0.6), finely);
  EXPECT_NEAR(found.at[0], 0, 1e-6);
  EXPECT_NEAR(found.at[1], 1, 1e-6);
}

TEST(ASearchOfTheCube, FindsASingleNumber) {
  const auto bowl = [](const VectorXd& x) { return std::pow(x[0] - 0.62, 2); };
  const SearchResult found = search_cube(bowl, VectorXd::Constant(1, 0.1), finely);
  EXPECT_NEAR(found.at[0], 0.62, 1e-3);
}

TEST(ASearchOfTheCube, BearsTheNoiseOfASimulation) {
  const auto noisy = [](const VectorXd& x) {
    return 100 * (x - Vector2d(0.35, 0.6)).squaredNorm() + 0.01 * std::sin(1e5 * x.sum());
  };
  const SearchResult found = search_cube(noisy, Vector2d(0.8, 0.2));
  EXPECT_LT((found.at - Vector2d(0.35, 0.6)).norm(), 0.03);
}

TEST(ASearchOfTheCube, TakesNoMoreValuesThanItMay) {
  int asked = 0;
  const auto count = [&](const VectorXd& x) { return ++asked, x.squaredNorm(); };
  const SearchResult found = search_cube(count, Vector2d(0.9, 0.9), {{}, 1e-9, 12});
  EXPECT_EQ(asked, 12);
  EXPECT_EQ(found.evaluations, 12);
  EXPECT_FALSE(found.has_converged);
}

TEST(ASearchOfTheCube, EndsWithWhatTheFunctionThrows) {
  const auto fails = [](const VectorXd&) -> double { throw std::out_of_range("no such lane"); };
  EXPECT_THROW((void)search_cube(fails, Vector2d(0.5, 0.5)), std::out_of_range);
  EXPECT_THROW((void)search_cube(fails, VectorXd()), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::bounded_search_test
