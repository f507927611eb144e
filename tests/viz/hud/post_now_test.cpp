#include "viz/hud/post_now.hpp"

#include <gtest/gtest.h>

#include "viz/hud/layout_inset.hpp"
#include "viz/hud/row_text.hpp"

namespace cordon::viz::post_now_test {
namespace {

/// One crossing: lorries in, cars out, and a shared shed with a scanner.
trace::Header header_of_one_crossing() {
  trace::Header header;
  header.places = {{"medyka", "crossing"}, {"kyiv", "region"}};
  header.equipment = {"xray_scanner"};
  trace::CrossingShape post{"medyka", "Medyka", "PL", 0, 49.8, 22.9, {}, {}, {2}, false};
  trace::StageShape first;
  first.name = "first_line";
  first.line = 0;
  first.first = true;
  first.lanes = 3;
  post.stages = {first, first, first, first};
  post.stages[1].line = 1;
  post.stages[2].line = trace::nobody;
  post.stages[2].first = false;
  post.stages[3].desk = true;
  post.crews = {{"medyka_customs", "medyka_customs", "customs", 10, 20},
                {"medyka_guards", "medyka_guards", "border_guard", 8, 20}};
  header.crossings = {post};
  header.lines.resize(2);
  header.lines[0].direction = "entry";
  header.lines[1].direction = "exit";
  header.lines[1].first_stage = 1;
  return header;
}

class OneCrossing : public ::testing::Test {
 protected:
  OneCrossing() {
    state.stages.resize(4);
    state.machines = {1};
    state.before[0] = 40;
    state.stages[0] = {5, 2, {{0, Subject{1, 1}}}};
    state.stages[1] = {7, 1, {}};
    state.stages[2] = {3, 1, {{0, Subject{1, 2}}}};
    for (std::uint32_t n = 0; n < 60; ++n) state.vehicles[Subject{1, n}];
    trace::CrewThere customs{10, 6, true, {{{0, 1}, 2}}, {}};
    state.crews[{{CrossingIndex{0}, 0}, {}}] = customs;
    state.crews[{{CrossingIndex{0}, 1}, {}}].on_duty = 3;
  }
  trace::Header header = header_of_one_crossing();
  trace::CrossingState state;
};

TEST_F(OneCrossing, CountsWhoWaitsForTheFirstCheckByDirection) {
  const PostNow now = post_now(0, state, header);
  EXPECT_EQ(now.entry_waiting, 45) << "on the road and at the first stage";
  EXPECT_EQ(now.exit_waiting, 7);
  EXPECT_EQ(now.inside, 8) << "of 60 vehicles";
}

TEST_F(OneCrossing, CountsLanesOfficersAndMachines) {
  const PostNow now = post_now(0, state, header);
  EXPECT_EQ(now.lanes, 9) << "a desk has no lanes that vehicles come to";
  EXPECT_EQ(now.lanes_open, 4);
  EXPECT_EQ(now.lanes_busy, 2);
  EXPECT_EQ(now.first_lanes_open, 3);
  EXPECT_EQ(now.on_duty.customs, 6);
  EXPECT_EQ(now.on_duty.border_guards, 3);
  EXPECT_EQ(now.machines_down, 1);
}

TEST_F(OneCrossing, NobodyWaitsOnGreenBorderWhichHasNoStages) {
  header.crossings[0].stages.clear();
  state.stages.clear();
  state.before.clear();
  EXPECT_EQ(waiting_of(0, state, header), 0);
}

TEST_F(OneCrossing, TellsMachinesThatFailedFromMachinesLent) {
  state.machines = {0};
  state.machines_away = {1};
  EXPECT_EQ(post_now(0, state, header).machines_down, 1) << "of two, one is lent";
  EXPECT_EQ(post_now(0, state, header).machines_lent, 1);
  state.machines = {3};
  state.machines_away = {-1};
  EXPECT_EQ(post_now(0, state, header).machines_down, 0) << "one of the three is another's";
  EXPECT_EQ(post_now(0, state, header).machines_lent, 0);
}

TEST_F(OneCrossing, SaysWhatEachLaneDoesAndWhoIsThere) {
  const auto lanes = lanes_now(0, header.crossings[0], state, header);
  ASSERT_EQ(lanes.size(), 3U);
  EXPECT_TRUE(lanes[0].busy);
  EXPECT_TRUE(lanes[1].open);
  EXPECT_FALSE(lanes[1].busy);
  EXPECT_EQ(lanes[1].at_it.customs, 2);
  EXPECT_FALSE(lanes[2].open);
}

trace::Row row_of_control(bool found, std::uint32_t hidden) {
  trace::Row row;
  row.event = trace::number_of<ControlEnded>;
  row.slots.fill(trace::none);
  const auto set = [&](trace::Key key, std::uint32_t value) {
    row.slots[static_cast<std::size_t>(trace::slot_in(row.event, key))] = value;
  };
  set(trace::Key::stage, 0);
  set(trace::Key::found, found);
  set(trace::Key::hidden_commodity, hidden);
  return row;
}

TEST_F(OneCrossing, RowsAreToldInWordsAndTheTruthOnlyToWhoMaySeeIt) {
  header.commodities = {{"tobacco", 1, 1, false}};
  const trace::Row row = row_of_control(true, 0);
  const std::string known = row_text(row, header, false);
  EXPECT_EQ(known,
            "Medyka: A control ended, with a find or an alarm, or without. (stage first line, "
            "found)");
  EXPECT_NE(row_text(row, header, true).find("tobacco"), std::string::npos);
}

TEST_F(OneCrossing, WhatIsAllTruthIsNotToldToOthers) {
  trace::Row row;
  row.event = trace::number_of<VehicleDue>;
  row.place = 1;
  row.slots.fill(trace::none);
  EXPECT_EQ(row_text(row, header, false), "");
  EXPECT_NE(row_text(row, header, true), "");
}

}  // namespace
}  // namespace cordon::viz::post_now_test
