// Figures of a debriefing, from the replications of a small border.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "analysis/compare/compare.hpp"
#include "tests/support/busy_border.hpp"

namespace cordon::debriefings_test {
namespace {

NamedScenario with_operation() {
  NamedScenario made;
  made.name = "plan";
  made.reading.spec = testing::busy_border();
  OperationSpec operation = testing::joint_operation();
  operation.label = "Gate";
  operation.repeats = 2;
  operation.repeat_every = 24h * 6;
  operation.debriefing = 48h;
  operation.start = 24h * 3;
  operation.length = 24h * 2;
  made.reading.spec.operation["gate"] = operation;
  made.setup = make_setup(made.reading.spec);
  return made;
}

const DebriefingFigure& figure(const Debriefing& d, const std::string& name) {
  return *std::find_if(d.figures.begin(), d.figures.end(),
                       [&](const DebriefingFigure& f) { return f.name == name; });
}

TEST(Debriefings, AreOfEachTimeAnOperationTookPlace) {
  const std::vector<NamedScenario> scenarios = {with_operation()};
  Runs runs;
  std::vector<double> checks;
  for (const Replication& r : replicate(scenarios[0].setup, 1, 1, 5, 1)) {
    runs.add(r);
    checks.push_back(static_cast<double>(r.details.operations[0].checks));
  }
  const auto all = debriefings_of(scenarios, {runs});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].operation, "Gate");
  EXPECT_EQ(all[1].operation, "Gate (2)");
  EXPECT_EQ(all[1].from_ms - all[0].from_ms, 6 * 24 * 3600e3);
  EXPECT_EQ(all[0].kind, "common_intensified_controls");
  EXPECT_EQ(all[0].days, 2);
  std::sort(checks.begin(), checks.end());
  const DebriefingFigure& seen = figure(all[0], "Vehicles checked for it");
  EXPECT_EQ(seen.median, checks[2]);
  EXPECT_DOUBLE_EQ(seen.low, checks[0] + 0.4 * (checks[1] - checks[0]));
  EXPECT_DOUBLE_EQ(seen.high, checks[3] + 0.6 * (checks[4] - checks[3]));
  EXPECT_TRUE(std::isnan(seen.planned));
  EXPECT_EQ(figure(all[0], "Officers who came").planned, 9);
  EXPECT_EQ(figure(all[0], "Officers who came").median, 9);
  EXPECT_GT(figure(all[0], "Reported after the end").median, 7);
}

TEST(Debriefings, AreNoneWithoutOperations) {
  NamedScenario none;
  none.reading.spec = testing::busy_border(24h);
  none.setup = make_setup(none.reading.spec);
  Runs runs;
  runs.add(replicate(none.setup, 1, 1, 1, 1).front());
  EXPECT_TRUE(debriefings_of({none}, {runs}).empty());
}

}  // namespace
}  // namespace cordon::debriefings_test
