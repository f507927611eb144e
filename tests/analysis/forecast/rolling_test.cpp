#include "analysis/forecast/rolling.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/statistics/values.hpp"

namespace cordon::forecast::rolling_test {
namespace {

const LineKey lorries{"north", Direction::entry, VehicleClass::lorry};

LineForecast with_errors(const std::vector<Errors>& errors, const Likeness& likeness = {}) {
  return {lorries, errors, std::vector<int>(errors.size(), 56), likeness};
}

TEST(Verdict, SaysWhatIsBeatenAndHowSurely) {
  EXPECT_EQ(verdict_of(with_errors({{no_value, 1, 1, 1}})), "has no forecast that could be judged");
  EXPECT_EQ(verdict_of(with_errors({{10, 20, 30, 40}})),
            "beats all three naive forecasts; too few forecasts to tell it from chance");
  EXPECT_EQ(verdict_of(with_errors({{20, 20, 10, 15}})), "is no better than any naive forecast");
  const std::vector<Errors> sure(28, {10, 20, 30, 40});
  EXPECT_EQ(verdict_of(with_errors(sure)),
            "beats all three naive forecasts; by more than chance is likely to do");
  std::vector<Errors> mixed;
  for (int o = 0; o < 28; ++o) mixed.push_back({10, o < 12 ? 0.0 : 19.0, 30, 5});
  EXPECT_EQ(verdict_of(with_errors(mixed)),
            "beats the weekday mean and the weekday mean of recent weeks, but not the same time "
            "last week; by more than chance is likely to do only the weekday mean of recent "
            "weeks");
}

TEST(Difference, IsOfTheSimulationLessTheNaiveForecast) {
  const LineForecast line = with_errors({{10, 20, 0, 0}, {10, 40, 0, 0}});
  EXPECT_DOUBLE_EQ(line.difference(Method::weekday_mean).estimate, -20);
  EXPECT_TRUE(std::isnan(line.difference(Method::weekday_mean).low));  // of fewer than 28
}

TEST(Fault, SaysWhatIsWrongWhereAForecastIsBeaten) {
  const std::vector<Errors> beaten = {{20, 10, 30, 40}};
  EXPECT_EQ(fault_of(with_errors(beaten, {-12, 30, 30})),
            "its queue is too short, by 12 vehicles on average");
  EXPECT_EQ(fault_of(with_errors(beaten, {10, 30, 30})),
            "its queue is too long, by 10 vehicles on average");
  EXPECT_EQ(fault_of(with_errors(beaten, {9.9, 20, 30})),
            "its queue moves less than the one seen (standard deviation 20 vehicles against 30)");
  EXPECT_EQ(fault_of(with_errors(beaten, {0, 43, 30})),
            "its queue moves more than the one seen (standard deviation 43 vehicles against 30)");
  EXPECT_EQ(fault_of(with_errors(beaten, {0, 22, 30})),
            "its queue moves as much as the one seen, but at other times");
}

TEST(Fault, IsNotLookedForWhereAllNaiveForecastsAreBeaten) {
  EXPECT_EQ(fault_of(with_errors({{10, 20, 30, 40}}, {-10, 30, 30})), "");
  EXPECT_EQ(fault_of(with_errors({{no_value, 20, 30, 40}})), "");
  EXPECT_EQ(told_of(with_errors({{20, 20, 10, 15}}, {-18, 30, 30})),
            "north, lorries, entry: is no better than any naive forecast: its queue is too short, "
            "by 18 vehicles on average.");
}

/// Two weeks of a queue that is 10 by night and 30 by day, seen every 12 hours.
Series by_day_and_night() {
  Series queue;
  for (int n = 0; n <= 28; ++n) queue.push_back({12.0 * n, n % 2 == 0 ? 10.0 : 30.0});
  return queue;
}

Series flat_queue(double vehicles) { return {{168, vehicles}, {336, vehicles}}; }

TEST(Judged, HoldsEachMethodAgainstTheWeekAfterTheOrigin) {
  const std::vector<MeanQueues> simulated = {{{lorries, flat_queue(24)}}},
                                unfitted = {{{lorries, flat_queue(70)}}};
  Series seen = by_day_and_night();
  seen.push_back({400, 5000});  // when the week is over
  const LineForecast line = judged(lorries, seen, {{169}, simulated, unfitted, 0.5});
  ASSERT_EQ(line.errors.size(), 1u);
  EXPECT_EQ(line.observations[0], 14);  // after 169 hours, until 337
  EXPECT_DOUBLE_EQ(line.mean_error(Method::simulation), 10);
  EXPECT_DOUBLE_EQ(line.mean_error(Method::unfitted), 50);
  EXPECT_DOUBLE_EQ(line.mean_error(Method::last_week), 0);
  EXPECT_DOUBLE_EQ(line.likeness.bias, 4);
  EXPECT_DOUBLE_EQ(line.likeness.simulated_spread, 0);
  EXPECT_DOUBLE_EQ(line.likeness.seen_spread, 10);
}

TEST(Judged, HasNoErrorOfALineThatWasNotSimulated) {
  const std::vector<MeanQueues> simulated(1);
  const LineForecast line = judged(lorries, by_day_and_night(), {{169}, simulated});
  EXPECT_TRUE(std::isnan(line.mean_error(Method::simulation)));
  EXPECT_TRUE(std::isnan(line.likeness.bias));
  EXPECT_DOUBLE_EQ(line.mean_error(Method::weekday_mean), 0);
}

}  // namespace
}  // namespace cordon::forecast::rolling_test
