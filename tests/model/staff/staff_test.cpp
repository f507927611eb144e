#include "sim/model/staff/staff.hpp"

#include <gtest/gtest.h>

#include "sim/model/staff/duty.hpp"
#include "sim/model/staff/plan.hpp"

namespace cordon::staff_test {
namespace {

// Two lines with guards and customs, and a shared search for two customs officers.
CrossingSetup post() {
  CrossingSetup p;
  for (std::uint16_t line = 0; line < 2; ++line) {
    StageSetup guards;
    guards.line = {line};
    guards.first = true;
    guards.lanes = 4;
    guards.crew = {false, true};
    guards.joined = {static_cast<std::uint16_t>(p.stages.size() + 1)};
    StageSetup customs = guards;
    customs.first = false;
    customs.crew = {true, false};
    customs.joined = {};
    p.stages.push_back(guards);
    p.stages.push_back(customs);
  }
  StageSetup search;
  search.lanes = 2;
  search.crew = {true, false};
  search.officers_per_lane = 2;
  p.stages.push_back(search);
  return p;
}

Setup two_lines() {
  Setup made({}, {{}, 24h, "UTC"}, 1min);
  made.lines.resize(2);
  return made;
}

Stages with_five_stages(const CrossingSetup& setup, const Setup& world) {
  Stages made;
  made.setup = &setup;
  made.world = &world;
  made.stages.resize(5);
  return made;
}

struct Post {
  CrossingSetup setup = post();
  Setup world = two_lines();
  Stages stages = with_five_stages(setup, world);
  Staff staff;

  int& writing(std::size_t team) {
    return staff.teams[staff::ids(staff)[team]].wanted[Activity::reporting];
  }
  void add(Authority authority, int officers) {
    Team team;
    team.authority = authority;
    team.officers = team.rostered = officers;
    team.on_duty = true;
    team.crew = static_cast<std::uint16_t>(authority);
    CrewSetup crew;
    crew.authority = authority;
    crew.authorities = set_of(authority);
    staff::admit(team, crew, setup, staff, start_of_run);
  }
  std::vector<int> manned(int customs, int guards) {
    staff::set_needs(setup, {}, std::nullopt, false);
    const int reports = staff.reports;
    std::vector<int> machines = staff.machines;
    staff = {};
    staff.reports = reports;
    staff.machines = machines;
    add(Authority::customs, customs);
    add(Authority::border_guard, guards);
    staff::assign_reports(staff, setup);
    return staff::plan(staff, stages, false).lanes;
  }
};

TEST(MannedLanes, AreAllWhenThereAreOfficersForAll) {
  EXPECT_EQ(Post().manned(12, 8), (std::vector{4, 4, 4, 4, 2}));
}

TEST(MannedLanes, AreNoneWithoutOfficers) {
  EXPECT_EQ(Post().manned(0, 0), (std::vector{0, 0, 0, 0, 0}));
}

TEST(MannedLanes, AreSharedEvenlyEarlierStagesFirst) {
  EXPECT_EQ(Post().manned(6, 5), (std::vector{3, 2, 2, 2, 1}));
}

TEST(MannedLanes, AreFirstThoseThatComeFirst) {
  Post p;
  p.setup.stages[2].manned_first = 4;  // the guards' lanes of the second line
  EXPECT_EQ(p.manned(0, 5), (std::vector{1, 0, 4, 0, 0}));
}

TEST(MannedLanes, AreNoMoreThanAreWanted) {
  Post p;
  p.stages.stages[0].wanted = 1;
  EXPECT_EQ(p.manned(0, 8), (std::vector{1, 0, 4, 0, 0}));
}

TEST(MannedLanes, LoseAnOfficerWhoWritesAReport) {
  Post p;
  p.staff.reports = 1;
  EXPECT_EQ(p.manned(3, 0), (std::vector{0, 1, 0, 1, 0}));
}

TEST(MannedLanes, OfOneStopNeedBothAuthorities) {
  Post p;
  p.stages.cooperation = CooperationMode::one_stop;
  EXPECT_EQ(p.manned(3, 8), (std::vector{2, 0, 1, 0, 0}));
  EXPECT_EQ(p.manned(4, 8), (std::vector{1, 0, 1, 0, 1}));
}

TEST(MannedLanes, NeedMachines) {
  Post p;
  p.setup.stages[4].equipment = {0};
  p.staff.machines = {1};
  EXPECT_EQ(p.manned(12, 8).back(), 1);
  p.staff.machines = {0};
  EXPECT_EQ(p.manned(12, 8).back(), 0);
}

TEST(Reports, StayWithTheCrewThatWritesThem) {
  Post p;
  p.manned(3, 0);
  p.writing(0) = 1;
  p.add(Authority::customs, 9);
  p.staff.reports = 2;
  staff::assign_reports(p.staff, p.setup);
  EXPECT_EQ(p.writing(0), 2);
  p.staff.teams[staff::ids(p.staff)[0]].on_duty = false;  // the next shift goes on with them
  staff::assign_reports(p.staff, p.setup);
  EXPECT_EQ(p.writing(0), 0);
  EXPECT_EQ(p.writing(2), 2);
}

}  // namespace
}  // namespace cordon::staff_test
