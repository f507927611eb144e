#include "analysis/compare/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "analysis/statistics/values.hpp"
#include "tests/support/small_worlds.hpp"

namespace cordon::compare_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int replications = 6;

struct Column {
  const char* measure;
  std::vector<double> values;
  std::string crossing = "all", direction = "all", vehicle_class = "all";
};

Runs runs_of(const std::vector<Column>& columns) {
  Runs runs;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Replication replication;
    replication.number = r + 1;
    for (const Column& column : columns) {
      Labels at;
      at.crossing = column.crossing;
      at.direction = column.direction, at.vehicle_class = column.vehicle_class;
      replication.values.push_back({find_measure(column.measure), at, column.values[r]});
    }
    runs.add(replication);
  }
  return runs;
}

NamedScenario named(const std::string& name) {
  NamedScenario scenario;
  scenario.name = name;
  return scenario;
}

/// One that lowers waits, finds more, lets as much pass and needs the same officers.
Comparison sample() {
  const std::vector<NamedScenario> scenarios = {named("today"), named("plan")};
  const Column officers{"officer_hours", std::vector<double>(replications, 480)};
  const Runs today =
      runs_of({{"wait_mean", {60, 62, 58, 61, 59, 60}},
               {"illicit_passed", {20, 22, 19, 25, 21, 20}},
               {"report_delay_mean", {no_value, no_value, 30, no_value, no_value, no_value}},
               officers,
               {"seizures", {3, 4, 2, 3, 3, 4}},
               {"controls", {50, 52, 51, 50, 49, 50}},
               {"harm_passed", {20, 22, 19, 25, 21, 20}}});
  const Runs plan =
      runs_of({{"wait_mean", {50, 51, 49, 50, 50, 49}},
               {"illicit_passed", {21, 21, 20, 24, 22, 19}},
               {"report_delay_mean", {no_value, 20, 30, no_value, no_value, no_value}},
               officers,
               {"seizures", {6, 8, 5, 7, 6, 8}},
               {"controls", {60, 63, 61, 60, 60, 59}},
               {"harm_passed", {21, 21, 20, 24, 22, 19}}});
  Comparison comparison;
  comparison.baseline = "today";
  comparison.variants = {"plan"};
  comparison.changes = changes_of(scenarios, {today, plan});
  return comparison;
}

Change change(const Comparison& comparison, const char* measure) {
  const Change* found = find_change(comparison.changes, 0, measure);
  EXPECT_NE(found, nullptr) << measure;
  return *found;
}

TEST(Changes, JudgeOnlyPrimaryMeasures) {
  const Comparison comparison = sample();
  EXPECT_EQ(change(comparison, "wait_mean").verdict, "better");
  EXPECT_EQ(change(comparison, "illicit_passed").verdict, "not distinguishable");
  EXPECT_EQ(change(comparison, "officer_hours").verdict, "not distinguishable");
  EXPECT_EQ(change(comparison, "seizures").verdict, "higher");
  EXPECT_FALSE(change(comparison, "seizures").primary);
}

TEST(Changes, WidenPrimaryIntervalsUntilAllHoldTogether) {
  const Change wait = change(sample(), "wait_mean");
  EXPECT_DOUBLE_EQ(wait.confidence, 0.9875);
  EXPECT_DOUBLE_EQ(wait.p_adjusted, 4 * wait.p);
  EXPECT_TRUE(wait.primary);
}

// Levels that vary much, and a difference that hardly does: pairs know it, independent runs do not.
TEST(Changes, KnowWhatCommonLuckHasSaved) {
  const std::vector<NamedScenario> scenarios = {named("today"), named("plan")};
  const Runs today = runs_of({{"wait_mean", {10, 50, 30, 90, 70, 20}}});
  const Runs plan = runs_of({{"wait_mean", {11, 51.5, 30.5, 91, 70.5, 21.5}}});
  Comparison comparison;
  comparison.baseline = "today";
  comparison.variants = {"plan"};
  comparison.changes = changes_of(scenarios, {today, plan});
  const Change wait = change(comparison, "wait_mean");
  // Variances 950 and 944.2 against 0.2, and 6 pairs: 9,471 times as much of it, with the t
  // quantile at 98.75 % of 5 and of infinitely many degrees of freedom, 3.81 and 2.50.
  EXPECT_NEAR(wait.replications_unpaired, 6 * 9471 * (2.50 / 3.81) * (2.50 / 3.81), 700);
  EXPECT_LT(wait.bootstrap_low, 1);
  EXPECT_GT(wait.bootstrap_low, 0);
  EXPECT_GT(wait.bootstrap_high, 1);
  EXPECT_THAT(pairing_of(comparison),
              ::testing::ContainsRegex("^With luck of their own, .*: 24 [0-9]+ for the mean wait"));
  comparison.changes.clear();
  EXPECT_EQ(pairing_of(comparison), "");
}

// Bonferroni over many measures asks for levels that few resamples reach.
TEST(Changes, HaveBootstrapIntervalsOfAnyNumberOfPrimaryMeasures) {
  std::vector<NamedScenario> scenarios(81, named("today"));
  const Runs today = runs_of({{"wait_mean", {10, 50, 30, 90, 70, 20, 40, 60}}});
  const Runs plan = runs_of({{"wait_mean", {11, 51.5, 30.5, 91, 70.5, 21.5, 42, 60.5}}});
  std::vector<Runs> runs(81, plan);
  runs.front() = today;
  const auto changes = changes_of(scenarios, runs);
  const Change* wait = find_change(changes, 79, "wait_mean");
  ASSERT_NE(wait, nullptr);
  EXPECT_GT(wait->confidence, 0.9998);
  EXPECT_LT(wait->bootstrap_low, wait->difference);
  EXPECT_GT(wait->bootstrap_high, wait->difference);
}

TEST(Changes, SayWhenThereIsNoData) {
  const Change delay = change(sample(), "report_delay_mean");
  EXPECT_EQ(delay.verdict, "no data");
  EXPECT_EQ(delay.replications, 1);
}

TEST(Changes, LeaveTheGainBlankWhenUnbounded) {
  const std::vector<NamedScenario> scenarios = {named("a"), named("b")};
  const Runs runs =
      runs_of({{"seizures", {1, 2, 3, 4, 5, 6}}, {"harm_passed", {6, 5, 4, 3, 2, 1}}});
  const auto changes = changes_of(scenarios, {runs, runs});
  const Change* gain = find_change(changes, 0, "leak_adjusted_gain");
  ASSERT_NE(gain, nullptr);
  EXPECT_TRUE(std::isnan(gain->difference));
  EXPECT_EQ(gain->verdict, "no data");
}

TEST(Changes, KnowDisplacement) {
  const std::vector<NamedScenario> scenarios = {named("a"), named("b")};
  const std::vector<double> many = {30, 31, 29, 30, 32, 28}, few = {10, 9, 11, 10, 10, 10};
  const Runs a = runs_of({{"illicit_attempts", many, "north"}, {"illicit_attempts", few, "south"}});
  const Runs b = runs_of({{"illicit_attempts", few, "north"}, {"illicit_attempts", many, "south"}});
  const auto changes = changes_of(scenarios, {a, b});
  const Change* moved = find_change(changes, 0, "displacement");
  ASSERT_NE(moved, nullptr);
  EXPECT_NEAR(moved->difference, 0.5, 0.03);
  EXPECT_GT(moved->low, 0.4);
}

// Else the hundreds of lines of all crossings would drown the six that everybody asks for.
TEST(Changes, AdjustTheWaitsOfEachTrafficAmongThemselves) {
  const std::vector<NamedScenario> scenarios = {named("a"), named("b")};
  std::vector<Column> before, after;
  for (const char* way : {"entry", "exit"}) {
    before.push_back({"wait_mean", {1, 2, 1, 2, 1, 2}, "all", way, "lorry"});
    after.push_back({"wait_mean", {2, 3, 2, 3, 2, 3.1}, "all", way, "lorry"});
  }
  for (int line = 0; line < 50; ++line) {
    before.push_back({"wait_mean", {1, 2, 3, 4, 5, 6}, std::to_string(line), "entry", "car"});
    after.push_back({"wait_mean", {2, 1, 3, 5, 4, 6}, std::to_string(line), "entry", "car"});
  }
  const auto changes = changes_of(scenarios, {runs_of(before), runs_of(after)});
  Labels entering;
  entering.direction = "entry", entering.vehicle_class = "lorry";
  const Change* wait = find_change(changes, 0, "wait_mean", entering);
  ASSERT_NE(wait, nullptr);
  EXPECT_TRUE(is_traffic_wait(*wait));
  EXPECT_DOUBLE_EQ(wait->p_adjusted, 2 * wait->p);
}

std::vector<std::string> warnings_with(const Column& arrivals, const Column& balked) {
  NamedScenario scenario = named("today");
  scenario.reading.spec.crossing["north"].label = "Northern Gate";
  Simulated simulated;
  simulated.runs = {runs_of({arrivals, balked, {"detections", {9, 9, 9, 9, 9, 9}}})};
  return warnings_of({scenario}, simulated, {}, {});
}

TEST(Warnings, SayWhereManyTurnedBack) {
  const std::vector<double> arrivals(replications, 100), many{1, 2, 0, 1, 1, 2},
      few{1, 1, 0, 1, 1, 1};
  EXPECT_THAT(
      warnings_with({"arrivals", arrivals, "north", "exit", "lorry"},
                    {"balked", many, "north", "exit", "lorry"}),
      ElementsAre("today: 1.2 % of lorries at Northern Gate (exit) turned back, since the "
                  "road was full, the queue long or the line closed; waits are of those who "
                  "stayed, and look shorter than the delay is."));
  EXPECT_THAT(warnings_with({"arrivals", arrivals, "north", "exit", "lorry"},
                            {"balked", few, "north", "exit", "lorry"}),
              IsEmpty());
}

TEST(Warnings, SayThatDifferentTimesAreCompared) {
  Simulated simulated;
  const Column detections{"detections", {9, 9, 9, 9, 9, 9}};
  simulated.runs = {runs_of({detections}), runs_of({detections})};
  std::vector<NamedScenario> scenarios = {named("today"), named("plan")};
  EXPECT_THAT(warnings_of(scenarios, simulated, {}, {}), IsEmpty());
  scenarios[1].reading.spec.length = 48h;
  scenarios[1].reading.spec.warm_up = 1h;
  EXPECT_THAT(warnings_of(scenarios, simulated, {}, {}),
              ElementsAre(HasSubstr("plan has another length and warm_up than today")));
}

TEST(Warnings, SayThatQueuesAreUnfinishedInOneScenarioOnly) {
  const auto with_left = [](double left) {
    return runs_of({{"detections", {9, 9, 9, 9, 9, 9}},
                    {"arrivals", {90, 90, 90, 90, 90, 90}},
                    {"in_system_at_start", {10, 10, 10, 10, 10, 10}},
                    {"in_system_at_end", std::vector<double>(replications, left)}});
  };
  const std::vector<NamedScenario> scenarios = {named("today"), named("plan")};
  Simulated simulated;
  simulated.runs = {with_left(62), with_left(0)};
  EXPECT_THAT(
      warnings_of(scenarios, simulated, {}, {}),
      ElementsAre(HasSubstr("plan: 0 % of all vehicles were unfinished at the end, in today "
                            "62 %.")));
  simulated.runs = {with_left(2), with_left(1)};
  EXPECT_THAT(warnings_of(scenarios, simulated, {}, {}), IsEmpty());
}

TEST(Warnings, SayThatMostReportsHaveNotArrived) {
  const auto with_received = [](double received) {
    Simulated simulated;
    simulated.runs = {runs_of({{"detections", {9, 9, 9, 9, 9, 9}},
                               {"reports_sent", std::vector<double>(replications, 12)},
                               {"reports_lost", std::vector<double>(replications, 2)},
                               {"reports_received", std::vector<double>(replications, received)}})};
    return warnings_of({named("today")}, simulated, {}, {});
  };
  EXPECT_THAT(with_received(5), IsEmpty());
  EXPECT_THAT(with_received(4.9),
              ElementsAre(HasSubstr("today: only 49 % of the reports that were sent and not lost "
                                    "had arrived by the end")));
}

TEST(Warnings, SayWhereNothingIsDone) {
  const auto setup = make_setup(testing::one_stage(1, Distribution::constant(60), 1, 24h));
  const auto with_service = [&](std::int64_t hours) {
    const auto spent = [](StageActivity activity, std::int64_t h) {
      StageTime time{{0}, VehicleClass::lorry, 0, activity, 3, {}};
      time.by_hour[12] = h * 3'600'000'000;
      return time;
    };
    Simulated simulated;
    simulated.runs.emplace_back();
    for (std::uint32_t r = 1; r <= 4; ++r) {
      Replication one;
      one.number = r;
      one.values = {{find_measure("detections"), {}, 40}};
      one.details.stages = {spent(StageActivity::waiting, 5)};
      if (hours > 0) one.details.stages.push_back(spent(StageActivity::in_service, hours));
      simulated.runs[0].add(one);
    }
    NamedScenario scenario = named("today");
    scenario.setup = setup;
    return warnings_of({scenario}, simulated, {}, {});
  };
  EXPECT_THAT(with_service(1), IsEmpty());
  EXPECT_THAT(with_service(0),
              ElementsAre("today: nothing was ever done at stage 'check' of post, where vehicles "
                          "waited 20 hours in all."));
}

TEST(Warnings, SayThatOneReplicationHasNoInterval) {
  Simulated simulated;
  Replication one;
  one.number = 1;
  one.values = {{find_measure("detections"), {}, 40}};
  simulated.runs.emplace_back().add(one);
  EXPECT_THAT(warnings_of({named("today")}, simulated, {}, {}),
              ElementsAre(HasSubstr("there are no intervals")));
}

TEST(Observed, IsWhatWasCountedWhileTheScenarioRuns) {
  NamedScenario scenario = named("today");
  Scenario& spec = scenario.reading.spec;
  spec.length = 24h;
  const auto row = [&](const char* crossing, std::chrono::hours at, double vehicles) {
    return ObservedQueueRow{crossing, Direction::entry, VehicleClass::lorry, spec.start + at,
                            vehicles};
  };
  spec.observed_queue = {row("north", 6h, 40), row("north", 3h, 30), row("south", 3h, 7),
                         row("north", -1h, 99), row("north", 25h, 99)};
  const auto observed = observed_of({named("other"), scenario});
  ASSERT_EQ(observed.size(), 2u);
  EXPECT_EQ(observed[0].crossing, "north");
  EXPECT_EQ(observed[0].vehicle_class, "lorry");
  EXPECT_THAT(observed[0].points,
              ElementsAre(std::pair(3 * 3.6e6, 30.0), std::pair(6 * 3.6e6, 40.0)));
}

TEST(Answer, SaysInASentenceWhatThePrimaryMeasuresSay) {
  const std::string answer = answer_of(sample());
  EXPECT_THAT(answer, HasSubstr("Compared with today, plan lowers the mean wait (better, by "));
  EXPECT_THAT(answer, HasSubstr("it cannot be told apart from today by the number of vehicles "));
  EXPECT_THAT(answer, HasSubstr("nothing can be said of the mean delay of seizure reports."));
}

TEST(Answer, SaysWhenNothingCanBeSaid) {
  Comparison comparison = sample();
  for (Change& c : comparison.changes) c.verdict = "no data";
  EXPECT_THAT(answer_of(comparison),
              HasSubstr("Compared with today, plan: nothing can be said of the mean wait, "));
}

TEST(ParsePrecision, TakesPercentAndShare) {
  EXPECT_DOUBLE_EQ(parse_precision("wait_mean=5%").share, 0.05);
  EXPECT_DOUBLE_EQ(parse_precision("wait_mean=0.05").share, 0.05);
  EXPECT_EQ(parse_precision("seizures=5 %").measure, find_measure("seizures"));
}

}  // namespace
}  // namespace cordon::compare_test
