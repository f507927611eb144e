#include "sim/model/trade/journey.hpp"

#include <gtest/gtest.h>

#include "tests/support/timeline.hpp"
#include "tests/support/two_sides.hpp"

namespace cordon::journey_test {
namespace {

using testing::lorries;
using testing::three_posts;
using testing::timeline;

Time at(Duration since_start) { return start_of_run + since_start; }

LineIndex line(const Setup& setup, const std::string& name) {
  for (std::uint16_t l = 0; l < setup.lines.size(); ++l)
    if (setup.lines[l].name == name) return {l};
  return {};
}

// In the north there is room for one, and who finds none goes elsewhere.
Scenario diverting() {
  Scenario s = three_posts();
  s.line["north_in"].road_capacity = 1;
  s.line["north_in"].when_full = WhenFull::divert;
  return s;
}

struct Decision {
  std::shared_ptr<const Setup> setup;
  Board board;
  Vehicle vehicle;
  explicit Decision(const Scenario& s) : setup(make_setup(s)) {
    board.wait.assign(setup->lines.size(), 0h);
    board.closed.assign(setup->lines.size(), 0);
    vehicle.flow = setup->flow_of(VehicleClass::lorry, Direction::entry);
    vehicle.line = line(*setup, "north_in");
  }
  std::string to() const {
    const LineIndex chosen = traffic::divert(vehicle, board, *setup);
    return chosen ? setup->lines[chosen.value].name : "nowhere";
  }
};

TEST(Divert, GoesToTheLineWithTheShortestWayAndWait) {
  Decision d(diverting());
  EXPECT_EQ(d.to(), "middle_in");  // three hours by Kyiv; the south is five
  d.board.wait[line(*d.setup, "middle_in").value] = 1h + 59min;
  EXPECT_EQ(d.to(), "middle_in");
  d.board.wait[line(*d.setup, "middle_in").value] = 2h + 1min;
  EXPECT_EQ(d.to(), "south_in");
}

TEST(Divert, LeavesOutClosedLinesAndTheOneLeftBefore) {
  Decision d(diverting());
  d.board.closed[line(*d.setup, "middle_in").value] = 1;
  EXPECT_EQ(d.to(), "south_in");
  d.vehicle.turned_from = line(*d.setup, "south_in");
  EXPECT_EQ(d.to(), "nowhere");
}

TEST(Divert, StaysWithTheCrossingsOfTheFlow) {
  Scenario s = diverting();
  s.flow["in"].crossings = {"north", "south"};
  EXPECT_EQ(Decision(s).to(), "south_in");
}

TEST(Divert, EndsAfterAsManyTimesAsTheFlowSays) {
  Scenario s = diverting();
  s.flow["in"].diversions = 2;
  Decision d(s);
  d.vehicle.diversions = 1;
  EXPECT_EQ(d.to(), "middle_in");
  d.vehicle.diversions = 2;
  EXPECT_EQ(d.to(), "nowhere");
}

TEST(AFullRoad, SendsVehiclesToTheNextLine) {
  Scenario s = diverting();
  s.arrival = {lorries("north_in", 10min, 4)};
  const auto setup = make_setup(s);
  const auto happened = timeline(s);
  // One is served, one waits, two leave at once for the middle, three hours away.
  ASSERT_EQ(happened.order.size(), 6u);
  for (const std::size_t n : {2u, 3u}) {
    const auto& passages = happened.passages.at(happened.order[n]);
    ASSERT_EQ(passages.size(), 2u);
    EXPECT_EQ(passages[0].diverted, at(10min));
    EXPECT_EQ(passages[0].balked, never);
    EXPECT_EQ(setup->lines[passages[1].line.value].name, "middle_in");
    EXPECT_EQ(passages[1].joined, at(3h + 10min));
    EXPECT_EQ(passages[1].began, at(3h + 10min + (n - 2) * 1min));
    EXPECT_EQ(passages[1].vehicle.diversions, 1);
  }
}

// Its patience begins anew where it goes; whom only the length of a queue puts off goes home.
TEST(AFullRoad, IsNotALongQueue) {
  Scenario s = diverting();
  s.flow["in"].patience = Distribution::constant(90);
  s.layout["road"].stage["check"].time.lorry = Distribution::constant(3600);
  s.arrival = {lorries("north_in", 10min, 4)};
  const auto full = timeline(s);
  EXPECT_EQ(full.joined(1).gave_up, at(11min + 30s));
  const auto& passages = full.passages.at(full.order[3]);
  ASSERT_EQ(passages.size(), 2u);
  EXPECT_EQ(passages[1].gave_up, at(3h + 11min + 30s));
  s.line["north_in"].road_capacity = 100;
  s.line["north_in"].balk_all = 1;
  const auto too_long = timeline(s);
  EXPECT_EQ(too_long.joined(2).balked, at(10min));
  EXPECT_EQ(too_long.passages.at(too_long.order[2]).size(), 1u);
}

TEST(AFullRoad, TurnsBackWhoHasLeftTooManyLines) {
  Scenario s = diverting();
  s.line["middle_in"].road_capacity = 0;
  s.line["middle_in"].when_full = WhenFull::divert;
  s.arrival = {lorries("north_in", 0min, 3), lorries("middle_in", 3h)};
  s.layout["road"].stage["check"].time.lorry = Distribution::constant(3600);
  const auto happened = timeline(s);
  EXPECT_EQ(happened.passages.at(happened.order[2]).back().balked, at(3h));
}

TEST(AFullRoad, CountsWhoLeavesItWhereItGoes) {
  Scenario s = diverting();
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1.0}};
  s.arrival = {lorries("north_in", 10min, 4)};
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  const auto value = [&](std::string_view measure, const std::string& crossing) {
    Labels labels;
    labels.crossing = crossing;
    labels.country = crossing == "all" ? "all" : "PL";
    for (const MeasureValue& v : runs[0].values)
      if (v.measure->name == measure && v.labels == labels) return v.value;
    return -1.0;
  };
  EXPECT_EQ(value("diverted", "north"), 2);
  EXPECT_EQ(value("arrivals", "north"), 4);
  EXPECT_EQ(value("illicit_attempts", "north"), 2);
  EXPECT_EQ(value("diverted", "middle"), 0);
  EXPECT_EQ(value("illicit_attempts", "middle"), 2);
  EXPECT_EQ(value("illicit_attempts", "all"), 4);
  EXPECT_EQ(value("balked", "all"), 0);
}

TEST(AClosedLine, IsChosenByNobodyAndServesNobody) {
  Scenario s = three_posts();
  for (const char* post : {"north", "middle", "south"})
    s.volume.push_back({post, Direction::entry, VehicleClass::lorry, 0, 100});
  s.line["north_in"].initial_queue = 5;
  const auto arrivals = [](const Scenario& scenario) {
    std::map<std::string, int> count;
    const auto setup = make_setup(scenario);
    const auto happened = timeline(scenario);
    for (const auto& [who, passages] : happened.passages)
      if (!passages.front().vehicle.initial)
        ++count[setup->lines[passages.front().line.value].name];
    return count;
  };
  const auto open = arrivals(s);
  EXPECT_GT(open.at("north_in"), 100);
  s.line["north_in"].closed = true;
  const auto closed = arrivals(s);
  EXPECT_FALSE(closed.contains("north_in"));
  // Those who set out are the same; the ways differ in length.
  const auto all = [](const auto& count) {
    int sum = 0;
    for (const auto& [name, n] : count) sum += n;
    return sum;
  };
  EXPECT_NEAR(all(closed), all(open), 40);
  Scenario by_crossing = s;
  by_crossing.line["north_in"].closed = false;
  by_crossing.crossing["north"].closed = true;
  EXPECT_EQ(arrivals(by_crossing), closed);
}

TEST(AClosedLine, TurnsAwayWhoComesNevertheless) {
  Scenario s = three_posts();
  s.line["north_in"].closed = true;
  s.line["north_in"].initial_queue = 1;
  s.arrival = {lorries("north_in", 1h)};
  const auto balks = timeline(s);
  EXPECT_EQ(balks.joined(0).balked, at(0h));
  EXPECT_EQ(balks.joined(1).balked, at(1h));
  s.line["north_in"].when_full = WhenFull::divert;
  const auto diverts = timeline(s);
  EXPECT_EQ(diverts.passages.at(diverts.order[1]).back().joined, at(4h));
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  EXPECT_EQ(testing::total(runs[0], "in_system_at_start"), 1);  // who waited arrives elsewhere
  EXPECT_EQ(testing::total(runs[0], "arrivals"), 3);
  EXPECT_EQ(testing::total(runs[0], "diverted"), 2);
  EXPECT_EQ(testing::total(runs[0], "crossed"), 2);
}

TEST(AClosedLine, MansNoLane) {
  Scenario s = three_posts();
  s.team["north"].officers = 2;  // one at a time, for one of the two lines
  s.arrival = {lorries("north_out", 1h)};
  s.line["north_in"].lanes = 5;
  s.line["north_in"].manned_first = 5;
  s.line["north_out"].manned_first = 0;
  EXPECT_EQ(timeline(s).joined(0).began, never);
  s.line["north_in"].closed = true;
  EXPECT_EQ(timeline(s).joined(0).began, at(1h));
}

TEST(AClosedLine, IsNoRouteOfAGroup) {
  Scenario s = three_posts();
  for (const char* post : {"north", "middle", "south"})
    s.volume.push_back({post, Direction::entry, VehicleClass::lorry, 0, 1000});
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.05}};
  GroupSpec group;
  group.home = "kyiv";
  group.commodity = "tobacco";
  s.group["wolves"] = group;
  s.crossing["north"].closed = true;
  const auto setup = make_setup(s);
  int sent = 0;
  for (const auto& [who, passages] : timeline(s).passages) {
    if (who.subject.source != setup->groups[0].source) continue;
    ++sent;
    EXPECT_NE(setup->lines[passages.front().line.value].name, "north_in");
  }
  EXPECT_GT(sent, 20);
  s.crossing["middle"].closed = s.crossing["south"].closed = true;
  s.group["wolves"].give_up_after = 0;
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  EXPECT_GT(testing::total(runs[0], "planned"), 20);
  EXPECT_EQ(testing::total(runs[0], "deterred"), testing::total(runs[0], "planned"));
}

// All that comes in goes out again.
Scenario in_transit() {
  Scenario s = three_posts();
  s.flow["in"].transit_share = 1;
  s.flow["in"].transit_flow = "out";
  s.flow["in"].transit_crossings = {{"south", 1.0}};
  s.flow["in"].transit_stay = Distribution::constant(2 * 3600);
  s.arrival = {lorries("north_in", 1h)};
  return s;
}

TEST(Transit, CrossesAnotherBorderAfterItsWayInland) {
  const Scenario s = in_transit();
  const auto setup = make_setup(s);
  const auto happened = timeline(s);
  ASSERT_EQ(happened.order.size(), 2u);
  EXPECT_EQ(happened.joined(0).released, at(1h + 1min));
  const auto& onward = happened.joined(1);
  EXPECT_EQ(setup->lines[onward.line.value].name, "south_out");
  // Two hours of stay and six by Krakow: not the five by Kyiv.
  EXPECT_EQ(onward.joined, at(1h + 1min + 2h + 6h));
  EXPECT_EQ(onward.released, onward.joined + 1min);
  EXPECT_EQ(happened.order[0].subject, happened.order[1].subject);
  EXPECT_EQ(happened.order[1].part, 1u);
  EXPECT_EQ(onward.vehicle.direction, Direction::exit);
  EXPECT_EQ(setup->flows[onward.vehicle.flow.value].name, "out");
  EXPECT_EQ(onward.vehicle.recorded, 0u);
}

TEST(Transit, MeetsLuckOfItsOwnAtEachBorder) {
  Scenario s = in_transit();
  s.layout["road"].stage["check"].time.lorry = Distribution::exponential(3600);
  const auto happened = timeline(s);
  ASSERT_EQ(happened.order.size(), 2u);
  EXPECT_NE(happened.joined(0).released - happened.joined(0).began,
            happened.joined(1).released - happened.joined(1).began);
}

TEST(Transit, TakesTheShareThatTheFlowSays) {
  Scenario s = in_transit();
  s.flow["in"].transit_share = 0.3;
  s.arrival = {lorries("north_in", 0h, 1000)};
  s.line["north_in"].lanes = 50;
  s.team["north"].officers = 200;
  s.length = 72h;
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  EXPECT_NEAR(testing::total(runs[0], "transit"), 300, 60);  // 4 standard deviations
  EXPECT_EQ(testing::total(runs[0], "arrivals"), 1000 + testing::total(runs[0], "transit"));
  EXPECT_EQ(testing::total(runs[0], "in_system_at_end"), 0);
}

TEST(Transit, EndsWhereAllWaysOnAreClosed) {
  Scenario s = in_transit();
  s.line["south_out"].closed = true;
  EXPECT_EQ(timeline(s).order.size(), 1u);
}

TEST(Transit, IsNotOfGroups) {
  Scenario s = in_transit();
  s.arrival.clear();
  s.volume.push_back({"north", Direction::entry, VehicleClass::lorry, 0, 100});
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.2}};
  s.opponent.group_share = 1;
  GroupSpec group;
  group.home = "kyiv";
  group.commodity = "tobacco";
  s.group["wolves"] = group;
  const auto setup = make_setup(s);
  int sent = 0, onward = 0;
  for (const auto& [who, passages] : timeline(s).passages) {
    const bool of_group = who.subject.source == setup->groups[0].source;
    sent += of_group;
    onward += who.part == 1;
    EXPECT_FALSE(of_group && who.part == 1);
  }
  EXPECT_GT(sent, 10);
  EXPECT_GT(onward, 10);
}

TEST(ChooseOnward, FallsByEForEveryScaleOfLongerWait) {
  const auto setup = make_setup(in_transit());
  Board board;
  board.wait.assign(setup->lines.size(), 0h);
  const std::vector<WaySetup> ways = {{{0}, 1h, 1}, {{1}, 1h, 1}, {{2}, 1h, 2}};
  const auto share = [&](LineIndex of) {
    int chosen = 0;
    for (int i = 0; i < 10000; ++i)
      chosen += traffic::choose_onward(ways, board, *setup, (i + 0.5) / 10000) == of;
    return chosen / 10000.0;
  };
  EXPECT_NEAR(share({0}), 0.25, 1e-3);
  EXPECT_NEAR(share({2}), 0.5, 1e-3);
  board.wait[2] = setup->scenario.choice_scale;
  EXPECT_NEAR(share({2}) / share({0}), 2 / std::exp(1.0), 1e-2);
  board.closed = {0, 1, 0};
  EXPECT_EQ(share({1}), 0);
  board.closed = {1, 1, 1};
  EXPECT_FALSE(traffic::choose_onward(ways, board, *setup, 0.5));
}

TEST(Ways, ToDivertWithoutARoadAreAnError) {
  Scenario s = testing::three_posts();
  s.line["north_in"].when_full = WhenFull::divert;
  EXPECT_NO_THROW((void)make_setup(s));
  s.line.erase("middle_in"), s.line.erase("south_in");
  EXPECT_THROW((void)make_setup(s), std::invalid_argument);
}

TEST(Ways, OfTransitWithoutARoadAreAnError) {
  Scenario s = in_transit();
  s.flow["in"].crossings = {"south"};  // where they would go on to, from there
  EXPECT_THROW((void)make_setup(s), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::journey_test
