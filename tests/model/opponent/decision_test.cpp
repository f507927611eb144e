// How else a consignment may go, and what that promises.

#include "sim/model/opponent/decision.hpp"

#include <gtest/gtest.h>

namespace cordon::decision_test {
namespace {

using group::Hiding;
using group::Option;

std::vector<Option> variants(const GroupSpec& spec, double loss = 0.1, double built_in = 0.1) {
  std::vector<Option> options;
  group::add_variants({0.5, loss, 0.02}, spec, 0.25, built_in, 1000, options);
  return options;
}

TEST(Variants, AreNoneForWhoMayDoNothingElse) {
  const auto options = variants({});
  ASSERT_EQ(options.size(), 1u);
  EXPECT_EQ(options[0].way.hiding, Hiding::by_chance);
  EXPECT_EQ(options[0].traffic, 0.5);
  EXPECT_EQ(options[0].cost_share, 0.02);
}

TEST(Variants, AreNoneForWhoGoesByTrafficAlone) {
  GroupSpec spec;
  spec.behaviour = GroupBehaviour::fixed;
  spec.split_into = 4;
  spec.bribe = 100;
  EXPECT_EQ(variants(spec).size(), 1u);
}

TEST(Variants, BuildInForACostAndAtAnotherRisk) {
  GroupSpec spec;
  spec.concealment_cost = 0.05;
  const auto options = variants(spec, 0.1, 0.04);
  ASSERT_EQ(options.size(), 2u);
  EXPECT_EQ(options[0].way.hiding, Hiding::among_goods);
  EXPECT_DOUBLE_EQ(options[0].traffic, 0.375);
  EXPECT_EQ(options[1].way.hiding, Hiding::built_in);
  EXPECT_DOUBLE_EQ(options[1].traffic, 0.125);
  EXPECT_DOUBLE_EQ(options[1].loss_probability, 0.04);
  EXPECT_DOUBLE_EQ(options[1].cost_share, 0.07);
}

TEST(Variants, OfSplitConsignmentsPayForEveryJourney) {
  GroupSpec spec;
  spec.split_into = 3;
  spec.concealment_cost = 0.05;
  const auto options = variants(spec);
  ASSERT_EQ(options.size(), 6u);
  EXPECT_EQ(options[2].way.vehicles, 3);
  EXPECT_DOUBLE_EQ(options[2].cost_share, 0.06);
  EXPECT_DOUBLE_EQ(options[5].cost_share, 0.06 + 0.05);
}

TEST(Variants, OfDecoysAndBribesCostWhatTheyDo) {
  GroupSpec spec;
  spec.decoy_cost = 50;
  spec.decoy_effect = 0.4;
  spec.bribe = 200;
  spec.corruption = 0.9;
  const auto options = variants(spec, 0.5);
  ASSERT_EQ(options.size(), 3u);
  EXPECT_TRUE(options[1].way.decoy);
  EXPECT_DOUBLE_EQ(options[1].loss_probability, 0.3);
  EXPECT_DOUBLE_EQ(options[1].cost_share, 0.02 + 0.02 + 0.05);
  EXPECT_TRUE(options[2].way.bribe);
  EXPECT_NEAR(options[2].loss_probability, 0.1, 1e-12);
  EXPECT_DOUBLE_EQ(options[2].cost_share, 0.02 + 0.2);
}

// Two outcomes, 1 and -(1 + penalty), with probabilities 1 - p and p: mean 1 - 3p, variance
// 9 p (1 - p), of which a split over n leaves one n-th.
TEST(Utility, IsMeanLessHalfTheAversionTimesTheVariance) {
  GroupSpec spec;
  Option o{1, 0.2, 0.05};
  EXPECT_NEAR(group::utility(o, spec), 0.4 - 0.05, 1e-12);
  spec.risk_aversion = 0.5;
  EXPECT_NEAR(group::utility(o, spec), 0.35 - 0.25 * 9 * 0.16, 1e-12);
  o.vehicles = 4;
  EXPECT_NEAR(group::utility(o, spec), 0.35 - 0.25 * 9 * 0.16 / 4, 1e-12);
  o.value = 2;
  EXPECT_NEAR(group::utility(o, spec), 0.75 - 0.25 * 4 * 9 * 0.16 / 4, 1e-12);
}

}  // namespace
}  // namespace cordon::decision_test
