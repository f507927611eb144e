#include "viz/hud/ticks.hpp"

#include <gtest/gtest.h>

#include "viz/hud/time_range.hpp"
#include "viz/hud/time_text.hpp"

namespace cordon::viz::ticks_test {
namespace {

using namespace std::chrono;

// Begins on a Saturday at 18:00 UTC, 20:00 in Warsaw.
const Calendar warsaw(sys_days{2026y / June / 27d} + 18h, 24h * 28, "Europe/Warsaw");
constexpr Time day(int n) { return start_of_run + n * 24h; }

TEST(RoundNumber, IsOneTwoOrFiveTimesAPowerOfTen) {
  EXPECT_DOUBLE_EQ(round_number_below(7.3), 5);
  EXPECT_DOUBLE_EQ(round_number_below(49), 20);
  EXPECT_DOUBLE_EQ(round_number_below(100), 100);
  EXPECT_DOUBLE_EQ(round_number_below(0.3), 0.2);
}

TEST(ValueTicks, BeginAtZeroAndReachTheHighest) {
  EXPECT_EQ(value_ticks(5200, 5), (std::vector<double>{0, 2000, 4000, 6000}));
  EXPECT_EQ(value_ticks(4, 4), (std::vector<double>{0, 1, 2, 3, 4}));
  EXPECT_GE(value_ticks(0, 4).size(), 2U);
}

TEST(TimeTicks, AreMidnightsOnTheWall) {
  const auto ticks = time_ticks(day(0), day(5), warsaw, 8);
  ASSERT_EQ(ticks.size(), 5U);
  for (const TimeTick& tick : ticks) {
    EXPECT_TRUE(tick.is_day);
    EXPECT_EQ(clock_text(tick.at, warsaw), "00:00");
  }
  EXPECT_EQ(short_date_text(ticks.front().at, warsaw), "28 Jun");
}

TEST(TimeTicks, AreWeeksFromMondayWhereDaysAreTooMany) {
  const auto ticks = time_ticks(day(0), day(28), warsaw, 5);
  ASSERT_FALSE(ticks.empty());
  for (const TimeTick& tick : ticks) EXPECT_EQ(date_text(tick.at, warsaw).substr(0, 3), "Mon");
}

TEST(TimeTicks, AreHoursWhenNear) {
  const auto ticks = time_ticks(day(1), day(1) + 6h, warsaw, 8);
  EXPECT_EQ(ticks.size(), 7U);
  EXPECT_FALSE(ticks[1].is_day);
  EXPECT_TRUE(ticks[4].is_day) << "20:00 and four hours";
}

TEST(TimeTicks, GoOnPastAChangeOfTheClock) {
  const Calendar autumn(sys_days{2026y / October / 24d}, 24h * 4, "Europe/Warsaw");
  const auto ticks = time_ticks(day(0), day(4), autumn, 6);
  ASSERT_EQ(ticks.size(), 4U);
  EXPECT_EQ(ticks[1].at - ticks[0].at, 25h);
}

TEST(TimeRange, ZoomsAroundAMomentAndKeepsWithinTheRun) {
  TimeRange range(day(28));
  const Time held = range.time_at(0.25);
  range.zoom_at(0.25, 4);
  EXPECT_EQ(range.to() - range.from(), 7 * 24h);
  EXPECT_NEAR(range.share_of(held), 0.25, 1e-9);
  range.zoom_at(0, 1e-6);
  EXPECT_TRUE(range.is_whole());
}

TEST(TimeRange, MovesToWhatIsToBeSeen) {
  TimeRange range(day(28));
  range.zoom_at(0, 4);
  range.show(day(20));
  EXPECT_EQ(range.to(), day(20));
  range.show(day(1));
  EXPECT_EQ(range.from(), day(1));
}

TEST(TimeText, TellsTheClockOnTheWall) {
  EXPECT_EQ(clock_text(day(0), warsaw), "20:00");
  EXPECT_EQ(date_text(day(0) + 4h, warsaw), "Sun 28 Jun 2026");
  EXPECT_EQ(since_start_text(day(3) + 14h + 5min), "3 d 14 h 5 min");
}

TEST(TimeText, TellsSpansWithoutPrecisionThatNobodyWants) {
  EXPECT_EQ(span_text(45s), "45 s");
  EXPECT_EQ(span_text(12min + 20s), "12 min");
  EXPECT_EQ(span_text(3h + 24min), "3.4 h");
  EXPECT_EQ(span_text(33h), "33 h");
  EXPECT_EQ(span_text(60h), "2.5 d");
}

TEST(ParseSinceStart, ReadsSumsOfQuantities) {
  EXPECT_EQ(parse_since_start("3 d 14 h"), day(3) + 14h);
  EXPECT_EQ(parse_since_start("36 h"), start_of_run + 36h);
  EXPECT_EQ(parse_since_start("2d6h30min"), day(2) + 6h + 30min);
  EXPECT_EQ(parse_since_start("1.5 d"), start_of_run + 36h);
}

TEST(ParseSinceStart, RefusesEverythingElse) {
  for (const char* text : {"", "3", "d", "3 x", "3 d 14", "yesterday", "-2 h", "1.2.3 h"})
    EXPECT_FALSE(parse_since_start(text)) << text;
}

}  // namespace
}  // namespace cordon::viz::ticks_test
