// The best plan as a user finds it, at two posts whose queues are known exactly.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::optimise_test {
namespace {

using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

/// Mean wait in an M/M/c queue, in minutes (Erlang C). Rates are per hour.
double erlang_wait(double arrivals, double service, int servers) {
  const double load = arrivals / service;
  double term = 1, sum = 1;  // load^k / k!
  for (int k = 1; k < servers; ++k) sum += term *= load / k;
  const double last = term * load / servers / (1 - load / servers);
  return 60 * last / (sum + last) / (servers * service - arrivals);
}

/// Of all lorries at both posts.
double wait_of(int north, int south) {
  return (40 * erlang_wait(40, 10, north) + 20 * erlang_wait(20, 10, south)) / 60;
}

std::vector<std::string> optimise_to(const std::filesystem::path& out,
                                     const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"optimise", data("booths.toml"), "--out", out.string()};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

struct Found {
  std::string plan;  ///< "north/south"
  double mean = 0, low = 0, high = 0;
};

/// What fresh.csv says of one plan's wait, by its role.
Found fresh_wait(const std::filesystem::path& results, const std::string& role) {
  const Table fresh = table_of(results / "fresh.csv"), plans = table_of(results / "plans.csv");
  for (const auto& row : fresh.rows) {
    if (row[fresh.column("role")] != role || row[fresh.column("measure")] != "wait_mean") continue;
    const auto& plan = plans.rows.at(std::stoul(row[fresh.column("plan")]) - 1);
    const auto number = [&](const char* name) { return std::stod(row[fresh.column(name)]); };
    return {plan[plans.column("north")] + '/' + plan[plans.column("south")], number("mean"),
            number("low"), number("high")};
  }
  return {};
}

TEST(TheBestPlan, IsWhatTheoryOfQueuesSays) {
  ASSERT_LT(wait_of(6, 4), wait_of(7, 3) - 0.1);
  ASSERT_LT(wait_of(6, 4), wait_of(5, 5) - 0.1);
  const Folder folder;
  const Outcome done = cordon(folder, optimise_to(folder / "r"));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("Best for wait_mean: plan 4: north 6 and south 4. With 95 % "
                                  "confidence no other plan is better by\nmore than 0.100 min."));
  const Found chosen = fresh_wait(folder / "r", "chosen");
  const Found rule = fresh_wait(folder / "r", "in proportion");
  EXPECT_EQ(chosen.plan, "6/4");
  EXPECT_EQ(rule.plan, "7/3");  // two thirds of the lorries, and not of the booths
  // 95 % intervals, doubled: 3.9 standard errors of 20 replications, which a right program leaves
  // once in a thousand times.
  EXPECT_NEAR(chosen.mean, wait_of(6, 4), chosen.high - chosen.low);
  EXPECT_NEAR(rule.mean, wait_of(7, 3), rule.high - rule.low);
  const Found today = fresh_wait(folder / "r", "today");
  EXPECT_NEAR(today.mean, wait_of(5, 5), today.high - today.low);
  EXPECT_EQ(today.plan, "/");  // as the scenario says
}

TEST(TheBestPlan, IsFoundByEveryMethod) {
  for (const char* method : {"ocba", "local_search"}) {
    const Folder folder;
    const Outcome done =
        cordon(folder, optimise_to(folder / "r", {"--set", std::string("optimise.method=") + method,
                                                  "--set", "budget=400"}));
    ASSERT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(fresh_wait(folder / "r", "chosen").plan, "6/4") << method << done.out;
  }
}

TEST(TheBestPlan, LeavesAScenarioThatGivesTheSameAgain) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, optimise_to(folder / "r")).code, 0);
  EXPECT_THAT(
      in(folder / "r"),
      UnorderedElementsAre("manifest.json", "datapackage.json", "experiment.toml", "scenario.toml",
                           "variants", "plans.csv", "runs.csv", "fresh.csv", "report.html"));
  EXPECT_FALSE(std::filesystem::exists(folder / "r.optimise"));
  const auto chosen = folder / "r" / "variants" / "chosen" / "scenario.toml";
  EXPECT_THAT(text_of(chosen), HasSubstr("lanes = 6"));
  const Outcome run = cordon(
      folder, {"run", chosen.string(), "--replications", "1", "--out", (folder / "run").string()});
  ASSERT_EQ(run.code, 0) << run.err;
  const Table measures = table_of(folder / "run" / "measures.csv");
  const Table runs = table_of(folder / "r" / "runs.csv");
  std::string alone, among;
  for (const auto& row : measures.rows)
    if (row[measures.column("measure")] == "wait_mean" &&
        row[measures.column("crossing")] == "all" && row[measures.column("direction")] == "all" &&
        row[measures.column("vehicle_class")] == "all")
      alone = row[measures.column("value")];
  for (const auto& row : runs.rows)
    if (row[runs.column("design")] == "4" && row[runs.column("replication")] == "1")
      among = row[runs.column("wait_mean")];
  EXPECT_NE(alone, "");
  EXPECT_EQ(alone, among);
}

TEST(TheBestPlan, IsToldOnAPageInTheSameWords) {
  const Folder folder;
  const Outcome done = cordon(folder, optimise_to(folder / "r"));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("Report:  "));
  const std::string page = text_of(folder / "r" / "report.html");
  EXPECT_THAT(page,
              HasSubstr("<h1>Booths at two posts</h1>\n<p class=\"answer\">Best for Wait, mean: "
                        "plan 4: north 6 and south 4. With 95 % confidence no other plan is "
                        "better by more than 0.100 min.</p>"));
  EXPECT_THAT(page, HasSubstr("20 replications with luck that the choice had not seen"));
  EXPECT_THAT(page, HasSubstr("Chosen (plan 4)</th>"));
  EXPECT_THAT(page, HasSubstr("Trade-off of Wait, mean and Officer hours"));
  EXPECT_THAT(page, HasSubstr("variants/chosen/scenario.toml"));
  EXPECT_THAT(text_of(folder / "r" / "manifest.json"), HasSubstr("\"report.html\""));
}

// The mean of the chosen plan is of replications that no plan had while choosing.
TEST(TheBestPlan, IsJudgedByRunsThatTheChoiceHasNotSeen) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, optimise_to(folder / "r")).code, 0);
  const Table plans = table_of(folder / "r" / "plans.csv");
  unsigned long seen = 0;
  std::string chosen;
  for (const auto& row : plans.rows) {
    seen = std::max(seen, std::stoul(row[plans.column("replications")]));
    if (row[plans.column("role")] == "chosen") chosen = row[plans.column("plan")];
  }
  const Table runs = table_of(folder / "r" / "runs.csv");
  double sum = 0;
  int fresh = 0;
  for (const auto& row : runs.rows) {
    if (row[runs.column("design")] != chosen) continue;
    if (std::stoul(row[runs.column("replication")]) <= seen) continue;
    sum += std::stod(row[runs.column("wait_mean")]);
    ++fresh;
  }
  EXPECT_EQ(fresh, 20);
  EXPECT_NEAR(fresh_wait(folder / "r", "chosen").mean, sum / fresh, 1e-9);
}

TEST(TheBestPlan, IsTheSameForAnyNumberOfThreadsAndKills) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, optimise_to(folder / "one", {"--jobs", "1"})).code, 0);
  ASSERT_EQ(cordon(folder, optimise_to(folder / "three", {"--jobs", "3"})).code, 0);
  for (int life = 1; life <= 4; ++life) {
    Program killed(folder, optimise_to(folder / "killed", {"--resume", "--jobs", "2"}));
    const auto journal = folder / "killed.optimise" / "1-of-1.csv";
    const auto wanted = static_cast<std::size_t>(20 * life);
    for (int tries = 0; tries < 1200 && lines_in(text_of(journal)) < wanted; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    killed.signal(SIGKILL);
    EXPECT_EQ(killed.wait().code, 128 + SIGKILL);
  }
  EXPECT_EQ(cordon(folder, optimise_to(folder / "killed")).code, 2);  // has begun
  ASSERT_EQ(cordon(folder, optimise_to(folder / "killed", {"--resume"})).code, 0);
  for (const char* file : {"runs.csv", "plans.csv", "fresh.csv"})
    for (const char* other : {"three", "killed"})
      EXPECT_EQ(text_of(folder / other / file), text_of(folder / "one" / file)) << file;
}

TEST(TheBestPlan, MayBeTheOneThereIs) {
  const Folder folder;
  const Outcome done = cordon(folder, optimise_to(folder / "r", {"--set",
                                                                 "set={ \"line.north.lanes\" = 6, "
                                                                 "\"line.south.lanes\" = 4 }"}));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("Best for wait_mean: today's plan."));
}

TEST(TheBestPlan, IsNotLookedForOnTheOtherSide) {
  const Folder folder;
  const auto refused = [&](const std::vector<std::string>& more, const char* why) {
    const Outcome outcome = cordon(folder, optimise_to(folder / "r", more));
    EXPECT_EQ(outcome.code, 2);
    EXPECT_EQ(lines_in(outcome.err), 1u) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr(why));
    EXPECT_FALSE(std::filesystem::exists(folder / "r"));
  };
  refused({"--set",
           "measures=[\"illicit_attempts\", \"officer_hours\", \"wait_mean\", "
           "\"arrivals[crossing=north]\", \"arrivals[crossing=south]\"]",
           "--set", "optimise.objective=illicit_attempts"},
          "'illicit_attempts' is neither good nor bad by itself");
  refused({"--set", "optimise.objective=wait_max"}, "'wait_max' is not one of `measures`");
  refused({"--set", "optimise.indifference=0"}, "kn needs to know which difference");
  refused({"--set", "optimise.method=ocba"}, "budget: is not given");
  refused({"--set", "optimise.method=ocba", "--set", "budget=20"},
          "budget: is 20; the first stage of 6 plans needs 60 runs");
  refused({"--set", "optimise.method=local_search", "--set", "budget=400", "--set",
           "factor.north.low=6"},
          "factor.north.keys: are 5 in the scenario, which is none of the factor's values");
  refused({"--set", "optimise.method=local_search", "--set", "budget=400", "--set",
           "constraint.booths.at_most=9", "--set", "constraint.booths.at_least=9"},
          "does not allow the scenario as it is");
}

TEST(TheBestPlan, IsNotLookedForAmongPlansThatCannotBe) {
  const Folder folder;
  std::ofstream(folder / "x.toml") << "scenarios = ['" << data("two_booths.toml") << "']\n"
                                   << "measures = ['wait_mean']\n[factor.roster]\n"
                                      "keys = ['team.north.roster']\n"
                                      "levels = ['always', 'nights']\n[optimise]\n"
                                      "objective = 'wait_mean'\nindifference = 1\n";
  const Outcome done =
      cordon(folder, {"optimise", (folder / "x.toml").string(), "--out", (folder / "r").string()});
  EXPECT_EQ(done.code, 2) << done.out;
  EXPECT_THAT(done.err, HasSubstr("'nights'"));
  EXPECT_THAT(done.err, HasSubstr("(in design 2)"));
  EXPECT_FALSE(std::filesystem::exists(folder / "r.optimise"));
}

TEST(TheBestPlan, NeedsAnExperimentThatAsksForIt) {
  const Folder folder;
  const Outcome done = cordon(folder, {"optimise", data("experiment.toml")});
  EXPECT_EQ(done.code, 2);
  EXPECT_THAT(done.err, HasSubstr("says nothing to optimise"));
}

}  // namespace
}  // namespace cordon::testing::optimise_test
