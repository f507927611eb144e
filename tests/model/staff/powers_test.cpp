// Who may do what where, and with whom, line by line as worked out by hand.

#include <gtest/gtest.h>

#include "sim/model/staff/staff.hpp"
#include "tests/support/duty_timeline.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::powers_test {
namespace {

using testing::duty_timeline;
using testing::Lines;

// One post in Poland with one stage; no lorries unless some are added.
Scenario post(int lanes) {
  Scenario s = testing::one_stage(0, Distribution::constant(600), lanes, 12h);
  s.roster["always"].shifts = {"00:00-12:00"};
  s.team.clear();
  return s;
}

TeamSpec team(Authority authority, int officers) {
  TeamSpec t;
  t.crossing = "post";
  t.authority = authority;
  t.officers = officers;
  t.roster = "always";
  return t;
}

// Who stands at the lanes of the first stage.
Lines at_lanes(const Scenario& s) {
  Lines told = duty_timeline(s);
  std::erase_if(told, [](const std::string& l) { return l.find("check.") == std::string::npos; });
  for (std::string& line : told) line = line.substr(line.find(": ") + 2);
  return told;
}

TEST(APower, IsWhatALaneNeedsWithoutACrew) {
  Scenario s = post(3);
  s.layout["road"].stage["check"].crew.clear();
  s.layout["road"].stage["check"].power = Power::open_cargo;
  s.team["customs"] = team(Authority::customs, 1);
  s.team["guards"] = team(Authority::border_guard, 5);
  s.team["vets"] = team(Authority::veterinary, 1);
  EXPECT_EQ(at_lanes(s), (Lines{"customs 00:00-12:00 check.0 1", "vets 00:00-12:00 check.1 1"}));
}

TEST(APower, IsGrantedByTheCountryOfThePost) {
  Scenario s = post(3);
  s.layout["road"].stage["check"].power = Power::open_cargo;
  s.team["guards"] = team(Authority::border_guard, 2);
  EXPECT_EQ(at_lanes(s), Lines{});
  s.competence.push_back({Authority::border_guard, "DE", Service::national, {Power::open_cargo}});
  EXPECT_EQ(at_lanes(s), Lines{});
  s.competence.push_back({Authority::border_guard, "PL", Service::national, {Power::open_cargo}});
  EXPECT_EQ(at_lanes(s), (Lines{"guards 00:00-12:00 check.0 1", "guards 00:00-12:00 check.1 1"}));
}

// Two stops of each line, guards and customs.
Scenario two_checks(int lanes, CooperationMode mode) {
  Scenario s = post(lanes);
  s.crossing["post"].cooperation = mode;
  StageSpec& check = s.layout["road"].stage["check"];
  check.next.cleared = {"papers"};
  StageSpec papers = check;
  papers.order = 1;
  papers.next = {};
  papers.crew = {Authority::customs};
  papers.time.lorry = Distribution::constant(150);
  s.layout["road"].stage["papers"] = papers;
  return s;
}

TEST(OneStop, TakesOneJointOfficerOrOneOfEachAuthority) {
  Scenario s = two_checks(4, CooperationMode::one_stop);
  s.team["customs"] = team(Authority::customs, 1);
  s.team["guards"] = team(Authority::border_guard, 3);
  s.team["joint"] = team(Authority::customs, 1);
  s.team["joint"].joint_with = {Authority::border_guard};
  EXPECT_EQ(at_lanes(s), (Lines{"joint 00:00-12:00 check.0 1", "customs 00:00-12:00 check.1 1",
                                "guards 00:00-12:00 check.1 1"}));
}

TEST(CoLocated, TakesOneOfEachAuthorityEvenWhenOneMayDoBoth) {
  Scenario s = two_checks(4, CooperationMode::co_located);
  s.team["guards"] = team(Authority::border_guard, 3);
  s.team["joint"] = team(Authority::customs, 2);
  s.team["joint"].joint_with = {Authority::border_guard};
  EXPECT_EQ(at_lanes(s), (Lines{"guards 00:00-12:00 check.0 1", "joint 00:00-12:00 check.0 1",
                                "guards 00:00-12:00 check.1 1", "joint 00:00-12:00 check.1 1"}));
}

// When vehicles leave.
struct Releases {
  std::vector<Time> at;
  void on(const VehicleReleased&, const Crossing&, Time now) { at.push_back(now); }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

std::vector<Time> releases(CooperationMode mode) {
  Scenario s = two_checks(1, mode);
  s.team["customs"] = team(Authority::customs, 1);
  s.team["guards"] = team(Authority::border_guard, 1);
  s.line["line"].initial_queue = 2;
  World world = build_world(make_setup(s), 1, 0);
  Releases seen;
  testing::observe(world, seen);
  return seen.at;
}

// Checks of 10 and 2.5 min: 12.5 min apart one after the other, in parallel 0.8 x 10, joint
// 0.7 x 12.5.
TEST(Cooperation, DecidesHowLongAVehicleStands) {
  EXPECT_EQ(releases(CooperationMode::separate),
            (std::vector{Time{12min + 30s}, Time{22min + 30s}}));
  EXPECT_EQ(releases(CooperationMode::co_located), (std::vector{Time{8min}, Time{16min}}));
  EXPECT_EQ(releases(CooperationMode::one_stop),
            (std::vector{Time{8min + 45s}, Time{17min + 30s}}));
}

TEST(AMergedStop, CountsTheControlsThatAreDoneInIt) {
  for (const CooperationMode mode :
       {CooperationMode::separate, CooperationMode::co_located, CooperationMode::one_stop}) {
    Scenario s = two_checks(1, mode);
    s.team["customs"] = team(Authority::customs, 1);
    s.team["guards"] = team(Authority::border_guard, 1);
    s.line["line"].initial_queue = 2;
    s.technique["reading"] = {};
    StageSpec& papers = s.layout["road"].stage["papers"];
    papers.technique = "reading";
    papers.control = ControlKind::documents;
    const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
    EXPECT_EQ(testing::total(runs.front(), "document_checks"), 2);
  }
}

TEST(Frontex, NeedsALiaisonOfficerForEveryEight) {
  Scenario s = post(20);
  s.layout["road"].stage["check"].power = Power::check_travellers;
  s.team["guards"] = team(Authority::border_guard, 4);
  s.team["corps"] = team(Authority::border_guard, 9);
  s.team["corps"].frontex = true;
  const Lines told = duty_timeline(s);
  const auto has = [&](const std::string& line) {
    return std::count(told.begin(), told.end(), "00:00 post: " + line) == 1;
  };
  EXPECT_TRUE(has("guards 00:00-12:00 liaison 2"));
  EXPECT_EQ(at_lanes(s).size(), 2u + 9u);
  s.staffing.frontex_per_liaison = 3;
  EXPECT_EQ(at_lanes(s).size(), 1u + 9u);
}

TEST(Frontex, IsLedAtLanesOnly) {
  Scenario s = post(2);
  s.layout["road"].stage["check"].power = Power::check_travellers;
  s.team["guards"] = team(Authority::border_guard, 2);
  s.team["corps"] = team(Authority::border_guard, 8);
  s.team["corps"].frontex = true;
  s.staffing.frontex_per_liaison = 4;
  const Lines told = duty_timeline(s);
  EXPECT_EQ(std::count(told.begin(), told.end(), "00:00 post: guards 00:00-12:00 liaison 1"), 1);
  EXPECT_EQ(at_lanes(s).size(), 2u);
}

TEST(Frontex, IsSpareWithoutOfficersOfTheHost) {
  Scenario s = post(20);
  s.team["customs"] = team(Authority::customs, 4);
  s.team["corps"] = team(Authority::border_guard, 9);
  s.team["corps"].frontex = true;
  EXPECT_EQ(at_lanes(s), Lines{});
}

TEST(Frontex, HasThePowersThatTheHostGrants) {
  Scenario s = post(20);
  s.layout["road"].stage["check"].power = Power::arrest;
  s.team["guards"] = team(Authority::border_guard, 1);
  s.team["corps"] = team(Authority::border_guard, 3);
  s.team["corps"].frontex = true;
  // Nobody goes along with guests who may not do the work: the host does it himself.
  EXPECT_EQ(at_lanes(s), Lines{"guards 00:00-12:00 check.0 1"});
  s.competence.push_back({Authority::border_guard, "PL", Service::frontex, {Power::arrest}});
  EXPECT_EQ(at_lanes(s).size(), 3u);
}

TEST(AJointTeam, IsLessSkilledAtTheTasksOfOthers) {
  for (const bool own : {true, false}) {
    Scenario s = post(1);
    StageSpec& check = s.layout["road"].stage["check"];
    check.crew = {Authority::customs};
    check.technique = "dog";
    check.control = ControlKind::scan;
    s.technique["dog"] = {};
    s.team["joint"] = team(own ? Authority::customs : Authority::border_guard, 1);
    s.team["joint"].joint_with = {own ? Authority::border_guard : Authority::customs};
    s.team["joint"].skill = 0.6;
    const auto setup = make_setup(s);
    World world = build_world(setup, 1, 0);
    testing::DutyTimeline told(*setup);
    testing::observe(world, told);
    Crossing& here = world.crossings.front();
    const CrossingStep step{Time{11h}, here.agenda, world.luck, world.board, *setup};
    const double skill = staff::ability(here.staff, {0}, 0, here.setup->stages[0], step).skill;
    EXPECT_DOUBLE_EQ(skill, own ? 0.6 : 0.6 * 0.8);
  }
}

}  // namespace
}  // namespace cordon::powers_test
