// Officers who leave for other posts, line by line, as worked out by hand.

#include <gtest/gtest.h>

#include "tests/support/duty_timeline.hpp"
#include "tests/support/refused.hpp"
#include "tests/support/small_worlds.hpp"
#include "tests/support/two_sides.hpp"

namespace cordon::errands_test {
namespace {

using testing::Lines;
using testing::refused;

// A post and another one, 30 min apart, and a base an hour from both. One shift a day, until noon.
Scenario two_posts(Duration length = 12h) {
  Scenario s = testing::one_stage(0, Distribution::constant(600), 1, length);
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};
  s.flow["lorries"].booking_delay = 5min;  // the shortest way of a letter
  s.crossing["other"].country = "PL";
  s.link.push_back({"home", "other", 60, 60});
  s.link.push_back({"post", "other", 30, 60});
  s.base["hub"].place = "home";
  s.base["hub"].country = "PL";
  s.roster["always"].shifts = {"00:00-12:00"};
  s.team["guards"].officers = 4;
  return s;
}

TeamSpec based(Authority authority, int officers) {
  TeamSpec t;
  t.base = "hub";
  t.authority = authority;
  t.officers = officers;
  t.roster = "always";
  return t;
}

// What is told of one team but its work at the first check, wherever it is, in order of time.
Lines told_of(const std::string& team, const Scenario& s) {
  Lines told = testing::duty_timeline(s);
  std::erase_if(told, [&](const std::string& line) {
    return line.find(": " + team + " ") == std::string::npos ||
           line.find("check.") != std::string::npos;
  });
  const auto when = [](const std::string& line) {  // days have one digit, where there are any
    const std::string clock = line.substr(0, line.find(": "));
    const bool later = clock[1] == ' ';
    return later ? clock.substr(0, 7) : "0 " + clock.substr(0, 5);
  };
  std::stable_sort(told.begin(), told.end(),
                   [&](const std::string& a, const std::string& b) { return when(a) < when(b); });
  for (std::string& line : told) line.erase(line.find(team), team.size() + 13);
  return told;
}

// Lorries that a vet has to see, who is at the base.
Scenario with_a_vet_on_call(int lorries) {
  Scenario s = two_posts();
  s.layout["road"].stage["check"].next.cleared = {"vet"};
  StageSpec vet = s.layout["road"].stage["check"];
  vet.order = 2;
  vet.own_lanes = false;
  vet.crew = {Authority::veterinary};
  vet.time.lorry = Distribution::constant(1200);
  vet.next = {};
  s.layout["road"].stage["vet"] = vet;
  s.line["line"].initial_queue = lorries;
  s.team["vets"] = based(Authority::veterinary, 2);
  s.team["vets"].on_call = 1;
  s.team["vets"].preparation = 15min;
  return s;
}

TEST(ACall, BringsWhoMayDoWhatNobodyPresentMay) {
  EXPECT_EQ(told_of("vets", with_a_vet_on_call(2)),
            (Lines{"00:00 hub: on duty 2", "00:15 hub: called_out 1", "00:30 hub: left for post 1",
                   "00:30 hub: called_out 0", "01:30 post: arrived 1", "01:30 post: on duty 1",
                   "01:30 post: vet.0 1", "02:10 post: off duty 1", "02:10 post: vet.0 0",
                   "02:10 post: left for hub 1", "03:10 hub: arrived 1"}));
}

TEST(ACall, EndsNoSoonerThanTheMinimumStay) {
  Scenario s = with_a_vet_on_call(1);
  s.team["vets"].minimum_stay = 3h;
  EXPECT_EQ(told_of("vets", s),
            (Lines{"00:00 hub: on duty 2", "00:15 hub: called_out 1", "00:30 hub: left for post 1",
                   "00:30 hub: called_out 0", "01:30 post: arrived 1", "01:30 post: on duty 1",
                   "01:30 post: vet.0 1", "04:30 post: off duty 1", "04:30 post: vet.0 0",
                   "04:30 post: left for hub 1", "05:30 hub: arrived 1"}));
}

TEST(ACall, WaitsForTheNextShift) {
  Scenario s = with_a_vet_on_call(1);
  s.roster["late"].shifts = {"04:00-12:00"};
  s.team["vets"].roster = "late";
  EXPECT_EQ(told_of("vets", s),
            (Lines{"04:00 hub: on duty 2", "04:00 hub: called_out 1", "04:15 hub: left for post 1",
                   "04:15 hub: called_out 0", "05:15 post: arrived 1", "05:15 post: on duty 1",
                   "05:15 post: vet.0 1", "05:35 post: off duty 1", "05:35 post: vet.0 0",
                   "05:35 post: left for hub 1", "06:35 hub: arrived 1"}));
}

TEST(AMobileUnit, GoesRoundItsBeatAndIsHomeByTheEndOfItsShift) {
  Scenario s = two_posts(13h);
  s.team["unit"] = based(Authority::customs, 3);
  s.team["unit"].beat = {"post", "other"};
  s.team["unit"].stay = 3h;
  EXPECT_EQ(
      told_of("unit", s),
      (Lines{"00:00 hub: on duty 3", "00:00 hub: left for post 3", "01:00 post: arrived 3",
             "01:00 post: on duty 3", "04:00 post: off duty 3", "04:00 post: left for other 3",
             "04:30 other: arrived 3", "04:30 other: on duty 3", "07:30 other: off duty 3",
             "07:30 other: left for post 3", "08:00 post: arrived 3", "08:00 post: on duty 3",
             "11:00 post: off duty 3", "11:00 post: left for hub 3", "12:00 hub: arrived 3",
             "12:00 hub: off duty 3"}));
}

TEST(ASecondment, TakesOfficersFromTheirPostForATime) {
  Scenario s = two_posts(24h * 3);
  s.secondment["lent"] = {"guards", "other", 2, 24h, 26h};
  EXPECT_EQ(
      told_of("guards", s),
      (Lines{"00:00 post: on duty 4", "12:00 post: off duty 4", "23:30 post: left for other 2",
             "1 00:00 other: arrived 2", "1 00:00 other: on duty 2", "1 00:00 post: on duty 2",
             "1 12:00 other: off duty 2", "1 12:00 post: off duty 2", "2 00:00 other: on duty 2",
             "2 00:00 post: on duty 2", "2 02:00 other: off duty 2",
             "2 02:00 other: left for post 2", "2 02:30 post: arrived 2",
             "2 12:00 post: off duty 4"}));
}

TEST(ACall, IsAnsweredByTheNextShiftWhenTheWayIsTooLongForThisOne) {
  Scenario s = with_a_vet_on_call(1);
  s.line["line"].initial_queue = 0;
  s.arrival.push_back(testing::lorries("line", 10h + 30min));  // a vet would arrive at 12:00
  s.roster["late"].shifts = {"00:00-12:00", "12:00-16:00"};
  s.length = 16h;
  for (const char* team : {"guards", "vets"}) s.team[team].roster = "late";
  EXPECT_EQ(told_of("vets", s),
            (Lines{"00:00 hub: on duty 1", "12:00 hub: off duty 1", "12:00 hub: on duty 1",
                   "12:00 hub: called_out 1", "12:15 hub: left for post 1",
                   "12:15 hub: called_out 0", "13:15 post: arrived 1", "13:15 post: on duty 1",
                   "13:15 post: vet.0 1", "13:35 post: off duty 1", "13:35 post: vet.0 0",
                   "13:35 post: left for hub 1", "14:35 hub: arrived 1"}));
}

// Nobody at the post leads Frontex officers but border guards of its own.
TEST(ACall, BringsFrontexOfficersOnlyWhereTheyAreLed) {
  Scenario s = two_posts();
  s.base["hub"].country = "PL";
  s.team["corps"] = based(Authority::border_guard, 4);
  s.team["corps"].frontex = true;
  s.team["corps"].on_call = 2;
  EXPECT_EQ(refused(s), "");
  s.team["guards"].authority = Authority::customs;
  s.layout["road"].stage["check"].crew = {Authority::customs};
  EXPECT_EQ(
      refused(s),
      "team 'corps' is on call and can be at no other post by the end of a shift, or is of no "
      "use there");
}

TEST(ACall, IsRefusedWhereNoShiftIsLongEnough) {
  Scenario s = with_a_vet_on_call(1);
  s.team["vets"].preparation = 10h + 59min;
  EXPECT_EQ(refused(s), "");
  s.team["vets"].preparation = 11h;
  EXPECT_EQ(refused(s),
            "team 'vets' is on call and can be at no other post by the end of a shift, or is of no "
            "use there");
}

TEST(ABeat, IsRefusedWhereNoShiftIsLongEnough) {
  Scenario s = two_posts(13h);
  s.team["unit"] = based(Authority::customs, 3);
  s.team["unit"].beat = {"post", "other"};
  s.team["unit"].stay = 10h;
  EXPECT_EQ(refused(s), "");
  s.roster["always"].handover = 1min;
  EXPECT_EQ(refused(s),
            "team 'unit' has no shift long enough to visit 'post', a stop of its beat, and "
            "be back");
}

TEST(ASecondment, IsRefusedWhenItsOfficersAreStillOnTheWayHome) {
  Scenario s = two_posts(24h * 6);
  s.secondment["a"] = {"guards", "other", 4, 24h, 24h};
  s.secondment["b"] = {"guards", "other", 4, 49h, 24h};  // half an hour back and half an hour there
  EXPECT_EQ(refused(s), "");
  s.secondment["b"].start = 49h - 1min;
  EXPECT_EQ(
      refused(s),
      "the secondments of team 'guards' to 'other' and elsewhere take 8 officers with the way "
      "there and back, and it has 4");
}

TEST(ALane, IsRefusedWhenItNeedsMoreOfficersThanAreEverOnDuty) {
  Scenario s = two_posts();
  s.roster["always"].shifts = {"00:00-08:00", "06:00-14:00", "16:00-20:00"};
  s.team["guards"].officers = 6;  // two a shift, and four where two shifts overlap
  s.layout["road"].stage["check"].officers_per_lane = 4;
  EXPECT_EQ(refused(s), "");
  s.layout["road"].stage["check"].officers_per_lane = 5;
  EXPECT_EQ(refused(s),
            "a lane of stage 'check' at crossing 'post' needs 5 officers, and there are never more "
            "than 4 on duty who may work there");
}

}  // namespace
}  // namespace cordon::errands_test
