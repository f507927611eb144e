#include "viz/hud/inject_panel.hpp"

#include <gtest/gtest.h>

#include "tests/viz/exercise/played.hpp"

namespace cordon::viz::inject_panel_test {
namespace {

class InjectForm : public ::testing::Test {
 protected:
  InjectForm() {
    run.scenario = script_of(testing::played_session(testing::two_days()), "").base.reading.spec;
    run.scenario.operation["plan"];
    panel.use(run);
  }
  /// What a session says of the form as it stands.
  [[nodiscard]] Injects said() const {
    return injects_of(panel.plan(), {"first", "second"}, start_of_run + 20h, panel.texts(english));
  }

  OpenRun run;
  InjectPanel panel;
};

TEST_F(InjectForm, HoldsAnInjectThatItHasMadeAsItWas) {
  panel.begin("north");
  InjectPlan plan = panel.plan();
  plan.inject.event = "ShiftChanged";
  plan.contingency = draft_of(InjectKind::surge, "north", run.scenario);
  panel.edit(plan, "branch_1", english);
  const Injects before = said();
  EXPECT_EQ(before.at("first").text, "north is closed (all lines).");
  EXPECT_EQ(before.at("second").text, "Traffic (all) is 1.5 times what it was.");
  const auto read = panel.plan_of(before, "first");
  ASSERT_TRUE(read);
  panel.edit(*read, "branch_1", english);
  EXPECT_EQ(panel.plan(), plan) << "a text that nobody wrote goes on following the fields";
}

TEST_F(InjectForm, KeepsATextThatSomebodyWrote) {
  panel.begin("north");
  InjectPlan plan = panel.plan();
  plan.inject.text = "Shut!";
  panel.edit(plan, "branch_1", english);
  EXPECT_EQ(panel.plan().inject.text, "Shut!");
  EXPECT_EQ(said().at("first").text, "Shut!");
}

TEST_F(InjectForm, DoesNotOfferOperationsThatInjectsHaveBrought) {
  Injects injects{{"leak_1", testing::inject(20h, "It leaks")}};
  injects.at("leak_1").leak = "plan";
  EXPECT_TRUE(panel.plan_of(injects, "leak_1"));
  run.injects.push_back({"plan", start_of_run + 1h, {}});
  panel.use(run);
  EXPECT_FALSE(panel.plan_of(injects, "leak_1"));
}

}  // namespace
}  // namespace cordon::viz::inject_panel_test
