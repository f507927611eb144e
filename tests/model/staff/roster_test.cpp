#include "sim/model/staff/roster.hpp"

#include <gtest/gtest.h>

namespace cordon::roster_test {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

const sys_days monday{year{2026} / 6 / 29};

RosterSpec three_shifts() {
  RosterSpec spec;
  spec.shifts = {"06:00-14:00", "14:00-22:00", "22:00-06:00"};
  return spec;
}

struct Clock {
  sys_days start = monday;
  Calendar calendar{start, 24h * 400, "UTC"};
  Shift shift(const RosterSpec& spec, int crew, Duration at) const {
    return roster::shift_at(make_roster(spec), crew, start_of_run + at, calendar);
  }
};

TEST(Shifts, AreThoseThatAreOnOrComeNext) {
  const Clock c;
  EXPECT_EQ(c.shift(three_shifts(), 0, 5h).begins, Time{6h});
  EXPECT_EQ(c.shift(three_shifts(), 0, 6h).ends, Time{14h});
  EXPECT_EQ(c.shift(three_shifts(), 0, 14h).begins, Time{30h});
  const Shift night = c.shift(three_shifts(), 2, 0h);  // has begun before the run
  EXPECT_EQ(night.begins, Time{-2h});
  EXPECT_EQ(night.ends, Time{6h});
  EXPECT_EQ(night.day, monday - days{1});
}

TEST(Shifts, MayEndAtMidnight) {
  EXPECT_EQ(parse_shift("16:00-24:00").lasts, Duration(8h));
  EXPECT_EQ(parse_shift("00:00-24:00").lasts, Duration(24h));
}

TEST(Shifts, MayLastTheWholeDay) {
  RosterSpec spec;
  spec.shifts = {"07:00-07:00"};
  const Shift shift = Clock().shift(spec, 0, 8h);
  EXPECT_EQ(shift.begins, Time{7h});
  EXPECT_EQ(shift.ends, Time{31h});
}

TEST(Shifts, KeepToTheClockOnTheWallWhenItIsChanged) {
  const sys_days sunday{year{2026} / 3 / 29};
  const Calendar warsaw(sunday - days{1}, 72h, "Europe/Warsaw");  // begins at 1:00 local time
  const Shift night = roster::shift_at(make_roster(three_shifts()), 2, Time{22h}, warsaw);
  EXPECT_EQ(night.begins, Time{21h});
  EXPECT_EQ(night.ends, Time{28h});  // an hour is missing
}

TEST(FourByEight, EachCrewHasTwoDaysOfEachShiftAndTwoOff) {
  const RosterSetup roster = make_roster(find_roster({}, "four_by_eight"));
  const Clock c;
  // Begins of the shifts of the first crew in 16 days, in hours since midnight of the first.
  std::vector<std::int64_t> begins;
  for (Time at = start_of_run; at < Time{24h * 16};) {
    const Shift shift = roster::shift_at(roster, 0, at, c.calendar);
    begins.push_back(shift.begins.time_since_epoch() / 1h);
    at = shift.ends;
  }
  EXPECT_EQ(begins, (std::vector<std::int64_t>{6, 30, 62, 86, 118, 142, 198, 222, 254, 278, 310,
                                               334, 390}));
}

TEST(FourByEight, MansEveryShiftOfEveryDayWithOneCrew) {
  const RosterSetup roster = make_roster(find_roster({}, "four_by_eight"));
  const Clock c;
  for (Duration at = 1h; at < 24h * 20; at += 2h) {
    int on_duty = 0;
    for (int crew = 0; crew < 4; ++crew)
      on_duty += roster::shift_at(roster, crew, Time{at}, c.calendar).covers(Time{at});
    EXPECT_EQ(on_duty, 1) << at / 1h;
  }
}

TEST(CrewSizes, AddUpToTheOfficerShiftsOfADay) {
  EXPECT_EQ(roster::crew_sizes(make_roster(three_shifts()), 50), (std::vector{17, 17, 16}));
  const RosterSetup four = make_roster(find_roster({}, "four_by_eight"));
  EXPECT_EQ(roster::crew_sizes(four, 51), (std::vector{17, 17, 17, 17}));
  EXPECT_EQ(roster::crew_sizes(four, 50), (std::vector{17, 17, 17, 16}));
}

TEST(Days, HaveShiftsAndSharesOfTheirOwn) {
  RosterSpec spec = three_shifts();
  spec.day["saturday"] = {{"08:00-12:00"}, 0.5};
  spec.day["sunday"].share = 0;
  const Clock c;
  const Shift saturday = c.shift(spec, 0, 24h * 5);
  EXPECT_EQ(saturday.begins, Time{24h * 5 + 8h});
  EXPECT_EQ(saturday.ends, Time{24h * 5 + 12h});
  EXPECT_EQ(saturday.share, 0.5);
  EXPECT_EQ(c.shift(spec, 0, 24h * 6).begins, Time{24h * 7 + 6h});
  EXPECT_EQ(c.shift(spec, 1, 24h * 5).begins, Time{24h * 7 + 14h});  // there is no second shift
}

TEST(Holidays, GoBeforeTheWeekday) {
  RosterSpec spec = three_shifts();
  spec.holidays = {"2026-07-01", "2026-06-30"};
  spec.day["holiday"] = {{"10:00-14:00"}, 1};
  spec.day["tuesday"].share = 0.9;
  const Clock c;
  for (const int day : {1, 2}) {
    const Shift shift = c.shift(spec, 0, 24h * day);
    EXPECT_EQ(shift.begins, Time{24h * day + 10h});
    EXPECT_EQ(shift.share, 1);
  }
  EXPECT_EQ(c.shift(spec, 0, 24h * 3).begins, Time{24h * 3 + 6h});
}

TEST(Shifts, OfACrewThatNeverWorksBeginNever) {
  RosterSpec spec = three_shifts();
  for (const char* day :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
    spec.day[day].share = 0;
  const Shift shift = Clock().shift(spec, 0, 0h);
  EXPECT_EQ(shift.begins, never);
  EXPECT_FALSE(shift.covers(Time{24h * 399}));
}

constexpr Shift early{Time{6h}, Time{14h}, 1, {}};

TEST(ABriefing, KeepsAShareOfTheOfficers) {
  RosterSpec spec = three_shifts();
  spec.handover = 15min;
  spec.handover_share = 0.5;
  const RosterSetup roster = make_roster(spec);
  EXPECT_EQ(roster::briefed(roster, early, 5, Time{6h}), 3);
  EXPECT_EQ(roster::briefed(roster, early, 5, Time{6h + 15min}), 0);
  EXPECT_EQ(roster::next_change(roster, early, 5, Time{5h}), Time{6h});
  EXPECT_EQ(roster::next_change(roster, early, 5, Time{6h}), Time{6h + 15min});
  EXPECT_EQ(roster::next_change(roster, early, 5, Time{6h + 15min}), Time{14h});
}

// When groups have their turn, since the shift began.
std::vector<Duration> turns(const RosterSetup& roster, int officers) {
  std::vector<Duration> turns;
  for (Time at = early.begins; at < early.ends;
       at = roster::next_change(roster, early, officers, at))
    turns.push_back(at - early.begins);
  return turns;
}

TEST(Breaks, AreHadByOneGroupAfterTheOther) {
  RosterSpec spec = three_shifts();
  spec.break_length = 30min;
  spec.break_from = 3h;
  spec.break_to = 4h + 45min;
  const RosterSetup roster = make_roster(spec);
  EXPECT_EQ(turns(roster, 5), (std::vector<Duration>{0h, 3h, 3h + 30min, 4h}));
  EXPECT_EQ(turns(roster, 2), (std::vector<Duration>{0h, 3h, 3h + 30min}));
  EXPECT_EQ(roster::break_turns(roster, early, early.begins + 3h - 1us), 0);
  EXPECT_EQ(roster::break_turns(roster, early, early.begins + 3h), 1);
  EXPECT_EQ(roster::break_turns(roster, early, early.begins + 4h - 1us), 2);
  EXPECT_EQ(roster::break_turns(roster, early, early.begins + 7h), 3);
  for (const auto& [group, size] : {std::pair{0, 2}, {1, 2}, {2, 1}})
    EXPECT_EQ(roster::break_group(roster, 5, group), size);
}

TEST(Breaks, AreNoneWithoutALength) {
  const RosterSetup roster = make_roster(three_shifts());
  EXPECT_EQ(turns(roster, 5), (std::vector<Duration>{0h}));
  EXPECT_EQ(roster::break_turns(roster, early, early.begins + 7h), 0);
}

}  // namespace
}  // namespace cordon::roster_test
