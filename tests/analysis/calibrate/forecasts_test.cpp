#include "analysis/calibrate/forecasts.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "analysis/calibrate/words.hpp"
#include "analysis/forecast/moment.hpp"
#include "analysis/results/csv.hpp"
#include "tests/support/folder.hpp"

namespace cordon::forecasts_test {
namespace {

using forecast::Method;
using ::testing::HasSubstr;

const std::filesystem::path two_posts =
    std::filesystem::path(CORDON_SOURCE_DIR) / "tests/cli/data/two_posts.toml";

/// The queue of lorries at the north, every 6 hours from the start of the scenario on.
std::string counted(int days, double vehicles) {
  std::string rows = "crossing,direction,vehicle_class,time,vehicles,note\n";
  const std::chrono::sys_seconds start = std::chrono::sys_days{2026y / 6 / 29};
  for (int n = 0; n <= 4 * days; ++n)
    rows += fmt::format("north,entry,lorry,{},{},\n", time_text(start + std::chrono::hours(6 * n)),
                        vehicles);
  return rows;
}

/// The queue that a run of 17 days has, in which the north takes 2.2 times as long.
std::string simulated() {
  const NamedScenario scenario = load_scenario(
      two_posts.string(), parse_overrides({"length=17 d", "record.queues_every=3 h",
                                           "line.north_lorry_entry.time_factor=2.2"}));
  std::string rows = "crossing,direction,vehicle_class,time,vehicles,note\n";
  for (const QueueSample& sample : replicate(scenario.setup, 77, 1, 1, 1).front().queues)
    if (sample.line == 0)
      rows += fmt::format("north,entry,lorry,{},{},\n",
                          time_text(scenario.setup->scenario.start + sample.at.time_since_epoch()),
                          sample.waiting);
  return rows;
}

/// A calibration of the time at the north, in a folder of its own.
class Forecasting {
 public:
  Forecasting(const std::string& counts, const std::string& length, int forecasts = 10) {
    std::ofstream(folder_ / "seen.csv") << counts;
    std::ofstream(folder_ / "x.toml")
        << "scenarios = ['" << two_posts.string() << "']\nmeasures = ['wait_mean']\n"
        << "set = { length = '" << length << "', 'record.queues_every' = '1 h' }\n"
        << "replications = 3\ndesign = { method = 'latin_hypercube', points = 4 }\n"
        << "calibrate = { queues = 'seen.csv', evaluations = 12, forecasts = " << forecasts
        << " }\n[factor.north]\nkeys = ['line.north_lorry_entry.time_factor']\nlow = 1\nhigh = 3\n";
    experiment_.emplace((folder_ / "x.toml").string(), std::vector<std::string>{});
    observations_.emplace(*experiment_);
  }
  [[nodiscard]] std::vector<double> origins() const {
    return forecast_origins(*experiment_, *observations_);
  }
  /// Forecasts by a fit that says so.
  [[nodiscard]] FitForecasts with(double factor) const {
    Calibration found;
    found.factors.resize(1);
    found.factors[0].fitted = {fmt::format("{}", factor), factor};
    EvaluationPlan plan;
    plan.jobs = 2;
    return forecasts_of(*experiment_, *observations_, found, plan);
  }
  [[nodiscard]] std::uint64_t runs() const { return forecast_runs(*experiment_, *observations_); }

 private:
  testing::Folder folder_;
  std::optional<Experiment> experiment_;
  std::optional<Observations> observations_;
};

// The scenario begins on 29 June at midnight UTC; noon at Warsaw is 10:00 UTC.
TEST(ForecastOrigins, AreNoonsFromTheEndOfTheFitOnWithAWeekOfCountsAfterThem) {
  const std::vector<double> origins = Forecasting(counted(20, 5), "8 d").origins();
  ASSERT_EQ(origins.size(), 5u);
  EXPECT_EQ(forecast::moment_text(origins.front()), "2026-07-07T10:00:00Z");
  EXPECT_EQ(forecast::moment_text(origins.back()), "2026-07-11T10:00:00Z");
}

TEST(ForecastOrigins, WaitUntilAWeekWasSeenForTheNaiveForecasts) {
  const Forecasting early(counted(20, 5), "3 d");
  EXPECT_EQ(forecast::moment_text(early.origins().front()), "2026-07-06T10:00:00Z");
  EXPECT_EQ(early.runs(), early.origins().size() * 2 * 3);
}

TEST(ForecastOrigins, AreNoMoreThanAskedFor) {
  EXPECT_EQ(Forecasting(counted(20, 5), "8 d", 2).origins().size(), 2u);
  EXPECT_THAT(no_forecasts_text(Forecasting(counted(20, 5), "8 d", 0).with(1)),
              HasSubstr("`calibrate.forecasts` is 0"));
}

TEST(Forecasts, SayWhyThereAreNone) {
  EXPECT_THAT(
      no_forecasts_text(Forecasting(counted(14, 5), "8 d").with(1)),
      HasSubstr("No forecasts: they need counts for 7 days after the scenario's time, which "
                "ends 2026-07-07T00:00:00Z, and a week before."));
}

TEST(Forecasts, AreBetterByTheTruth) {
  const FitForecasts forecasts = Forecasting(simulated(), "8 d").with(2.2);
  ASSERT_EQ(forecasts.judged.lines.size(), 1u);
  const forecast::LineForecast& line = forecasts.judged.lines[0];
  EXPECT_LT(line.mean_error(Method::simulation), line.mean_error(Method::unfitted) / 2);
  EXPECT_EQ(
      whether_it_helps(forecasts),
      "At 1 of 1 queue the fitted values forecast better than what the scenario said before.");
}

// Nobody comes through 900 lorries in a week: a forecast that knows them begins with them.
TEST(Forecasts, BeginWithTheQueueThatWasCountedLast) {
  const FitForecasts forecasts = Forecasting(counted(16, 900), "8 d").with(3);
  const forecast::LineForecast& line = forecasts.judged.lines[0];
  EXPECT_GT(line.likeness.bias, -500);
  EXPECT_EQ(line.mean_error(Method::weekday_mean), 0);
}

/// Two weeks and more of counts every 6 hours, of which some are told otherwise.
std::string counted_but(double vehicles, const std::function<std::string(int n)>& otherwise) {
  std::string rows = "crossing,direction,vehicle_class,time,vehicles,note\n";
  const std::chrono::sys_seconds start = std::chrono::sys_days{2026y / 6 / 29};
  for (int n = 0; n <= 4 * 16; ++n) {
    const std::string told = otherwise(n);
    rows += fmt::format("north,entry,lorry,{},{}\n", time_text(start + std::chrono::hours(6 * n)),
                        told.empty() ? fmt::format("{},", vehicles) : told);
  }
  return rows;
}

// The last count before each forecast, at six in the morning, is a slip.
TEST(Forecasts, BeginWithNoQueueThatHasANote) {
  const std::string counts =
      counted_but(900, [](int n) { return std::string(n % 4 == 1 ? "0,spike" : ""); });
  const FitForecasts forecasts = Forecasting(counts, "8 d").with(3);
  EXPECT_GT(forecasts.judged.lines[0].likeness.simulated_spread, 1);
  EXPECT_GT(forecasts.judged.lines[0].likeness.bias, -300);
}

// Nobody waits until the first forecast is made, and 900 from then on.
TEST(Forecasts, KnowNothingOfWhatIsCountedLater) {
  const std::string counts =
      counted_but(0, [](int n) { return std::string(n >= 4 * 8 + 2 ? "900," : ""); });
  const FitForecasts forecasts = Forecasting(counts, "8 d", 1).with(1);
  ASSERT_EQ(forecasts.judged.origins.size(), 1u);
  const forecast::LineForecast& line = forecasts.judged.lines[0];
  EXPECT_GT(line.mean_error(Method::simulation), 890);
  EXPECT_EQ(line.mean_error(Method::weekday_mean), 900);
}

}  // namespace
}  // namespace cordon::forecasts_test
