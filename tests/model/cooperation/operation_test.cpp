// Joint operations: which vehicles they ask for together, who is trained, briefed and debriefed,
// and what headquarters learns when.

#include <gtest/gtest.h>

#include "sim/model/build_world.hpp"
#include "sim/model/crossing/service.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/duty_timeline.hpp"
#include "tests/support/finds.hpp"
#include "tests/support/watch.hpp"

namespace cordon::operation_test {
namespace {

using testing::total;

// From the second day to the end, at "north", about all vehicles.
OperationSpec plan(double multiplier, Duration length = 24h * 29) {
  OperationSpec made;
  made.start = 24h;
  made.length = length;
  made.notice = 2h;
  made.crossings = {"north"};
  made.selection_multiplier = multiplier;
  return made;
}

// Without limits to controls, and without the blue lane, which is no control at the border.
Scenario border() {
  Scenario s = testing::busy_border(24h * 30);
  s.warm_up = 24h;
  s.selection.backlog_limit = 100'000;
  s.selection.blue = 0;
  return s;
}

Replication run(const Scenario& s) { return replicate(make_setup(s), 5, 1, 1, 1).front(); }

double at_north(const Replication& run, std::string_view measure) {
  for (const MeasureValue& v : run.values)
    if (v.measure->name == measure && v.labels == Labels{.crossing = "north", .country = "PL"})
      return v.value;
  return -1;
}

// Share of legal traffic that is controlled: as many times as usual.
double factor(const Scenario& with) {
  Scenario without = with;
  without.operation.clear();
  return at_north(run(with), "false_positive_rate") / at_north(run(without), "false_positive_rate");
}

// ---- Double tasking ----------------------------------------------------------------------------

TEST(Operations, ThatDoNotKnowOfOneAnotherCheckTheSameVehicles) {
  Scenario s = border();
  s.operation["a"] = s.operation["b"] = plan(3);
  const Replication both = run(s);
  EXPECT_GT(at_north(both, "controls"), 1000);
  EXPECT_EQ(at_north(both, "operation_checks"), 2 * at_north(both, "controls"));
  EXPECT_EQ(at_north(both, "double_checks"), at_north(both, "controls"));
  EXPECT_NEAR(factor(s), 3, 0.2);
}

TEST(Operations, ThatKnowOfOneAnotherShareTheWork) {
  Scenario s = border();
  s.operation["a"] = s.operation["b"] = plan(3);
  s.operation["b"].deconflicted_with = {"a"};
  const Replication both = run(s);
  EXPECT_EQ(at_north(both, "operation_checks"), at_north(both, "controls"));
  EXPECT_EQ(at_north(both, "double_checks"), 0);
  EXPECT_NEAR(factor(s), 5, 0.3);  // two times what each adds
}

TEST(Operations, AskForTheRiskiestEach) {
  Scenario s = border();
  s.operation["a"] = plan(2);
  s.operation["b"] = plan(4);
  const Replication both = run(s);
  EXPECT_NEAR(at_north(both, "double_checks") / at_north(both, "controls"), 0.5, 0.03);
  EXPECT_NEAR(factor(s), 4, 0.3);
}

TEST(Operations, ThatAreAboutOthersDoNotMeet) {
  Scenario s = border();
  s.operation["a"] = s.operation["b"] = plan(3);
  s.operation["a"].target = s.operation["b"].target = TargetSpec{};
  s.operation["a"].target->direction = Direction::entry;
  s.operation["b"].target->direction = Direction::exit;
  const Replication both = run(s);
  EXPECT_EQ(at_north(both, "double_checks"), 0);
  EXPECT_EQ(at_north(both, "operation_checks"), at_north(both, "controls"));
}

TEST(Operations, AtOtherPostsDoNotMeet) {
  Scenario s = border();
  s.operation["a"] = s.operation["b"] = plan(3);
  s.operation["b"].crossings = {"south"};
  EXPECT_EQ(total(run(s), "double_checks"), 0);
}

TEST(Operations, OfOneActionPlanKnowOfOneAnother) {
  Scenario s = border();
  s.operation["a"] = s.operation["b"] = s.operation["c"] = s.operation["d"] = plan(2);
  s.operation["a"].action_plan = s.operation["b"].action_plan = "firearms";
  s.operation["c"].deconflicted_with = {"b"};
  const auto setup = make_setup(s);
  const auto& all = setup->operations;
  EXPECT_EQ(all[0].together, all[1].together);
  EXPECT_EQ(all[0].together, all[2].together) << "who knows of one that knows of another";
  EXPECT_NE(all[0].together, all[3].together);
}

TEST(ADoubleCheck, TakesTheTimeOfTwo) {
  const auto setup = make_setup(border());
  World world = build_world(setup, 1, 0);
  Crossing& north = world.crossings[0];
  Vehicle once;
  once.draws = world.luck.draws({7, 1});
  once.line = north.setup->lines[0];
  Vehicle twice = once;
  twice.checks = 2;
  const CrossingStep step{start_of_run, north.agenda, world.luck, world.board, *setup};
  for (std::uint16_t s = 0; s < north.setup->stages.size(); ++s) {
    const Duration one = stages::service_time(north.stages, {s}, once, step);
    const Duration two = stages::service_time(north.stages, {s}, twice, step);
    const bool controls = north.setup->stages[s].control != ControlKind::none;
    EXPECT_NEAR(seconds(two), (controls ? 2 : 1) * seconds(one), 1e-5)
        << north.setup->stages[s].name;
  }
}

// ---- Repeats -----------------------------------------------------------------------------------

TEST(AnOperation, TakesPlaceAsOftenAsItSays) {
  Scenario s = border();
  s.operation["a"] = plan(3, 24h * 2);
  s.operation["a"].start = 24h;
  s.operation["a"].repeats = 4;
  s.operation["a"].repeat_every = 24h * 10;
  const auto setup = make_setup(s);
  ASSERT_EQ(setup->operations.size(), 3u);  // the fourth would be after the end
  EXPECT_EQ(setup->operations[1].name, "a (2)");
  EXPECT_EQ(setup->operations[2].spec.start, 24h * 21);
  EXPECT_EQ(setup->operations[2].repeats, OperationIndex{0});
  const auto operations = run(s).details.operations;
  for (const OperationTally& o : operations) EXPECT_GT(o.controls, 100);
}

// A find in the second time is told as in the first.
// Secret or not, and of the first time only.
TEST(AnOperation, LeaksToAllGroupsAtItsMoment) {
  Scenario s = testing::busy_border(24h * 6);
  s.operation["twice"] = plan(2, 12h);
  s.operation["twice"].repeats = 2;
  s.operation["twice"].repeat_every = 48h;
  s.operation["twice"].leaks_at = 90min;
  std::vector<std::string> heard;
  testing::watch(s, [&](const auto& event, const auto& here, Time now) {
    if constexpr (std::is_same_v<std::decay_t<decltype(event)>, OperationLearnt>) {
      EXPECT_EQ(now, start_of_run + 90min);
      EXPECT_EQ(event.operation, OperationIndex{0});
      heard.push_back(here.setup->name);
    }
  });
  EXPECT_EQ(heard, (std::vector<std::string>{"foxes", "wolves"}));
}

TEST(AnExchange, OfAnOperationIsOneOfItsRepeatsToo) {
  Scenario s = testing::finds(1, 50h, 96h);
  s.operation["a"] = plan(1, 10h);
  s.operation["a"].start = 0h;
  s.operation["a"].crossings = {"post"};
  s.operation["a"].repeats = 2;
  s.operation["a"].repeat_every = 48h;
  s.desk["centre"] = testing::desk(10);
  s.channel["line"] = testing::channel({"post"}, {"centre"}, 5);
  s.exchange["report"] = testing::exchange(ExchangeKind::report, "centre");
  s.exchange["report"].operation = "a";
  EXPECT_EQ(total(run(s), "messages_written"), 1);
  s.operation["a"].repeats = 1;
  EXPECT_EQ(total(run(s), "messages_written"), 0);
}

// ---- Before ------------------------------------------------------------------------------------

Account hours_of(const Replication& run, Authority authority, const Scenario& s) {
  const auto setup = make_setup(s);
  Account sum;
  for (const auto& crew : run.details.crews)
    if (setup->crossings[crew.who.home.value].crews[crew.who.crew].authority == authority)
      sum += crew.hours;
  return sum;
}

double in_hours(Int128 microseconds) { return static_cast<double>(microseconds) / 3600e6; }

// The post has two shifts of twelve hours; 20 officers in each.
TEST(ABriefing, TakesEachOfficerOnceInHisFirstShift) {
  Scenario s = testing::finds(0, 0h, 96h);
  s.operation["a"] = plan(1, 72h);
  s.operation["a"].crossings = {"post"};
  s.operation["a"].start = 6h;  // amid a shift
  EXPECT_EQ(hours_of(run(s), Authority::customs, s).of(Activity::briefing), 0);
  s.operation["a"].briefing = 90min;
  EXPECT_NEAR(in_hours(hours_of(run(s), Authority::customs, s).of(Activity::briefing)), 60, 1e-6);
  s.operation["a"].authorities = {Authority::police};
  EXPECT_EQ(hours_of(run(s), Authority::customs, s).of(Activity::briefing), 0);
}

TEST(ABriefing, KeepsNoMoreThanHalfOfACrewFromTheLanes) {
  Scenario s = testing::finds(0, 0h, 30h);
  s.team["customs"].officers = 14;  // seven in each shift
  s.operation["a"] = plan(1, 24h);
  s.operation["a"].start = 2h;
  s.operation["a"].crossings = {"post"};
  s.operation["a"].briefing = 1h;
  testing::Lines briefings;
  for (const std::string& line : testing::duty_timeline(s))
    if (line.find("briefing") != std::string::npos) briefings.push_back(line);
  EXPECT_EQ(briefings, (testing::Lines{"02:00 post: customs 00:00-12:00 briefing 4",
                                       "03:00 post: customs 00:00-12:00 briefing 3",
                                       "04:00 post: customs 00:00-12:00 briefing 0",
                                       "12:00 post: customs 12:00-00:00 briefing 4",
                                       "13:00 post: customs 12:00-00:00 briefing 3",
                                       "14:00 post: customs 12:00-00:00 briefing 0"}));
}

TEST(Training, IsACourseFromTheOrdersOn) {
  Scenario s = testing::finds(0, 0h, 24h * 20);
  s.operation["a"] = plan(1, 72h);
  s.operation["a"].crossings = {"post"};
  s.operation["a"].start = 24h * 10;
  s.operation["a"].notice = 24h * 4;
  s.operation["a"].training = 48h;
  s.operation["a"].training_officers = 3;
  s.operation["a"].training_gain = 0.2;
  const auto setup = make_setup(s);
  ASSERT_EQ(setup->crossings[0].courses.size(), 1u);
  const CourseSetup& course = setup->crossings[0].courses[0];
  EXPECT_EQ(course.start, 24h * 6);
  EXPECT_EQ(course.length, 48h);
  EXPECT_EQ(course.officers, 3);
  EXPECT_EQ(course.gain, 0.2);
  // Each for the hours of his shift, twelve a day.
  EXPECT_NEAR(in_hours(hours_of(run(s), Authority::customs, s).of(Activity::training)), 3 * 24,
              1e-6);
  s.operation["a"].authorities = {Authority::border_guard};
  EXPECT_TRUE(make_setup(s)->crossings[0].courses.empty());
}

// ---- After -------------------------------------------------------------------------------------

// Lorries at 25:00, 26:00 and 49:00; the action days are the second day.
Scenario debriefed_post() {
  Scenario s = testing::finds(1, 25h, 24h * 30);
  s.arrival.push_back(testing::lorries("line", 26h, 1));
  s.arrival.push_back(testing::lorries("line", 49h, 1));
  s.operation["a"] = plan(1, 24h);
  s.operation["a"].crossings = {"post"};
  s.operation["a"].start = 24h;
  s.operation["a"].debriefing = 24h * 5;
  s.operation["a"].debriefing_time = 2h;
  s.operation["a"].report_time = 72h;
  return s;
}

TEST(ADebriefing, TellsHeadquartersWhatThePostsDid) {
  const OperationTally o = run(debriefed_post()).details.operations.at(0);
  EXPECT_EQ(o.seizures, 2);
  // It ends at 48:00; an officer writes for two hours, and the letter takes one.
  EXPECT_EQ(testing::clock(o.debriefed), "51:00");
  EXPECT_EQ(testing::clock(o.reported), "123:00");
  EXPECT_EQ(o.posts_heard, 1);
  EXPECT_EQ(o.detections_told, 2);
}

TEST(ADebriefing, IsHeldWithoutWhoDoesNotTellInTime) {
  Scenario s = debriefed_post();
  s.team["customs"].roster = "weekdays";
  s.roster["weekdays"].shifts = {"00:00-12:00", "12:00-00:00"};
  for (const char* day : {"wednesday", "thursday", "friday", "saturday", "sunday"})
    s.roster["weekdays"].day[day] = {{}, 0};
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};  // a Monday
  s.operation["a"].debriefing = 48h;
  const OperationTally o = run(s).details.operations.at(0);
  EXPECT_EQ(testing::clock(o.debriefed), "96:00");
  EXPECT_EQ(o.posts_heard, 0);
  EXPECT_EQ(o.detections_told, 0) << "headquarters knows only what it was told";
  EXPECT_EQ(o.seizures, 2);
}

TEST(ADebriefing, IsHeldOnlyIfThePlanSaysSo) {
  Scenario s = debriefed_post();
  s.operation["a"].debriefing = 0h;
  const Replication without = run(s);
  EXPECT_EQ(without.details.operations.at(0).debriefed, never);
  EXPECT_EQ(total(run(debriefed_post()), "reporting_hours") - total(without, "reporting_hours"), 2);
}

// ---- Arrests -----------------------------------------------------------------------------------

TEST(AnArrest, NeedsAnOfficerOnDutyWhoMay) {
  Scenario s = testing::finds(6, 25h);
  s.commodity["tobacco"].arrest = 1;
  EXPECT_EQ(total(run(s), "seizures"), 6);
  EXPECT_EQ(total(run(s), "arrests"), 0) << "customs may not";
  s.team["police"] = s.team["customs"];
  s.team["police"].authority = Authority::police;
  s.team["police"].officers = 2;
  EXPECT_EQ(total(run(s), "arrests"), 6);
  s.roster["never_at_night"].shifts = {"10:00-20:00"};
  s.team["police"].roster = "never_at_night";
  s.arrival.clear();
  s.arrival.push_back(testing::lorries("line", 26h, 2));  // at two in the morning
  s.arrival.push_back(testing::lorries("line", 36h, 3));  // at noon
  EXPECT_EQ(total(run(s), "arrests"), 3);
}

TEST(AnArrest, IsMadeWherePersonsAreFoundToo) {
  Scenario s = testing::finds(6, 25h);
  s.commodity["tobacco"].persons = true;
  s.team["police"] = s.team["customs"];
  s.team["police"].authority = Authority::police;
  s.commodity["tobacco"].arrest = 1;
  EXPECT_EQ(total(run(s), "referrals"), 6);
  EXPECT_EQ(total(run(s), "arrests"), 6);
}

TEST(AnArrest, IsAsOftenAsTheCommoditySays) {
  constexpr int finds = 400;
  Scenario s = testing::finds(finds, 1h, 24h * 20);
  s.team["police"] = s.team["customs"];
  s.team["police"].authority = Authority::police;
  s.commodity["tobacco"].arrest = 0.3;
  // Off by more than 4 standard errors once in 16,000 times; the seed is fixed.
  EXPECT_NEAR(total(run(s), "arrests"), 0.3 * finds, 4 * std::sqrt(finds * 0.3 * 0.7));
}

}  // namespace
}  // namespace cordon::operation_test
