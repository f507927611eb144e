// Injects and sessions as a user has them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::injects_test {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string write(const Folder& folder, const std::string& name, const std::string& text) {
  std::ofstream(folder / name) << text;
  return (folder / name).string();
}

// One line of two_posts is closed in the morning; the reaction never comes, so the other is too.
const std::string closing =
    "title = 'Closing'\n"
    "[inject.north]\nat = '8 h'\ntext = 'Close the north'\nlength = '4 h'\nclosed = ['north']\n"
    "expects = { event = 'OperationBegan', at = 'north', within = '90 min' }\n"
    "contingency = 'south'\n"
    "[inject.south]\ntext = 'Close the south'\nlength = '1 h'\nclosed = ['south']\n"
    "expects = { event = 'LanesChanged', at = 'south', within = '1 h' }\n"
    "contingency = 'never'\n"
    "[inject.never]\ntext = 'Open both'\n";

std::vector<std::string> column(const std::filesystem::path& file, const std::string& name) {
  const Table table = table_of(file);
  std::vector<std::string> values;
  for (const auto& row : table.rows) values.push_back(row[table.column(name)]);
  return values;
}

Outcome run(const Folder& folder, const std::string& scenario, const std::string& place,
            std::vector<std::string> more = {}) {
  std::vector<std::string> all = {"run", scenario, "--replications",
                                  "3",   "--out",  (folder / place).string()};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

std::string hash_of(const Folder& folder, const std::string& place, const char* what) {
  return nlohmann::json::parse(text_of(folder / (place + "/manifest.json")))[what];
}

TEST(Injects, AreToldWithWhatCameOfThem) {
  const Folder folder;
  const std::string injects = write(folder, "closing.toml", closing);
  const Outcome done = run(folder, data("two_posts.toml"), "r", {"--injects", injects});
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("north: OperationBegan at north within 90 min: in 0 of 3\n"));
  EXPECT_THAT(done.out,
              HasSubstr("south (contingency): LanesChanged at south within 1 h: in 3 of 3\n"));
  EXPECT_THAT(text_of(folder / "r/report.html"), HasSubstr("After-action review</h2>"));
  const auto table = folder / "r/injects.csv";
  EXPECT_EQ(column(table, "inject"),
            (std::vector<std::string>{"north", "south", "never", "north", "south", "never", "north",
                                      "south", "never"}));
  EXPECT_EQ(column(table, "happened")[2], "false");
  EXPECT_EQ(column(table, "instead_of")[1], "north");
  EXPECT_EQ(column(table, "time")[1], column(table, "deadline")[0]);
  EXPECT_EQ(column(table, "came")[0], "false");
  EXPECT_EQ(column(table, "came_at")[1], column(table, "time")[1]);
  const auto manifest = nlohmann::json::parse(text_of(folder / "r/manifest.json"));
  EXPECT_EQ(manifest["scenarios"][0]["name"], "two_posts-closing");
  EXPECT_EQ(manifest["scenarios"][0]["made_of"][0]["file"], injects);
  EXPECT_EQ(manifest["scenarios"][0]["made_of"][0]["sha256"].get<std::string>().size(), 64u);
  const auto package = nlohmann::json::parse(text_of(folder / "r/datapackage.json"));
  bool described = false;
  for (const auto& resource : package["resources"]) described |= resource["path"] == "injects.csv";
  EXPECT_TRUE(described);
}

TEST(Injects, GiveTheSameBytesForAnyNumberOfJobs) {
  const Folder folder;
  const std::string injects = write(folder, "closing.toml", closing);
  ASSERT_EQ(run(folder, data("two_posts.toml"), "a", {"--injects", injects, "--jobs", "1"}).code,
            0);
  ASSERT_EQ(run(folder, data("two_posts.toml"), "b", {"--injects", injects, "--jobs", "3"}).code,
            0);
  EXPECT_EQ(hash_of(folder, "a", "result_sha256"), hash_of(folder, "b", "result_sha256"));
  EXPECT_EQ(text_of(folder / "a/injects.csv"), text_of(folder / "b/injects.csv"));
}

TEST(Injects, LeaveAScenarioThatRunsByItselfToTheSameBytes) {
  const Folder folder;
  const std::string injects = write(folder, "closing.toml", closing);
  ASSERT_EQ(run(folder, data("two_posts.toml"), "a", {"--injects", injects}).code, 0);
  ASSERT_EQ(run(folder, (folder / "a/scenario.toml").string(), "b").code, 0);
  for (const char* file : {"measures.csv", "queues.csv", "teams.csv", "scenario.toml"})
    EXPECT_EQ(text_of(folder / "a" / file), text_of(folder / "b" / file)) << file;
  EXPECT_FALSE(std::filesystem::exists(folder / "b/injects.csv"));
}

TEST(Injects, ThatOnlyTellChangeNoMeasure) {
  const Folder folder;
  const std::string injects =
      write(folder, "told.toml", "[inject.one]\nat = '5 h'\ntext = 'Nothing happens'\n");
  ASSERT_EQ(run(folder, data("two_posts.toml"), "a").code, 0);
  ASSERT_EQ(run(folder, data("two_posts.toml"), "b", {"--injects", injects}).code, 0);
  EXPECT_EQ(column(folder / "a/measures.csv", "value"), column(folder / "b/measures.csv", "value"));
}

TEST(Injects, OfWhichOneIsWrongRunNothing) {
  const Folder folder;
  const std::string injects =
      write(folder, "wrong.toml", "[inject.one]\nat = '5 h'\ntext = 'So'\nclosed = ['nort']\n");
  for (const char* command : {"run", "check"}) {
    const Outcome refused = cordon(folder, {command, data("two_posts.toml"), "--injects", injects});
    EXPECT_EQ(refused.code, 2);
    EXPECT_EQ(refused.err, injects +
                               ":4:10: inject.one.closed: is 'nort'; expected the name of a "
                               "crossing or line of the scenario; did you mean 'north'?\n");
  }
  EXPECT_FALSE(std::filesystem::exists(folder / "results"));
}

TEST(Injects, ThatAreNotThereAreToldOnce) {
  const Folder folder;
  const Outcome refused =
      cordon(folder, {"run", data("two_posts.toml"), "--injects", "nowhere.toml"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("nowhere.toml"));
  EXPECT_EQ(lines_in(refused.err), 1u);
}

std::string session(const Folder& folder) {
  write(folder, "closing.toml", closing);
  return write(folder, "session.toml",
               "title = 'What if'\nscenario = '" + data("two_posts.toml") +
                   "'\nseed = 4\nreplication = 2\n"
                   "[branch.closing]\nexercise = 'closing.toml'\n"
                   "[branch.faster]\nparent = 'closing'\n"
                   "[branch.faster.inject.help]\nat = '10 h'\ntext = 'Work faster'\n"
                   "change.all = { key = 'line.*.time_factor', times = 0.5 }\n");
}

TEST(Sessions, AreComparedWithTheirScenario) {
  const Folder folder;
  const Outcome done = cordon(folder, {"compare", session(folder), "--replications", "4", "--out",
                                       (folder / "r").string()});
  ASSERT_EQ(done.code, 0) << done.err;
  const auto manifest = nlohmann::json::parse(text_of(folder / "r/manifest.json"));
  EXPECT_EQ(manifest["seed"], 4);
  std::vector<std::string> names;
  for (const auto& scenario : manifest["scenarios"]) names.push_back(scenario["name"]);
  EXPECT_THAT(names, ElementsAre("two_posts", "closing", "faster"));
  EXPECT_EQ(column(folder / "r/injects.csv", "scenario").size(), 4u * 3 + 4 * 4);
}

TEST(Sessions, StandForOneOfTheirBranches) {
  const Folder folder;
  const std::string file = session(folder);
  const Outcome done = run(folder, file + ":faster", "r", {"--trace"});
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(
      cordon(folder, {"export", (folder / "r").string(), "--out", (folder / "rows.csv").string()})
          .out,
      HasSubstr("of faster, replication 2"));
  EXPECT_EQ(
      nlohmann::json::parse(text_of(folder / "r/manifest.json"))["scenarios"][0]["made_of"].size(),
      2u);
  const Outcome two = cordon(folder, {"compare", data("two_posts.toml"), file + ":closing",
                                      "--replications", "2", "--out", (folder / "c").string()});
  ASSERT_EQ(two.code, 0) << two.err;
  EXPECT_EQ(hash_of(folder, "c", "status"), "complete");
}

TEST(Sessions, SayWhatIsNeededOfThem) {
  const Folder folder;
  const std::string file = session(folder);
  EXPECT_THAT(run(folder, file, "r").err,
              HasSubstr("has several branches; expected " + file + ":NAME"));
  EXPECT_THAT(run(folder, file + ":clossing", "r").err, HasSubstr("did you mean 'closing'?"));
  const Outcome few =
      cordon(folder, {"run", file + ":closing", "--replications", "1", "--out", "r"});
  EXPECT_EQ(few.code, 2);
  EXPECT_EQ(few.err,
            "cordon: --replications: is 1, and the session is of replication 2; expected at least "
            "as many\n");
  EXPECT_EQ(cordon(folder, {"compare", data("two_posts.toml")}).code, 2);
}

TEST(Sessions, AreChecked) {
  const Folder folder;
  const Outcome good =
      cordon(folder, {"check", session(folder), (folder / "closing.toml").string()});
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("good. What if: 2 branches of "));
  EXPECT_THAT(good.out, HasSubstr("good by itself. Closing: 3 injects"));
}

TEST(Describe, TellsOfExercisesAndSessions) {
  const Folder folder;
  EXPECT_THAT(cordon(folder, {"describe", "inject.NAME.contingency"}).out,
              HasSubstr("In an exercise:\ninject.NAME.contingency\n"));
  EXPECT_THAT(cordon(folder, {"describe", "--markdown", "--session"}).out,
              HasSubstr("### `[branch.NAME.inject.NAME.expects]`"));
  const auto schema =
      nlohmann::json::parse(cordon(folder, {"describe", "--schema", "--exercise"}).out);
  EXPECT_TRUE(schema["properties"].contains("inject"));
  const auto all = nlohmann::json::parse(cordon(folder, {"describe", "--json"}).out);
  EXPECT_FALSE(all["exercise"].empty());
  EXPECT_FALSE(all["session"].empty());
}

}  // namespace
}  // namespace cordon::testing::injects_test
