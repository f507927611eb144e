// What the page on Vaalimaa says: one another's checks need powers and save time, thirty seconds
// more for each traveller make a queue of cars, and so many guards undo it.

#include <gtest/gtest.h>

#include <utility>

#include "tests/shipped/shipped.hpp"

namespace cordon::vaalimaa_test {
namespace {

using Settings = std::vector<std::string>;
using testing::estimate;

constexpr std::uint32_t replications = 5;

// Runs a variant once, however often it is asked about.
const std::vector<Replication>& runs(const std::string& name, const Settings& settings = {}) {
  static std::map<std::pair<std::string, Settings>, std::vector<Replication>> known;
  auto& found = known[{name, settings}];
  if (found.empty())
    found = shipped::run(shipped::scenario("vaalimaa/" + name, settings), replications);
  return found;
}

// Mean minutes that vehicles wait for the first check, over the replications.
double wait(const std::vector<Replication>& runs, const char* vehicle_class,
            const char* direction) {
  Labels which;
  which.vehicle_class = vehicle_class;
  which.direction = direction;
  double sum = 0;
  for (const Replication& r : runs)
    for (const MeasureValue& v : r.values)
      if (v.measure->name == "wait_mean" && v.labels == which) sum += v.value;
  return sum / replications;
}

double cars_wait(const std::string& name, const char* direction, const Settings& settings = {}) {
  return wait(runs(name, settings), "car", direction);
}

double total(const std::string& name, const char* measure) {
  return estimate(runs(name), measure).mean;
}

// The lines that a reader of the scenario would be told.
std::vector<std::string> problems_of(const Scenario& s) {
  Problems problems;
  check(s, problems);
  std::vector<std::string> lines;
  try {
    problems.throw_if_any();
  } catch (const ScenarioError& error) {
    for (const Problem& p : error.problems) lines.push_back(p.message);
  }
  return lines;
}

TEST(Vaalimaa, CustomsMayNotCheckDriversWithoutThePower) {
  Scenario s = shipped::scenario("vaalimaa/nuija");
  EXPECT_EQ(problems_of(s), std::vector<std::string>{});
  for (CompetenceRow& row : s.competence)
    if (row.authority == Authority::customs) std::erase(row.powers, Power::check_travellers);
  EXPECT_EQ(problems_of(s), std::vector<std::string>{
                                "has no officers for its stage 'passport' who may "
                                "check_travellers; expected a team with this power, or a row of "
                                "competence that grants it"});
}

TEST(Vaalimaa, OneAnothersChecksSaveTimeWithTheSameOfficers) {
  EXPECT_EQ(total("nuija", "officer_hours"), total("baseline", "officer_hours"));
  EXPECT_LT(total("nuija", "time_in_system_mean"), total("baseline", "time_in_system_mean") - 0.4);
  EXPECT_LT(cars_wait("nuija", "exit"), cars_wait("baseline", "exit") / 3);
  EXPECT_EQ(cars_wait("nuija", "entry"), cars_wait("baseline", "entry"));
}

TEST(Vaalimaa, HalfAMinuteForEachTravellerMakesAQueueOfCars) {
  for (const char* direction : {"entry", "exit"}) {
    EXPECT_LT(cars_wait("baseline", direction), 1);
    EXPECT_GT(cars_wait("ees", direction), 12);
    EXPECT_GT(cars_wait("ees_double", direction), 60);
  }
}

TEST(Vaalimaa, OneAnothersChecksUndoItWhereTheyAreShared) {
  EXPECT_NEAR(cars_wait("ees_nuija", "exit"), cars_wait("baseline", "exit"), 0.1);
  EXPECT_EQ(cars_wait("ees_nuija", "entry"), cars_wait("ees", "entry"));
}

TEST(Vaalimaa, OneMoreGuardOnEachSideUndoesIt) {
  for (const char* direction : {"entry", "exit"})
    EXPECT_NEAR(cars_wait("ees_more_guards", direction), cars_wait("baseline", direction), 0.3);
  const Settings one_less = {"team.guards_departures.officers=18"};
  EXPECT_GT(cars_wait("ees_nuija", "exit", one_less), cars_wait("baseline", "exit") + 1);
}

}  // namespace
}  // namespace cordon::vaalimaa_test
