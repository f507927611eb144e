// What the page of the five ports says is so. Both sides of a comparison meet the same luck, in
// twenty replications of seed 1.

#include <gtest/gtest.h>

#include <utility>

#include "tests/shipped/shipped.hpp"

namespace cordon::ports_test {
namespace {

using testing::estimate;

constexpr std::uint32_t replications = 20;

using Settings = std::vector<std::string>;

// Runs a variant once, however often it is asked about.
const std::vector<Replication>& runs(const std::string& name, const Settings& settings = {}) {
  static std::map<std::pair<std::string, Settings>, std::vector<Replication>> known;
  auto& found = known[{name, settings}];
  if (found.empty())
    found = shipped::run(shipped::scenario("ports/" + name, settings), replications);
  return found;
}

double mean(const std::string& name, const char* measure, const Settings& settings = {}) {
  return estimate(runs(name, settings), measure).mean;
}

double change(const std::string& name, const char* measure, const Settings& settings = {}) {
  return mean(name, measure, settings) - mean("baseline", measure, settings);
}

// Containers that are put ashore in a week at the terminal of a port.
double units_a_week(const Scenario& s, const std::string& terminal) {
  double units = 0;
  for (const auto& [name, lot] : s.lot)
    if (lot.terminal == terminal)
      units += lot.size.mean() * static_cast<double>(lot.timetable.size());
  return units;
}

// Half of the TEU, at 1.65 for a container, in one week of a year: a twentieth.
TEST(Ports, CallsAddUpToATwentiethOfEachPort) {
  const std::map<std::string, double> million_teu = {{"rotterdam", 13.4},
                                                     {"antwerp", 12.5},
                                                     {"hamburg", 7.7},
                                                     {"piraeus", 5.1},
                                                     {"gioia_tauro", 3.5}};
  const Scenario s = shipped::scenario("ports/baseline");
  for (const auto& [port, teu] : million_teu) {
    const double twentieth = teu * 1e6 / 2 / 1.65 / 20 / (365 / 7.0);
    EXPECT_NEAR(units_a_week(s, port), twentieth, 0.01 * twentieth) << port;
  }
}

TEST(Ports, ControlsMakeHardlyAnyOfTheStorageAndFindATenth) {
  const double storage = mean("baseline", "storage_cost");
  EXPECT_LT(change("no_controls", "storage_cost"), 0);
  EXPECT_GT(change("no_controls", "storage_cost"), -0.015 * storage);
  EXPECT_NEAR(change("no_controls", "illicit_passed") / mean("baseline", "illicit_attempts"), 0.1,
              0.03);
}

TEST(Ports, ANightShiftScansAsManyMoreAsTwoScannersForNoMoreHours) {
  EXPECT_GT(change("more_scans", "scans"), 200);
  EXPECT_NEAR(change("night_shift", "scans"), change("more_scans", "scans"), 100);
  EXPECT_LT(change("night_shift", "time_in_system_mean"),
            change("more_scans", "time_in_system_mean"));
  EXPECT_LT(change("more_scans", "time_in_system_mean"), -2);
  EXPECT_LT(change("night_shift", "officer_hours"), 0);
  EXPECT_GT(change("more_scans", "officer_hours"), 1500);
}

TEST(Ports, ABiggerDockSavesLittleAndFindsNothingMore) {
  EXPECT_LT(change("bigger_dock", "time_in_system_mean"), -0.3);
  EXPECT_GT(change("bigger_dock", "time_in_system_mean"), -1.5);
  EXPECT_NEAR(change("bigger_dock", "illicit_passed"), 0, 0.3);
  EXPECT_GT(change("bigger_dock", "officer_hours"), 2000);
}

TEST(Ports, AJointOperationFindsMoreAndLessPasses) {
  EXPECT_GT(change("joint_operation", "seizures"), 1.5);
  EXPECT_LT(change("joint_operation", "illicit_passed"), -2);
}

TEST(Ports, OneOfficerMoreInEachShiftAtHomeSavesAThirdOfItsDelay) {
  const double all_go = change("joint_operation", "time_in_system_mean");
  EXPECT_GT(all_go, 8);
  EXPECT_LT(change("joint_operation_two_stay", "time_in_system_mean"), 0.75 * all_go);
  EXPECT_NEAR(mean("joint_operation_two_stay", "illicit_passed"),
              mean("joint_operation", "illicit_passed"), 1);
}

// Attempts by port, all replications together: told only where the map is not said to be real.
std::map<std::string, double> attempts(const std::string& name, const char* length) {
  std::map<std::string, double> by_port;
  for (const Replication& run : runs(name, {"real_map=false", length}))
    for (const MeasureValue& v : run.values)
      if (v.measure->name == "illicit_attempts" && v.labels.crossing != "all" &&
          v.labels.direction == "entry")
        by_port[v.labels.crossing] += v.value;
  return by_port;
}

TEST(Ports, GroupsAnswerWhenTheOperationIsOver) {
  ASSERT_EQ(attempts("baseline", "length=33d").size(), 5u);
  EXPECT_EQ(attempts("baseline", "length=33d"), attempts("joint_operation", "length=33d"));
  const auto before = attempts("baseline", "length=49d");
  const auto after = attempts("joint_operation", "length=49d");
  EXPECT_LT(after.at("rotterdam") + after.at("antwerp"),
            0.97 * (before.at("rotterdam") + before.at("antwerp")));
}

}  // namespace
}  // namespace cordon::ports_test
