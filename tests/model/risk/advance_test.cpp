// Entry summary declarations, and what targeters make of them.

#include <gtest/gtest.h>

#include "sim/model/risk/targeting.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/watch.hpp"

namespace cordon::advance_test {
namespace {

TargetingSpec rules() {
  TargetingSpec r;
  r.control = 0.5;
  r.ask = 0.3;
  r.stop = 0.1;
  return r;
}

// Quantiles of the normal distribution: 0.5 above 0, 0.2 above 0.8416, 0.05 above 1.6449.
TEST(Targeters, SayWhatTheScoreAsksFor) {
  EXPECT_EQ(targeting::judge(1.7, true, false, rules()), Verdict::do_not_load);
  EXPECT_EQ(targeting::judge(1.7, false, false, rules()), Verdict::control);
  EXPECT_EQ(targeting::judge(1.6, true, false, rules()), Verdict::control);
  EXPECT_EQ(targeting::judge(0.01, true, false, rules()), Verdict::control);
  EXPECT_EQ(targeting::judge(-0.8, true, false, rules()), std::nullopt);
  EXPECT_EQ(targeting::judge(-0.8, true, true, rules()), Verdict::clear);
  EXPECT_EQ(targeting::judge(-0.9, true, false, rules()), Verdict::clear);
}

Scenario with_advance_information(Duration length = 24h * 30) {
  Scenario s = testing::busy_border(length);
  s.line["north_lorry_entry"].queue = s.line["south_lorry_entry"].queue = QueueKind::physical;
  s.line["north_lorry_entry"].initial_queue = s.line["south_lorry_entry"].initial_queue = 0;
  s.advance["lorry"] = {};
  return s;
}

std::map<std::string, double> totals(const Scenario& s) {
  std::map<std::string, double> all;
  const auto runs = replicate(make_setup(s), 11, 4, 1, 1);
  for (const MeasureValue& v : runs[0].values)
    all[std::string(v.measure->name)] = testing::estimate(runs, v.measure->name).mean;
  for (const MeasureValue& v : runs[0].values)
    if (v.measure->name == "arrivals" && v.labels.direction == "entry" &&
        v.labels.vehicle_class == "lorry" && v.labels.crossing == "all")
      all["lorries"] = v.value;
  return all;
}

TEST(EntrySummaries, AreLodgedInTimeForTheirShare) {
  const auto t = totals(with_advance_information());
  EXPECT_NEAR(t.at("entry_summaries") / t.at("lorries"), 0.95 * 0.97, 0.01);
  EXPECT_NEAR(t.at("entry_summaries_referred") / t.at("entry_summaries"), 0.02, 0.01);
  EXPECT_EQ(t.at("loading_refused"), 0);  // lorries have set out
}

TEST(EntrySummaries, TellMoreWithBetterData) {
  Scenario s = with_advance_information();
  s.advance["lorry"].referred = 0;
  s.selection.auc = 0.5;
  s.advance["lorry"].auc = 0.5;
  const double nothing = totals(s).at("selection_precision");
  s.advance["lorry"].auc = 0.95;
  EXPECT_GT(totals(s).at("selection_precision"), 1.5 * nothing);
}

TEST(EntrySummaries, SaveTimeAtTheLane) {
  Scenario s = with_advance_information();
  s.advance["lorry"].referred = 0;
  s.advance["lorry"].lane_time = 1;
  const double before = totals(s).at("time_in_system_mean");
  s.advance["lorry"].lane_time = 0.2;
  EXPECT_LT(totals(s).at("time_in_system_mean"), before);
}

// The way takes an hour and a half, and the targeters need days: all fall back on the lane.
TEST(Targeters, ComeTooLateWhenTheyAreTooFew) {
  Scenario s = with_advance_information();
  s.advance["lorry"].referred = 0.3;
  s.targeting.targeters = 1;
  s.targeting.time = Distribution::constant(24 * 3600);
  const auto t = totals(s);
  EXPECT_EQ(t.at("controls_on_arrival"), 0);
  EXPECT_NEAR(t.at("targeting_hours"), 24 * 30, 3);
  s.targeting.targeters = 100;
  s.targeting.time = Distribution::constant(60);
  EXPECT_GT(totals(s).at("controls_on_arrival"), 100);
}

// All that is referred is not to be loaded: nothing of it comes, and what it hid is refused.
TEST(Targeters, KeepGoodsFromBeingLoaded) {
  Scenario s = with_advance_information();
  s.place["east"].latitude = 40;
  s.link[0].length_km = s.link[2].length_km = 60 * 48;  // two days
  s.advance["lorry"].before_loading = true;
  s.advance["lorry"].referred = 1;
  s.advance["lorry"].coverage = 1;
  s.advance["lorry"].late = 0;
  s.targeting.targeters = 1000;
  s.targeting.control = s.targeting.stop = 1;
  s.targeting.ask = 0;
  const auto t = totals(s);
  EXPECT_GT(t.at("loading_refused"), 1000);
  EXPECT_EQ(t.at("lorries"), 0);
  EXPECT_GT(t.at("illicit_refused"), 10);
}

TEST(EntrySummaries, AreForGoodsThatEnter) {
  Scenario s = with_advance_information(24h * 5);
  const auto runs = replicate(make_setup(s), 11, 1, 1, 1);
  for (const MeasureValue& v : runs[0].values)
    if (v.measure->name == "entry_summaries" &&
        (v.labels.direction == "exit" || v.labels.vehicle_class == "car")) {
      EXPECT_EQ(v.value, 0);
    }
}

// Data of the third country's export declarations tell nearly all, where they are there.
TEST(ExitData, TellWhatTheEntrySummaryDoesNot) {
  Scenario s = testing::busy_border(24h * 30);
  s.group.clear();
  s.commodity.erase("persons");
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.05}};
  for (const char* line : {"north_lorry_entry", "south_lorry_entry"})
    s.line[line].queue = QueueKind::physical;
  s.advance["lorry"].auc = s.selection.auc = 0.5;
  s.advance["lorry"].coverage = 1;
  s.advance["lorry"].late = 0;
  s.advance["lorry"].referred = 0.01;
  s.advance["lorry"].exit_auc = 0.999;
  const auto precision = [&](double exit_data) {
    s.advance["lorry"].exit_data = exit_data;
    int referred = 0, illicit = 0;
    testing::watch(s, [&]<class E>(const E& e, const auto& here, Time) {
      if constexpr (std::is_same_v<E, EntrySummaryReferred>) {
        ++referred;
        illicit += here.hold.of(e.vehicle).illicit();
      }
    });
    EXPECT_GT(referred, 100);
    return static_cast<double>(illicit) / referred;
  };
  EXPECT_LT(precision(0), 0.1);  // about the share of all, a twentieth
  // Of 20 vehicles one hides something, and is seen in nearly all cases: 0.05 of 0.06 that are
  // referred.
  EXPECT_GT(precision(1), 0.75);
}

}  // namespace
}  // namespace cordon::advance_test
