#include "analysis/text/time_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/statistics/values.hpp"
#include "tests/support/time_uses.hpp"

namespace cordon::text::time_words_test {
namespace {

using ::testing::ElementsAre;
using testing::time_use;

Change change_of(double baseline, double difference, double half_width) {
  Change c;
  c.baseline = baseline, c.value = baseline + difference;
  c.difference = difference, c.low = difference - half_width, c.high = difference + half_width;
  return c;
}

TEST(LossOf, SaysWhatAVehicleWaitsFor) {
  EXPECT_EQ(loss_of(time_use("a", "first_line", "waiting", {1}, true)),
            "waiting for the first check");
  EXPECT_EQ(loss_of(time_use("a", "second_line", "waiting", {1})), "waiting for second line");
  EXPECT_EQ(loss_of(time_use("a", "scan", "waiting_for_papers", {1})),
            "waiting for papers at scan");
  EXPECT_EQ(loss_of(time_use("a", "first_line", "blocked", {1})), "blocked at first line");
}

TEST(Duration, HasNoMoreDigitsThanAreKnown) {
  EXPECT_EQ(duration({0, 3700.4, 1, {}}), "61.7 h");
  EXPECT_EQ(duration({0, 47.36, 8, {}}), "47 min");
  EXPECT_EQ(duration({0, 1.384, 0.0001, {}}), "1.38 min");
  EXPECT_EQ(duration({0, 0.02149, 0.0001, {}}), "0.02 min");
  EXPECT_EQ(duration({0, 0, 0, {}}), "0 min");
}

TEST(ChangeOfMinutes, HasAUnitOfItsOwn) {
  const auto small = change_of_minutes(change_of(4000, -12, 4));
  EXPECT_EQ(small.change + small.unit, "-12min");
  EXPECT_EQ(small.range, "-16 to -8");
  const auto great = change_of_minutes(change_of(10, 1200, 60));
  EXPECT_EQ(great.change + great.unit, "+20.0h");
  EXPECT_EQ(change_of_minutes(change_of(1, 0.0123, 0.001)).change, "+0.01");
  EXPECT_EQ(change_of_minutes(change_of(1, no_value, no_value)).change, "");
  EXPECT_EQ(change_of_minutes(change_of(50, 12.3456, no_value)).change, "+12.3");
  EXPECT_EQ(change_of_minutes(change_of(50, 12.3456, no_value)).range, "");
}

TEST(Changes, AreClearOrSlightByTheirInterval) {
  EXPECT_TRUE(is_clear(change_of(10, 2, 1)));
  EXPECT_FALSE(is_clear(change_of(10, 2, 3)));
  EXPECT_FALSE(is_clear(change_of(10, 2, no_value)));
  EXPECT_TRUE(is_slight(change_of(1000, 5, 4)));
  EXPECT_FALSE(is_slight(change_of(1000, 5, 6)));
  EXPECT_TRUE(is_slight(change_of(0.1, 0.002, 0.002))) << "cannot be told in minutes";
  EXPECT_FALSE(is_slight(change_of(1000, no_value, no_value)));
}

TEST(Share, NeverClaimsAllOrNothing) {
  EXPECT_EQ(share(0.2, 100), "under 1 %");
  EXPECT_EQ(share(23.4, 100), "23 %");
  EXPECT_EQ(share(99.7, 100), "over 99 %");
  EXPECT_EQ(share(100, 100), "100 %");
  EXPECT_EQ(share(0, 0), "");
}

TEST(HoursLost, AddUpOverKindsOfTraffic) {
  auto times = testing::time_uses();
  times.push_back(time_use("all", "all", "lost", {1, 2}));
  times.back().vehicle_class = "car";
  EXPECT_THAT(hours_lost(times), ElementsAre(43100, 42000));
}

}  // namespace
}  // namespace cordon::text::time_words_test
