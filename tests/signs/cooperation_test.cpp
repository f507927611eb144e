// Two countries that tell each other nothing, and what each way of telling is worth: the signs that
// the page of the scenario states. Paired t tests over replications under the same luck, each at
// the level 0.001.

#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "sim/engine/statistics.hpp"
#include "tests/shipped/shipped.hpp"

namespace cordon::cooperation_test {
namespace {

constexpr std::uint32_t replications = 20;

const std::vector<Replication>& runs(const std::string& name) {
  static std::map<std::string, std::vector<Replication>> known;
  auto& found = known[name];
  if (found.empty()) found = shipped::run(shipped::scenario("cooperation/" + name), replications);
  return found;
}

double value(const Replication& r, std::string_view measure, const std::string& commodity) {
  Labels at;
  at.commodity = commodity;
  for (const MeasureValue& v : r.values)
    if (v.measure->name == measure && v.labels == at) return v.value;
  return NAN;
}

// Which way a value of replications goes from one scenario to another: +1, -1, or 0: cannot be
// told.
template <class ValueOf>
int sign_of(const std::string& from, const std::string& to, ValueOf value_of) {
  Welford change;
  for (std::uint32_t r = 0; r < replications; ++r)
    change.add(value_of(runs(to)[r]) - value_of(runs(from)[r]));
  const boost::math::students_t law(replications - 1);
  const double t = change.mean() / std::sqrt(change.variance() / replications);
  if (std::isnan(t) || std::abs(t) < quantile(law, 1 - 0.0005)) return 0;
  return t > 0 ? 1 : -1;
}

// The same of a measure.
int sign(const std::string& from, const std::string& to, std::string_view measure,
         const std::string& commodity = "all") {
  return sign_of(from, to, [&](const Replication& r) { return value(r, measure, commodity); });
}

TEST(CrossChecks, FindMoreAndCostOfficersTheirTime) {
  EXPECT_EQ(sign("baseline", "cross_check", "seizures"), 1);
  EXPECT_EQ(sign("baseline", "cross_check", "illicit_passed"), -1);
  EXPECT_EQ(sign("baseline", "cross_check", "reporting_hours"), 1);
}

TEST(CrossChecks, AreQuickerWhereThePostsHaveAccess) {
  EXPECT_EQ(sign("cross_check", "cross_check_direct", "message_delay_mean"), -1);
  EXPECT_EQ(sign("cross_check", "cross_check_direct", "desk_hours"), -1);
}

TEST(CrossChecks, AreWorthNothingByLetter) {
  EXPECT_EQ(sign("cross_check", "cross_check_by_letter", "seizures"), -1);
  EXPECT_EQ(sign("cross_check", "cross_check_by_letter", "requests_answered_in_time"), -1);
  EXPECT_EQ(sign("baseline", "cross_check_by_letter", "seizures"), 0);
}

TEST(CrossChecks, ComeLateInAnOutage) {
  EXPECT_EQ(sign("cross_check", "cross_check_outage", "message_delay_mean"), 1);
}

TEST(Warnings, FindMoreThanCrossChecks) {
  EXPECT_EQ(sign("baseline", "warning", "seizures"), 1);
  EXPECT_EQ(sign("cross_check", "warning", "seizures"), 1);
}

TEST(RiskForms, FindMore) { EXPECT_EQ(sign("baseline", "risk_forms", "seizures"), 1); }

TEST(OneReport, IsKnownSoonerForLessWork) {
  EXPECT_EQ(sign("baseline", "one_report", "report_delay_mean"), -1);
  EXPECT_EQ(sign("baseline", "one_report", "reporting_hours"), -1);
  EXPECT_EQ(sign("baseline", "one_report", "duplicate_reports"), -1);
}

TEST(LookUps, FindMoreAtTheFirstCheckAndTakeTime) {
  EXPECT_EQ(sign("baseline", "look_up", "seizures"), 1);
  EXPECT_EQ(sign("baseline", "look_up", "wait_mean"), 1);
}

TEST(LookUps, OnRequestKnowOnlyWhomOthersHaveChosen) {
  EXPECT_EQ(sign("look_up", "look_up_on_request", "record_hits"), -1);
  EXPECT_EQ(sign("baseline", "look_up_on_request", "seizures"), 0);
}

TEST(LookUps, AheadTakeTargetersInsteadOfLanes) {
  EXPECT_EQ(sign("entry_summaries", "look_up_ahead", "seizures"), 1);
  EXPECT_EQ(sign("entry_summaries", "look_up_ahead", "targeting_hours"), 1);
  EXPECT_EQ(sign("look_up", "look_up_ahead", "wait_mean"), -1);
}

TEST(ExitData, TellMore) { EXPECT_EQ(sign("entry_summaries", "exit_data", "seizures"), 1); }

TEST(Intelligence, FindsMoreWhereItIsReliable) {
  EXPECT_EQ(sign("baseline", "intelligence", "seizures"), 1);
  EXPECT_EQ(sign("rumours", "intelligence", "seizures"), 1);
}

TEST(EarlyWarning, FindsMoreOfTheNewSubstance) {
  EXPECT_EQ(sign("new_substance", "early_warning", "seizures", "new_substance"), 1);
}

TEST(Counterfeits, ThatNobodyCanTellAreHeldInVain) {
  EXPECT_EQ(sign("baseline", "counterfeits", "seizures"), -1);
  EXPECT_EQ(sign("baseline", "counterfeits", "illicit_passed"), 1);
  for (const Replication& r : runs("counterfeits")) {
    EXPECT_GT(value(r, "goods_held", "all"), 0);
    EXPECT_DOUBLE_EQ(value(r, "held_hours_mean", "all"), 240);
  }
}

TEST(Experts, HaveMoreSeizedAndHoldLess) {
  EXPECT_EQ(sign("counterfeits", "expertise", "seizures"), 1);
  EXPECT_EQ(sign("counterfeits", "expertise", "held_hours_mean"), -1);
  EXPECT_EQ(sign("counterfeits", "expertise", "released_after_holding"), -1);
  EXPECT_EQ(sign("counterfeits", "expertise", "reporting_hours"), 1);
}

// Mean minutes that a lorry waits for somebody to read its picture, and while he does: in the yard
// of its post, or in its lane.
double minutes_of_a_picture(const Replication& r) {
  constexpr int reading = 3;  // order of the stage, in either scenario
  std::int64_t pictures = 0, waiting = 0, there = 0, away = 0;
  for (const StageTime& time : r.details.stages) {
    if (time.stage != reading) continue;
    const auto all = std::accumulate(time.by_hour.begin(), time.by_hour.end(), std::int64_t{0});
    if (time.activity == StageActivity::in_service) pictures += time.vehicles, there += all;
    if (time.activity == StageActivity::waiting) waiting += all;
    if (time.activity == StageActivity::waiting_for_papers) away += all;
  }
  return static_cast<double>(away > 0 ? away : waiting + there) / 60e6 /
         static_cast<double>(pictures);
}

TEST(CentralImageAnalysis, FindsTheSameSooner) {
  EXPECT_EQ(sign_of("images_on_site", "images_central", minutes_of_a_picture), -1);
  EXPECT_EQ(sign("images_on_site", "images_central", "time_in_system_mean"), -1);
  for (const char* same : {"seizures", "illicit_passed"})
    EXPECT_EQ(sign("images_on_site", "images_central", same), 0) << same;
}

// Three officers fewer for 35 days, and as many analysts, who read for five hours of eight.
TEST(CentralImageAnalysis, TakesItsAnalystsFromThePosts) {
  for (std::uint32_t r = 0; r < replications; ++r) {
    const auto change = [&](std::string_view measure) {
      return value(runs("images_central")[r], measure, "all") -
             value(runs("images_on_site")[r], measure, "all");
    };
    constexpr double three = 3 * 24 * 35;
    EXPECT_NEAR(change("officer_hours") - change("overtime_hours"), -three, 1e-6);
    EXPECT_NEAR(value(runs("images_central")[r], "desk_hours", "all"), three * 5 / 8, three / 8);
  }
}

TEST(Referrals, OpenCasesAndTakeTime) {
  EXPECT_EQ(sign("unit", "referral", "cases_opened"), 1);
  EXPECT_EQ(sign("unit", "referral", "investigation_hours"), 1);
  EXPECT_EQ(sign("unit", "referral", "reporting_hours"), 1);
  EXPECT_EQ(sign("unit", "referral", "illicit_attempts"), -1);
}

TEST(Referrals, ToTheEppoAreFewerAndOfParticipatingStatesOnly) {
  EXPECT_EQ(sign("referral", "eppo", "cases_opened"), -1);
  EXPECT_EQ(sign("unit", "eppo", "cases_opened"), 1);
}

TEST(Surveillance, SolvesMoreCasesAndTheGroupSendsLess) {
  EXPECT_EQ(sign("referral", "surveillance", "cases_solved"), 1);
  EXPECT_EQ(sign("referral", "surveillance", "illicit_attempts"), -1);
}

TEST(Surveillance, WithoutAPermitInTimeIsWorthNothing) {
  EXPECT_EQ(sign("surveillance", "surveillance_urgent", "cases_solved"), -1);
}

TEST(CovertInvestigations, TellWhatThePapersSay) {
  EXPECT_EQ(sign("surveillance", "covert", "investigation_hours"), 1);
  EXPECT_EQ(sign("surveillance", "covert", "cases_solved"), 1);
  EXPECT_EQ(sign("surveillance", "covert", "interdiction_rate"), 1);
}

TEST(AJointTeam, SolvesMoreOnceItIsSetUp) {
  EXPECT_EQ(sign("surveillance", "joint_team", "cases_solved"), 1);
}

TEST(ControlledDeliveries, LoseSomeAndStrikeTheGroup) {
  EXPECT_EQ(sign("surveillance", "controlled_delivery", "groups_struck"), 1);
  EXPECT_EQ(sign("surveillance", "controlled_delivery", "illicit_attempts"), -1);
  EXPECT_EQ(sign("surveillance", "controlled_delivery", "deliveries_lost"), 1);
}

TEST(HotPursuit, CatchesMoreOfThoseWhoFlee) {
  EXPECT_EQ(sign("flight", "hot_pursuit", "caught"), 1);
  EXPECT_EQ(sign("flight", "hot_pursuit", "seizures"), 1);
  EXPECT_EQ(sign("flight", "hot_pursuit", "illicit_passed"), -1);
}

TEST(MutualAssistance, ComesTooLateWithoutALiaisonOfficer) {
  EXPECT_EQ(sign("baseline", "mutual_assistance", "seizures"), 0);
  EXPECT_EQ(sign("mutual_assistance", "liaison", "seizures"), 1);
  EXPECT_EQ(sign("mutual_assistance", "liaison", "requests_answered_in_time"), 1);
}

// Signs that the page states and that nothing else here tells.
TEST(OneReport, FindsNothingMore) { EXPECT_EQ(sign("baseline", "one_report", "seizures"), 0); }

TEST(Rumours, FindNothingMoreThatCouldBeTold) {
  EXPECT_EQ(sign("baseline", "rumours", "seizures"), 0);
}

}  // namespace
}  // namespace cordon::cooperation_test
