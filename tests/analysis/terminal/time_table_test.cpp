#include "analysis/terminal/time_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/time_uses.hpp"

namespace cordon::terminal::time_table_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::time_use;
using testing::time_uses;

TEST(TimeTable, NamesTheLargestLossesFirst) {
  EXPECT_EQ(
      time_table(time_uses(), false),
      R"(  time lost at                                               vehicle hours  share  per vehicle
  Medyka        lorries, entry  waiting for the first check         39 800   93 %          6.6  h
  Zosin         lorries, entry  waiting for search                    2000    5 %         20.0  min
  Zosin         lorries, entry  waiting for the first check           1000    2 %         10.0  min
  Lost is all time but that in service: 43 000 vehicle hours in all. The last columns are for each
  vehicle of this traffic at this crossing.

)");
}

TEST(TimeTable, IsNotThereWhenNobodyCame) { EXPECT_EQ(time_table({}, false), ""); }

TEST(TimeTable, IsShort) {
  std::vector<TimeUse> times = {time_use("all", "all", "lost", {90, 50})};
  for (int i = 0; i < 9; ++i)
    times.push_back(time_use("post " + std::to_string(i), "check", "waiting", {10, 5}));
  for (const std::string& text : {time_table(times, false), time_change_table(times, 0, false)})
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 10) << text;
}

TEST(TimeChangeTable, PutsChangesThatMayBeChanceInBrackets) {
  const std::string text = time_change_table(time_uses(), 0, false);
  EXPECT_THAT(text, HasSubstr(" 93 %  h                 6.6      6.4    -12 min\n"));
  EXPECT_THAT(text, HasSubstr(" 20.0     20.0    about 0\n"));
  EXPECT_THAT(text, HasSubstr("43 000 vehicle hours in the baseline, 41 800 in the\n  variant"));
  auto times = time_uses();
  times[4].changes[0].high = 3;
  EXPECT_THAT(time_change_table(times, 0, false), HasSubstr("  (-12 min)\n"));
}

TEST(TimeChangeTable, ShowsWhatChangesMostBesideWhatIsLargest) {
  std::vector<TimeUse> times = {time_use("all", "all", "lost", {5000, 5000})};
  for (int i = 0; i < 6; ++i)
    times.push_back(
        time_use("post " + std::to_string(i), "check", "waiting", {900.0 - i, 900.0 - i}));
  times.push_back(time_use("small", "search", "waiting", {1, 9}));
  times.push_back(time_use("noisy", "search", "waiting", {1, 30}));
  times.back().changes[0].low = -5;
  const std::string text = time_change_table(times, 0, false);
  EXPECT_THAT(text, HasSubstr("  small "));
  EXPECT_THAT(text, HasSubstr("  post 3 "));
  EXPECT_THAT(text, Not(HasSubstr("  post 4 "))) << "made room";
  EXPECT_THAT(text, Not(HasSubstr("  noisy "))) << "may be chance";
}

}  // namespace
}  // namespace cordon::terminal::time_table_test
