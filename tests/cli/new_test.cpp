// A scenario from a planner's files, from outside: a post whose truth is known, and what may be
// wrong.

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::new_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// At one post 4 lorries an hour book a place, and every Saturday from 8 to 12 another 100 an hour;
// 1072 / 168 an hour are called forward. 64 cars an hour come by day and 16 by night; 50 pass.
constexpr double lorries_per_hour = 1072.0 / 168;

std::string truth() {
  std::string rows;
  for (int hour = 0; hour < 24; ++hour)
    rows += fmt::format(
        "[[booking]]\ncrossing = \"hill\"\nweekday = 0\nhour = {0}\nvehicles = 4\n"
        "at_reference_wait = 4\n",
        hour);
  for (int hour = 8; hour < 12; ++hour)
    rows += fmt::format(
        "[[booking]]\ncrossing = \"hill\"\nweekday = 6\nhour = {0}\nvehicles = 104\n"
        "at_reference_wait = 104\n",
        hour);
  for (int day = 1; day <= 7; ++day)
    for (int hour = 0; hour < 24; ++hour)
      rows += fmt::format(
          "[[profile]]\nvehicle_class = \"car\"\ndirection = \"entry\"\nweekday = {}\nhour = {}\n"
          "weight = {}\n",
          day, hour, hour >= 8 && hour < 20 ? 1.6 : 0.4);
  return R"toml(title = "A post whose truth is known (fictional)"
start = 2026-06-01T00:00:00Z
length = "35 d"
[place.abroad]
[[link]]
from = "abroad"
to = "hill"
length = "40 km"
[crossing.hill]
[line.lorries]
crossing = "hill"
direction = "entry"
vehicle_class = "lorry"
queue = "booked"
initial_queue = 500
release = "6.381 per hour"
reference_wait = "70 h"
lanes = 2
manned_first = 2
[line.cars]
crossing = "hill"
direction = "entry"
vehicle_class = "car"
lanes = 2
manned_first = 2
[flow.lorries]
vehicle_class = "lorry"
direction = "entry"
origins = { abroad = 1 }
outside = 0.8
[flow.cars]
vehicle_class = "car"
direction = "entry"
origins = { abroad = 1 }
[[volume]]
crossing = "hill"
direction = "entry"
vehicle_class = "car"
vehicles_per_day = 960
[layout.road.stage.check]
order = 1
own_lanes = true
crew = ["border_guard"]
time.lorry = { erlang = { stages = 3, mean = "7 min" } }
time.car = { erlang = { stages = 3, mean = "144 s" } }
[roster.around_the_clock]
shifts = ["06:00-14:00", "14:00-22:00", "22:00-06:00"]
[team.guards]
crossing = "hill"
authority = "border_guard"
officers = 12
roster = "around_the_clock"
[record]
queues_every = "1 h"
)toml" + rows;
}

/// What a planner would have of it: counts of May and June, and the queue every hour.
void write_planner_files(const Folder& folder) {
  std::ofstream(folder / "truth.toml") << truth();
  ASSERT_EQ(cordon(folder, {"run", (folder / "truth.toml").string(), "--replications", "1",
                            "--seed", "7", "--out", (folder / "truth").string(), "--quiet"})
                .code,
            0);
  const Table queues = table_of(folder / "truth/queues.csv");
  std::ofstream queue(folder / "queue.csv");
  queue << "crossing,vehicle_class,time,vehicles\n";
  for (const auto& row : queues.rows)
    queue << "hill," << row[queues.column("vehicle_class")] << ',' << row[queues.column("time")]
          << ',' << row[queues.column("waiting")] << '\n';
  std::ofstream(folder / "counts.csv") << fmt::format(
      "crossing,vehicle_class,month,vehicles\nhill,lorry,2026-05,{:.0f}\n"
      "hill,car,2026-05,{}\n",
      lorries_per_hour * 24 * 31, 960 * 31);
}

std::vector<std::string> with(const Folder& folder, const std::string& name,
                              std::vector<std::string> more = {}) {
  std::vector<std::string> all = {
      "new",     (folder / name).string(),        "--counts", (folder / "counts.csv").string(),
      "--queue", (folder / "queue.csv").string(), "--quiet"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

double error_of(const Table& table, const std::string& vehicle_class, const std::string& method) {
  for (const auto& row : table.rows)
    if (row[table.column("vehicle_class")] == vehicle_class &&
        row[table.column("method")] == method)
      return std::stod(row[table.column("mean_absolute_error")]);
  return -1;
}

TEST(New, ForecastsAPostWhoseTruthIsKnownAsWellAsItsNoiseAllows) {
  const Folder folder;
  write_planner_files(folder);
  const Outcome made = cordon(folder, with(folder, "mine", {"--replications", "5"}));
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("booked: "));
  EXPECT_THAT(made.out, HasSubstr("physical"));
  const Table table = table_of(folder / "mine/forecast.csv");
  // In a week 1072 lorries book, by chance 33 more or less; no forecast can know by how much.
  EXPECT_LT(error_of(table, "lorry", "simulation"), 25);
  EXPECT_LT(error_of(table, "lorry", "simulation"), 1.3 * error_of(table, "lorry", "last_week"));
  // 768 cars come by day, by chance 28 more or less, and are waited for until night.
  EXPECT_LT(error_of(table, "car", "simulation"), 28);
  EXPECT_LT(error_of(table, "car", "simulation"), error_of(table, "car", "last_week"));
  const std::string scenario = (folder / "mine/mine.toml").string();
  EXPECT_EQ(cordon(folder, {"check", scenario}).code, 0);
  EXPECT_EQ(cordon(folder, {"run", scenario, "--replications", "1", "--out",
                            (folder / "run").string(), "--set", "length=1 d", "--quiet"})
                .code,
            0);
}

// Times and places differ from run to run.
std::map<std::string, std::string> tables_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> tables;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename() != "manifest.json")
      tables[entry.path().filename().string()] = text_of(entry.path());
  return tables;
}

TEST(New, WritesTheSameBytesWithAnyNumberOfThreads) {
  const Folder folder;
  write_planner_files(folder);
  const auto made = [&](const char* jobs) {
    EXPECT_EQ(
        cordon(folder, with(folder, "mine",
                            {"--replications", "2", "--origins", "3", "--jobs", jobs, "--force"}))
            .code,
        0);
    return tables_in(folder / "mine");
  };
  const auto one = made("1");
  EXPECT_EQ(one.size(), 12u);
  EXPECT_EQ(made("3"), one);
}

TEST(New, ReplacesWhatItHasMadeOnlyWhenAskedAndNothingElseEver) {
  const Folder folder;
  write_planner_files(folder);
  const std::vector<std::string> quick = {"--replications", "1", "--origins", "0"};
  EXPECT_EQ(cordon(folder, with(folder, "mine", quick)).code, 0);
  const auto again = [&](bool force) {
    std::vector<std::string> flags = quick;
    if (force) flags.emplace_back("--force");
    return cordon(folder, with(folder, "mine", flags));
  };
  EXPECT_EQ(again(false).code, 2);
  EXPECT_THAT(again(false).err, HasSubstr("holds results already; --force replaces them, NAME"));
  EXPECT_EQ(again(true).code, 0);
  std::ofstream(folder / "mine/variant.toml") << "extends = \"mine.toml\"\n";
  EXPECT_EQ(again(true).code, 2);
  EXPECT_THAT(again(true).err, HasSubstr("'variant.toml', which is not cordon's"));
  EXPECT_TRUE(std::filesystem::exists(folder / "mine/variant.toml"));
  std::filesystem::create_directory(folder / "other");
  std::ofstream(folder / "other/notes.txt") << "keep";
  EXPECT_EQ(cordon(folder, with(folder, "other", {"--force"})).code, 2);
  EXPECT_EQ(in(folder / "other").size(), 1u);
}

TEST(New, LeavesNothingWhenInterrupted) {
  const Folder folder;
  write_planner_files(folder);
  const std::size_t before = in(folder.path()).size();
  std::vector<std::string> arguments = with(folder, "mine", {"--replications", "100000"});
  std::erase(arguments, "--quiet");
  Program program(folder, arguments);
  ASSERT_TRUE(program.says("replications"));
  program.signal(SIGINT);
  EXPECT_EQ(program.wait().code, 130);
  EXPECT_EQ(in(folder.path()).size(), before);
}

TEST(New, SaysWhenThereIsTooLittleToForecastFrom) {
  const Folder folder;
  std::ofstream(folder / "counts.csv") << "crossing,month,vehicles\nhill,2026-05,3100\n";
  std::ofstream queue(folder / "queue.csv");
  queue << "crossing,time,vehicles\n";
  for (int day = 1; day <= 9; ++day)
    for (int hour = 0; hour < 24; hour += 6)
      queue << fmt::format("hill,2026-06-{:02}T{:02}:00Z,{}\n", day, hour, hour);
  queue.close();
  const Outcome made = cordon(folder, with(folder, "mine", {"--replications", "1"}));
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.out, HasSubstr("No forecasts: "));
  EXPECT_FALSE(std::filesystem::exists(folder / "mine/forecast.csv"));
  EXPECT_TRUE(std::filesystem::exists(folder / "mine/mine.toml"));
}

/// What is said of these files; nothing is left behind.
std::string refused(const std::string& counts, const std::string& queue,
                    std::vector<std::string> more = {}, const std::string& name = "mine") {
  const Folder folder;
  std::ofstream(folder / "counts.csv") << counts;
  std::ofstream(folder / "queue.csv") << queue;
  const Outcome outcome = cordon(folder, with(folder, name, std::move(more)));
  EXPECT_EQ(outcome.code, 2) << counts << queue;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(in(folder.path()).size(), 2u);
  std::string text = outcome.err;
  for (std::size_t at; (at = text.find(folder.path().string() + "/")) != std::string::npos;)
    text.erase(at, folder.path().string().size() + 1);
  return text;
}

constexpr const char* counts = "crossing,month,vehicles\nhill,2026-05,3100\n";
constexpr const char* queue = "crossing,time,vehicles\nhill,2026-06-01T00:00Z,5\n";

TEST(New, RefusesFilesThatAreWrong) {
  EXPECT_EQ(refused("crossing,month,vehicles\nhill,2026-05,-1\n", queue),
            "counts.csv:2:14: is '-1'; expected a number of at least 0\n");
  EXPECT_EQ(refused(counts, "crossing,time\nhill,2026-06-01T00:00Z\n"),
            "queue.csv:1:1: has no column 'vehicles'; expected one\n");
  EXPECT_EQ(refused(counts, ""),
            "queue.csv:1:1: is empty; expected a header line with column names\n");
  EXPECT_EQ(refused(counts, queue),
            "cordon: queue.csv: the queue of hill (lorries, entry) was not seen in every hour of "
            "the week; expected observations at most 24 h apart for a week or longer\n");
}

TEST(New, RefusesFlagsThatCannotBe) {
  EXPECT_THAT(refused(counts, queue, {"--time-zone", "Mars"}), HasSubstr("--time-zone: is 'Mars'"));
  EXPECT_THAT(refused(counts, queue, {"--booked", "hil"}), HasSubstr("did you mean 'hill'?"));
  EXPECT_THAT(refused(counts, queue, {"--memory", "0"}), HasSubstr("from 0.01 to 1"));
  EXPECT_THAT(refused(counts, queue, {"--memory", "nan"}), HasSubstr("from 0.01 to 1"));
  EXPECT_THAT(refused(counts, queue, {"--origins", "-1"}), HasSubstr("a whole number"));
  EXPECT_THAT(refused(counts, queue, {}, ".."), Not(HasSubstr("std::")));
}

}  // namespace
}  // namespace cordon::testing::new_test
