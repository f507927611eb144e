// What the five lessons of the tutorial say is so. Both sides of a comparison meet the same luck,
// in five replications of one seed.

#include <utility>

#include "tests/oracles/oracle.hpp"
#include "tests/shipped/shipped.hpp"

namespace cordon::tutorial_test {
namespace {

using shipped::scenario;
using testing::estimate;

constexpr std::uint32_t replications = 5;

using Settings = std::vector<std::string>;

// Runs a lesson once, however often it is asked about.
const std::vector<Replication>& runs(const std::string& name, const Settings& settings = {}) {
  static std::map<std::pair<std::string, Settings>, std::vector<Replication>> known;
  auto& found = known[{name, settings}];
  if (found.empty()) found = shipped::run(scenario("tutorial/" + name, settings), replications);
  return found;
}

double mean(const std::string& name, const char* measure, const Settings& settings = {}) {
  return estimate(runs(name, settings), measure).mean;
}

// Mean minutes of wait before c lanes. Source: Erlang 1917.
double erlang_wait(double per_hour, double service_minutes, int lanes) {
  const double load = per_hour * service_minutes / 60;
  double term = 1, sum = 1;
  for (int k = 1; k < lanes; ++k) sum += term *= load / k;
  const double all_busy = term * load / lanes / (1 - load / lanes);
  return all_busy / (sum + all_busy) * service_minutes / (lanes - load);
}

TEST(Lesson1, ErlangsFormulaIsInTheInterval) {
  EXPECT_NEAR(erlang_wait(60, 2, 3), 0.889, 0.001);
  EXPECT_NEAR(erlang_wait(84, 2, 3), 8.77, 0.005);
  const Settings shorter = {"length=11d"},
                 busier = {"length=11d", "flow.lorries.volume_factor=1.4"};
  const auto usual = oracle::run(scenario("tutorial/1_one_queue", shorter));
  oracle::expect_agrees(estimate(usual, "wait_mean"), 0.889, "wait", 0.08);
  const auto busy = oracle::run(scenario("tutorial/1_one_queue", busier));
  oracle::expect_agrees(estimate(busy, "wait_mean"), 8.77, "wait with 40 % more", 0.25);
}

TEST(Lesson1, AnOfficerWithoutABoothChangesNothing) {
  EXPECT_EQ(mean("1_one_queue", "wait_mean", {"team.guards.officers=12"}),
            mean("1_one_queue", "wait_mean"));
}

TEST(Lesson2, TheBottleneckIsCustomsThoughTheQueueIsTheGuards) {
  const auto saved = [](const std::string& variant, const char* measure) {
    return 1 - mean(variant, measure) / mean("2_two_authorities", measure);
  };
  EXPECT_GT(saved("2_more_guards", "wait_mean"), 0.25);
  EXPECT_LT(saved("2_more_guards", "time_in_system_mean"), 0.03);
  EXPECT_GT(saved("2_more_customs", "wait_mean"), 0.6);
  EXPECT_GT(saved("2_more_customs", "time_in_system_mean"), 0.2);
}

TEST(Lesson2, RoomBetweenTheTwoMovesTheWaitAndShortensNothing) {
  const Settings room = {"layout.road.stage.customs.places=100"};
  EXPECT_LT(mean("2_two_authorities", "wait_mean", room), 0.4);
  EXPECT_NEAR(mean("2_two_authorities", "time_in_system_mean", room),
              mean("2_two_authorities", "time_in_system_mean"), 0.1);
}

TEST(Lesson3, TheSameOfficerHoursMakeTheQueueAtSixOrDoNot) {
  EXPECT_GT(mean("3_shifts", "wait_mean"), 10 * mean("3_retimed", "wait_mean"));
  EXPECT_NEAR(mean("3_shifts", "officer_hours"), mean("3_retimed", "officer_hours"), 1);
  const auto queue = shipped::mean_queue(runs("3_shifts"));
  const std::size_t second_day = 24;
  EXPECT_LT(queue[second_day + 18], 3);
  EXPECT_GT(queue[second_day + 22], 40);
}

TEST(Lesson4, AYardHealsTheWaitAndFewerSearchesHealItAtAPrice) {
  EXPECT_GT(mean("4_search_shed", "wait_mean"), 10 * mean("4_bigger_yard", "wait_mean"));
  EXPECT_GT(mean("4_search_shed", "wait_mean"), 10 * mean("4_selective", "wait_mean"));
  const double searches = mean("4_search_shed", "physical_searches");
  EXPECT_NEAR(mean("4_bigger_yard", "physical_searches"), searches, 2);
  EXPECT_LT(mean("4_selective", "physical_searches"), 0.9 * searches);
  EXPECT_GT(mean("4_selective", "illicit_passed"), mean("4_search_shed", "illicit_passed") + 1);
}

TEST(Lesson4, ADockWithoutOfficersChangesHardlyAnything) {
  const char* third = "layout.road.stage.search.lanes=3";
  const double before = mean("4_search_shed", "wait_mean");
  EXPECT_NEAR(mean("4_search_shed", "wait_mean", {third}), before, 0.1 * before);
  EXPECT_LT(mean("4_search_shed", "wait_mean", {third, "team.customs.officers=30"}), before / 10);
}

TEST(Lesson5, SeizuresRiseMoreThanWhatPassesFallsAndALeakUndoesMost) {
  const double seized = mean("5_two_posts", "seizures");
  const double passed = mean("5_two_posts", "illicit_passed");
  const double gain = passed - mean("5_operation", "illicit_passed");
  EXPECT_GT(mean("5_operation", "seizures"), 1.15 * seized);
  EXPECT_GT(gain, 5);
  EXPECT_LT(gain, 0.05 * passed);
  EXPECT_LT(passed - mean("5_leaked", "illicit_passed"), gain / 2);
  EXPECT_EQ(mean("5_operation", "postponed"), 0);
  EXPECT_GT(mean("5_leaked", "postponed"), 100);
}

}  // namespace
}  // namespace cordon::tutorial_test
