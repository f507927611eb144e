// What follows a find, follows from it: nothing of a case happens by itself, and nothing is lost.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "sim/output/recorder/recorder.hpp"
#include "sim/run/replicate.hpp"
#include "tests/support/investigations.hpp"
#include "tests/support/observe.hpp"

namespace cordon::investigation_test {
namespace {

// Two weeks in which finds are held, let run, pursued, referred and investigated.
Scenario investigating() {
  Scenario s = testing::busy_border();
  testing::add_exchanges(s);
  testing::add_investigation(s);
  s.declaration["goods"] = {20, 3, 0.9};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.risk_information.looks_at = {"goods"};
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.08}, {"car_entry", 0.02}};
  s.investigation.flees = 0.4;
  s.investigation.caught_after = 10h;
  return s;
}

// What has to have happened before.
struct Chain {
  std::map<Subject, Time> seized_at_posts;
  std::set<Subject> told_of;              // the unit, by a prosecutor
  std::map<std::uint32_t, Subject> open;  // cases
  std::map<std::uint32_t, int> steps;     // of a case: the last that began
  std::set<Subject> held, fled, let_run, ended;
  int cases = 0, deliveries = 0, strikes = 0, solved = 0, delivered = 0, escapes = 0;
  int working = 0;  // cases that somebody works on, and pursuits

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  static Subject subject(VehicleId id, const Crossing& here) {
    return here.vehicles[id].draws.subject;
  }
  void on(const GoodsHeld& e, const Crossing& here, Time) {
    EXPECT_TRUE(held.insert(subject(e.vehicle, here)).second);
  }
  void on(const VehicleFled& e, const Crossing& here, Time) {
    EXPECT_TRUE(fled.insert(subject(e.vehicle, here)).second);
  }
  void on(const DeliveryBegan& e, const Crossing& here, Time) {
    EXPECT_TRUE(held.contains(subject(e.vehicle, here)));
    EXPECT_TRUE(let_run.insert(subject(e.vehicle, here)).second);
  }
  void on(const GoodsSeized& e, const Crossing& here, Time now) {
    const Subject vehicle = subject(e.vehicle, here);
    EXPECT_TRUE(ended.insert(vehicle).second);
    if (!here.setup->is_base) seized_at_posts[vehicle] = now;
    delivered += here.setup->is_base;
    EXPECT_EQ(here.setup->is_base, let_run.contains(vehicle));
  }
  void on(const VehicleEscaped& e, const Crossing& here, Time) {
    ++escapes;
    EXPECT_TRUE(fled.contains(subject(e.vehicle, here)));
    EXPECT_TRUE(ended.insert(subject(e.vehicle, here)).second);
  }
  void on(const DeliveryLost& e, const Crossing& here, Time) {
    EXPECT_TRUE(let_run.contains(subject(e.vehicle, here)));
    EXPECT_TRUE(ended.insert(subject(e.vehicle, here)).second);
  }
  void on(const MessageReceived& e, const Crossing& here, Time now) {
    if (e.message.kind != MessageKind::referral) return;
    EXPECT_TRUE(here.setup->is_base);
    ASSERT_TRUE(seized_at_posts.contains(e.message.about));
    EXPECT_EQ(e.message.born, seized_at_posts[e.message.about]);
    EXPECT_GT(now, e.message.born);
    told_of.insert(e.message.about);
  }
  void on(const CaseOpened& e, const Crossing&, Time) {
    ++cases;
    deliveries += let_run.contains(e.about);
    EXPECT_TRUE(told_of.contains(e.about) || let_run.contains(e.about));
    EXPECT_TRUE(open.emplace(e.number, e.about).second);
  }
  // One after the other, however often it is put aside and taken up.
  void on(const CaseStepBegan& e, const Crossing& here, Time) {
    EXPECT_EQ(open.at(e.number), e.about);
    const int step = static_cast<int>(e.step);
    EXPECT_GE(step, steps[e.number]);
    steps[e.number] = step;
    EXPECT_LE(working_on(here), staff::doing(here.staff, Activity::investigating));
  }
  static int working_on(const Crossing& here) {
    int cases = 0;
    for (const OpenCase& c : here.cases.open) cases += bool(c.work.ends);
    return cases;
  }
  void on(const CaseClosed& e, const Crossing&, Time) {
    EXPECT_EQ(open.at(e.number), e.about);
    solved += e.outcome == CaseOutcome::solved && !let_run.contains(e.about);
    open.erase(e.number);
  }
  void on(const GroupStruck&, const Group&, Time) {
    ++strikes;
    EXPECT_LE(strikes, solved + delivered);
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

TEST(WhatFollowsAFind, FollowsFromIt) {
  World world = build_world(make_setup(investigating()), 3, 0);
  Chain chain;
  testing::observe(world, chain);
  EXPECT_GT(chain.cases, 30);
  EXPECT_GT(chain.deliveries, 5);
  EXPECT_GT(chain.solved, 0);
  EXPECT_GT(chain.escapes, 0);
  EXPECT_GT(chain.strikes, 2);
}

std::map<std::string, double> totals(const Scenario& scenario, int threads = 1) {
  World world = build_world(make_setup(scenario), 3, 0);
  Recorder recorder(*world.setup);
  testing::observe(world, recorder, threads);
  std::map<std::string, double> all;
  for (const MeasureValue& v : recorder.values())
    if (v.labels == Labels{}) all[std::string(v.measure->name)] = v.value;
  return all;
}

void expect_equal(const std::map<std::string, double>& a, const std::map<std::string, double>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (const auto& [name, value] : a) {
    const double other = b.at(name);
    EXPECT_TRUE(other == value || (std::isnan(other) && std::isnan(value))) << name;
  }
}

TEST(WhatFollowsAFind, LosesNoVehicleAndNoAttempt) {
  for (const Duration warm_up : {Duration{0}, Duration{90h + 7min}}) {
    Scenario s = investigating();
    s.warm_up = warm_up;
    auto v = totals(s);
    EXPECT_GT(v["goods_held"], 0);
    EXPECT_GT(v["controlled_deliveries"], 0);
    EXPECT_GT(v["fled"], 0);
    EXPECT_EQ(v["illicit_attempts"], v["detections"] + v["illicit_passed"] + v["illicit_refused"] +
                                         v["illicit_in_system_at_end"]);
    if (warm_up > Duration::zero()) continue;  // who was there before is in no tally of finds
    EXPECT_EQ(v["arrivals"] + v["in_system_at_start"],
              v["crossed"] + v["balked"] + v["detections"] + v["in_system_at_end"]);
  }
}

TEST(WhatFollowsAFind, IsTheSameForAnyNumberOfThreads) {
  expect_equal(totals(investigating()), totals(investigating(), 2));
}

TEST(WhatFollowsAFind, IsAllToldByItsEvents) {
  Watch watch;
  watch.verify = true;
  EXPECT_NO_THROW((void)replicate(make_setup(investigating()), 3, 0, 1, 1, {}, {}, watch));
}

// Forms that nobody asks for, experts whom nobody needs, pursuits of nobody.
TEST(SpecialForms, ThatNobodyUsesLeaveNoTrace) {
  Scenario without = testing::busy_border();
  testing::add_exchanges(without);
  Scenario with = without;
  with.special_form["pursuit"] = testing::special_form(SpecialForm::hot_pursuit);
  with.commodity["tobacco"].lethal = true;
  with.commodity["tobacco"].budget_share = 0.2;
  with.commodity["tobacco"].holding = 5h;
  with.investigation.waits_for_permit = 1h;
  for (auto& [name, group] : with.group) group.destination = "DE";
  expect_equal(totals(without), totals(with));
}

}  // namespace
}  // namespace cordon::investigation_test
