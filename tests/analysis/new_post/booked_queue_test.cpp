#include "analysis/new_post/booked_queue.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace cordon::new_post::booked_queue_test {
namespace {

using forecast::Observation;

const PostClock utc("UTC");
constexpr double monday = 96 + 168 * 2900;  // 1 January 1970 was a Thursday

/// A queue from Monday 0:00 on that falls by 2 an hour, and grows by `batch` in the hour from
/// Wednesday 9:00 on; seen every `every` hours.
Series weekly_batch(int weeks, double batch, int every, double fall = 2) {
  Series series;
  double queue = 500;
  for (int hour = 0; hour <= weeks * 168; ++hour) {
    if (hour % every == 0) series.push_back({monday + hour, queue});
    queue += (hour % 168 == 57 ? batch : 0) - fall;
  }
  return series;
}

TEST(UsualFlows, AreMeansByHourOfTheWeek) {
  const Series series = weekly_batch(3, 336, 1);
  const auto flows = usual_flows(straight_levels(series), 1, utc);
  ASSERT_TRUE(flows);
  EXPECT_NEAR(flows->change[0], -2, 1e-9);
  EXPECT_NEAR(flows->change[57], 334, 1e-9);
  EXPECT_NEAR(flows->level[57], 500 - 2 * 57, 1e-9);
  EXPECT_NEAR(sum_of(flows->change), 0, 1e-6);
}

TEST(UsualFlows, NeedEveryHourOfTheWeek) {
  Series series = weekly_batch(1, 336, 1);
  EXPECT_TRUE(usual_flows(straight_levels(series), 1, utc));
  series.pop_back();
  EXPECT_FALSE(usual_flows(straight_levels(series), 1, utc));
  EXPECT_FALSE(usual_flows({}, 1, utc));
}

TEST(UsualFlows, RecentWeeksWeighMore) {
  // 100 comes in the first week, 400 in the second; with half the weight a week before.
  Series series = weekly_batch(2, 0, 1);
  for (Observation& o : series) {
    if (o.hour >= monday + 58) o.vehicles += 100;
    if (o.hour >= monday + 168 + 58) o.vehicles += 400;
  }
  const auto flows = usual_flows(straight_levels(series), 0.5, utc);
  ASSERT_TRUE(flows);
  EXPECT_NEAR(flows->change[57], (0.5 * 98 + 398) / 1.5, 1e-9);
}

TEST(StraightLevels, LeaveOutGapsOfMoreThanADay) {
  const Levels levels = straight_levels({{0, 10}, {2, 30}, {27, 0}, {28, 5}});
  EXPECT_EQ(levels.size(), 5u);
  EXPECT_DOUBLE_EQ(levels.at(1), 20);
  EXPECT_FALSE(levels.contains(3));
}

TEST(NonNegative, TakesWhatIsMissingOutOfTheHoursThatFollow) {
  WeekTable flows{};
  flows[10] = -3, flows[11] = 2, flows[12] = 5;
  flows[167] = -1, flows[0] = 4;
  const WeekTable clean = non_negative(flows);
  EXPECT_DOUBLE_EQ(clean[10], 0);
  EXPECT_DOUBLE_EQ(clean[11], 0);
  EXPECT_DOUBLE_EQ(clean[12], 4);
  EXPECT_DOUBLE_EQ(clean[167], 0);
  EXPECT_DOUBLE_EQ(clean[0], 3);
  EXPECT_DOUBLE_EQ(sum_of(clean), sum_of(flows));
}

TEST(BookedWeek, FindsTheBatchByThroughputAndChangeOfTheQueue) {
  const auto week = booked_week(weekly_batch(4, 336, 1), 2, 1, 0.8, utc);
  ASSERT_TRUE(week);
  EXPECT_NEAR(week->bookings[57], 336, 1e-6);
  EXPECT_NEAR(week->bookings[56], 0, 1e-6);
  EXPECT_NEAR(sum_of(week->bookings), 2 * 168, 1e-6);
  // From 500 on Monday: down to 384 on Wednesday at 10, up to 720, down to 500.
  EXPECT_NEAR(week->usual[0], 500, 1e-6);
  EXPECT_NEAR(week->usual[58], 500 - 2 * 58 + 336, 1e-6);
}

TEST(BookedWeek, PutsABatchOfAnUnseenNightWhereItUsuallyFalls) {
  // Seen every hour but in the last week, in which it is not seen for 18 hours around the batch.
  Series series = weekly_batch(4, 336, 1);
  std::erase_if(series, [](const Observation& o) {
    return o.hour > monday + 3 * 168 + 48 && o.hour < monday + 3 * 168 + 66;
  });
  const auto week = booked_week(series, 2, 1, 0.8, utc);
  ASSERT_TRUE(week);
  // Spread evenly once, a quarter of the week's 336 would lie in other hours: 0.25 x 17 / 18.
  EXPECT_GT(week->bookings[57], 0.97 * 336);
}

TEST(BookedWeek, BooksMoreWhenTheQueueIsShort) {
  // One books every hour, and 168 more in a batch.
  const Series series = weekly_batch(4, 168, 1, 1);
  const auto week = booked_week(series, 2, 1, 0.8, utc);
  ASSERT_TRUE(week);
  const double mean = week->mean_queue();
  EXPECT_NEAR(week->reference_hours(), mean / 2, 1e-9);
  // Known at 8:00 and at 9:00 on Wednesday; one in five goes by the wait.
  const auto weight = [&](std::size_t hour) {
    return std::exp(-(week->usual[hour] - mean) / 2 / 24);
  };
  const auto answer = [&](std::size_t hour) { return weight(hour) / (0.2 * weight(hour) + 0.8); };
  EXPECT_NEAR(week->at_reference[57], 169 / ((answer(56) + answer(57)) / 2), 1e-6);
  const auto sharing = booked_week(series, 2, 1, 0, utc);
  EXPECT_NEAR(sharing->at_reference[57], 169 / ((weight(56) + weight(57)) / 2), 1e-6);
}

TEST(BookedWeek, IsNeverBookedMoreThanTwentyTimesAsUsual) {
  // On Wednesday the wait is 82 h below its mean, on Thursday and Friday as far above.
  const auto week = booked_week(weekly_batch(4, 336, 1), 2, 1, 0, utc);
  ASSERT_TRUE(week);
  EXPECT_NEAR(week->at_reference[57], 336 / std::exp(3.0), 1e-6);
}

TEST(ReleaseShape, IsEvenUnlessTheQueueFallsFaster) {
  for (const double factor : release_shape(weekly_batch(2, 336, 1), 2, utc))
    EXPECT_NEAR(factor, 1, 1e-9);
  // In the hour from 6:00 on 5 leave instead of 2, every day.
  Series series;
  double queue = 5000;
  for (int hour = 0; hour < 24 * 14; ++hour) {
    series.push_back({monday + hour, queue});
    queue -= hour % 24 == 6 ? 5 : 2;
  }
  const auto shape = release_shape(series, 2, utc);
  EXPECT_NEAR(shape[6] / shape[5], 2.5, 1e-9);
  EXPECT_NEAR(std::accumulate(shape.begin(), shape.end(), 0.0), 24, 1e-9);
}

}  // namespace
}  // namespace cordon::new_post::booked_queue_test
