#include "sim/model/calendar.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cordon::calendar_test {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

TEST(Calendar, KnowsTheWeekdayAndHourAtTheBorder) {
  const Calendar warsaw(sys_days{year{2026} / 6 / 27} + 18h, 48h, "Europe/Warsaw");
  const auto local = warsaw.local(start_of_run);  // Saturday 20:00 summer time
  EXPECT_EQ(local.weekday, 6);
  EXPECT_EQ(local.hour, 20);
  EXPECT_EQ(local.hour_of_week, 5 * 24 + 20);
  EXPECT_EQ(local.month, 6);
  EXPECT_EQ(local.of_day, 20h);
  EXPECT_EQ(warsaw.local(start_of_run + 5h).weekday, 7);
}

TEST(Calendar, FollowsTheChangeToSummerTime) {
  const Calendar warsaw(sys_days{year{2026} / 3 / 29}, 48h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.local(start_of_run).hour, 1);
  EXPECT_EQ(warsaw.local(start_of_run + 1h).hour, 3);
}

TEST(Calendar, KnowsWhenTheClockShowsATimeOfADay) {
  const auto saturday = sys_days{year{2026} / 3 / 28};  // the clock goes forward the night after
  const Calendar warsaw(saturday, 72h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.instant(saturday, 22h), start_of_run + 21h);
  EXPECT_EQ(warsaw.instant(saturday, 30h), start_of_run + 28h);  // Sunday 6:00, an hour less
  EXPECT_EQ(warsaw.instant(saturday, 26h + 30min), start_of_run + 25h);  // 2:30 is skipped
  EXPECT_EQ(warsaw.date(start_of_run + 22h + 59min), saturday);
  EXPECT_EQ(warsaw.date(start_of_run + 23h), saturday + std::chrono::days{1});
}

TEST(Calendar, TakesARepeatedHourTheFirstTime) {
  const auto sunday = sys_days{year{2026} / 10 / 25};
  const Calendar warsaw(sunday - std::chrono::days{1}, 72h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.instant(sunday, 2h + 30min), start_of_run + 24h + 30min);
  EXPECT_EQ(warsaw.instant(sunday, 3h), start_of_run + 26h);
}

TEST(HourEnds, WhenTheClockIsFull) {
  const Calendar warsaw(sys_days{year{2026} / 6 / 27}, 48h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.hour_ends(start_of_run), start_of_run + 1h);
  EXPECT_EQ(warsaw.hour_ends(start_of_run + 59min), start_of_run + 1h);
  EXPECT_EQ(warsaw.hour_ends(start_of_run + 1h), start_of_run + 2h);
}

TEST(HourEnds, WhenTheClockIsChangedWithinIt) {
  // In Venezuela the clock went from 2:30 to 3:00, at 7:00 UTC.
  const Calendar caracas(sys_days{year{2016} / 5 / 1} + 6h, 48h, "America/Caracas");
  EXPECT_EQ(caracas.local(start_of_run + 45min).of_day, 2h + 15min);
  EXPECT_EQ(caracas.hour_ends(start_of_run + 45min), start_of_run + 1h);
  EXPECT_EQ(caracas.local(start_of_run + 1h).of_day, 3h);
}

TEST(NextTime, IsTheNextOfItsDay) {
  const Calendar warsaw(sys_days{year{2026} / 6 / 29}, 240h, "Europe/Warsaw");  // Monday, 2:00
  EXPECT_EQ(warsaw.next(0, 6h + 30min, start_of_run), start_of_run + 4h + 30min);
  EXPECT_EQ(warsaw.next(0, 6h + 30min, start_of_run + 4h + 30min), start_of_run + 28h + 30min);
  EXPECT_EQ(warsaw.next(0, 2h, start_of_run - 1us), start_of_run);
  EXPECT_EQ(warsaw.next(3, 0h, start_of_run), start_of_run + 46h);
  EXPECT_EQ(warsaw.next(1, 1h, start_of_run), start_of_run + 7 * 24h - 1h);
  EXPECT_EQ(warsaw.next(1, 1h, start_of_run + 8 * 24h), never);
}

TEST(NextTime, ComesWhenTheClockIsChangedIfThatSkipsIt) {
  const Calendar warsaw(sys_days{year{2026} / 3 / 28}, 72h, "Europe/Warsaw");
  const Time saturday = start_of_run + 1h + 30min;  // 2:30 winter time
  EXPECT_EQ(warsaw.next(0, 2h + 30min, start_of_run), saturday);
  const Time change = start_of_run + 25h;  // 2:00 becomes 3:00
  EXPECT_EQ(warsaw.next(0, 2h + 30min, saturday), change);
  EXPECT_EQ(warsaw.next(0, 2h + 30min, change), start_of_run + 48h + 30min);
}

TEST(NextTime, ComesOnceWhenTheClockIsChangedBack) {
  const Calendar warsaw(sys_days{year{2026} / 10 / 24}, 72h, "Europe/Warsaw");
  const Time first = start_of_run + 24h + 30min;  // Sunday 2:30 summer time; again an hour later
  EXPECT_EQ(warsaw.next(0, 2h + 30min, start_of_run + 30min), first);
  EXPECT_EQ(warsaw.next(0, 2h + 30min, first), start_of_run + 49h + 30min);
}

TEST(Calendar, WritesUtc) {
  const Calendar warsaw(sys_days{year{2026} / 6 / 27} + 18h, 48h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.iso(start_of_run + 90min + 500ms), "2026-06-27T19:30:00Z");
}

TEST(Calendar, RefusesAZoneThatDoesNotExist) {
  EXPECT_THROW(Calendar(sys_days{year{2026} / 6 / 27}, 48h, "Europe/Lwow"), std::invalid_argument);
}

}  // namespace
}  // namespace cordon::calendar_test
