#include "analysis/forecast/series.hpp"

#include <gtest/gtest.h>

namespace cordon::forecast::series_test {
namespace {

const Series slope = {{10, 100}, {14, 60}, {16, 80}};

TEST(QueueAt, FollowsStraightLinesAndStaysAtTheEnds) {
  EXPECT_DOUBLE_EQ(queue_at(slope, 10), 100);
  EXPECT_DOUBLE_EQ(queue_at(slope, 11), 90);
  EXPECT_DOUBLE_EQ(queue_at(slope, 15), 70);
  EXPECT_DOUBLE_EQ(queue_at(slope, 9), 100);
  EXPECT_DOUBLE_EQ(queue_at(slope, 99), 80);
}

TEST(IsCovered, NeedsTwoObservationsAtMostADayApart) {
  const Series gap = {{0, 1}, {24, 1}, {48.5, 1}};
  EXPECT_TRUE(is_covered(gap, 12));
  EXPECT_FALSE(is_covered(gap, 30));
  EXPECT_FALSE(is_covered(gap, -1));
  EXPECT_FALSE(is_covered(gap, 49));
}

TEST(Before, HasNothingOfTheMomentItself) {
  EXPECT_EQ(before(slope, 14).size(), 1u);
  EXPECT_EQ(before(slope, 14.1).size(), 2u);
  EXPECT_TRUE(before(slope, 10).empty());
}

TEST(WithoutSpikes, TakesOutWhatComesStraightBack) {
  const Series spiky = {{0, 500}, {3, 490}, {6, 180}, {9, 480}, {12, 470}};
  const Series clean = without_spikes(spiky);
  ASSERT_EQ(clean.size(), 4u);
  EXPECT_DOUBLE_EQ(clean[2].vehicles, 480);
}

TEST(WithoutSpikes, LeavesBatchesAndSmallTurnsAlone) {
  const Series batch = {{0, 100}, {3, 90}, {6, 600}, {9, 580}, {12, 560}};
  EXPECT_EQ(without_spikes(batch).size(), 5u);
  const Series small = {{0, 100}, {3, 155}, {6, 100}};
  EXPECT_EQ(without_spikes(small).size(), 3u);
  const Series slow = {{0, 100}, {8, 300}, {16, 100}};
  EXPECT_EQ(without_spikes(slow).size(), 3u);
  EXPECT_TRUE(without_spikes({}).empty());
}

TEST(TimeMean, WeighsByTimeAndNotByObservations) {
  EXPECT_DOUBLE_EQ(time_mean(slope, 10, 14), 80);
  EXPECT_DOUBLE_EQ(time_mean(slope, 10, 16), (4 * 80 + 2 * 70) / 6.0);
  EXPECT_DOUBLE_EQ(time_mean(slope, 12, 15), (2 * 70 + 1 * 65) / 3.0);
  EXPECT_DOUBLE_EQ(time_mean(slope, 14, 20), (2 * 70 + 4 * 80) / 6.0);
}

}  // namespace
}  // namespace cordon::forecast::series_test
