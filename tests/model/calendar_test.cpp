#include "sim/model/calendar.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cordon {
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

TEST(Calendar, WritesUtc) {
  const Calendar warsaw(sys_days{year{2026} / 6 / 27} + 18h, 48h, "Europe/Warsaw");
  EXPECT_EQ(warsaw.iso(start_of_run + 90min + 500ms), "2026-06-27T19:30:00Z");
}

TEST(Calendar, RefusesAZoneThatDoesNotExist) {
  EXPECT_THROW(Calendar(sys_days{year{2026} / 6 / 27}, 48h, "Europe/Lwow"), std::invalid_argument);
}

}  // namespace
}  // namespace cordon
