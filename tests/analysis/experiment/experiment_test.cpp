// What an experiment's file stands for: factors, designs, and the scenarios that they make.

#include "analysis/experiment/experiment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "analysis/study/file_kind.hpp"

namespace cordon::experiment_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// An experiment on the tutorial's queue of lorries, in a folder of its own.
class File {
 public:
  explicit File(const std::string& text, const std::string& list = "") {
    std::string name = (std::filesystem::temp_directory_path() / "cordon_exp_XXXXXX").string();
    folder_ = mkdtemp(name.data());
    const auto scenario =
        std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios/tutorial/1_one_queue.toml";
    std::ofstream(path()) << "scenarios = ['" << scenario.string() << "']\n"
                          << "measures = ['wait_mean']\nreplications = 2\n"
                          << text;
    if (!list.empty()) std::ofstream(folder_ / "list.csv") << list;
  }
  ~File() { std::filesystem::remove_all(folder_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] std::string path() const { return (folder_ / "x.toml").string(); }

 private:
  std::filesystem::path folder_;
};

std::string problems_of(const std::string& text, const std::string& list = "") {
  const File file(text, list);
  try {
    const Experiment experiment(file.path(), {});
  } catch (const ScenarioError& error) {
    std::string said;
    for (const Problem& p : error.problems) said += p.path + ": " + p.message + '\n';
    return said;
  }
  return "";
}

std::vector<std::string> shown(const Experiment& experiment, std::size_t design) {
  std::vector<std::string> texts;
  for (const FactorValue& value : experiment.values(design)) texts.push_back(value.shown());
  return texts;
}

const std::string lanes = "[factor.lanes]\nkeys = ['line.hill_lorries.lanes']\n";

TEST(AnExperiment, HasADesignForEachCombinationOfLevels) {
  const File file(lanes +
                  "levels = [1, 2, 3]\n[factor.days]\nkeys = ['length']\n"
                  "levels = ['2 d', '36 h']\n");
  const Experiment experiment(file.path(), {});
  ASSERT_EQ(experiment.designs(), 6u);
  EXPECT_THAT(shown(experiment, 0), ElementsAre("2 d", "1"));  // factors by name
  EXPECT_THAT(shown(experiment, 5), ElementsAre("36 h", "3"));
  EXPECT_EQ(experiment.values(5)[0].number, 36 * 3600);
  EXPECT_EQ(experiment.setup(5, 0)->scenario.length, std::chrono::hours(36));
  EXPECT_EQ(experiment.setup(5, 0)->scenario.line.at("hill_lorries").lanes, 3);
  EXPECT_EQ(experiment.setup(0, 0)->scenario.line.at("hill_lorries").lanes, 1);
}

TEST(AnExperiment, TakesARangeInTheUnitsOfItsKey) {
  const File file(
      "[factor.days]\nkeys = ['length']\nlow = '2 d'\nhigh = '73 h'\n"
      "[design]\nmethod = 'full_grid'\nlevels = 3\n");
  const Experiment experiment(file.path(), {});
  ASSERT_EQ(experiment.designs(), 3u);
  EXPECT_EQ(experiment.setup(0, 0)->scenario.length, std::chrono::hours(48));
  EXPECT_EQ(experiment.setup(1, 0)->scenario.length, std::chrono::minutes(60 * 60 + 30));
  EXPECT_EQ(experiment.setup(2, 0)->scenario.length, std::chrono::hours(73));
}

TEST(AnExperiment, MultipliesADistributionWithoutItsShape) {
  const File file(
      "[factor.time]\nkeys = ['layout.road.stage.check.time.lorry']\ntimes = true\n"
      "levels = [1, 2.5]\n");
  const Experiment experiment(file.path(), {});
  const auto time_of = [&](std::size_t design) {
    return experiment.setup(design, 0)->scenario.layout.at("road").stage.at("check").time.lorry;
  };
  EXPECT_DOUBLE_EQ(time_of(1).mean(), 2.5 * time_of(0).mean());
  EXPECT_DOUBLE_EQ(time_of(1).cv(), time_of(0).cv());
}

TEST(AnExperiment, StartsOneAtATimeFromTheScenarioAsItIs) {
  const File file(lanes +
                  "levels = [1, 3]\n[factor.days]\nkeys = ['length']\n"
                  "levels = ['2 d']\n[design]\nmethod = 'one_at_a_time'\n");
  const Experiment experiment(file.path(), {});
  ASSERT_EQ(experiment.designs(), 4u);
  EXPECT_THAT(shown(experiment, 0), ElementsAre("", ""));
  EXPECT_EQ(experiment.setup(0, 0)->scenario.length, experiment.scenarios()[0].reading.spec.length);
  EXPECT_THAT(shown(experiment, 1), ElementsAre("2 d", ""));
  EXPECT_THAT(shown(experiment, 3), ElementsAre("", "3"));
}

TEST(AnExperiment, LeavesOutWhatConstraintsForbid) {
  const File file(lanes +
                  "levels = [1, 2, 3]\n[factor.days]\nkeys = ['length']\n"
                  "levels = ['1 d', '2 d']\n"
                  "[constraint.work]\nsum = { lanes = 86400, days = 1 }\n"
                  "at_most = 259200\nat_least = 259200\n");
  const Experiment experiment(file.path(), {});
  ASSERT_EQ(experiment.designs(), 2u);
  EXPECT_EQ(experiment.left_out(), 4u);
  EXPECT_THAT(shown(experiment, 0), ElementsAre("1 d", "2"));
  EXPECT_THAT(shown(experiment, 1), ElementsAre("2 d", "1"));
}

// Three lanes as they are, and as many again: one more or less of either.
TEST(AnExperiment, CountsWhatTheScenarioSaysInItsConstraints) {
  const File file(lanes +
                  "levels = [2, 4, 5]\n[factor.officers]\nkeys = ['team.guards.officers']\n"
                  "levels = [6, 12]\n[constraint.sum]\nsum = { lanes = 1, officers = 1 }\n"
                  "at_least = 11\nat_most = 13\n[design]\nmethod = 'one_at_a_time'\n");
  const Experiment experiment(file.path(), {});
  EXPECT_EQ(experiment.as_it_is()[0].number, 3);
  EXPECT_EQ(experiment.as_it_is()[1].number, 9);
  ASSERT_EQ(experiment.designs(), 3u);  // 3 + 9, 2 + 9, 4 + 9; not 5 + 9, 3 + 6 and 3 + 12
  EXPECT_THAT(shown(experiment, 0), ElementsAre("", ""));
  EXPECT_THAT(shown(experiment, 1), ElementsAre("2", ""));
  EXPECT_THAT(shown(experiment, 2), ElementsAre("4", ""));
}

TEST(AnExperiment, TakesDesignsFromAList) {
  const std::string factors = lanes +
                              "low = 1\nhigh = 4\n[factor.days]\nkeys = ['length']\n"
                              "low = '1 d'\nhigh = '9 d'\n"
                              "[design]\nmethod = 'list'\nlist = 'list.csv'\n";
  const File file(factors, "lanes,days\n4,2 d\n2,30 h\n");
  const Experiment experiment(file.path(), {});
  ASSERT_EQ(experiment.designs(), 2u);
  EXPECT_THAT(shown(experiment, 1), ElementsAre("30 h", "2"));
  EXPECT_EQ(experiment.setup(0, 0)->scenario.line.at("hill_lorries").lanes, 4);
  EXPECT_THAT(problems_of(factors, "lanes\n4\n"), HasSubstr("has no column 'days'"));
  EXPECT_THAT(problems_of(factors, "lanes,days,speed\n4,1 d,3\n"),
              HasSubstr("speed: is no factor of the experiment"));
  EXPECT_THAT(problems_of(factors, "lanes,days\nmany,1 d\n"),
              HasSubstr("lanes: is 'many'; expected a whole number"));
}

// Whole numbers of a range are equally probable, those at its ends as well: of 200 points of a
// Latin hypercube, each of five has 40.
TEST(AnExperiment, DrawsWholeNumbersAlike) {
  const File file(lanes +
                  "low = 1\nhigh = 5\n[design]\nmethod = 'latin_hypercube'\npoints = 200\n");
  const Experiment experiment(file.path(), {});
  std::map<double, int> seen;
  for (std::size_t d = 0; d < 200; ++d) ++seen[experiment.values(d)[0].number];
  EXPECT_THAT(seen, ElementsAre(std::pair(1.0, 40), std::pair(2.0, 40), std::pair(3.0, 40),
                                std::pair(4.0, 40), std::pair(5.0, 40)));
}

// A Latin hypercube of a distribution has one point in each of its equally probable parts.
TEST(AnExperiment, DrawsFromADistribution) {
  const File file(
      "[factor.days]\nkeys = ['length']\n"
      "distribution = { uniform = { low = '1 d', high = '11 d' } }\n"
      "[design]\nmethod = 'latin_hypercube'\npoints = 10\n");
  const Experiment experiment(file.path(), {});
  std::set<int> days;
  for (std::size_t d = 0; d < 10; ++d)
    days.insert(static_cast<int>(experiment.values(d)[0].number / 86400));
  EXPECT_EQ(days.size(), 10u);
  EXPECT_EQ(*days.begin(), 1);
  EXPECT_EQ(*days.rbegin(), 10);
}

TEST(AnExperiment, SaysWhatIsWrongWithItsFactors) {
  EXPECT_THAT(problems_of("[factor.x]\nkeys = ['line.hill_lorries.lenes']\nlevels = [1]\n"),
              HasSubstr("factor.x.keys: is 'line.hill_lorries.lenes', which is no key of a "
                        "value; did you mean"));
  EXPECT_THAT(problems_of("[factor.x]\nkeys = ['line.nowhere.lanes']\nlevels = [1]\n"),
              HasSubstr("factor.x.keys: is 'line.nowhere.lanes', which this scenario has nothing"));
  EXPECT_THAT(problems_of(lanes + "levels = ['many']\n"),
              HasSubstr("factor.lanes.levels: is 'many'; expected a whole number"));
  EXPECT_THAT(problems_of(lanes + "low = 3\nhigh = 2\n"),
              HasSubstr("factor.lanes.low: is 3, and `high` is 2; expected less"));
  EXPECT_THAT(problems_of(lanes + "low = 3\n"), HasSubstr("has no `high`"));
  EXPECT_THAT(problems_of(lanes), HasSubstr("has none of `levels`"));
  EXPECT_THAT(problems_of("[factor.x]\nkeys = ['length', 'line.hill_lorries.lanes']\n"
                          "levels = [1]\n"),
              HasSubstr("expected keys that can have the same value"));
  EXPECT_THAT(problems_of("[factor.x]\nkeys = ['time_zone']\nlow = 1\nhigh = 2\n"),
              HasSubstr("is of values that are no single numbers; expected `levels`"));
  EXPECT_THAT(problems_of("[factor.x]\nkeys = ['time_zone']\ntimes = true\nlevels = [2]\n"),
              HasSubstr("factor.x.times: is said of time_zone"));
}

TEST(AnExperiment, SaysWhatIsWrongWithItsDesign) {
  EXPECT_THAT(problems_of(lanes + "levels = [1]\n[design]\nmethod = 'sobol'\n"),
              HasSubstr("design.points: is not given"));
  EXPECT_THAT(problems_of(lanes + "levels = [1]\n[design]\nmethod = 'morris'\nlevels = 3\n"),
              HasSubstr("design.levels: is 3; expected an even number"));
  EXPECT_THAT(problems_of(lanes + "levels = [1]\n[constraint.c]\nsum = { lanes = 1 }\n"
                                  "at_least = 2\n"),
              HasSubstr("has no design that the constraints allow"));
  EXPECT_THAT(problems_of(lanes + "low = 1\nhigh = 9\n[constraint.c]\nsum = { lanes = 1 }\n"
                                  "at_least = 2\n[design]\nmethod = 'morris'\n"),
              HasSubstr("morris and saltelli need all"));
}

TEST(AnExperiment, KeepsOnlyWhatIsMeasured) {
  EXPECT_THAT(problems_of(lanes + "levels = [1, 2]\n[design]\n").size(), 0u);
  const File file(lanes + "levels = [1, 2]\n");
  const auto said = [&](const std::string& measures) -> std::string {
    try {
      const Experiment experiment(file.path(), {"measures=" + measures});
    } catch (const ScenarioError& error) {
      return error.problems.front().message;
    }
    return "";
  };
  EXPECT_EQ(said("['wait_mean[crossing=hill]', 'wait_mean[vehicle_class=lorry;direction=entry]']"),
            "");
  EXPECT_THAT(said("['wait_mean[crossing=valley]']"),
              HasSubstr("'wait_mean[crossing=valley]' is not measured here"));
  EXPECT_THAT(said("['detections[commodity=drugs]']"), HasSubstr("is not measured here"));
}

TEST(ShippedExperiments, AreGood) {
  int read = 0;
  const auto folder = std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios/experiments";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    ++read;
    const Experiment experiment(entry.path().string(), {});
    EXPECT_FALSE(experiment.spec().title.empty()) << entry.path();
    for (std::size_t d = 0; d < experiment.designs(); ++d)
      EXPECT_NO_THROW((void)experiment.setup(d, 0)) << entry.path() << " " << d;
    EXPECT_EQ(kind_of_file(entry.path().string()), FileKind::experiment);
  }
  EXPECT_GE(read, 1);
  EXPECT_EQ(kind_of_file((folder / "../pl_ua/baseline.toml").string()), FileKind::scenario);
}

TEST(AMeasured, HasLabels) {
  std::string fault;
  EXPECT_FALSE(parse_measured("wait_meen", fault));
  EXPECT_THAT(fault, HasSubstr("did you mean 'wait_mean'?"));
  EXPECT_FALSE(parse_measured("wait_mean[post=x]", fault));
  EXPECT_THAT(fault, HasSubstr("has no label 'post'"));
  EXPECT_FALSE(parse_measured("wait_mean[crossing=x", fault));
  const auto measured = parse_measured("wait_mean[crossing=x;direction=exit]", fault);
  ASSERT_TRUE(measured);
  EXPECT_EQ(measured->labels.crossing, "x");
  EXPECT_EQ(measured->labels.direction, "exit");
  EXPECT_EQ(measured->labels.country, "all");
}

}  // namespace
}  // namespace cordon::experiment_test
