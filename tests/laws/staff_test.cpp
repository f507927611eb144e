// Officers' time, exactly: what is told of it adds up to what the posts write down, and it is split
// without remainder.

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"
#include "tests/support/duty_log.hpp"
#include "tests/support/observe.hpp"

namespace cordon::staff_test {
namespace {

using testing::DutyLog;

// Officers of every crew of the world, wherever they are.
std::map<std::pair<CrossingIndex, std::uint16_t>, int> headcount(const World& world) {
  std::map<std::pair<CrossingIndex, std::uint16_t>, int> officers;
  for (const Crossing& crossing : world.crossings)
    for (const Arena<Team>* teams : {&crossing.staff.teams, &crossing.staff.arriving})
      teams->for_each([&](TeamId, const Team& t) { officers[{t.home, t.crew}] += t.officers; });
  return officers;
}

void expect_split_without_remainder(const Account& a) {
  Int128 in_shifts = 0;
  for_each_activity([&](Activity what) {
    if (what != Activity::overtime) in_shifts += a.of(what);
  });
  EXPECT_TRUE(in_shifts == a.rostered);
  EXPECT_TRUE(a.worked() == a.rostered - a.of(Activity::absent) + a.of(Activity::overtime));
}

struct Totals {
  std::map<Activity, double> hours;
};

Totals check_laws(const Scenario& scenario) {
  const auto setup = make_setup(scenario);
  World world = build_world(setup, 3, 0);
  DutyLog log;
  testing::observe(world, log);
  Totals totals;
  const Time end = start_of_run + scenario.length;
  for (const Crossing& here : world.crossings)
    for (const Account& a : staff::accounts(here.staff, end)) {
      expect_split_without_remainder(a);
      const Account told = log.account(here, a.home, a.crew);
      EXPECT_TRUE(told.spent == a.spent);
      EXPECT_TRUE(told.rostered == a.rostered);
      for_each_activity(
          [&](Activity what) { totals.hours[what] += static_cast<double>(a.of(what)) / 3600e6; });
    }
  for (const auto& [crew, officers] : headcount(world))
    EXPECT_EQ(officers, setup->crossings[crew.first.value].crews[crew.second].officers);
  EXPECT_GT(log.postings, 100);
  return totals;
}

TEST(OfficersTime, IsSplitWithoutRemainder) {
  const Totals t = check_laws(testing::busy_border());
  for (const Activity a : {Activity::lane, Activity::spare, Activity::reporting})
    EXPECT_GT(t.hours.at(a), 1) << name_of(a);
}

TEST(OfficersTime, IsSplitWithoutRemainderWhenOfficersMove) {
  Scenario s = testing::busy_border();
  s.operation["action"] = testing::joint_operation();
  s.roster["three_shifts"].shifts = {"00:00-08:00", "06:00-14:00", "12:00-20:00", "18:00-02:00"};
  const Totals t = check_laws(s);
  for (const Activity a : {Activity::lane, Activity::spare, Activity::reporting,
                           Activity::travelling, Activity::overtime})
    EXPECT_GT(t.hours.at(a), 1) << name_of(a);
}

// Officers on call, a mobile unit, and two secondments of one crew to the same post at a time.
Scenario with_errands() {
  Scenario s = testing::busy_border();
  s.operation["action"] = testing::joint_operation();
  s.base["hub"].place = "west";
  TeamSpec unit = s.team["north_customs"];
  unit.crossing = "";
  unit.base = "hub";
  unit.officers = 9;
  unit.beat = {"south", "north"};
  unit.stay = 90min;
  s.team["unit"] = unit;
  TeamSpec vets = unit;
  vets.authority = Authority::veterinary;
  vets.beat = {};
  vets.on_call = 2;
  s.team["vets"] = vets;
  auto& stages = s.layout["road"].stage;
  stages["vet"] = stages["documents"];
  stages["vet"].order = 7;
  stages["vet"].crew = {Authority::veterinary};
  stages["vet"].next = {};
  stages["documents"].next.cleared = {"vet"};
  s.secondment["first"] = {"north_guards", "south", 9, 30h, 96h};
  s.secondment["second"] = {"north_guards", "south", 6, 52h, 48h};
  s.roster["three_shifts"].overtime_limit = 1h;
  return s;
}

TEST(OfficersTime, IsSplitWithoutRemainderWhenOfficersRunErrands) {
  const Totals t = check_laws(with_errands());
  for (const Activity a :
       {Activity::lane, Activity::spare, Activity::called_out, Activity::travelling})
    EXPECT_GT(t.hours.at(a), 1) << name_of(a);
}

// A roster with everything that a roster can have.
RosterSpec full_roster() {
  RosterSpec roster = find_roster({}, "four_by_eight");
  roster.shifts = {"06:00-14:15", "14:00-22:15", "22:00-06:15"};
  for (std::string& day : roster.cycle)
    if (day != "off") day.replace(9, 2, "15");
  roster.day["sunday"].share = 0.8;
  roster.day["holiday"] = {{"08:00-16:00", "16:00-00:00"}, 0.7};
  roster.holidays = {"2026-07-03"};
  roster.handover = 15min;
  roster.break_length = 30min;
  roster.absence = 0.1;
  roster.overtime_limit = 90min;
  return roster;
}

TEST(OfficersTime, IsSplitWithoutRemainderByARosterWithEverything) {
  Scenario s = testing::busy_border();
  s.operation["action"] = testing::joint_operation();
  s.roster["three_shifts"] = full_roster();
  s.layout["road"].stage["search"].officers_per_lane = 2;
  s.fatigue = {.after = 4h, .loss_per_hour = 0.05, .least = 0.6, .slows = true};
  s.learning = {.by_doing = 0.001, .from_colleagues = 0.001, .decay_per_year = 0.1};
  s.course["search"] = {"south_customs", 10, 50h, 72h, {}, 0.15};
  for (const bool finish_first : {false, true}) {
    s.staffing.finish_first = finish_first;
    const Totals t = check_laws(s);
    for (const Activity a :
         {Activity::lane, Activity::briefing, Activity::resting, Activity::reporting,
          Activity::training, Activity::absent, Activity::travelling, Activity::overtime})
      EXPECT_GT(t.hours.at(a), 1) << name_of(a);
  }
}

}  // namespace
}  // namespace cordon::staff_test
