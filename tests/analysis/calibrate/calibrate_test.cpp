// What the simulator has made, a calibration finds again; what cannot be found it names.

#include "analysis/calibrate/calibrate.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "analysis/calibrate/misfit.hpp"
#include "analysis/calibrate/words.hpp"
#include "analysis/calibrate/write.hpp"
#include "analysis/results/csv.hpp"
#include "analysis/study/user_error.hpp"
#include "tests/support/folder.hpp"

namespace cordon::calibrate_test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

const std::filesystem::path two_posts =
    std::filesystem::path(CORDON_SOURCE_DIR) / "tests/cli/data/two_posts.toml";

const std::vector<std::string> three_days = {"length=3 d", "record.queues_every=1 h"};

// One run of the two posts with these values and luck that no calibration meets.
Replication run_of(std::vector<std::string> set) {
  set.insert(set.end(), three_days.begin(), three_days.end());
  const NamedScenario scenario = load_scenario(two_posts.string(), parse_overrides(set));
  return replicate(scenario.setup, 77, 1, 1, 1).front();
}

// The queues of a run, as if they had been counted; at one post, or all.
std::string counted(const std::vector<std::string>& set, const std::string& post = "") {
  const NamedScenario scenario = load_scenario(two_posts.string(), parse_overrides(set));
  const Setup& setup = *scenario.setup;
  std::string rows = "crossing,direction,vehicle_class,time,vehicles,note\n";
  for (const QueueSample& sample : run_of(set).queues) {
    const std::string& at = setup.crossings[setup.lines[sample.line].crossing.value].name;
    if (post.empty() || at == post)
      rows += fmt::format("{},entry,lorry,{},{},\n", at,
                          time_text(setup.scenario.start + sample.at.time_since_epoch()),
                          sample.waiting);
  }
  return rows;
}

// A calibration of the two posts, in a folder of its own.
class Calibrating {
 public:
  explicit Calibrating(const std::string& text, const std::string& counts = "") {
    std::ofstream(folder_ / "x.toml")
        << "scenarios = ['" << two_posts.string() << "']\n"
        << "set = { length = '3 d', 'record.queues_every' = '1 h' }\n"
        << "measures = ['wait_mean', 'wait_mean[crossing=north]', 'crossed[crossing=south]', "
           "'in_system_at_start']\n"
        << "replications = 6\ndesign = { method = 'latin_hypercube', points = 6 }\n"
        << text;
    if (!counts.empty()) std::ofstream(folder_ / "seen.csv") << counts;
  }
  [[nodiscard]] Experiment experiment() const { return {(folder_ / "x.toml").string(), {}}; }
  [[nodiscard]] const testing::Folder& folder() const { return folder_; }
  [[nodiscard]] std::string problems() const {
    try {
      const Observations observations{experiment()};
    } catch (const ScenarioError& error) {
      return error.what();
    }
    return "";
  }

 private:
  testing::Folder folder_;
};

Calibration fit(const Experiment& experiment, int jobs = 2) {
  EvaluationPlan plan;
  plan.jobs = jobs;
  return calibrate(experiment, Observations(experiment), plan);
}

const std::string queues = "calibrate = { queues = 'seen.csv', evaluations = 40 }\n";
const std::string north =
    "[factor.north]\nkeys = ['line.north_lorry_entry.time_factor']\nlow = 1\nhigh = 3\n";
const std::string south =
    "[factor.south]\nkeys = ['line.south_lorry_entry.time_factor']\nlow = 1\nhigh = 3\n";
const std::string customs =
    "[factor.customs]\nkeys = ['layout.road.stage.customs.time.lorry']\ntimes = true\n"
    "low = 1\nhigh = 3\n";

void expect_within(const FittedFactor& found, double truth, double widest) {
  EXPECT_EQ(found.status, FitStatus::fitted);
  EXPECT_LE(found.low, truth);
  EXPECT_GE(found.high, truth);
  EXPECT_LT(found.high - found.low, widest);
}

TEST(ACalibration, FindsWhatTheDataWereMadeWith) {
  const Calibrating two(queues + north + south,
                        counted({"line.north_lorry_entry.time_factor=1.7",
                                 "line.south_lorry_entry.time_factor=2.3"}));
  const Experiment experiment = two.experiment();
  const Calibration found = fit(experiment);
  expect_within(found.factors[0], 1.7, 0.8);
  expect_within(found.factors[1], 2.3, 0.8);
  EXPECT_EQ(found.factors[0].start.number, 1);
  EXPECT_TRUE(found.has_converged);
  EXPECT_GT(std::count_if(found.trials.begin(), found.trials.end(),
                          [](const Trial& trial) { return trial.stage == "search"; }),
            5);
  EXPECT_THAT(limits_of(found, experiment), IsEmpty());
  ASSERT_EQ(found.errors.size(), 2u);
  for (const SeriesError& error : found.errors) EXPECT_LT(error.after, error.before / 3);
}

// A stage's time and the factor of the only line that was seen: their product alone shows.
TEST(ACalibration, NamesWhatTheDataCannotTell) {
  const Calibrating pair(
      queues + north + customs +
          "[factor.analysts]\nkeys = ['desk.centre.analysts']\nlow = 1\nhigh = 4\n",
      counted({"line.north_lorry_entry.time_factor=1.7"}, "north"));
  const Experiment experiment = pair.experiment();
  const Calibration found = fit(experiment);
  const FittedFactor &of_analysts = found.factors[0], &of_customs = found.factors[1],
                     &of_north = found.factors[2];
  EXPECT_EQ(of_analysts.status, FitStatus::silent);
  EXPECT_FALSE(of_analysts.is_fitted());
  ASSERT_EQ(found.unknown.size(), 1u);
  EXPECT_THAT(members_of(found.unknown[0]), UnorderedElementsAre(1, 2));
  EXPECT_LT(found.unknown[0].weights[1] * found.unknown[0].weights[2], 0);
  // One of them is left as the scenario says, which is 1 for both: the other is the product.
  EXPECT_NE(of_customs.is_fitted(), of_north.is_fitted());
  expect_within(of_customs.is_fitted() ? of_customs : of_north, 1.7, 0.8);
  EXPECT_THAT(limits_of(found, experiment),
              Contains(AllOf(HasSubstr("Of "), HasSubstr("north"), HasSubstr("customs"),
                             HasSubstr("a combination alone is known"))));
  EXPECT_THAT(limits_of(found, experiment), Contains("The observations say nothing of analysts."));
}

TEST(ACalibration, FitsSingleValues) {
  const std::vector<std::string> truth = {"line.north_lorry_entry.time_factor=1.7"};
  const auto values = run_of(truth).values;
  std::string fault;
  const auto waited = parse_measured("wait_mean[crossing=north]", fault);
  const Calibrating one(fmt::format("[calibrate.observed.wait_north]\n"
                                    "measure = 'wait_mean[crossing=north]'\nvalue = '{} s'\n",
                                    waited->of(values) * 60) +
                        north);
  const Calibration found = fit(one.experiment());
  expect_within(found.factors[0], 1.7, 0.8);
  ASSERT_EQ(found.errors.size(), 1u);
  EXPECT_LT(found.errors[0].after, found.errors[0].before / 10);
}

TEST(ACalibration, SaysWhereARangeEndsTooEarly) {
  const Calibrating one(queues +
                            "[factor.north]\nlow = 0.8\nhigh = 2.2\n"
                            "keys = ['line.north_lorry_entry.time_factor']\n",
                        counted({"line.north_lorry_entry.time_factor=3.5"}, "north"));
  const Experiment experiment = one.experiment();
  const Calibration found = fit(experiment);
  EXPECT_EQ(found.factors[0].status, FitStatus::at_high_end);
  EXPECT_EQ(found.factors[0].high, 2.2);
  EXPECT_THAT(limits_of(found, experiment),
              ElementsAre(HasSubstr("north is at the high end of its range")));
  EXPECT_GT(found.excess, 1);
}

// What is written reads as the scenario that was fitted.
TEST(ACalibration, WritesTheFittedScenario) {
  const Calibrating two(queues + north + customs,
                        counted({"line.north_lorry_entry.time_factor=1.7",
                                 "line.south_lorry_entry.time_factor=1.2"}));
  const Experiment experiment = two.experiment();
  const Calibration found = fit(experiment);
  std::ofstream(two.folder() / "scenario.toml")
      << experiment.scenarios().front().reading.resolved_toml;
  for (const InputFile& input : experiment.scenarios().front().reading.inputs)
    if (!input.copied_as.empty()) {
      std::filesystem::create_directories((two.folder() / input.copied_as).parent_path());
      std::ofstream(two.folder() / input.copied_as) << input.bytes;
    }
  std::ofstream(two.folder() / "fitted.toml") << fitted_scenario(experiment, found);
  const auto fitted = read_scenario(two.folder() / "fitted.toml");
  const auto meant =
      experiment.scenario_with({found.factors[0].fitted, found.factors[1].fitted}, 0);
  EXPECT_EQ(fitted.spec.line.at("north_lorry_entry").time_factor,
            meant.reading.spec.line.at("north_lorry_entry").time_factor);
  const auto time_of = [](const Scenario& s) {
    return s.layout.at("road").stage.at("customs").time.lorry.mean();
  };
  EXPECT_EQ(time_of(fitted.spec), time_of(meant.reading.spec));
  EXPECT_THAT(fitted.provenance.at("line.north_lorry_entry.time_factor").source,
              HasSubstr("fitted by cordon calibrate: north, 95 % interval "));
  EXPECT_EQ(fitted.spec.title, "Two posts, fitted");
}

// A count with a note is held against the fit, and moves it nowhere.
TEST(ACalibration, FitsNothingThatHasANote) {
  std::string counts = counted({"line.north_lorry_entry.time_factor=1.7"}, "north");
  for (const char* hour : {"06:10", "12:10", "18:10"})
    for (const int day : {29, 30})
      counts += fmt::format("north,entry,lorry,2026-06-{}T{}:00Z,2000,spike\n", day, hour);
  const Calibrating one(queues + north, counts);
  const Calibration found = fit(one.experiment());
  expect_within(found.factors[0], 1.7, 0.8);
  EXPECT_GT(found.errors[0].after, 100);
}

/// A queue that was counted four times, and a wait.
const std::string queue_and_wait =
    "[calibrate]\nqueues = 'seen.csv'\nevaluations = 40\n"
    "[calibrate.observed.wait]\nmeasure = 'wait_mean'\nvalue = 30\nspread = 2\n";

std::string four_counts(double vehicles) {
  std::string rows = "crossing,direction,vehicle_class,time,vehicles,note\n";
  for (int hour = 10; hour < 14; ++hour)
    rows += fmt::format("north,entry,lorry,2026-06-29T{}:00:00Z,{},\n", hour, vehicles);
  return rows + "north,entry,lorry,2026-06-29T14:00:00Z,999,spike\n";
}

/// Two replications that have these queues and waits, whenever they are looked at.
Evaluated evaluated(const Observations& observations, std::array<double, 2> queue,
                    std::array<double, 2> wait) {
  Evaluated point;
  point.simulated.resize(2, static_cast<Eigen::Index>(observations.all().size()));
  for (Eigen::Index o = 0; o < point.simulated.cols(); ++o) {
    const auto series = observations.all()[static_cast<std::size_t>(o)].series;
    const auto& values = observations.series()[series].is_queue() ? queue : wait;
    point.simulated.col(o) << values[0], values[1];
  }
  return point;
}

TEST(Misfit, WeighsAQueueAsMuchAsAValueInUnitsOfLuckAndError) {
  const Calibrating both(queue_and_wait + north, four_counts(10));
  const Experiment experiment = both.experiment();
  const Observations observations(experiment);
  const Evaluated point = evaluated(observations, {16, 18}, {33, 37});
  EXPECT_NEAR(Misfit(experiment, observations, point).of(point), 7. * 7 / 2 + 5. * 5 / (8 + 2 * 2),
              1e-9);
  // What has a note is held against it all the same.
  const std::size_t queue = observations.series()[0].is_queue() ? 0 : 1;
  EXPECT_NEAR(mean_error(observations, queue, point), (4 * 7. + 999 - 17) / 5, 1e-9);
  // Nobody counts a queue to less than a vehicle.
  const Evaluated quiet = evaluated(observations, {13, 13}, {33, 37});
  EXPECT_NEAR(Misfit(experiment, observations, quiet).of(quiet), 3. * 3 + 5. * 5 / (8 + 2 * 2),
              1e-9);
}

TEST(Observations, LeaveOutWhatHasANoteAndOtherTimes) {
  const Calibrating one(queues + north,
                        "crossing,direction,vehicle_class,time,vehicles,note\n"
                        "north,entry,lorry,2026-06-28T23:59:59Z,4,\n"
                        "north,entry,lorry,2026-06-29T10:30:00Z,5,\n"
                        "north,entry,lorry,2026-06-29T11:00:00Z,9,spike\n"
                        "north,entry,lorry,2026-07-05T00:00:00Z,4,\n"
                        "north,exit,lorry,2026-06-29T11:00:00Z,0,\n");
  const Observations observations(one.experiment());
  EXPECT_EQ(observations.outside(), 2u);
  ASSERT_EQ(observations.series().size(), 1u);
  EXPECT_EQ(observations.series()[0].fitted, 1);
  EXPECT_EQ(observations.series()[0].left_out, 1);
  ASSERT_EQ(observations.all().size(), 2u);
  EXPECT_FALSE(observations.all()[1].is_fitted);
  // Half past ten lies between two hours at which a run has its queue.
  const Replication run = run_of({"line.north_lorry_entry.time_factor=1.7"});
  std::vector<double> at(24, 0);
  for (const QueueSample& sample : run.queues)
    if (sample.line == 0 && sample.at < start_of_run + std::chrono::hours(24))
      at[static_cast<std::size_t>(hours(sample.at - start_of_run))] = sample.waiting;
  const Eigen::VectorXd simulated = observations.simulated(run, {});
  EXPECT_EQ(simulated[0], (at[10] + at[11]) / 2);
  EXPECT_EQ(simulated[1], at[11]);
}

TEST(Observations, NameEachMistake) {
  const std::string header = "crossing,direction,vehicle_class,time,vehicles\n";
  const auto of_counts = [&](const std::string& row) {
    return Calibrating(queues + north, header + row).problems();
  };
  EXPECT_THAT(
      of_counts("nroth,entry,lorry,2026-06-29T11:00:00Z,3\n"),
      HasSubstr("seen.csv:2:1: is a queue (entry, lorry) for which crossing 'nroth' has no"));
  EXPECT_THAT(of_counts("north,entry,lorry,monday,3\n"), HasSubstr("seen.csv:2:19: "));
  EXPECT_THAT(of_counts("north,entry,lorry,2026-06-29T11:00:00Z,many\n"), HasSubstr("'many'"));
  EXPECT_THAT(of_counts("north,entry,lorry,2027-06-29T11:00:00Z,3\n"),
              HasSubstr("calibrate.queues: has no count while the scenario is measured"));
  EXPECT_THAT(Calibrating(queues + north).problems(), HasSubstr("seen.csv"));
  const auto of_value = [&](const std::string& said) {
    return Calibrating("[calibrate.observed.x]\nmeasure = 'wait_mean'\n" + said + "\n" + north)
        .problems();
  };
  EXPECT_EQ(of_value("value = '34 min'\nspread = 2"), "");
  EXPECT_THAT(of_value("value = 'long'"),
              HasSubstr("calibrate.observed.x.value: is \"long\"; expected a number, in min"));
  EXPECT_THAT(of_value("value = 3\nspread = -1"), HasSubstr("calibrate.observed.x.spread: is -1"));
}

std::string complaints(const std::string& text) {
  const Calibrating one(text);
  try {
    (void)one.experiment();
  } catch (const ScenarioError& error) {
    return error.what();
  }
  return "";
}

TEST(AFileOfACalibration, IsToldEachMistake) {
  EXPECT_THAT(complaints("[calibrate]\n" + north),
              HasSubstr("calibrate: has neither `queues` nor an `observed` value"));
  EXPECT_THAT(complaints("calibrate.queues = 'x'\n[factor.north]\nlevels = [1, 2]\n"
                         "keys = ['line.north_lorry_entry.time_factor']\n"),
              HasSubstr("factor.north: has no `low` and `high`"));
  EXPECT_THAT(complaints("[calibrate.observed.x]\nmeasure = 'wait_max'\nvalue = 3\n" + north),
              HasSubstr("calibrate.observed.x.measure: 'wait_max' is not one of `measures`"));
}

TEST(ACalibration, NeedsASpreadOfWhatLuckDoesNotMove) {
  const Calibrating one("[calibrate.observed.x]\nmeasure = 'in_system_at_start'\nvalue = 3\n" +
                        north);
  try {
    (void)fit(one.experiment());
    FAIL();
  } catch (const UserError& error) {
    EXPECT_THAT(error.what(), HasSubstr("calibrate.observed.x: is not moved by luck"));
  }
}

TEST(ACalibration, IsTheSameForAnyNumberOfThreads) {
  const Calibrating one(queues + north, counted({"line.north_lorry_entry.time_factor=1.7"}));
  const Experiment experiment = one.experiment();
  const Calibration single = fit(experiment, 1), several = fit(experiment, 3);
  EXPECT_EQ(fitted_scenario(experiment, single), fitted_scenario(experiment, several));
  ASSERT_EQ(single.trials.size(), several.trials.size());
  for (std::size_t t = 0; t < single.trials.size(); ++t)
    EXPECT_EQ(single.trials[t].misfit, several.trials[t].misfit);
}

}  // namespace
}  // namespace cordon::calibrate_test
