#include "analysis/forecast/moment.hpp"

#include <gtest/gtest.h>

namespace cordon::forecast::moment_test {
namespace {

using namespace std::chrono_literals;

const PostClock utc("UTC"), warsaw("Europe/Warsaw");
const double noon =
    static_cast<double>((std::chrono::sys_days{2026y / 7 / 15} + 12h).time_since_epoch() / 1s) /
    3600;

TEST(ParseMoment, TakesOffsetsAndElseTheClock) {
  EXPECT_DOUBLE_EQ(parse_moment("2026-07-15T12:00Z", warsaw).value(), noon);
  EXPECT_DOUBLE_EQ(parse_moment("2026-07-15T12:00:00Z", warsaw).value(), noon);
  EXPECT_DOUBLE_EQ(parse_moment("2026-07-15 14:00", warsaw).value(), noon);
  EXPECT_DOUBLE_EQ(parse_moment("2026-07-15 12:00", utc).value(), noon);
  EXPECT_DOUBLE_EQ(parse_moment("2026-07-15T08:30:00-03:30", utc).value(), noon);
  EXPECT_DOUBLE_EQ(parse_moment("2026-01-15 13:00", warsaw).value(),
                   parse_moment("2026-01-15T12:00Z", utc).value());
}

TEST(ParseMoment, RefusesAllElse) {
  for (const char* wrong :
       {"", "2026-07-15", "2026-02-30T12:00Z", "2026-13-01T12:00Z", "2026-07-15T24:00Z",
        "2026-07-15T12:60Z", "2026-07-15T12Z", "2026-07-15T12:00Q", "2026-07-15T12:00+2",
        "15.07.2026 12:00", "2026-07-15T12:00Z ", "2026-07-15T12:00:00.5Z", "noon"})
    EXPECT_FALSE(parse_moment(wrong, utc)) << wrong;
}

TEST(ParseDate, TakesDaysThatThereAre) {
  EXPECT_EQ(parse_date("2024-02-29"), std::chrono::sys_days{2024y / 2 / 29});
  for (const char* wrong : {"2026-02-29", "2026-4-15", "2026-04-15x", "26-04-15", ""})
    EXPECT_FALSE(parse_date(wrong)) << wrong;
}

TEST(ParseMonth, TakesYearAndMonth) {
  EXPECT_EQ(parse_month("2026-04"), 2026y / 4);
  for (const char* wrong : {"2026-00", "2026-13", "2026-4", "2026-04-01", "April", ""})
    EXPECT_FALSE(parse_month(wrong)) << wrong;
}

TEST(MomentText, IsReadBack) {
  EXPECT_EQ(moment_text(noon), "2026-07-15T12:00:00Z");
  EXPECT_DOUBLE_EQ(parse_moment(moment_text(noon + 1.0 / 3600), utc).value(), noon + 1.0 / 3600);
}

TEST(PostClock, ShowsTheHourOfTheWeekOnTheWall) {
  EXPECT_EQ(utc.hour_of_week(noon), 2u * 24 + 12);  // a Wednesday
  EXPECT_EQ(warsaw.hour_of_week(noon), 2u * 24 + 14);
  EXPECT_EQ(warsaw.hour_of_week(noon + 0.99), 2u * 24 + 14);
  EXPECT_EQ(warsaw.hour_of_week(noon - 6 * 30 * 24), 4u * 24 + 13);  // 16 January, a Friday
  EXPECT_THROW(PostClock("Europe/Nowhere"), std::invalid_argument);
}

TEST(Amount, AddsUpPartsOfHours) {
  WeekTable rate{};
  rate[2 * 24 + 12] = 10;
  rate[2 * 24 + 13] = 40;
  EXPECT_DOUBLE_EQ(amount(rate, noon + 0.5, noon + 1.25, utc), 5 + 10);
  EXPECT_DOUBLE_EQ(amount(rate, noon - 5, noon + 168, utc), 50);
  EXPECT_DOUBLE_EQ(amount(rate, noon, noon, utc), 0);
}

}  // namespace
}  // namespace cordon::forecast::moment_test
