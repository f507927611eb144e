// Seizure reports take officers from their lanes, line by line as worked out by hand.

#include <gtest/gtest.h>

#include "tests/support/duty_timeline.hpp"
#include "tests/support/small_worlds.hpp"
#include "tests/support/two_sides.hpp"

namespace cordon::reporting_test {
namespace {

using testing::duty_timeline;
using testing::Lines;

TeamSpec team(Authority authority, int officers) {
  TeamSpec t;
  t.crossing = "post";
  t.authority = authority;
  t.officers = officers;
  t.roster = "always";
  t.skill = 1;
  return t;
}

// One lane; every lorry hides something, and a search of 10 min by one customs officer finds it.
// A report takes 45 min.
Scenario searches(std::vector<std::string> shifts, int lorries, Duration from) {
  Scenario s = testing::one_stage(0, Distribution::constant(600), 1, 48h);
  s.roster["always"].shifts = std::move(shifts);
  s.team.clear();
  s.team["customs"] = team(Authority::customs, static_cast<int>(s.roster["always"].shifts.size()));
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1.0}};
  s.technique["search"].bulky = s.technique["search"].concealed = 1;
  StageSpec& check = s.layout["road"].stage["check"];
  check.crew = {Authority::customs};
  check.technique = "search";
  check.control = ControlKind::search;
  s.reporting.systems = 1;
  s.reporting.officer_time = 45min;
  s.arrival.push_back(testing::lorries("line", from, lorries));
  return s;
}

// Who is at the lane and who writes, "13:00 early: report 1", from noon to the next morning.
Lines told(const Scenario& s) {
  Lines lines;
  for (std::string line : duty_timeline(s)) {
    const bool in_time = line >= "12:00" || line.substr(0, 4) == "1 06";
    if (!in_time || line.find("duty") != std::string::npos) continue;
    for (const auto& [from, to] : {std::pair{"post: ", ""},
                                   {" 06:00-14:00", " early:"},
                                   {" 14:00-22:00", " late:"},
                                   {"customs ", ""}})
      if (const auto at = line.find(from); at != std::string::npos)
        line.replace(at, std::string(from).size(), to);
    lines.push_back(line);
  }
  return lines;
}

// The first lorry is searched until 13:00, the second from 13:45 to 13:55, the third from 14:40 on.
TEST(AReport, TakesTheOfficerFromHisLaneAtOnceAndIsHandedOnAtTheEndOfHisShift) {
  EXPECT_EQ(told(searches({"06:00-14:00", "14:00-22:00"}, 3, 12h + 50min)),
            (Lines{"13:00 early: check.0 0", "13:00 early: report 1",  //
                   "13:45 early: check.0 1", "13:45 early: report 0",  //
                   "13:55 early: check.0 0", "13:55 early: report 1",  //
                   "14:00 early: report 0", "14:00 late: report 1",    // 40 min are left
                   "14:40 late: check.0 1", "14:40 late: report 0",    //
                   "14:50 late: check.0 0", "14:50 late: report 1",    //
                   "15:35 late: check.0 1", "15:35 late: report 0", "22:00 late: check.0 0",
                   "1 06:00 early: check.0 1"}));
}

TEST(AReport, WaitsForTheMorningWhereNobodyIsOnDuty) {
  EXPECT_EQ(told(searches({"06:00-14:00"}, 1, 13h + 45min)),
            (Lines{"13:55 early: check.0 0", "13:55 early: report 1",  //
                   "14:00 early: report 0",                            // 40 min are left
                   "1 06:00 early: report 1",                          //
                   "1 06:40 early: check.0 1", "1 06:40 early: report 0"}));
}

TEST(AReport, IsWrittenByWhoMaySeizeThoughOthersAreFree) {
  Scenario s = searches({"06:00-14:00"}, 1, 12h);
  s.team["border_guards"] = team(Authority::border_guard, 5);  // who come first by name
  EXPECT_EQ(told(s),
            (Lines{"12:10 early: check.0 0", "12:10 early: report 1", "12:55 early: check.0 1",
                   "12:55 early: report 0", "14:00 early: check.0 0", "1 06:00 early: check.0 1"}));
}

TEST(AReport, IsWrittenByWhoIsThereWhereNobodyMaySeize) {
  Scenario s = searches({"06:00-14:00"}, 1, 12h);
  s.team.clear();
  s.team["guards"] = team(Authority::border_guard, 1);
  StageSpec& check = s.layout["road"].stage["check"];
  check.crew = {Authority::border_guard};
  check.power = Power::scan;
  EXPECT_EQ(told(s), (Lines{"12:10 guards early: check.0 0", "12:10 guards early: report 1",
                            "12:55 guards early: check.0 1", "12:55 guards early: report 0",
                            "14:00 guards early: check.0 0", "1 06:00 guards early: check.0 1"}));
}

// Two lorries are searched until 12:10 and one until 12:15, when its report finds both officers at
// work and the third on a course.
TEST(AReport, WaitsForTheOfficerWhoIsDoneFirst) {
  Scenario s = searches({"06:00-14:00"}, 2, 12h);
  s.line["line"].lanes = 3;
  s.team["customs"].officers = 3;
  s.arrival.push_back(testing::lorries("line", 12h + 5min));
  s.course["search"] = {"customs", 1, 12h + 12min, 20h, {}, 0};
  EXPECT_EQ(
      told(s),
      (Lines{"12:10 early: check.2 0", "12:10 early: report 1", "12:10 early: check.1 0",
             "12:10 early: report 2",  // one lane is left
             "12:12 early: check.0 0", "12:12 early: training 1", "12:55 early: check.0 1",
             "12:55 early: report 1", "13:40 early: check.1 1", "13:40 early: report 0",
             "14:00 early: check.0 0", "14:00 early: check.1 0", "14:00 early: training 0",
             "1 06:00 early: check.0 1", "1 06:00 early: check.1 1", "1 06:00 early: training 1"}));
}

}  // namespace
}  // namespace cordon::reporting_test
