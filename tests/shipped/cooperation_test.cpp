// Two countries that tell each other nothing, and what each way of telling is worth: the signs that
// the page of the scenario states. Paired t tests over replications under the same luck, each at
// the level 0.001.

#include <gtest/gtest.h>

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "sim/engine/statistics.hpp"
#include "tests/shipped/shipped.hpp"

namespace cordon {
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

// Which way a measure goes from one scenario to another: +1, -1, or 0: cannot be told.
int sign(const std::string& from, const std::string& to, std::string_view measure,
         const std::string& commodity = "all") {
  Welford change;
  for (std::uint32_t r = 0; r < replications; ++r)
    change.add(value(runs(to)[r], measure, commodity) - value(runs(from)[r], measure, commodity));
  const boost::math::students_t law(replications - 1);
  const double t = change.mean() / std::sqrt(change.variance() / replications);
  if (std::isnan(t) || std::abs(t) < quantile(law, 1 - 0.0005)) return 0;
  return t > 0 ? 1 : -1;
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

}  // namespace
}  // namespace cordon
