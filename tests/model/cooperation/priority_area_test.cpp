// Priority control areas: operations about some vehicles only, and their interim review.

#include <gtest/gtest.h>

#include "sim/model/risk/targets.hpp"
#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/run/together.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"

namespace cordon::priority_area_test {
namespace {

// About lorries that enter at the north, four times as often controlled.
Scenario with_area() {
  Scenario s = testing::busy_border(24h * 30);
  s.selection.backlog_limit = 100'000;
  s.selection.blue = 0;
  OperationSpec area;
  area.start = 0h;
  area.length = 24h * 30;
  area.notice = 0h;
  area.secrecy = 1;
  area.crossings = {"north"};
  area.selection_multiplier = 4;
  area.target = TargetSpec{};
  area.target->classes = {VehicleClass::lorry};
  area.target->direction = Direction::entry;
  s.operation["area"] = area;
  return s;
}

double rate(const Replication& run, const char* crossing, const char* direction, const char* c) {
  for (const MeasureValue& v : run.values)
    if (v.measure->name == "false_positive_rate" && v.labels.crossing == crossing &&
        v.labels.direction == direction && v.labels.vehicle_class == c)
      return v.value;
  return -1;
}

TEST(APriorityControlArea, IsAboutItsVehiclesAlone) {
  Scenario s = with_area();
  const auto with = replicate(make_setup(s), 5, 1, 1, 1)[0];
  s.operation.clear();
  const auto without = replicate(make_setup(s), 5, 1, 1, 1)[0];
  EXPECT_NEAR(rate(with, "north", "entry", "lorry") / rate(without, "north", "entry", "lorry"), 4,
              0.4);
  for (const auto& [crossing, direction, c] :
       {std::tuple("north", "exit", "lorry"), std::tuple("north", "entry", "car"),
        std::tuple("south", "entry", "lorry")})
    EXPECT_NEAR(rate(with, crossing, direction, c), rate(without, crossing, direction, c), 0.03);
}

// Goods, routes, modes and operators, alone and together.
TEST(APriorityControlArea, IsAboutWhatMeetsAllThatIsGiven) {
  Scenario s = with_area();
  s.declaration["goods"] = {20, 3, 1};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.operation["area"].target = TargetSpec{{}, {}, {"lorries_in"}, {1, 7}, "goods", "tobacco"};
  const auto setup = make_setup(s);
  const OperationSetup& plan = setup->operations[0];
  Vehicle v;
  v.flow = setup->flow_of(VehicleClass::lorry, Direction::entry);
  v.declaration.trader = 7;
  scoring::Declared says;
  says.says[static_cast<std::size_t>(scoring::Category::goods)] = 11;
  EXPECT_TRUE(targets::is_about(plan, v, &says, {4, 11}, *setup));
  EXPECT_FALSE(targets::is_about(plan, v, &says, {4, 12}, *setup));
  EXPECT_FALSE(targets::is_about(plan, v, nullptr, {4, 11}, *setup));
  v.declaration.trader = 2;
  EXPECT_FALSE(targets::is_about(plan, v, &says, {4, 11}, *setup));
  v.declaration.trader = 1;
  v.flow = setup->flow_of(VehicleClass::lorry, Direction::exit);
  EXPECT_FALSE(targets::is_about(plan, v, &says, {4, 11}, *setup));
}

TEST(APriorityControlArea, FindsMoreWhenItsGoodsAreWhatIsHidden) {
  Scenario s = with_area();
  s.group.clear();
  s.declaration["goods"] = {90, 3, 1};
  s.commodity["tobacco"].tells = {{"goods", 0.9}};
  s.operation["area"].crossings = {"north", "south"};
  s.operation["area"].target = TargetSpec{{}, {}, {}, {}, "goods", "tobacco"};
  s.operation["area"].selection_multiplier = 8;
  const auto precision = [](const Scenario& scenario) {
    return testing::estimate(replicate(make_setup(scenario), 5, 3, 1, 1), "selection_precision")
        .mean;
  };
  const double with = precision(s);
  s.operation.clear();
  EXPECT_GT(with, 1.5 * precision(s));
}

// When posts report, what headquarters decides, and when posts stop.
struct Review {
  std::vector<std::string> told;
  std::int64_t controls = 0, detections = 0;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const ReviewReceived& e, const Headquarters&, Time now) {
    say(now, "reported");
    controls += e.report.controls, detections += e.report.detections;
  }
  void on(const OperationContinued&, const Headquarters&, Time now) { say(now, "continued"); }
  void on(const OperationStopped&, const Headquarters&, Time now) { say(now, "stopped"); }
  void on(const ActionDaysEnded&, const Headquarters&, Time now) { say(now, "over"); }
  void on(const OperationEnded&, const Crossing& here, Time now) {
    say(now, "ended at " + here.setup->name);
  }
  void say(Time now, const std::string& what) {
    told.push_back(std::to_string((now - start_of_run) / 1h) + " h: " + what);
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

Review review_of(const Scenario& s) {
  World world = build_world(make_setup(s), 5, 1);
  Review review;
  testing::observe(world, review);
  return review;
}

Scenario with_review(double hit_rate) {
  Scenario s = with_area();
  OperationSpec& area = s.operation["area"];
  area.crossings = {"north", "south"};
  area.start = 24h;
  area.notice = 24h;
  area.length = 24h * 8;
  area.review_after = 24h * 3;
  area.review_hit_rate = hit_rate;
  return s;
}

TEST(AnInterimReview, StopsWhatFindsTooLittle) {
  const Review review = review_of(with_review(0.9));
  EXPECT_EQ(review.told, (std::vector<std::string>{
                             "97 h: reported", "97 h: reported", "97 h: stopped", "97 h: over",
                             "98 h: ended at north", "98 h: ended at south"}));
  EXPECT_GT(review.controls, 100);
}

TEST(AnInterimReview, LetsGoOnWhatFindsEnough) {
  Review review = review_of(with_review(0));
  std::sort(review.told.begin(), review.told.end());
  EXPECT_EQ(review.told, (std::vector<std::string>{"216 h: ended at north", "216 h: ended at south",
                                                   "216 h: over", "97 h: continued",
                                                   "97 h: reported", "97 h: reported"}));
}

// Of its vehicles, while it lasts: the table of operations counts the same.
TEST(AnInterimReview, IsToldWhatWasControlledAndFound) {
  Scenario s = with_review(0.9);  // stopped soon after
  s.operation["area"].length = 24h * 3 + 1h;
  s.operation["area"].review_after = 24h * 3;
  s.operation["area"].review_hit_rate = 0;
  World world = build_world(make_setup(s), 5, 1);
  Recorder recorder(*world.setup);
  Ledger ledger(*world.setup);
  Review review;
  Together together(recorder, ledger, review);
  testing::observe(world, together);
  const OperationTally tally = ledger.details(recorder).operations[0];
  const auto until_the_end = static_cast<double>(tally.controls);  // an hour more
  EXPECT_NEAR(static_cast<double>(review.controls), until_the_end, 0.03 * until_the_end);
  EXPECT_LE(review.controls, tally.controls);
  EXPECT_LE(review.detections, tally.seizures + tally.referrals + tally.sanction_refusals);
  EXPECT_GT(review.detections, 0);
}

TEST(AnInterimReview, SendsGuestsHome) {
  Scenario s = with_review(0.9);
  s.operation["area"].crossings = {"north"};
  MoveSpec officers;
  officers.from = "south";
  officers.to = "north";
  officers.authority = Authority::customs;
  officers.officers = 9;
  s.operation["area"].move["officers"] = officers;
  const auto hours = [](const Scenario& scenario) {
    World world = build_world(make_setup(scenario), 5, 1);
    Recorder recorder(*world.setup);
    Ledger ledger(*world.setup);
    Together together(recorder, ledger);
    testing::observe(world, together);
    return static_cast<double>(ledger.details(recorder).operations[0].on_duty);
  };
  const double stopped = hours(s);
  s.operation["area"].review_hit_rate = 0;
  EXPECT_NEAR(stopped / hours(s), 3.0 / 8, 0.05);
}

// Orders take longer than the operation: who has set out for it comes when it is over.
TEST(AnOperation, SendsLatecomersHome) {
  Scenario s = testing::busy_border(24h * 8);
  s.operation["action"] = testing::joint_operation();
  OperationSpec& action = s.operation["action"];
  action.notice = 0h;
  action.length = 30min;
  World world = build_world(make_setup(s), 5, 1);
  Recorder recorder(*world.setup);
  Ledger ledger(*world.setup);
  Together together(recorder, ledger);
  testing::observe(world, together);
  const OperationTally tally = ledger.details(recorder).operations[0];
  EXPECT_GT(tally.officers, 0);
  EXPECT_EQ(static_cast<double>(tally.on_duty), 0);
}

}  // namespace
}  // namespace cordon::priority_area_test
