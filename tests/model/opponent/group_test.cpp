#include "sim/model/opponent/group.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::group_test {
namespace {

GroupSpec spec() {
  GroupSpec s;
  s.prior_losses = 1;
  s.prior_passes = 9;
  return s;
}

// How much of the unit interval of luck chooses each option, on a fine grid.
std::vector<double> shares(const std::vector<group::Option>& options, const GroupSpec& s,
                           std::optional<double> postpone = {}) {
  std::vector<double> share(options.size() + 1);
  constexpr int grid = 20000;
  for (int i = 0; i < grid; ++i)
    share[group::choose(options, s, postpone, (i + 0.5) / grid)] += 1.0 / grid;
  return share;
}

TEST(ExpectedLoss, IsTheMeanOfTheBetaPosterior) {
  EXPECT_DOUBLE_EQ(group::expected_loss({}, spec(), start_of_run), 0.1);
  EXPECT_DOUBLE_EQ(group::expected_loss({2, 3, start_of_run}, spec(), start_of_run), 3.0 / 15);
}

TEST(ExpectedLoss, ForgetsWithItsHalfLife) {
  const GroupSpec s = spec();
  const Time later = start_of_run + s.forgetting_half_life;
  EXPECT_NEAR(group::expected_loss({4, 0, start_of_run}, s, later), 3.0 / 12, 1e-12);
}

TEST(Choose, GoesByTrafficWhenAllIsEqual) {
  const auto share = shares({{0.2, 0.1, 0}, {0.8, 0.1, 0}}, spec());
  EXPECT_NEAR(share[0], 0.2, 1e-3);
}

// Odds of exp(rationality x 10 x difference of utilities); utilities are 1 - 2p - cost with a
// penalty of 1: 1 - 3p - cost.
TEST(Choose, PrefersTheSaferWayByTheQuantalResponse) {
  GroupSpec s = spec();
  s.rationality = 0.6;
  const auto share = shares({{0.5, 0.1, 0}, {0.5, 0.2, 0.1}}, s);
  EXPECT_NEAR(share[0] / share[1], std::exp(0.6 * 10 * (3 * 0.1 + 0.1)), 0.05);
}

TEST(Choose, IgnoresRiskWhenItIsFixed) {
  GroupSpec s = spec();
  s.behaviour = GroupBehaviour::fixed;
  const auto share = shares({{0.5, 0.0, 0}, {0.5, 0.9, 0}}, s, 10.0);
  EXPECT_NEAR(share[0], 0.5, 1e-3);
  EXPECT_EQ(share[2], 0);
}

TEST(Choose, IgnoresRiskWithoutRationality) {
  GroupSpec s = spec();
  s.rationality = 0;
  EXPECT_NEAR(shares({{0.5, 0.0, 0}, {0.5, 0.9, 0}}, s)[0], 0.5, 1e-3);
}

TEST(Choose, WaitsWhenThatPromisesMore) {
  const auto share = shares({{1, 0.5, 0}}, spec(), 0.6);
  EXPECT_GT(share[1], 0.99);
  EXPECT_LT(shares({{1, 0.1, 0}}, spec(), 0.6)[1], 0.5);
}

}  // namespace
}  // namespace cordon::group_test
