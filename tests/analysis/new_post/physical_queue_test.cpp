#include "analysis/new_post/physical_queue.hpp"

#include <gtest/gtest.h>

namespace cordon::new_post::physical_queue_test {
namespace {

const PostClock utc("UTC");
constexpr double monday = 96 + 168 * 2900;

/// 50 an hour arrive from 8 to 20, 10 at night; 35 can be served.
WeekTable by_day() {
  WeekTable arrivals{};
  for (std::size_t h = 0; h < week_hours; ++h) arrivals[h] = h % 24 >= 8 && h % 24 < 20 ? 50 : 10;
  return arrivals;
}

/// As a fluid, seen every hour.
Series queue_of(const WeekTable& arrivals, double capacity, int weeks, double queue = 0) {
  Series series;
  for (int hour = 0; hour <= weeks * 168; ++hour) {
    series.push_back({monday + hour, queue});
    queue = std::max(0.0, queue + arrivals[static_cast<std::size_t>(hour % 168)] - capacity);
  }
  return series;
}

TEST(MeanQueue, IsThatOfAFluidWhereTrafficIsHeavy) {
  // From 8 to 20 it grows to 180, then 25 an hour are left over: a triangle of 12 + 7.2 hours.
  EXPECT_NEAR(mean_queue(by_day(), 35), 180 / 2.0 * 19.2 / 24, 4);
}

TEST(MeanQueue, FallsWithTheCapacity) {
  double last = mean_queue(by_day(), 31);
  for (double capacity = 32; capacity < 60; ++capacity) {
    const double now = mean_queue(by_day(), capacity);
    EXPECT_LE(now, last);
    last = now;
  }
  EXPECT_LT(last, 1);
}

TEST(MeanQueue, TakesArrivalsOfAnySize) {
  WeekTable many{};
  many.fill(2000);
  EXPECT_LT(mean_queue(many, 2200), 200);
  EXPECT_DOUBLE_EQ(mean_queue(WeekTable{}, 1), 0);
}

TEST(CapacityFor, IsTheOneThatMakesTheQueue) {
  const double capacity = capacity_for(72, by_day());
  EXPECT_NEAR(mean_queue(by_day(), capacity), 72, 0.5);
  EXPECT_NEAR(capacity, 35, 0.5);
}

TEST(PhysicalWeek, FindsArrivalsAndCapacityOfAPostThatIsEmptyAtNight) {
  const auto week = physical_week(queue_of(by_day(), 35, 4), 30, 1, utc);
  ASSERT_TRUE(week);
  EXPECT_NEAR(sum_of(week->arrivals), 30 * 168, 1e-6);
  EXPECT_NEAR(week->capacity, 35, 2);
  EXPECT_NEAR(week->arrivals[3 * 24 + 12], 50, 3);
  EXPECT_NEAR(week->arrivals[3 * 24 + 5], 10, 3);
}

TEST(PhysicalWeek, OfAPostThatIsNeverEmptyServesWhatIsCounted) {
  const auto week = physical_week(queue_of(by_day(), 30, 4, 500), 30, 1, utc);
  ASSERT_TRUE(week);
  EXPECT_NEAR(week->capacity, 30, 0.01);
  EXPECT_NEAR(week->arrivals[3 * 24 + 12], 50, 0.01);
}

TEST(PhysicalWeek, NeedsEveryHourOfTheWeek) {
  EXPECT_FALSE(physical_week({{monday, 1}, {monday + 20, 2}}, 30, 1, utc));
}

}  // namespace
}  // namespace cordon::new_post::physical_queue_test
