// Control after clearance.

#include "sim/model/risk/audits.hpp"

#include <gtest/gtest.h>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"

namespace cordon::audits_test {
namespace {

// Half of all goods go by the blue lane.
Scenario with_audits(Duration length = 24h * 20) {
  Scenario s = testing::busy_border(length);
  s.group.clear();
  s.commodity.erase("persons");
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.1}};
  s.technique["books"] = {0, 0.4, 0.4, {}};
  s.selection = {};
  s.selection.auc = 0.5;
  s.selection.yellow = s.selection.orange = s.selection.red = 0;
  s.selection.blue = 0.5;
  s.trader.aeo_selection_factor = 1;
  s.after_clearance.technique = "books";
  s.after_clearance.time = Distribution::constant(600);
  s.after_clearance.backlog_limit = 10'000;
  for (auto& [name, team] : s.team) team.officers = 120;  // there is always somebody spare
  for (const std::string post : {"north", "south"})
    s.team[post + "_more"] = s.team[post + "_customs"];  // and of more than one team
  return s;
}

double measure(const std::vector<Replication>& runs, const char* name) {
  return testing::estimate(runs, name).mean;
}

TEST(ControlAfterClearance, FindsWhatItsTechniqueFindsAndSeizesNothing) {
  const auto runs = replicate(make_setup(with_audits()), 5, 4, 1, 1);
  const double audits = measure(runs, "audits"), findings = measure(runs, "audit_findings");
  EXPECT_EQ(measure(runs, "seizures"), 0);
  // Of those that enter, half, 0.1 hide something, of which 0.4 are found; those that leave hide
  // nothing. Within 3.3 standard errors of four replications.
  const double expected = audits / 2 * 0.1 * 0.4;
  EXPECT_NEAR(findings, expected, 3.3 * std::sqrt(expected / 4) + 0.01 * expected);
  EXPECT_GT(findings, 100);
  EXPECT_NEAR(measure(runs, "audit_hours"), audits / 6, 0.02 * audits / 6);
}

TEST(ControlAfterClearance, IsOfGoodsAlone) {
  Scenario s = with_audits(24h * 5);
  for (auto& [name, flow] : s.flow) flow.empty_share = 1;
  EXPECT_EQ(measure(replicate(make_setup(s), 5, 1, 1, 1), "audits"), 0);
}

// The same lorries pass at the same times, whoever looks into their books.
TEST(ControlAfterClearance, TakesNobodyOffTheLanes) {
  Scenario s = with_audits();
  const auto with = replicate(make_setup(s), 5, 1, 1, 1);
  s.after_clearance.technique.clear();
  const auto without = replicate(make_setup(s), 5, 1, 1, 1);
  for (const char* name : {"wait_mean", "crossed", "officer_hours", "illicit_passed"})
    EXPECT_EQ(measure(with, name), measure(without, name)) << name;
}

TEST(ControlAfterClearance, WaitsForAnOfficerWhoIsSpareUpToALimit) {
  Scenario s = with_audits();
  s.after_clearance.time = Distribution::constant(400 * 3600);  // nobody gets far
  s.after_clearance.backlog_limit = 7;
  World world = build_world(make_setup(s), 5, 1);
  Recorder recorder(*world.setup);
  testing::observe(world, recorder);
  for (const Crossing& post : world.crossings) {
    EXPECT_EQ(post.audits.open.size(), 7u);
    EXPECT_TRUE(post.audits.open[0].work.begun);
  }
}

TEST(ControlAfterClearance, TeachesEngines) {
  Scenario s = with_audits(24h * 60);
  s.warm_up = 24h * 30;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.02}};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.declaration["goods"] = {90, 3, 0.9};
  s.selection.engine = RiskEngine::log_odds;
  s.selection.yellow = 0.02;  // papers alone teach nothing
  s.selection.blue = 0.1;
  s.technique["books"] = {0, 0.9, 0.9, {}};
  const double taught = measure(replicate(make_setup(s), 5, 3, 1, 1), "selection_precision");
  s.after_clearance.technique.clear();
  EXPECT_GT(taught, 1.5 * measure(replicate(make_setup(s), 5, 3, 1, 1), "selection_precision"));
}

TEST(ControlAfterClearance, IsAReasonForAForm) {
  Scenario s = with_audits(24h * 5);
  s.risk_information.reach = FormReach::all;
  const auto runs = replicate(make_setup(s), 5, 1, 1, 1);
  EXPECT_GT(measure(runs, "risk_forms_issued"), 0);
  EXPECT_LE(measure(runs, "risk_forms_issued"), measure(runs, "audit_findings"));
}

}  // namespace
}  // namespace cordon::audits_test
