#include "sim/model/trade/birth.hpp"

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::birth_test {
namespace {

Vehicle born(const Setup& setup, std::uint32_t number) {
  const Luck luck(1, 0);
  Vehicle v;
  birth::introduce(luck.draws({1, number}, birth_block), {0}, setup, luck, v);
  return v;
}

TEST(Introduce, LeavesAVehicleOfAPlainFlowAsItIs) {
  const auto setup = make_setup(testing::busy_border());
  EXPECT_TRUE(setup->flows[0].plain);
  const Vehicle v = born(*setup, 0);
  EXPECT_FALSE(v.empty);
  EXPECT_EQ(v.travellers, 1);
  EXPECT_EQ(v.patience, endless);
}

TEST(Introduce, DrawsWhatTheFlowSays) {
  Scenario s = testing::busy_border();
  FlowSpec& flow = s.flow.begin()->second;
  flow.empty_share = 0.3;
  flow.travellers = Distribution::uniform(0, 4);  // 1 up to 1.5, as do 2 and 3; 4 from 3.5
  flow.patience = Distribution::exponential(3600);
  const auto setup = make_setup(s);
  int empty = 0;
  std::array<int, 6> people{};
  double patience = 0;
  constexpr int many = 20000;
  for (int n = 0; n < many; ++n) {
    const Vehicle v = born(*setup, static_cast<std::uint32_t>(n));
    empty += v.empty;
    ++people.at(v.travellers);
    patience += seconds(v.patience) / many;
  }
  EXPECT_NEAR(empty, 0.3 * many, 300);  // 4.6 standard deviations; the seed is fixed
  EXPECT_EQ(people[0], 0);
  EXPECT_NEAR(people[1], 0.375 * many, 320);
  EXPECT_NEAR(people[2], 0.25 * many, 290);
  EXPECT_NEAR(people[4], 0.125 * many, 220);
  EXPECT_NEAR(patience, 3600, 120);
}

TEST(Introduce, PutsNoMoreThan4096PeopleIntoAVehicle) {
  Scenario s = testing::busy_border();
  s.flow.begin()->second.travellers = Distribution::constant(1e6);
  EXPECT_EQ(born(*make_setup(s), 0).travellers, 4096);
}

// The laws of one flow leave the vehicles of all others as they are, and its own luck as it is.
TEST(Attributes, DisturbNothingElse) {
  Scenario s = testing::busy_border(24h);
  const auto plain = testing::timeline(s);
  s.flow.at("lorries_in").travellers = Distribution::constant(2);
  s.flow.at("lorries_in").empty_share = 0.5;
  const auto with = testing::timeline(s);
  ASSERT_EQ(plain.order, with.order);
  EXPECT_GT(plain.order.size(), 2000u);
  int empty = 0;
  for (const auto& [who, passages] : plain.passages) {
    const auto& other = with.passages.at(who).front();
    EXPECT_EQ(passages.front().joined, other.joined);
    EXPECT_EQ(passages.front().vehicle.declaration.trader, other.vehicle.declaration.trader);
    empty += other.vehicle.empty;
  }
  EXPECT_GT(empty, 100);
}

// A consignment of a group must not stand out.
TEST(Attributes, AreThoseOfTheFlowForAGroupsVehiclesAndThoseInLineAtTheStart) {
  Scenario s = testing::busy_border(48h);
  for (auto& [name, flow] : s.flow) flow.travellers = Distribution::constant(3);
  const auto happened = testing::timeline(s);
  int initial = 0, groups = 0;
  for (const auto& [who, passages] : happened.passages) {
    EXPECT_EQ(passages.front().vehicle.travellers, 3);
    initial += passages.front().vehicle.initial;
    groups += who.subject.source == source_of("group/wolves");
  }
  EXPECT_EQ(initial, 80);
  EXPECT_GT(groups, 0);
}

TEST(Declarations, AreLodgedForGoods) {
  for (const VehicleClass c : {VehicleClass::container, VehicleClass::wagon, VehicleClass::car}) {
    FlowSetup flow;
    flow.vehicle_class = c;
    const Luck luck(1, 0);
    Declaration made;
    birth::declare(flow, luck.draws({1, 1}), *make_setup(testing::busy_border()), luck, made);
    EXPECT_EQ(made.trader > 0, c != VehicleClass::car) << name_of(c);
  }
}

}  // namespace
}  // namespace cordon::birth_test
