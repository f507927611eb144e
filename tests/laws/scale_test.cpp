// One agent for several vehicles: what must be the same, and what must be so with any number.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/output/recorder/recorder.hpp"
#include "sim/output/verifier.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/observe.hpp"

namespace cordon::scale_test {
namespace {

using testing::busy_border;
using testing::total;

Scenario border(int scale) {
  Scenario s = busy_border(24h * 28);
  s.scale = scale;
  return s;
}

Replication run(const Scenario& scenario) {
  return replicate(make_setup(scenario), 3, 0, 1, 1).front();
}

class OneAgentFor : public ::testing::TestWithParam<int> {};

TEST_P(OneAgentFor, LosesNoVehicle) {
  const Replication r = run(border(GetParam()));
  EXPECT_EQ(total(r, "arrivals") + total(r, "in_system_at_start"),
            total(r, "crossed") + total(r, "balked") + total(r, "detections") +
                total(r, "in_system_at_end"));
  EXPECT_EQ(total(r, "illicit_attempts"), total(r, "detections") + total(r, "illicit_passed") +
                                              total(r, "illicit_refused") +
                                              total(r, "illicit_in_system_at_end"));
  EXPECT_EQ(total(r, "in_system_at_start"), 80);
}

// Every event and the state of each place agree after every event.
TEST_P(OneAgentFor, IsSeenByTheVerifierToBeRight) {
  const Scenario s = border(GetParam());
  const auto setup = make_setup(s);
  World world = build_world(setup, 3, 0);
  Verifier verifier(*setup);
  EXPECT_NO_THROW(testing::observe(world, verifier, 1));
}

// The luck of each vehicle is its own, whoever it goes with: the same ones hide the same goods.
// Some come earlier or later, over the end of the run or from a road that is full.
TEST_P(OneAgentFor, LeavesThoseWhoSmuggleWhoTheyAre) {
  const double alone = total(run(border(1)), "illicit_attempts");
  EXPECT_GT(alone, 900);
  EXPECT_NEAR(total(run(border(GetParam())), "illicit_attempts"), alone, 0.015 * alone);
}

// The share that is controlled is what the lanes say, if criteria tell nothing: a binomial test at
// level 0.001, whose variance agents leave as it is. Some are still where they were chosen.
TEST_P(OneAgentFor, IsSelectedAsOftenAsSingleVehicles) {
  Scenario s = border(GetParam());
  s.selection.auc = 0.5;
  s.selection.backlog_limit = 1000000;
  s.trader.aeo_selection_factor = 1;
  const Replication r = run(s);
  const double share = s.selection.yellow + s.selection.orange + s.selection.red + s.selection.blue;
  const double chosen = total(r, "crossed") + total(r, "detections");
  EXPECT_GT(chosen, 60000);
  EXPECT_NEAR(total(r, "controls") / chosen, share,
              3.29 * std::sqrt(share * (1 - share) / chosen) + 1e-3);
}

// An operation about three operators is about theirs alone, and as often as of single vehicles:
// both are binomial, and differ by 4.7 standard errors once in 300,000 times.
TEST_P(OneAgentFor, IsToldApartByOperatorsWhereAnOperationIsAboutSome) {
  const auto checked = [](int scale) {
    Scenario s = border(scale);
    s.trader.operators = 100;
    s.operation["action"] = testing::joint_operation();
    OperationSpec& action = s.operation["action"];
    action.start = 24h, action.length = 24h * 26, action.selection_multiplier = 4;
    action.target.emplace();
    action.target->operators = {1, 2, 3};
    return static_cast<double>(run(s).details.operations.at(0).checks);
  };
  const double alone = checked(1);
  EXPECT_GT(alone, 300);
  EXPECT_NEAR(checked(GetParam()), alone, 4.7 * std::sqrt(2 * alone));
}

INSTANTIATE_TEST_SUITE_P(SoMany, OneAgentFor, ::testing::Values(2, 7, 30));

// Who is selected, and who smuggles, is still an agent of his own.
TEST(Agents, AreFewerThanVehicles) { EXPECT_LT(run(border(30)).events * 2, run(border(1)).events); }

}  // namespace
}  // namespace cordon::scale_test
