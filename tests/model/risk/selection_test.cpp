#include "sim/model/risk/selection.hpp"

#include <gtest/gtest.h>

#include <map>

#include "sim/engine/elementary.hpp"

namespace cordon {
namespace {

const Room all_room = {true, true, true, true, true};
const SelectionSpec shares{
    .yellow = 0.06, .orange = 0.03, .red = 0.01, .blue = 0.01, .exploration = 0};

Channel select(double score, const Room& room = all_room, const Known& known = {}) {
  Declaration d;
  d.risk_score = static_cast<float>(score);
  return selection::select_channel(d, known, shares, 1, room, 0.5, 0.5);
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

TEST(SelectChannel, PassesAVehicleToTheNextLighterControlThatHasRoom) {
  EXPECT_EQ(select(3, {true, true, true, false, true}), Channel::orange);
  EXPECT_EQ(select(3, {true, true, false, false, true}), Channel::yellow);
  EXPECT_EQ(select(3, {true, false, false, false, true}), Channel::green);
}

TEST(SelectChannel, SelectsMoreWhileAnOperationAsksForIt) {
  Known known;
  known.selection_multiplier = 2.5;  // red 2.5 %, above 1.960
  EXPECT_EQ(select(1.97, all_room, known), Channel::red);
  EXPECT_EQ(select(1.95, all_room, known), Channel::orange);
}

TEST(SelectChannel, SparesAuthorisedEconomicOperators) {
  Declaration d;
  d.risk_score = 2.4f;
  d.aeo = true;
  EXPECT_EQ(selection::select_channel(d, {}, shares, 0.5, all_room, 0.5, 0.5), Channel::orange);
}

TEST(SelectChannel, IgnoresTheScoreWhenChanceDecides) {
  SelectionSpec policy = shares;
  policy.exploration = 0.1;
  Declaration d;
  d.risk_score = -5;
  EXPECT_EQ(selection::select_channel(d, {}, policy, 1, all_room, 0.05, 0.005), Channel::red);
  EXPECT_EQ(selection::select_channel(d, {}, policy, 1, all_room, 0.15, 0.005), Channel::green);
}

TEST(SelectChannel, TheRandomEngineNeverLooksAtTheScore) {
  SelectionSpec policy = shares;
  policy.engine = RiskEngine::random;
  Declaration d;
  d.risk_score = 5;
  EXPECT_EQ(selection::select_channel(d, {}, policy, 1, all_room, 0.9, 0.5), Channel::green);
}

TEST(SelectChannel, SharesThatFillUpSelectEverybody) {
  SelectionSpec policy{.yellow = 0, .orange = 0, .red = 1, .blue = 0, .exploration = 0};
  Declaration d;
  d.risk_score = -4;
  EXPECT_EQ(selection::select_channel(d, {}, policy, 1, all_room, 0.5, 0.999), Channel::red);
  Known known;
  known.selection_multiplier = 0;
  EXPECT_EQ(selection::select_channel(d, known, policy, 1, all_room, 0.5, 0.001), Channel::green);
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
}  // namespace cordon
