#include "analysis/new_post/queue_kind.hpp"

#include <gtest/gtest.h>

namespace cordon::new_post::queue_kind_test {
namespace {

TEST(JumpsOf, CountsWhatNoRoadBrings) {
  // 10 an hour leave, so 3 hours with +90 brought 120, 4 times the usual; +89 brought less.
  const Series series = {{0, 100}, {3, 190}, {6, 279}, {9, 379}};
  const QueueJumps jumps = jumps_of(series, 10);
  EXPECT_EQ(jumps.count, 2);
  EXPECT_DOUBLE_EQ(jumps.most, 100);
  EXPECT_DOUBLE_EQ(jumps.most_hours, 3);
}

TEST(JumpsOf, LeavesOutFewVehiclesShortTimesAndGaps) {
  EXPECT_EQ(jumps_of({{0, 0}, {3, 59}}, 1).count, 0);
  EXPECT_EQ(jumps_of({{0, 0}, {0.9, 500}}, 1).count, 0);
  EXPECT_EQ(jumps_of({{0, 0}, {25, 5000}}, 1).count, 0);
  EXPECT_EQ(jumps_of({}, 1).count, 0);
}

TEST(IsBooked, NeedsTwoJumps) {
  EXPECT_FALSE(is_booked({1, 500, 3}));
  EXPECT_TRUE(is_booked({2, 500, 3}));
}

}  // namespace
}  // namespace cordon::new_post::queue_kind_test
