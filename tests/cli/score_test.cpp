// The judgement of scoring engines from outside.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::score_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string shipped(const char* file) {
  return (std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios" / "customs_declarations" / file)
      .string();
}

Outcome score(const Folder& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> all = {"score",   shipped("df_syn_valid_eng.csv"),
                                  "--learn", shipped("df_syn_train_eng.csv"),
                                  "--label", "Fraud"};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

double precision(const Table& table, const std::string& engine, const std::string& share) {
  for (const auto& row : table.rows)
    if (row[table.column("engine")] == engine && row[table.column("share")] == share)
      return std::stod(row[table.column("precision")]);
  return -1;
}

// The marks are those of a plain smoothed scorer, and of trees in what was published.
TEST(Score, ReachesWhatIsPublishedOnInspectedDeclarations) {
  const Folder folder;
  const Outcome outcome = score(folder, {"--out", (folder / "s").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Table table = table_of(folder / "s/score.csv");
  EXPECT_EQ(table.rows.size(), 12u);
  for (const char* engine : {"logistic", "log_odds"}) {
    EXPECT_GE(precision(table, engine, "0.05"), 0.52) << engine;
    EXPECT_GE(precision(table, engine, "0.1"), 0.44) << engine;
  }
  EXPECT_GE(precision(table, "logistic", "0.05"), 0.762);
  EXPECT_NEAR(precision(table, "random", "0.1"), 0.209, 0.05);  // 3.5 standard errors
}

TEST(Score, TellsReasonsOfAllThatAreSelected) {
  const Folder folder;
  ASSERT_EQ(score(folder, {"--out", (folder / "s").string(), "--engine", "logistic"}).code, 0);
  const Table selected = table_of(folder / "s/selected.csv");
  ASSERT_EQ(selected.rows.size(), 813u);
  double last = 1e9;
  for (const auto& row : selected.rows) {
    EXPECT_THAT(row[selected.column("reason_1")], HasSubstr(": +"));
    EXPECT_LE(std::stod(row[selected.column("score")]), last);
    last = std::stod(row[selected.column("score")]);
  }
}

TEST(Score, DoesNotLookAtAnotherOutcome) {
  const Folder folder;
  EXPECT_THAT(score(folder, {"--engine", "random"}).out,
              HasSubstr("Not looked at, as they are no fields of a declaration: Critical Fraud."));
}

TEST(Score, JudgesOnWhatIsNewAlone) {
  const Folder folder;
  const Outcome outcome = score(folder, {"--engine", "log_odds", "--new-only"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Left out: 6715 that repeat one that was learnt"));
}

// What a table of this text, learnt from and judged on, is answered with.
std::string answer(const Folder& folder, const std::string& text,
                   const std::string& label = "hit") {
  const std::string file = (folder / "t.csv").string();
  std::ofstream(file) << text;
  const Outcome outcome = cordon(folder, {"score", file, "--learn", file, "--label", label});
  EXPECT_EQ(outcome.code, 2) << text;
  EXPECT_EQ(outcome.out, "");
  std::string line = outcome.err;
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << line;
  line.pop_back();
  if (const auto at = line.find(file); at != std::string::npos)
    line.replace(at, file.size(), "t.csv");
  return line;
}

TEST(Score, NamesEachProblem) {
  const Folder folder;
  EXPECT_EQ(answer(folder, "importer_id,found\nA,1\n"),
            "t.csv:1:1: has no column 'hit'; expected one with 0 or 1, what the inspection found");
  EXPECT_EQ(answer(folder, "colour,hit\nred,1\n"),
            "t.csv:1:1: has no column of a declaration; expected some, such as importer_id, "
            "hs6_code, country_of_origin, net_mass");
  EXPECT_EQ(answer(folder, "importer_id,hit\nA,yes\n"), "t.csv:2:3: is 'yes'; expected 0 or 1");
  EXPECT_EQ(answer(folder, "net_mass,hit\n-1,1\n"),
            "t.csv:2:1: is '-1'; expected a number of at least 0, or nothing");
  EXPECT_EQ(answer(folder, "net_mass,date,hit\n1,2021-02-30,1\n"),
            "t.csv:2:3: is '2021-02-30'; expected a date such as 2021-03-31");
  EXPECT_EQ(answer(folder, "importer_id,hit\n"),
            "t.csv:1:1: has no declarations; expected at least one");
  EXPECT_EQ(answer(folder, "importer_id,hit\nA,0\n"),
            "cordon: nothing can be learnt: no declaration with hit = 1 in t.csv");
  const std::string none = (folder / "none.csv").string();
  EXPECT_EQ(cordon(folder, {"score", none, "--learn", none, "--label", "hit"}).err,
            none + ": no such file\n");
}

TEST(Score, WritesNothingOverOtherThings) {
  const Folder folder;
  std::filesystem::create_directory(folder / "mine");
  std::ofstream(folder / "mine" / "notes.txt") << "keep";
  const Outcome outcome =
      score(folder, {"--engine", "random", "--out", (folder / "mine").string(), "--force"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(std::filesystem::exists(folder / "mine" / "notes.txt"));
}

}  // namespace
}  // namespace cordon::testing::score_test
