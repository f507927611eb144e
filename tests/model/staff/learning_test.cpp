// What crews can do after they have worked, or been on a course.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/model/staff/duty.hpp"
#include "tests/support/duty_timeline.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::learning_test {
namespace {

using testing::Lines;

// Lorries that wait at midnight are looked at by dogs, one after the other, ten minutes each.
Scenario dogs(int officers, int lorries, Duration length = 12h) {
  Scenario s = testing::one_stage(0, Distribution::constant(600), 1, length);
  s.line["line"].initial_queue = lorries;
  s.roster["always"].shifts = {"00:00-12:00"};
  s.team["guards"].officers = officers;
  s.team["guards"].skill = 0.4;
  s.technique["dog"] = {};
  s.technique["scan"] = {};
  s.team["guards"].skills["scan"] = 0.7;
  StageSpec& check = s.layout["road"].stage["check"];
  check.technique = "dog";
  check.control = ControlKind::scan;
  s.learning.decay_per_year = 0;
  return s;
}

constexpr TechniqueIndex dog{0}, scan{1};

// What the only lane brings at the end.
struct End {
  std::shared_ptr<const Setup> setup;
  World world;
  Time now;

  explicit End(const Scenario& s)
      : setup(make_setup(s)), world(build_world(setup, 1, 0)), now(start_of_run + s.length) {
    testing::DutyTimeline told(*setup);
    testing::observe(world, told);
  }
  Ability ability(TechniqueIndex technique, Duration later = 0h) {
    Crossing& here = world.crossings.front();
    const CrossingStep step{now + later, here.agenda, world.luck, world.board, *setup};
    StageSetup check = here.setup->stages[0];
    check.technique = technique;
    return staff::ability(here.staff, {0}, 0, check, step);
  }
};

TEST(ACrew, HasASkillForEachTechnique) {
  End end(dogs(1, 0));
  EXPECT_EQ(end.ability(dog).skill, 0.4);
  EXPECT_EQ(end.ability(scan).skill, 0.7);
}

TEST(ACrew, LearnsByDoingAlongTheCurve) {
  Scenario s = dogs(1, 50);
  s.learning.by_doing = 0.02;
  End end(s);
  EXPECT_NEAR(end.ability(dog).skill, 1 - 0.6 * std::pow(0.98, 50), 1e-12);
  EXPECT_EQ(end.ability(scan).skill, 0.7);
}

TEST(ACrew, LearnsLessOnAverageWhenOnlyOneOfItsOfficersIsAtWork) {
  Scenario s = dogs(4, 50);
  s.learning.by_doing = 0.02;
  EXPECT_NEAR(End(s).ability(dog).skill, 1 - 0.6 * std::pow(1 - 0.02 / 4, 50), 1e-12);
}

TEST(ACrew, LearnsFromABetterOneAtTheSameLane) {
  Scenario s = dogs(1, 10);
  s.layout["road"].stage["check"].officers_per_lane = 2;
  s.team["masters"] = s.team["guards"];
  s.team["masters"].skill = 0.8;
  s.learning.from_colleagues = 0.1;
  const double mean = (0.8 + 0.8 - 0.4 * std::pow(0.9, 10)) / 2;
  EXPECT_NEAR(End(s).ability(dog).skill, mean, 1e-12);
}

TEST(ACrew, ForgetsWhatItHasGained) {
  Scenario s = dogs(1, 1);
  s.learning = {.by_doing = 0.5, .from_colleagues = 0, .decay_per_year = 0.1};
  End end(s);
  // It has learnt 0.3 after ten minutes.
  const double years = 1 - 10.0 / 60 / (365.25 * 24);
  EXPECT_NEAR(end.ability(dog, 24h * 365 + 6h - 12h).skill, 0.4 + 0.3 * std::pow(0.9, years), 1e-9);
}

TEST(ACourse, TakesOfficersOffTheRosterAndTeachesThem) {
  Scenario s = dogs(3, 0, 36h);
  s.course["handlers"] = {"guards", 2, 2h, 24h, {"dog"}, 0.15};
  EXPECT_EQ(
      testing::duty_timeline(s),
      (Lines{
          "00:00 post: guards 00:00-12:00 on duty 3", "00:00 post: guards 00:00-12:00 check.0 1",
          "02:00 post: guards 00:00-12:00 training 2", "12:00 post: guards 00:00-12:00 off duty 3",
          "12:00 post: guards 00:00-12:00 check.0 0", "12:00 post: guards 00:00-12:00 training 0",
          "1 00:00 post: guards 00:00-12:00 on duty 3",
          "1 00:00 post: guards 00:00-12:00 check.0 1",
          "1 00:00 post: guards 00:00-12:00 training 2",
          "1 02:00 post: guards 00:00-12:00 training 0"}));
  s.length = 35h;
  End end(s);
  EXPECT_NEAR(end.ability(dog).skill, 0.4 + 0.15 * 2 / 3, 1e-12);
  EXPECT_EQ(end.ability(scan).skill, 0.7);
}

TEST(ACourse, TeachesNobodyBeyondOne) {
  Scenario s = dogs(1, 0, 35h);
  s.course["handlers"] = {"guards", 1, 1h, 1h, {}, 0.5};
  End end(s);
  EXPECT_NEAR(end.ability(dog).skill, 0.9, 1e-12);
  EXPECT_EQ(end.ability(scan).skill, 1);
}

TEST(ACourse, TakesNoMoreThanThereAre) {
  Scenario s = dogs(2, 0, 12h);
  s.course["a"] = {"guards", 2, 1h, 5h, {}, 0.1};
  s.course["b"] = {"guards", 2, 2h, 5h, {}, 0.1};
  const Lines told = testing::duty_timeline(s);
  EXPECT_EQ(std::count(told.begin(), told.end(), "02:00 post: guards 00:00-12:00 training 2"), 0);
  EXPECT_EQ(std::count(told.begin(), told.end(), "01:00 post: guards 00:00-12:00 training 2"), 1);
}

// When services ended.
struct Ends {
  std::vector<Time> at;
  void on(const ServiceEnded&, const Crossing&, Time now) { at.push_back(now); }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

TEST(TiredOfficers, FindLessAndMayTakeLonger) {
  Scenario s = dogs(1, 60, 12h);
  s.fatigue = {.after = 6h, .loss_per_hour = 0.1, .least = 0.5, .slows = true};
  World world = build_world(make_setup(s), 1, 0);
  Ends ends;
  testing::observe(world, ends);
  ASSERT_GT(ends.at.size(), 38u);
  EXPECT_EQ(ends.at[36], Time{6h + 10min});  // begun after 6 h exactly
  // The next is begun after 6 h 10 min, at 1 - 0.1 / 6.
  EXPECT_EQ(ends.at[37] - ends.at[36], from_seconds(600 / (1 - 0.1 / 6)));
  s.length = 11h;
  EXPECT_NEAR(End(s).ability(dog).alertness, 0.5, 1e-12);
}

}  // namespace
}  // namespace cordon::learning_test
