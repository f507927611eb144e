// Where the time goes, by hand.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/compare/compare.hpp"
#include "tests/support/timeline.hpp"

namespace cordon::times_test {
namespace {

using ::testing::ElementsAre;
using testing::own_stage;
using testing::quiet_crossing;
using testing::shared_stage;

/// A crossing "post", where lorries that enter are checked and then go to customs.
NamedScenario two_stages(const std::string& name) {
  Scenario s = quiet_crossing();
  s.layout["road"].stage = {{"check", own_stage(0, 60s, {"customs"})},
                            {"customs", shared_stage(1, 60s, 1)}};
  NamedScenario scenario;
  scenario.name = name;
  scenario.setup = make_setup(s);
  return scenario;
}

StageTime spent(int stage, StageActivity activity, double hours, std::size_t at_hour = 6) {
  StageTime time;
  time.line = {0};
  time.stage = stage;
  time.activity = activity;
  time.vehicles = 1;
  time.by_hour[at_hour] = std::llround(hours * 3600e6);
  return time;
}

Runs runs_of(const std::vector<std::pair<double, std::vector<StageTime>>>& replications) {
  Runs runs;
  Labels at;
  at.crossing = "post", at.country = "PL", at.direction = "entry", at.vehicle_class = "lorry";
  for (const auto& [arrivals, times] : replications) {
    Replication replication;
    replication.number = static_cast<std::uint32_t>(runs.replications()) + 1;
    replication.values = {{find_measure("arrivals"), at, arrivals - 2},
                          {find_measure("in_system_at_start"), at, 2}};
    replication.details.stages = times;
    runs.add(replication);
  }
  return runs;
}

const TimeUse& use(const std::vector<TimeUse>& times, const std::string& crossing,
                   const std::string& stage, const std::string& activity) {
  const auto found = std::find_if(times.begin(), times.end(), [&](const TimeUse& t) {
    return t.crossing == crossing && t.stage == stage && t.activity == activity;
  });
  EXPECT_NE(found, times.end()) << crossing << ' ' << stage << ' ' << activity;
  return *found;
}

TEST(Times, AreOfVehiclesThatCameOrWereThere) {
  const Runs runs =
      runs_of({{100,
                {spent(0, StageActivity::waiting, 40), spent(0, StageActivity::in_service, 10),
                 spent(1, StageActivity::blocked, 20)}},
               {100, {spent(0, StageActivity::waiting, 60)}}});
  const auto times = times_of({two_stages("today")}, {runs});
  ASSERT_EQ(times.size(), 6u);
  const TimeUse& wait = use(times, "post", "check", "waiting");
  EXPECT_TRUE(wait.before_control);
  EXPECT_EQ(wait.vehicle_class, "lorry");
  EXPECT_EQ(wait.direction, "entry");
  EXPECT_DOUBLE_EQ(wait.in[0].hours, 50);
  EXPECT_DOUBLE_EQ(wait.in[0].minutes, 30);
  EXPECT_TRUE(wait.changes.empty());
  const TimeUse& blocked = use(times, "post", "customs", "blocked");
  EXPECT_FALSE(blocked.before_control);
  EXPECT_DOUBLE_EQ(blocked.in[0].minutes, 6) << "20 h in one of two replications";
  for (const char* crossing : {"post", "all"}) {
    EXPECT_DOUBLE_EQ(use(times, crossing, "all", "lost").in[0].hours, 60);
    EXPECT_DOUBLE_EQ(use(times, crossing, "all", "in_service").in[0].minutes, 3);
  }
}

TEST(Times, ChangeByWhatBothReplicationsShow) {
  const Runs before = runs_of({{100, {spent(0, StageActivity::waiting, 100)}},
                               {100, {spent(0, StageActivity::waiting, 50)}}});
  const Runs after = runs_of({{100, {spent(0, StageActivity::waiting, 90)}},
                              {100, {spent(0, StageActivity::waiting, 30)}}});
  const auto times = times_of({two_stages("today"), two_stages("plan")}, {before, after});
  const Change& change = use(times, "post", "check", "waiting").changes.at(0);
  EXPECT_DOUBLE_EQ(change.baseline, 45);
  EXPECT_DOUBLE_EQ(change.value, 36);
  // -6 and -12 minutes: -9 +- t(1, 0.975) * 3
  EXPECT_NEAR(change.difference, -9, 1e-9);
  EXPECT_NEAR(change.low, -9 - 12.7062 * 3, 1e-3);
  EXPECT_NEAR(change.high, -9 + 12.7062 * 3, 1e-3);
}

TEST(Times, DoNotVaryWhenTimeForEachVehicleDoesNot) {
  const Runs runs = runs_of({{100, {spent(0, StageActivity::waiting, 10)}},
                             {300, {spent(0, StageActivity::waiting, 30)}}});
  const auto times = times_of({two_stages("today")}, {runs});
  const TimeIn& wait = use(times, "post", "check", "waiting").in[0];
  EXPECT_DOUBLE_EQ(wait.minutes, 6);
  EXPECT_NEAR(wait.half_width, 0, 1e-9);
}

TEST(Times, AreZeroWhereOnlyTheOtherScenarioLosesAny) {
  const Runs before = runs_of({{100, {spent(0, StageActivity::waiting, 100)}}});
  const Runs after = runs_of({{100, {spent(1, StageActivity::waiting, 25)}}});
  const auto times = times_of({two_stages("today"), two_stages("plan")}, {before, after});
  EXPECT_EQ(use(times, "post", "check", "waiting").in[1].minutes, 0);
  EXPECT_EQ(use(times, "post", "customs", "waiting").in[0].minutes, 0);
  EXPECT_EQ(use(times, "post", "customs", "waiting").in[1].minutes, 15);
}

TEST(Times, StayWithTheirReplication) {
  const Runs before = runs_of({{60, {}}, {60, {spent(0, StageActivity::waiting, 50)}}});
  const Runs after = runs_of(
      {{60, {spent(0, StageActivity::waiting, 40)}}, {60, {spent(0, StageActivity::waiting, 90)}}});
  const auto times = times_of({two_stages("today"), two_stages("plan")}, {before, after});
  const Change& change = use(times, "post", "check", "waiting").changes.at(0);
  EXPECT_NEAR(change.low, 40, 1e-9) << "40 minutes more in both";
  EXPECT_NEAR(change.high, 40, 1e-9);
}

TEST(Times, CountVehiclesByHourOfTheDay) {
  const Runs runs = runs_of({{10, {spent(0, StageActivity::waiting, 3, 6)}},
                             {10, {spent(1, StageActivity::waiting, 1, 6)}}});
  const auto times = times_of({two_stages("today")}, {runs});
  const auto& lost = use(times, "all", "all", "lost").in[0].by_hour;
  EXPECT_DOUBLE_EQ(lost[6], 2) << "3 and 1 vehicle hours in the only hour from 6 to 7";
  EXPECT_EQ(lost[7], 0);
}

// What is lost and what is service is all the time in the system, and waiting for the first check
// is what the measure says.
TEST(Times, AddUpToTheMeasures) {
  Scenario s = testing::one_stage(30, Distribution::exponential(180), 2, 5 * 24h, 24h);
  NamedScenario scenario;
  scenario.name = "today";
  scenario.setup = make_setup(s);
  Runs runs;
  double waited = 0, all = 0;
  for (const Replication& r : replicate(scenario.setup, 1, 0, 3, 1)) {
    runs.add(r);
    waited += testing::total(r, "vehicle_hours_waited") / 3;
    for (const StageTime& t : r.details.stages)
      for (const std::int64_t part : t.by_hour) all += hours(Duration{part}) / 3;
  }
  const auto times = times_of({scenario}, {runs});
  const double lost = use(times, "all", "all", "lost").in[0].hours;
  ASSERT_GT(waited, 10);
  EXPECT_NEAR(use(times, "post", "check", "waiting").in[0].hours, waited, 1e-6);
  EXPECT_NEAR(lost, waited, 1e-6);
  EXPECT_NEAR(lost + use(times, "all", "all", "in_service").in[0].hours, all, 1e-6);
}

TEST(Times, AreNoneOfRunsWithoutAny) {
  EXPECT_THAT(times_of({two_stages("today")}, {Runs{}}), ElementsAre());
}

}  // namespace
}  // namespace cordon::times_test
