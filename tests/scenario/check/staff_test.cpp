// What cannot be meant of officers gets one clear line.

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "tests/support/problems_with.hpp"

namespace cordon::staff_test {
namespace {

using testing::Lines;
using testing::problems_with;

const std::string table = "[roster.around_the_clock]\n", roster = "roster.around_the_clock.";

TEST(BadRoster, AShiftIsTwoTimes) {
  EXPECT_EQ(problems_with(table + "shifts = ['6-14']"),
            Lines{roster + "shifts: '6-14' is not a shift; expected one such as \"06:00-14:00\""});
}

TEST(BadRoster, ACycleHasShiftsOfTheRosterOnly) {
  EXPECT_EQ(
      problems_with(table + "cycle = ['06:00-14:00', '09:00-17:00']\ncrews = 2"),
      Lines{roster +
            "cycle: '09:00-17:00' is not one of the shifts; expected one of them or \"off\""});
}

TEST(BadRoster, ACycleIsNotAllOff) {
  EXPECT_EQ(problems_with(table + "cycle = ['off']\ncrews = 1"),
            Lines{roster + "cycle: has no shift; expected at least one"});
}

TEST(BadRoster, CrewsDivideTheCycle) {
  const std::string cycle = table + "cycle = ['06:00-14:00', 'off', 'off']\n";
  EXPECT_EQ(problems_with(cycle + "crews = 2"),
            Lines{roster + "crews: is 2; expected a number that divides the 3 days of the cycle"});
  EXPECT_EQ(problems_with(cycle),
            Lines{roster + "crews: is 0; expected a number that divides the 3 days of the cycle"});
  EXPECT_EQ(problems_with(table + "crews = 3"),
            Lines{roster + "crews: is given without a cycle; expected a cycle that they follow"});
}

TEST(BadRoster, DaysAreWeekdaysOrHolidays) {
  EXPECT_EQ(
      problems_with(table + "day.sunnyday.share = 0.5"),
      Lines{roster + "day.sunnyday: 'sunnyday' is no day; expected monday to sunday, or holiday"});
  EXPECT_EQ(problems_with(table + "day.sunday.shifts = ['noon']"),
            Lines{roster + "day.sunday.shifts: 'noon' is not a shift; expected one such as "
                           "\"06:00-14:00\""});
}

TEST(BadRoster, ADayHasNoMoreShiftsThanTheRoster) {
  const std::string five =
      "day.monday.shifts = ['00:00-05:00', '05:00-10:00', '10:00-15:00', "
      "'15:00-20:00', '20:00-00:00']";
  EXPECT_EQ(problems_with(table + five),
            Lines{roster + "day.monday.shifts: are 5; expected at most the 3 of the roster: nobody "
                           "has the others"});
}

TEST(BadRoster, HandoverAndBreakFitIntoAShift) {
  EXPECT_EQ(problems_with(table + "handover = '8 h'"),
            Lines{roster + "handover: is as long as a shift; expected less, or nobody is ever at a "
                           "lane"});
  EXPECT_EQ(problems_with(table + "break_length = '30 min'\nbreak_from = '8 h'\nbreak_to = '9 h'"),
            Lines{roster + "break_from: lies beyond the end of a shift; expected less, or nobody "
                           "has a break"});
}

TEST(BadCourse, HasNoMoreOfficersThanTheTeam) {
  EXPECT_EQ(problems_with("[course.search]\nteam = 'medyka_customs'\nofficers = 5000\n"
                          "start = '1 d'")
                .size(),
            1u);
}

TEST(BadCompetence, IsOfACountryWithACrossing) {
  const std::string row = "[[competence]]\nauthority = 'customs'\npowers = []\ncountry = ";
  EXPECT_EQ(problems_with(row + "'pl'"),
            Lines{"competence: has a row for country 'pl', where no crossing is; expected the "
                  "country of a crossing, as it is written there"});
}

TEST(BadTeam, OfABaseIsSentOut) {
  EXPECT_EQ(problems_with("[base.hub]\nplace = 'lviv'\n[team.idle]\nbase = 'hub'\nauthority = "
                          "'police'\nofficers = 3\nroster = 'around_the_clock'"),
            Lines{"team.idle.base: is no post, and the team is sent nowhere; expected on_call, a "
                  "beat, a patrol or a secondment"});
}

TEST(BadRoster, HolidaysAreDatesWithARoster) {
  EXPECT_EQ(
      problems_with(table + "holidays = ['2026-02-29']\nday.holiday.share = 0.5"),
      Lines{roster + "holidays: '2026-02-29' is not a date; expected one such as \"2026-08-15\""});
  EXPECT_EQ(problems_with(table + "holidays = ['2026-08-15']"),
            Lines{roster +
                  "holidays: has dates, and the roster has no day.holiday; expected what holds on "
                  "them"});
}

TEST(BadRoster, ABreakEndsBeforeTheShift) {
  EXPECT_EQ(problems_with(table + "break_length = '30 min'\nbreak_to = '9 h'"),
            Lines{roster + "break_to: lies beyond the end of a shift; expected at most 8 h, or not "
                           "all have their break"});
}

TEST(BadRoster, AHolidayIsOnADate) {
  EXPECT_EQ(problems_with(table + "day.holiday.share = 0.5"),
            Lines{"roster.around_the_clock.day.holiday: holds on no date; expected some in "
                  "`holidays`"});
}

TEST(BadRoster, ABreakHasRoom) {
  EXPECT_EQ(
      problems_with(table + "break_length = '3 h'"),
      Lines{roster + "break_to: leaves no room for a break after break_from; expected at least "
                     "break_length more"});
}

constexpr std::size_t crossings = 9;  // of the baseline

TEST(BadRoster, HasShiftsOfItsOwnOrOfAReadyOne) {
  EXPECT_EQ(problems_with("[roster.mine]\nbreak_length = '30 min'"),
            Lines{"roster.mine: has no shifts; expected shifts, or like"});
  EXPECT_EQ(problems_with("[roster.mine]\nlike = 'overlapping'\nshifts = ['06:00-14:00']"),
            Lines{"roster.mine.like: gives shifts to a roster that has its own; expected like, or "
                  "shifts with cycle and crews"});
  EXPECT_EQ(problems_with("[roster.mine]\nlike = 'four_by_eight'\nbreak_length = '30 min'\n"
                          "[team.medyka_customs]\nroster = 'mine'"),
            Lines{});
}

TEST(BadSecondment, TakesNoOfficerWhoIsElsewhere) {
  const auto away = [](const char* name, const char* start) {
    return fmt::format(
        "[secondment.{}]\nteam = 'medyka_customs'\nofficers = 30\nto = 'korczowa'\n"
        "start = '{}'\nlength = '2 d'\n",
        name, start);
  };
  const std::string course =
      "[course.dogs]\nteam = 'medyka_customs'\nofficers = 30\nstart = '1 d'\nlength = '1 d'";
  EXPECT_EQ(problems_with(away("a", "2 d") + away("b", "4 d") + course), Lines{});
  EXPECT_EQ(problems_with(away("a", "2 d") + away("b", "3 d")),
            Lines{"secondment.b.officers: brings the officers of 'medyka_customs' who are seconded "
                  "or on a course at that time to 60; expected at most 57, all that there are"});
  EXPECT_EQ(problems_with(away("a", "36 h") + course).size(), 1u);
}

TEST(BadSecondment, TakesNoOfficerWhoIsLentToAnOperation) {
  const std::string lent =
      "[secondment.a]\nteam = 'medyka_customs'\nofficers = 40\nto = 'korczowa'\nstart = '1 d'\n"
      "length = '2 d'\n[operation.o]\nstart = '2 d'\nlength = '6 d'\ncrossings = ['korczowa']\n"
      "[operation.o.move.m]\nfrom = 'medyka'\nto = 'korczowa'\nauthority = 'customs'\n";
  EXPECT_EQ(problems_with(lent + "officers = 17"), Lines{});
  EXPECT_EQ(problems_with(lent + "officers = 18"),
            Lines{"operation.o.move.m.officers: brings the customs officers of 'medyka' who are "
                  "lent, seconded or on a course at that time to 58; expected at most 57, all that "
                  "there are"});
}

TEST(BadRoster, ACrewWorksOneShiftAfterTheOther) {
  const std::string shifts = table + "shifts = ['22:00-06:00', '05:00-14:00']\ncrews = 2\n";
  EXPECT_EQ(problems_with(shifts + "cycle = ['22:00-06:00', '05:00-14:00']"),
            Lines{roster + "cycle: '22:00-06:00' runs into '05:00-14:00' of the next day; expected "
                           "shifts that a crew can work one after the other"});
  EXPECT_EQ(problems_with(shifts + "cycle = ['05:00-14:00', '22:00-06:00', 'off', 'off']"),
            Lines{});
}

TEST(BadPriority, InterruptsSomething) {
  const std::string urgent =
      "[priority.urgent]\norder = 0\nshare = { lorry = 0.01 }\npreempts = true\n";
  EXPECT_EQ(
      problems_with(urgent),
      Lines{"priority.urgent.preempts: interrupts nothing, as every stage finishes what it has "
            "in hand; expected a stage with preempted = \"resume\" or \"begin_anew\""});
  EXPECT_EQ(problems_with(urgent + "[layout.road.stage.first_line]\npreempted = 'resume'"),
            Lines{});
}

// By names the extended file would come first; what no file was read for comes last.
TEST(Problems, AreToldInTheOrderInWhichTheirFilesWereRead) {
  Problems problems;
  const auto in = [](const char* file, int line) {
    return FilePosition{std::make_shared<const std::string>(file), line, 1};
  };
  problems.reads("variant.toml");
  problems.reads("a/baseline.toml");
  problems.add(in("--set key", 0), "key", "is wrong");
  problems.add(in("a/baseline.toml", 1), "key", "is wrong");
  problems.add(in("variant.toml", 9), "key", "is wrong");
  problems.add(in("variant.toml", 2), "key", "is wrong");
  try {
    problems.throw_if_any();
    FAIL();
  } catch (const ScenarioError& error) {
    EXPECT_STREQ(error.what(),
                 "variant.toml:2:1: key: is wrong\nvariant.toml:9:1: key: is wrong\n"
                 "a/baseline.toml:1:1: key: is wrong\n--set key: is wrong");
  }
}

TEST(BadBooking, IsOfABookedQueue) {
  EXPECT_EQ(problems_with("[line.medyka_lorry_entry]\nqueue = 'physical'\nroad_capacity = 5000"),
            Lines{"booking: has bookings at 'medyka', which has no booked queue for entering "
                  "lorries; expected a line with queue = \"booked\""});
}

TEST(BadTeams, AreOnCallOrOnABeat) {
  EXPECT_EQ(
      problems_with("team.medyka_customs.on_call = 2\n"
                    "team.medyka_customs.beat = ['korczowa']"),
      Lines{"team.medyka_customs.on_call: is given with a beat: whoever is on the beat cannot "
            "be called; expected one of them"});
}

TEST(BadTeams, AFirstCheckHasOfficers) {
  EXPECT_EQ(
      problems_with("team.medyka_customs.officers = 0"),
      Lines{"crossing.medyka: has no officers for its stage 'customs'; expected a team of each "
            "authority of its crew"});
}

TEST(BadTeams, OfficersMayDoWhatTheirStageNeeds) {
  const Lines told = problems_with(
      "[[competence]]\nauthority = 'customs'\ncountry = 'PL'\n"
      "powers = ['check_documents', 'scan']");
  EXPECT_EQ(told.size(), crossings);
  EXPECT_THAT(told, ::testing::Contains(
                        "crossing.budomierz: has no officers for its stage 'search' who may "
                        "open_cargo; expected a team with this power, or a row of competence that "
                        "grants it"));
  EXPECT_EQ(problems_with("layout.road.stage.first_line.power = 'check_travellers'"), Lines{});
  EXPECT_EQ(problems_with("layout.road.stage.first_line.power = 'seize'").size(), crossings);
}

TEST(BadTeams, FrontexHasBorderGuards) {
  EXPECT_EQ(problems_with("team.medyka_customs.frontex = true").front(),
            "team.medyka_customs.frontex: is true of another authority; expected authority = "
            "\"border_guard\"");
}

constexpr const char* hub = "base.hub.place = 'medyka'\n";

TEST(BadTeams, HaveOneHome) {
  const std::string team =
      "[team.vets]\nauthority = 'veterinary'\nofficers = 4\nroster = 'four_by_eight'\n";
  EXPECT_EQ(problems_with(hub + team),
            Lines{"team.vets: has neither a crossing nor a base; expected one of them"});
  EXPECT_EQ(problems_with(hub + team + "base = 'hub'\ncrossing = 'medyka'"),
            Lines{"team.vets: has a crossing and a base; expected one of them"});
  EXPECT_EQ(problems_with(hub + team + "base = 'hub'\non_call = 1"), Lines{});
}

TEST(BadTeams, AreCalledOrGoOnABeatWithinReason) {
  EXPECT_EQ(problems_with("team.medyka_customs.on_call = 5000").size(), 1u);
  EXPECT_EQ(
      problems_with("team.medyka_customs.beat = ['medyka']"),
      Lines{"team.medyka_customs.beat: leads to 'medyka', where the team comes from; expected "
            "others"});
}

TEST(Teams, OnCallMayDoWhatNobodyAtThePostMay) {
  const std::string vets =
      "[team.vets]\nbase = 'hub'\nauthority = 'veterinary'\nofficers = 4\n"
      "roster = 'four_by_eight'\n";
  const std::string needed = "[layout.road.stage.first_line]\ncrew = ['veterinary']\n";
  EXPECT_EQ(problems_with(hub + vets + needed).size(), crossings + 1);  // it is sent nowhere
  EXPECT_EQ(problems_with(hub + vets + "on_call = 2\n" + needed), Lines{});
}

TEST(BadBase, HasANameOfItsOwn) {
  EXPECT_EQ(problems_with("base.medyka.place = 'medyka'"),
            Lines{"base.medyka: has the name of a crossing; expected one of its own"});
}

TEST(BadSecondment, GoesElsewhereWithOfficersThatThereAre) {
  const std::string lent =
      "[secondment.lent]\nteam = 'medyka_customs'\nofficers = 5000\n"
      "to = 'medyka'\nstart = '900 d'\nlength = '1 d'";
  EXPECT_EQ(problems_with(lent).size(), 3u);
}

TEST(Rosters, AreReadyByName) {
  EXPECT_EQ(problems_with("team.medyka_customs.roster = 'four_by_eight'\n"
                          "team.medyka_guards.roster = 'overlapping'"),
            Lines{});
}

}  // namespace
}  // namespace cordon::staff_test
