#include "sim/model/risk/selection.hpp"

#include <gtest/gtest.h>

#include <map>

#include "sim/engine/elementary.hpp"

namespace cordon::selection_test {
namespace {

const SelectionSpec shares{
    .yellow = 0.06, .orange = 0.03, .red = 0.01, .blue = 0.01, .exploration = 0};

Declaration with_score(double score) {
  Declaration d;
  d.risk_score = static_cast<float>(score);
  return d;
}
Channel select(double score, double multiplier = 1, double factor = 1) {
  return selection::select_channel(
      with_score(score), selection::lane_shares(shares, multiplier, factor), shares, 0.5, 0.5);
}

// The upper quantiles of the standard normal: 1 % above 2.326, 4 % above 1.751, 10 % above 1.282,
// 11 % above 1.227.
TEST(SelectChannel, SendsTheRiskiestToTheGravestLane) {
  EXPECT_EQ(select(2.34), Channel::red);
  EXPECT_EQ(select(2.31), Channel::orange);
  EXPECT_EQ(select(1.76), Channel::orange);
  EXPECT_EQ(select(1.74), Channel::yellow);
  EXPECT_EQ(select(1.29), Channel::yellow);
  EXPECT_EQ(select(1.27), Channel::blue);
  EXPECT_EQ(select(1.22), Channel::green);
}

TEST(WithRoom, PassesAVehicleToTheNextLighterControl) {
  EXPECT_EQ(selection::with_room(Channel::red, {true, true, true, false, true}), Channel::orange);
  EXPECT_EQ(selection::with_room(Channel::red, {true, true, false, false, true}), Channel::yellow);
  EXPECT_EQ(selection::with_room(Channel::red, {true, false, false, false, true}), Channel::green);
  EXPECT_EQ(selection::with_room(Channel::red, {true, true, true, true, true}), Channel::red);
}

TEST(SelectChannel, SelectsMoreWhileAnOperationAsksForIt) {
  EXPECT_EQ(select(1.97, 2.5), Channel::red);  // red 2.5 %, above 1.960
  EXPECT_EQ(select(1.95, 2.5), Channel::orange);
}

TEST(SelectChannel, SparesAuthorisedEconomicOperators) {
  EXPECT_EQ(select(2.4, 1, 0.5), Channel::orange);
}

TEST(SelectChannel, IgnoresTheScoreWhenChanceDecides) {
  SelectionSpec policy = shares;
  policy.exploration = 0.1;
  const LaneShares all = selection::lane_shares(policy, 1, 1);
  EXPECT_EQ(selection::select_channel(with_score(-5), all, policy, 0.05, 0.005), Channel::red);
  EXPECT_EQ(selection::select_channel(with_score(-5), all, policy, 0.15, 0.005), Channel::green);
}

TEST(SelectChannel, TheRandomEngineNeverLooksAtTheScore) {
  SelectionSpec policy = shares;
  policy.engine = RiskEngine::random;
  const LaneShares all = selection::lane_shares(policy, 1, 1);
  EXPECT_EQ(selection::select_channel(with_score(5), all, policy, 0.9, 0.5), Channel::green);
}

TEST(SelectChannel, SharesThatFillUpSelectEverybody) {
  SelectionSpec policy{.yellow = 0, .orange = 0, .red = 1, .blue = 0, .exploration = 0};
  const LaneShares all = selection::lane_shares(policy, 1, 1);
  EXPECT_EQ(selection::select_channel(with_score(-4), all, policy, 0.5, 0.999), Channel::red);
  const LaneShares none = selection::lane_shares(policy, 0, 1);
  EXPECT_EQ(selection::select_channel(with_score(4), none, policy, 0.5, 0.001), Channel::green);
}

// Legal goods have standard normal scores: over an even grid of their quantiles each lane gets its
// share exactly.
TEST(SelectChannel, KeepsEachLaneToItsShareOfLegalTraffic) {
  std::map<Channel, int> count;
  constexpr int vehicles = 10000;
  for (int i = 0; i < vehicles; ++i)
    ++count[select(elementary::normal_quantile((i + 0.5) / vehicles))];
  EXPECT_EQ(count[Channel::red], 100);
  EXPECT_EQ(count[Channel::orange], 300);
  EXPECT_EQ(count[Channel::yellow], 600);
  EXPECT_EQ(count[Channel::blue], 100);
}

}  // namespace
}  // namespace cordon::selection_test
