// The fictional border with all threats: everything on it is at work, and does what its page says.

#include <gtest/gtest.h>

#include "tests/shipped/shipped.hpp"

namespace cordon::threats_test {
namespace {

constexpr std::uint32_t replications = 4;

const std::vector<Replication>& runs(const std::string& name) {
  static std::map<std::string, std::vector<Replication>> known;
  auto& found = known[name];
  if (found.empty()) found = shipped::run(shipped::scenario("threats/" + name), replications);
  return found;
}

double mean(const std::string& name, const char* measure, const Labels& at = {}) {
  double sum = 0;
  for (const Replication& r : runs(name))
    for (const MeasureValue& v : r.values)
      if (v.measure->name == measure && v.labels == at) sum += v.value;
  return sum / replications;
}

Labels of_goods(std::string_view commodity) {
  Labels at;
  at.commodity = commodity;
  return at;
}

TEST(AllThreats, AreTriedAndSomeOfAllButTheRarestAreCaught) {
  for (const auto& [name, goods] : shipped::scenario("threats/baseline").commodity) {
    EXPECT_GT(mean("baseline", "illicit_attempts", of_goods(name)), 1) << name;
    if (mean("baseline", "illicit_attempts", of_goods(name)) <= 40) continue;
    EXPECT_GT(mean("baseline", "detections", of_goods(name)), 0) << name;
  }
}

// Each kind by itself, by every way: what was tried was found, passed, turned back or is there yet.
TEST(AllThreats, AreLostNowhere) {
  for (const auto& [name, goods] : shipped::scenario("threats/baseline").commodity) {
    double ended = 0;
    for (const char* how :
         {"detections", "illicit_passed", "illicit_refused", "illicit_in_system_at_end"})
      ended += mean("baseline", how, of_goods(name));
    EXPECT_EQ(mean("baseline", "illicit_attempts", of_goods(name)), ended) << name;
  }
}

TEST(AllThreats, AreAnsweredByEverythingThatAuthoritiesHave) {
  for (const char* at_work :
       {"entry_summaries_referred", "information_requests", "controls_on_arrival",
        "loading_refused", "risk_forms_issued", "risk_forms_taken_up", "profile_detections",
        "audits", "audit_findings", "referrals", "sanction_refusals", "travel_hours"})
    EXPECT_GT(mean("baseline", at_work), 0) << at_work;
}

TEST(Engines, ThatReadPapersFindMoreThanChance) {
  const double by_chance = mean("engine_random", "selection_precision");
  for (const char* engine :
       {"baseline", "engine_binormal", "engine_log_odds", "engine_proportional"})
    EXPECT_GT(mean(engine, "selection_precision"), 1.4 * by_chance) << engine;
}

TEST(ACommonCriterion, HasMoreExportsControlled) {
  Labels exports;
  exports.direction = "exit";
  exports.vehicle_class = "lorry";
  EXPECT_GT(mean("export_criterion", "selection_recall", exports),
            1.2 * mean("baseline", "selection_recall", exports));
}

TEST(Drones, FindMoreAtTheGreenBorder) {
  Labels forest;
  forest.crossing = "forest";
  forest.country = "XA";
  const auto share = [&](const char* name) {
    return mean(name, "detections", forest) / mean(name, "illicit_attempts", forest);
  };
  EXPECT_GT(mean("baseline", "illicit_attempts", forest), 5);
  EXPECT_GT(share("drones"), share("baseline") + 0.2);
}

TEST(APriorityControlArea, IsReviewed) {
  double stopped = 0;
  for (const Replication& r : runs("priority_area")) {
    ASSERT_EQ(r.details.operations.size(), 1u);
    EXPECT_GT(r.details.operations[0].controls, 20);
    stopped += r.details.operations[0].stopped;
  }
  EXPECT_EQ(mean("priority_area", "operations_stopped"), stopped / replications);
}

}  // namespace
}  // namespace cordon::threats_test
