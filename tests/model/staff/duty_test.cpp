// What officers do in a shift, line by line, as worked out by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/model/staff/absence.hpp"
#include "tests/support/duty_timeline.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::duty_test {
namespace {

using testing::duty_timeline;
using testing::Lines;

// One post with lanes for lorries, all of which wait when the run begins at midnight UTC. Each
// takes a constant time.
Scenario post(std::vector<std::string> shifts, int officers_a_day, int lanes, int lorries,
              Duration check, Duration length = 24h) {
  Scenario s = testing::one_stage(0, Distribution::constant(seconds(check)), lanes, length);
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};  // a Monday
  s.line["line"].initial_queue = lorries;
  s.roster["always"].shifts = std::move(shifts);
  s.team["guards"].officers = officers_a_day;
  return s;
}

TEST(AShift, BeginsAndEndsByTheClock) {
  EXPECT_EQ(
      duty_timeline(post({"06:00-14:00"}, 1, 1, 0, 10min)),
      (Lines{"06:00 post: guards 06:00-14:00 on duty 1", "06:00 post: guards 06:00-14:00 check.0 1",
             "14:00 post: guards 06:00-14:00 off duty 1",
             "14:00 post: guards 06:00-14:00 check.0 0"}));
}

TEST(AHandover, KeepsLanesClosedUntilItIsOver) {
  Scenario s = post({"06:00-14:00"}, 3, 3, 0, 10min);
  s.roster["always"].handover = 15min;
  s.roster["always"].handover_share = 0.5;  // two of three
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{
          "06:00 post: guards 06:00-14:00 on duty 3", "06:00 post: guards 06:00-14:00 check.0 1",
          "06:00 post: guards 06:00-14:00 briefing 2", "06:15 post: guards 06:00-14:00 check.1 1",
          "06:15 post: guards 06:00-14:00 check.2 1", "06:15 post: guards 06:00-14:00 briefing 0",
          "14:00 post: guards 06:00-14:00 off duty 3", "14:00 post: guards 06:00-14:00 check.0 0",
          "14:00 post: guards 06:00-14:00 check.1 0", "14:00 post: guards 06:00-14:00 check.2 0"}));
}

TEST(AHandover, LeavesNoGapWhenShiftsOverlap) {
  Scenario s = post({"00:00-12:15", "12:00-00:00"}, 2, 1, 0, 10min, 13h);
  s.roster["always"].handover = 15min;
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{
          "00:00 post: guards 00:00-12:15 on duty 1", "00:00 post: guards 00:00-12:15 briefing 1",
          "00:15 post: guards 00:00-12:15 check.0 1", "00:15 post: guards 00:00-12:15 briefing 0",
          "12:00 post: guards 12:00-00:00 on duty 1", "12:00 post: guards 12:00-00:00 briefing 1",
          "12:15 post: guards 00:00-12:15 off duty 1", "12:15 post: guards 00:00-12:15 check.0 0",
          "12:15 post: guards 12:00-00:00 check.0 1",
          "12:15 post: guards 12:00-00:00 briefing 0"}));
}

TEST(ABreak, TakesOneGroupAfterTheOther) {
  Scenario s = post({"06:00-14:00"}, 2, 2, 0, 10min, 12h);
  s.roster["always"].break_length = 30min;
  s.roster["always"].break_from = 3h;
  s.roster["always"].break_to = 4h;
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{"06:00 post: guards 06:00-14:00 on duty 2", "06:00 post: guards 06:00-14:00 check.0 1",
             "06:00 post: guards 06:00-14:00 check.1 1", "09:00 post: guards 06:00-14:00 check.1 0",
             "09:00 post: guards 06:00-14:00 break 1", "10:00 post: guards 06:00-14:00 check.1 1",
             "10:00 post: guards 06:00-14:00 break 0"}));
}

TEST(ABreak, FallsToSpareOfficersWhereThereAreSome) {
  Scenario s = post({"06:00-14:00"}, 3, 2, 0, 10min, 10h);
  s.roster["always"].break_length = 30min;
  EXPECT_EQ(duty_timeline(s), (Lines{"06:00 post: guards 06:00-14:00 on duty 3",
                                     "06:00 post: guards 06:00-14:00 check.0 1",
                                     "06:00 post: guards 06:00-14:00 check.1 1",
                                     "09:00 post: guards 06:00-14:00 break 1"}));
}

// Three lorries of 50 min in one lane from 6:00: the second is under way when the break is due.
TEST(ABreak, WaitsForTheVehicleInHandWhenThatIsFinishedFirst) {
  Scenario s = post({"06:00-14:00"}, 1, 1, 3, 50min, 10h);
  s.roster["always"].break_length = 30min;
  s.roster["always"].break_from = 1h;
  s.roster["always"].break_to = 2h;
  s.staffing.finish_first = true;
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{"06:00 post: guards 06:00-14:00 on duty 1", "06:00 post: guards 06:00-14:00 check.0 1",
             "07:40 post: guards 06:00-14:00 check.0 0", "07:40 post: guards 06:00-14:00 break 1",
             "08:10 post: guards 06:00-14:00 check.0 1",
             "08:10 post: guards 06:00-14:00 break 0"}));
}

TEST(Absence, IsDrawnForEachShiftWithTheLuckOfTheDay) {
  Scenario s = post({"06:00-14:00"}, 20, 30, 0, 10min, 48h);
  s.roster["always"].absence = 0.3;
  Lines expected;
  for (int day = 0; day < 2; ++day) {
    const auto date = std::chrono::floor<std::chrono::days>(s.start) + std::chrono::days{day};
    const Subject subject{source_of("crew/guards/0"),
                          static_cast<std::uint32_t>(date.time_since_epoch().count())};
    const int absent = binomial_quantile(20, 0.3, Luck(1, 0).uniform(subject, 0u));
    EXPECT_GT(absent, 0);
    const std::string there = std::to_string(20 - absent);
    const std::string crew = ":00 post: guards 06:00-14:00 ", today = day == 0 ? "" : "1 ";
    expected.push_back(today + "06" + crew + "on duty " + there);
    expected.push_back(today + "06" + crew + "absent " + std::to_string(absent));
    expected.push_back(today + "14" + crew + "off duty " + there);
    expected.push_back(today + "14" + crew + "absent 0");
  }
  Lines told = duty_timeline(s);
  std::erase_if(told, [](const std::string& l) { return l.find("check") != std::string::npos; });
  EXPECT_EQ(told, expected);
}

TEST(Absence, OfATeamComesOnTopOfThatOfItsRoster) {
  Scenario s = post({"06:00-14:00"}, 20, 30, 0, 10min, 48h);
  s.roster["always"].absence = 0.2;
  s.team["guards"].absence = 0.5;
  const auto date = std::chrono::floor<std::chrono::days>(s.start);
  const Subject first{source_of("crew/guards/0"),
                      static_cast<std::uint32_t>(date.time_since_epoch().count())};
  const int absent = binomial_quantile(20, 0.2 + 0.8 * 0.5, Luck(1, 0).uniform(first, 0u));
  EXPECT_THAT(duty_timeline(s), ::testing::Contains("06:00 post: guards 06:00-14:00 absent " +
                                                    std::to_string(absent)));
}

TEST(AHoliday, HasItsOwnShiftAndShare) {
  Scenario s = post({"06:00-14:00"}, 4, 4, 0, 10min, 48h);
  s.roster["always"].holidays = {"2026-06-30"};
  s.roster["always"].day["holiday"] = {{"10:00-12:00"}, 0.5};
  Lines told = duty_timeline(s);
  std::erase_if(told, [](const std::string& l) { return l.find("duty") == std::string::npos; });
  EXPECT_EQ(told, (Lines{"06:00 post: guards 06:00-14:00 on duty 4",
                         "14:00 post: guards 06:00-14:00 off duty 4",
                         "1 10:00 post: guards 06:00-14:00 on duty 2",
                         "1 12:00 post: guards 06:00-14:00 off duty 2"}));
}

// Lorries of 50 min one after the other: 6:00, 6:50, ... 13:30; the last one is done at 14:20.
TEST(Overtime, LastsUntilTheVehicleInHandIsDone) {
  EXPECT_EQ(
      duty_timeline(post({"06:00-14:00"}, 1, 1, 100, 50min)),
      (Lines{
          "06:00 post: guards 06:00-14:00 on duty 1", "06:00 post: guards 06:00-14:00 check.0 1",
          "14:00 post: guards 06:00-14:00 off duty 1", "14:00 post: guards 06:00-14:00 overtime 1",
          "14:20 post: guards 06:00-14:00 check.0 0", "14:20 post: guards 06:00-14:00 overtime 0",
          "14:20 post: guards 06:00-14:00 home 1 since 14:00"}));
}

TEST(Overtime, IsWorkedWhileVehiclesWaitButNoLongerThanTheLimit) {
  Scenario s = post({"06:00-14:00"}, 1, 1, 100, 50min);
  s.roster["always"].overtime_limit = 1h;
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{
          "06:00 post: guards 06:00-14:00 on duty 1", "06:00 post: guards 06:00-14:00 check.0 1",
          "14:00 post: guards 06:00-14:00 off duty 1", "14:00 post: guards 06:00-14:00 overtime 1",
          "15:10 post: guards 06:00-14:00 check.0 0", "15:10 post: guards 06:00-14:00 overtime 0",
          "15:10 post: guards 06:00-14:00 home 1 since 14:00"}));
}

// Two lanes, 19 lorries of 50 min: 18 have begun by 12:40, the last is begun at 13:30 in lane 0;
// with 21 lorries two are in hand and one waits, which is begun at 14:20.
TEST(Overtime, EndsWhenNobodyWaitsAnyMore) {
  Scenario s = post({"06:00-14:00"}, 2, 2, 21, 50min);
  s.roster["always"].overtime_limit = 4h;
  Lines told = duty_timeline(s);
  told.erase(told.begin(), told.begin() + 3);
  EXPECT_EQ(
      told,
      (Lines{
          "14:00 post: guards 06:00-14:00 off duty 2", "14:00 post: guards 06:00-14:00 overtime 2",
          "14:20 post: guards 06:00-14:00 check.1 0", "14:20 post: guards 06:00-14:00 overtime 1",
          "14:20 post: guards 06:00-14:00 home 1 since 14:00",
          "15:10 post: guards 06:00-14:00 check.0 0", "15:10 post: guards 06:00-14:00 overtime 0",
          "15:10 post: guards 06:00-14:00 home 1 since 14:00"}));
}

TEST(Overtime, IsNotWorkedWhereOthersRelieve) {
  Scenario s = post({"06:00-14:00", "14:00-22:00"}, 2, 1, 100, 50min, 15h);
  s.roster["always"].overtime_limit = 4h;
  EXPECT_EQ(
      duty_timeline(s),
      (Lines{"06:00 post: guards 06:00-14:00 on duty 1", "06:00 post: guards 06:00-14:00 check.0 1",
             "14:00 post: guards 06:00-14:00 off duty 1",
             "14:00 post: guards 14:00-22:00 on duty 1", "14:00 post: guards 06:00-14:00 check.0 0",
             "14:00 post: guards 14:00-22:00 check.0 1"}));
}

}  // namespace
}  // namespace cordon::duty_test
