#include "sim/model/trade/traffic.hpp"

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"

namespace cordon::traffic_test {
namespace {

SourceSetup source_with(double night, double day) {
  SourceSetup s;
  s.vehicles_per_hour = {night, day};
  s.demand_of.assign(12 * 168, 0);
  for (std::size_t h = 0; h < s.demand_of.size(); ++h)
    if (h % 24 >= 12) s.demand_of[h] = 1;
  return s;
}
const Calendar calendar(std::chrono::sys_days{std::chrono::year{2026} / 6 / 29}, 240h, "UTC");

Time next_departure(double gap, const SourceSetup& source, Time end = never) {
  DemandHour hour;
  return traffic::next_departure(start_of_run, gap, source, calendar, end, hour);
}

TEST(NextDeparture, InvertsAConstantDemand) {
  EXPECT_EQ(next_departure(1.0, source_with(2, 2)), start_of_run + 30min);
}

TEST(NextDeparture, CrossesFromOneHourlyRateToTheNext) {
  // One vehicle an hour until 12:00, after that four: 13 are expected by 12:15.
  EXPECT_EQ(next_departure(13.0, source_with(1, 4)), start_of_run + 12h + 15min);
}

TEST(NextDeparture, SkipsHoursWithoutDemand) {
  EXPECT_EQ(next_departure(0.5, source_with(0, 1)), start_of_run + 12h + 30min);
}

TEST(NextDeparture, LiesNotBeyondTheEnd) {
  EXPECT_EQ(next_departure(50, source_with(1, 1), start_of_run + 24h), never);
}

// The clock skips the hour from 2 to 3, and a quarter of a year later repeats it: demand by the
// hour of the week goes by the clock, so that an hour's vehicles are missing once and come twice
// then.
Time departure_in_warsaw(std::chrono::sys_days day, double gap) {
  SourceSetup source;
  source.vehicles_per_hour = {1, 100};
  source.demand_of.assign(12 * 168, 0);
  for (std::size_t h = 0; h < source.demand_of.size(); ++h)
    if (h % 24 == 2) source.demand_of[h] = 1;
  const Calendar warsaw(day, 48h, "Europe/Warsaw");
  DemandHour hour;
  return traffic::next_departure(start_of_run, gap, source, warsaw, never, hour);
}

TEST(NextDeparture, SkipsTheHourThatSummerTimeTakes) {
  // From 1:00: one vehicle until the change at 2:00, which is 3:00 then, and one an hour after it.
  const std::chrono::sys_days march{std::chrono::year{2026} / 3 / 29};
  EXPECT_EQ(departure_in_warsaw(march, 1.5), start_of_run + 90min);
  EXPECT_EQ(departure_in_warsaw(march, 2.5), start_of_run + 150min);
}

TEST(NextDeparture, MeetsTheHourTwiceThatWinterTimeGives) {
  // From 2:00 summer time: two hours with a hundred vehicles each.
  const std::chrono::sys_days october{std::chrono::year{2026} / 10 / 25};
  EXPECT_EQ(departure_in_warsaw(october, 150), start_of_run + 90min);
  EXPECT_EQ(departure_in_warsaw(october, 200.5), start_of_run + 2h + 30min);
}

TEST(ChoiceWeights, LeaveOutAClosedLine) {
  Scenario s = testing::busy_border();
  const auto setup = make_setup(s);
  Board board;
  board.wait.assign(setup->lines.size(), 0h);
  board.closed.assign(setup->lines.size(), 0);
  const SourceSetup& source = setup->regions.front().sources.front();
  const auto open = traffic::choice_weights(source, 0, board, *setup);
  board.closed[source.lines[0].value] = 1;
  const auto weights = traffic::choice_weights(source, 0, board, *setup);
  EXPECT_EQ(weights[0], 0);
  EXPECT_NEAR(weights[1], open[1] - open[0], 1e-15);  // the other keeps what it had
}

TEST(ChoiceWeights, AreTheBalancedAttractionsAtReferenceWaits) {
  const auto setup = make_setup(testing::busy_border());
  Board board;
  board.wait.assign(setup->lines.size(), 0h);
  const SourceSetup& source = setup->regions.front().sources.front();
  const auto weights = traffic::choice_weights(source, 0, board, *setup);
  EXPECT_NEAR(weights[0], source.attraction[0][0], 1e-15);
  EXPECT_NEAR(weights[1] - weights[0], source.attraction[0][1], 1e-15);
}

TEST(ChoiceWeights, FallByEForEveryScaleOfLongerWait) {
  const auto setup = make_setup(testing::busy_border());
  Board board;
  board.wait.assign(setup->lines.size(), 0h);
  const SourceSetup& source = setup->regions.front().sources.front();
  const double before = traffic::choice_weights(source, 0, board, *setup)[0];
  board.wait[source.lines[0].value] = setup->scenario.choice_scale;
  EXPECT_NEAR(traffic::choice_weights(source, 0, board, *setup)[0], before / std::exp(1.0), 1e-15);
  board.wait[source.lines[0].value] = 1000h;  // far beyond: held at e^-3
  EXPECT_NEAR(traffic::choice_weights(source, 0, board, *setup)[0], before / std::exp(3.0), 1e-15);
}

}  // namespace
}  // namespace cordon::traffic_test
