#include "analysis/forecast/naive.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::forecast::naive_test {
namespace {

// Three weeks, each with one hour that was seen before and after.
Series three_weeks(double first, double second, double third) {
  return {{0, first}, {10, first}, {168, second}, {178, second}, {336, third}, {346, third}};
}

TEST(WeekdayMean, IsOfThisHourInEarlierWeeks) {
  const Series past = three_weeks(100, 200, 600);
  EXPECT_DOUBLE_EQ(weekday_mean(past, 504 + 5), 300);
  EXPECT_DOUBLE_EQ(weekday_mean(past, 336 + 5), 150);
}

TEST(WeekdayMean, WeighsRecentWeeksMore) {
  // 600 one week ago, 200 two, 100 three weeks ago.
  EXPECT_DOUBLE_EQ(weekday_mean(three_weeks(100, 200, 600), 504 + 5, 0.5),
                   (0.5 * 600 + 0.25 * 200 + 0.125 * 100) / 0.875);
}

TEST(WeekdayMean, LeavesOutWeeksInWhichTheHourWasNotSeen) {
  Series past = three_weeks(100, 200, 600);
  past.erase(past.begin() + 2, past.begin() + 4);
  EXPECT_DOUBLE_EQ(weekday_mean(past, 504 + 5), 350);
}

TEST(WeekdayMean, IsTheLastObservationWhenTheHourWasNeverSeen) {
  EXPECT_DOUBLE_EQ(weekday_mean(three_weeks(100, 200, 600), 504 + 100), 600);
}

TEST(SameTimeLastWeek, IsInterpolated) {
  EXPECT_DOUBLE_EQ(same_time_last_week({{0, 100}, {10, 200}}, 168 + 4), 140);
}

TEST(MeanAbsoluteError, CountsObservationsAlikeAtIrregularTimes) {
  const Series observed = {{0, 50}, {1, 10}, {2, 20}, {100, 60}, {168, 0}, {169, 999}};
  // Of a forecast of 30 at origin 0: 20, 10, 30 and 30; neither the origin nor what is later.
  EXPECT_DOUBLE_EQ(mean_absolute_error(observed, 0, [](double) { return 30; }), 22.5);
  EXPECT_DOUBLE_EQ(mean_absolute_error(observed, 1, [](double hour) { return hour; }),
                   (18 + 40 + 168 + 830) / 4.0);
}

TEST(MeanAbsoluteError, IsUnknownWhenNothingWasSeen) {
  EXPECT_TRUE(std::isnan(mean_absolute_error({{0, 1}}, 0, [](double) { return 0; })));
}

}  // namespace
}  // namespace cordon::forecast::naive_test
