// Calibrations as a user runs them.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/cli/page.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::calibrate_test {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::vector<std::string> calibrate_to(const std::filesystem::path& out,
                                      const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"calibrate", data("calibrate.toml"), "--out", out.string()};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(Calibrate, LeavesWhatItSays) {
  const Folder folder;
  const Outcome done = cordon(folder, calibrate_to(folder / "r"));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(
      in(folder / "r"),
      UnorderedElementsAre("manifest.json", "datapackage.json", "experiment.toml", "scenario.toml",
                           "inputs", "fitted.toml", "fit.csv", "errors.csv", "evaluations.csv",
                           "runs.csv", "observed_queues.csv", "report.html"));
  EXPECT_THAT(done.out, HasSubstr("Fitted to 4 observations: "));
  EXPECT_THAT(done.out, HasSubstr("The observations say nothing of latency."));
  EXPECT_THAT(done.out, HasSubstr("north: lorries, entry"));
  EXPECT_THAT(done.out, HasSubstr("No forecasts: they need counts for 7 days after"));
  EXPECT_THAT(text_of(folder / "r" / "report.html"), HasSubstr("No forecasts: they need counts"));
  const Table fit = table_of(folder / "r" / "fit.csv");
  ASSERT_EQ(fit.rows.size(), 2u);
  EXPECT_EQ(fit.rows[0][fit.column("status")], "not_identified");
  EXPECT_EQ(fit.rows[0][fit.column("start")], "1");
  EXPECT_EQ(fit.rows[0][fit.column("fitted")], "");
  EXPECT_EQ(fit.rows[1][fit.column("status")], "fitted");
  const Table errors = table_of(folder / "r" / "errors.csv");
  ASSERT_EQ(errors.rows.size(), 1u);
  EXPECT_EQ(errors.rows[0][errors.column("fitted")], "3");
  EXPECT_EQ(errors.rows[0][errors.column("left_out")], "1");
  const Outcome checked = cordon(folder, {"check", (folder / "r" / "fitted.toml").string()});
  EXPECT_EQ(checked.code, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("Two posts, fitted"));
}

TEST(Calibrate, IsTheSameForAnyNumberOfThreadsAndFromItsResults) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "one", {"--jobs", "1"})).code, 0);
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "three", {"--jobs", "3"})).code, 0);
  const Outcome again = cordon(folder, {"calibrate", (folder / "one" / "experiment.toml").string(),
                                        "--out", (folder / "again").string()});
  ASSERT_EQ(again.code, 0) << again.err;
  for (const char* file : {"fit.csv", "errors.csv", "evaluations.csv", "fitted.toml"}) {
    EXPECT_EQ(text_of(folder / "one" / file), text_of(folder / "three" / file)) << file;
    EXPECT_EQ(text_of(folder / "one" / file), text_of(folder / "again" / file)) << file;
  }
}

/// The page of the folder, made again.
std::string again(const Folder& folder) {
  const std::string page = (folder / "again.html").string();
  const Outcome done =
      cordon(folder, {"report", (folder / "r").string(), "--out", page, "--force"});
  EXPECT_EQ(done.code, 0) << done.err;
  return text_of(page);
}

TEST(Calibrate, HasItsPageMadeAgainFromItsRuns) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "r")).code, 0);
  const std::string runs = text_of(folder / "r" / "runs.csv"), page = again(folder);
  const auto said = said_on(folder / "r" / "report.html");
  EXPECT_GT(said.size(), 10u);
  for (const std::string& line : said) EXPECT_NE(page.find(line), std::string::npos) << line;
  EXPECT_THAT(page, HasSubstr("The observations say nothing of latency."));
  EXPECT_THAT(page, HasSubstr("Fitted to 4 observations: "));
  EXPECT_THAT(page, HasSubstr("r: The search has used all of its evaluations"));
  EXPECT_EQ(text_of(folder / "r" / "runs.csv"), runs);
  // A run that is gone is not simulated again.
  std::ofstream(folder / "r" / "runs.csv", std::ios::binary)
      << runs.substr(0, runs.rfind("\r\n", runs.size() - 3) + 2);
  EXPECT_THAT(again(folder), ::testing::Not(HasSubstr("Mean absolute errors")));
}

/// The same experiment with a queue that was counted for 18 days, of which the fit sees the first,
/// and how to calibrate it.
std::vector<std::string> with_forecasts(const Folder& folder) {
  std::string rows = text_of(data("counted.csv"));
  for (int day = 30; day <= 48; ++day)
    for (const char* hour : {"06", "18"})
      rows += fmt::format("north,entry,lorry,2026-{:02}-{:02}T{}:00:00Z,40,\n", day > 30 ? 7 : 6,
                          day > 30 ? day - 30 : day, hour);
  std::ofstream(folder / "counted.csv") << rows;
  for (const char* file : {"calibrate.toml", "two_posts.toml", "volumes.csv"})
    std::filesystem::copy(data(file), folder / file);
  return {"calibrate", (folder / "calibrate.toml").string(),
          "--set",     "calibrate.forecasts=3",
          "--out",     (folder / "r").string(),
          "--force"};
}

TEST(Calibrate, JudgesItselfByForecastsOfDaysThatItHasNotSeen) {
  const Folder folder;
  const std::vector<std::string> words = with_forecasts(folder);
  const Outcome done = cordon(folder, words);
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("7 days ahead, of 3 forecasts, 6 Jul 2026 to 8 Jul 2026."));
  const Table forecast = table_of(folder / "r" / "forecast.csv");
  ASSERT_EQ(forecast.rows.size(), 5u);
  EXPECT_EQ(forecast.rows[0][forecast.column("method")], "simulation");
  EXPECT_EQ(forecast.rows[2][forecast.column("method")], "weekday_mean");
  EXPECT_EQ(table_of(folder / "r" / "forecast_origins.csv").rows.size(), 15u);
  EXPECT_THAT(text_of(folder / "r" / "report.html"), HasSubstr("Forecasts of days that were not"));
  const std::string page = again(folder);
  for (const std::string& line : said_on(folder / "r" / "report.html"))
    EXPECT_NE(page.find(line), std::string::npos) << line;
  // Forecasts that are gone are neither simulated nor left out.
  std::filesystem::remove(folder / "r" / "forecast_origins.csv");
  EXPECT_THAT(again(folder), ::testing::Not(HasSubstr("Mean absolute errors")));
  EXPECT_EQ(cordon(folder, words).code, 0);  // which replaces all of it
}

TEST(Calibrate, TablesAreWhatTheirColumnsSay) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "r")).code, 0);
  const Table trials = table_of(folder / "r" / "evaluations.csv");
  EXPECT_EQ(trials.rows.front()[trials.column("stage")], "start");
  EXPECT_EQ(trials.rows.front()[trials.column("north")], "");
  EXPECT_EQ(trials.rows.back()[trials.column("stage")], "fit");
  for (const auto& row : trials.rows)
    for (const char* column : {"evaluation", "misfit", "wait_mean", "crossed"})
      EXPECT_TRUE(is_a(row[trials.column(column)], "number") &&
                  !row[trials.column(column)].empty());
}

std::string journal_of(const std::filesystem::path& place) {
  return text_of(place.string() + ".calibrate/1-of-1.csv");
}

// Until so many runs are in the journal, or a minute is over.
void wait_for_runs(const std::filesystem::path& place, std::size_t runs) {
  for (int tries = 0; tries < 6000 && lines_in(journal_of(place)) <= runs; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

TEST(Calibrate, GoesOnAfterAnInterruptionAndAKillToTheSameBytes) {
  const Folder folder;
  const std::vector<std::string> more = {"--jobs", "1", "--set", "replications=12"};
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "whole", more)).code, 0);
  Program stopped(folder, calibrate_to(folder / "r", more));
  wait_for_runs(folder / "r", 3);
  stopped.signal(SIGINT);
  const Outcome interrupted = stopped.wait();
  ASSERT_EQ(interrupted.code, 130) << interrupted.err;
  EXPECT_THAT(interrupted.err, HasSubstr("r.calibrate; --resume goes on."));
  std::vector<std::string> resumed = more;
  resumed.emplace_back("--resume");
  const std::size_t kept = lines_in(journal_of(folder / "r"));
  Program killed(folder, calibrate_to(folder / "r", resumed));
  wait_for_runs(folder / "r", kept + 3);
  killed.signal(SIGKILL);
  ASSERT_EQ(killed.wait().code, 128 + SIGKILL);
  std::ofstream(folder / "r.calibrate/1-of-1.csv", std::ios::app) << "3,7,two_po";  // half a line
  const Outcome refused = cordon(folder, calibrate_to(folder / "r", more));
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("has begun already; --resume goes on, --force begins anew"));
  const Outcome done = cordon(folder, calibrate_to(folder / "r", resumed));
  ASSERT_EQ(done.code, 0) << done.err;
  for (const char* file : {"fit.csv", "errors.csv", "evaluations.csv", "fitted.toml"})
    EXPECT_EQ(text_of(folder / "whole" / file), text_of(folder / "r" / file)) << file;
  EXPECT_THAT(in(folder.path()), UnorderedElementsAre("whole", "r"));
}

TEST(Calibrate, DoesNotSimulateAgainWhatTheJournalHas) {
  const Folder folder;
  Program stopped(folder, calibrate_to(folder / "r", {"--set", "replications=6"}));
  wait_for_runs(folder / "r", 8);
  stopped.signal(SIGKILL);
  ASSERT_EQ(stopped.wait().code, 128 + SIGKILL);
  // What a run has left is believed: here that nobody waited in the first of them.
  std::string journal = journal_of(folder / "r");
  const std::size_t row = journal.find("\r\n") + 2, end = journal.find("\r\n", row);
  const Table told = table_of(folder / "r.calibrate/1-of-1.csv");
  std::string changed;
  for (std::size_t f = 0; f < told.rows[0].size(); ++f)
    changed += (f == 0 ? "" : ",") + (f + 4 < told.rows[0].size() ? told.rows[0][f] : "7");
  journal.replace(row, end - row, changed);
  std::ofstream(folder / "r.calibrate/1-of-1.csv", std::ios::binary) << journal;
  ASSERT_EQ(
      cordon(folder, calibrate_to(folder / "r", {"--set", "replications=6", "--resume"})).code, 0);
  ASSERT_EQ(cordon(folder, calibrate_to(folder / "whole", {"--set", "replications=6"})).code, 0);
  EXPECT_NE(text_of(folder / "whole" / "errors.csv"), text_of(folder / "r" / "errors.csv"));
}

TEST(Calibrate, GoesOnWithTheSameExperimentOnly) {
  const Folder folder;
  Program stopped(folder, calibrate_to(folder / "r", {"--set", "replications=6"}));
  wait_for_runs(folder / "r", 1);
  stopped.signal(SIGKILL);
  ASSERT_EQ(stopped.wait().code, 128 + SIGKILL);
  const Outcome other =
      cordon(folder, calibrate_to(folder / "r", {"--set", "replications=5", "--resume"}));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("was begun with another experiment: replications is 5, and "
                                   "was 6; --force begins anew"));
}

TEST(Calibrate, IsCountedAndTimedByCheck) {
  const Folder folder;
  const Outcome checked = cordon(folder, {"check", data("calibrate.toml")});
  ASSERT_EQ(checked.code, 0) << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("To calibrate: 4 observations and at most 136 runs, about "));
}

void expect_refused(const std::vector<std::string>& set, const std::string& said) {
  const Folder folder;
  std::vector<std::string> more;
  for (const std::string& text : set) more.insert(more.end(), {"--set", text});
  const Outcome refused = cordon(folder, calibrate_to(folder / "r", more));
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(lines_in(refused.err), 1u) << refused.err;
  EXPECT_THAT(refused.err, HasSubstr(said));
  EXPECT_EQ(refused.out, "");
  EXPECT_THAT(in(folder.path()), IsEmpty());
}

TEST(Calibrate, RefusesWhatCannotBe) {
  expect_refused({"calibrate.queues=nowhere.csv"}, "nowhere.csv");
  expect_refused({"replications=2"}, "replications: is 2; expected at least 3");
  expect_refused({"budget=10"}, "may need 136 runs, and has a budget of 10");
  expect_refused({"start=2026-06-29T00:00:00Z"}, "start");
  expect_refused({"calibrate.evaluations=3"}, "calibrate.evaluations: is 3");
  const Folder folder;
  const Outcome no_table =
      cordon(folder, {"calibrate", data("experiment.toml"), "--out", (folder / "r").string()});
  EXPECT_EQ(no_table.code, 2);
  EXPECT_THAT(no_table.err, HasSubstr("has no [calibrate], which says what was observed"));
}

}  // namespace
}  // namespace cordon::testing::calibrate_test
