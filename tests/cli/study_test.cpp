// What `run` and `compare` leave when all goes well, or is interrupted.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/cli/program.hpp"

namespace cordon::testing::study_test {
namespace {

using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;

nlohmann::json json_of(const std::filesystem::path& file) {
  return nlohmann::json::parse(text_of(file));
}

Outcome run(const Folder& folder, const std::string& place, std::vector<std::string> more = {}) {
  std::vector<std::string> all = {"run",   data("two_posts.toml"),   "--replications", "4",
                                  "--out", (folder / place).string()};
  all.insert(all.end(), more.begin(), more.end());
  return cordon(folder, all);
}

TEST(Run, LeavesAWholeFolder) {
  const Folder folder;
  const Outcome outcome = run(folder, "r");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("wait_mean"));
  EXPECT_THAT(outcome.out, HasSubstr("Unfinished at the end"));
  EXPECT_THAT(outcome.out, ContainsRegex("time lost at .*\n.* lorries, entry  waiting for the "));
  EXPECT_THAT(outcome.out, Not(HasSubstr("\033")));
  const auto manifest = json_of(folder / "r/manifest.json");
  EXPECT_EQ(manifest["status"], "complete");
  EXPECT_EQ(manifest["replications"], 4);
  EXPECT_EQ(manifest["scenarios"][0]["name"], "two_posts");
  for (const char* file : {"scenario.toml", "inputs/volumes.csv", "measures.csv", "queues.csv"})
    EXPECT_TRUE(std::filesystem::exists(folder / "r" / file)) << file;
}

// Once a day they would be the queues of one hour of the day.
TEST(Run, SaysTheMeanOfItsQueuesWhereTheyAreSeenOftenEnough) {
  const Folder folder;
  const auto said = [&](const std::string& every) {
    const Outcome outcome =
        cordon(folder, {"run", data("two_posts.toml"), "--replications", "1", "--out",
                        (folder / "r").string(), "--force", "--set", "length='400 d'", "--set",
                        "record.queues_every='" + every + "'"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return outcome.out;
  };
  EXPECT_THAT(said("6 h"), HasSubstr("By this one run the queues of all lines together"));
  EXPECT_THAT(said("8 h"), Not(HasSubstr("By this one run")));
}

TEST(Run, DescribesEveryColumnOfItsTables) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r").code, 0);
  const auto package = json_of(folder / "r/datapackage.json");
  for (const auto& resource : package["resources"]) {
    std::string header;
    for (const auto& field : resource["schema"]["fields"]) {
      header += (header.empty() ? "" : ",") + field["name"].get<std::string>();
      EXPECT_FALSE(field["description"].get<std::string>().empty());
    }
    const std::string table = text_of(folder / "r" / resource["path"].get<std::string>());
    EXPECT_EQ(table.substr(0, table.find("\r\n")), header);
  }
}

TEST(Run, GivesTheSameBytesForAnyJobsAndFromItsOwnResults) {
  const Folder folder;
  ASSERT_EQ(run(folder, "one", {"--jobs", "1"}).code, 0);
  ASSERT_EQ(run(folder, "three", {"--jobs", "3"}).code, 0);
  const Outcome again = cordon(folder, {"run", (folder / "one/scenario.toml").string(),
                                        "--replications", "4", "--out", (folder / "x").string()});
  ASSERT_EQ(again.code, 0) << again.err;
  for (const char* other : {"three", "x"}) {
    for (const char* file : {"measures.csv", "queues.csv", "scenario.toml"})
      EXPECT_EQ(text_of(folder / "one" / file), text_of(folder / other / file)) << other << file;
    EXPECT_EQ(json_of(folder / "one/manifest.json")["result_sha256"],
              json_of(folder / other / "manifest.json")["result_sha256"]);
  }
}

TEST(Run, ReplacesResultsOnlyWhenForced) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r").code, 0);
  const std::string before = text_of(folder / "r/measures.csv");
  const Outcome refused = run(folder, "r", {"--seed", "2"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(lines_in(refused.err), 1u) << refused.err;
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(text_of(folder / "r/measures.csv"), before);
  EXPECT_EQ(run(folder, "r", {"--seed", "2", "--force"}).code, 0);
  EXPECT_NE(text_of(folder / "r/measures.csv"), before);
}

TEST(Run, NeverReplacesAFolderWithAFileOfTheUsersOwn) {
  const Folder folder;
  ASSERT_EQ(run(folder, "r").code, 0);
  std::ofstream(folder / "r/notes.txt") << "mine";
  const Outcome refused = run(folder, "r", {"--force"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("holds 'notes.txt', which is not cordon's"));
  EXPECT_EQ(text_of(folder / "r/notes.txt"), "mine");
}

TEST(Run, GoesOnUntilThePrecisionIsReached) {
  const Folder folder;
  const Outcome outcome = cordon(folder, {"run", data("two_posts.toml"), "--precision",
                                          "detections=8%", "--out", (folder / "r").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_GT(json_of(folder / "r/manifest.json")["replications"], 20);
  EXPECT_THAT(outcome.out, Not(HasSubstr("The precision wanted")));
}

TEST(Compare, OverridesAnOperationWhereThereIsOne) {
  const Folder folder;
  const auto compare = [&](const std::string& set) {
    return cordon(folder, {"compare", data("two_posts.toml"), data("joint_action.toml"),
                           "--replications", "2", "--out", (folder / "c").string(), "--set", set});
  };
  ASSERT_EQ(compare("operation.southern_gate.secrecy=0.625").code, 0);
  EXPECT_THAT(text_of(folder / "c/variants/joint_action/scenario.toml"), HasSubstr("0.625"));
  EXPECT_THAT(text_of(folder / "c/scenario.toml"), Not(HasSubstr("0.625")));
  EXPECT_EQ(compare("operation.nowhere.secrecy=0.625").code, 2);
}

TEST(Compare, SaysWhatCameOut) {
  const Folder folder;
  const Outcome outcome =
      cordon(folder, {"compare", data("two_posts.toml"), data("more_search.toml"), "--replications",
                      "10", "--quiet", "--out", (folder / "c").string()});
  ASSERT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("Compared with two_posts, more_search"));
  EXPECT_THAT(outcome.out, HasSubstr("Bonferroni: 98.75 % each"));
  EXPECT_THAT(outcome.out, ContainsRegex("wait_mean of .*\n  lorries, entry  min "));
  EXPECT_THAT(outcome.out, ContainsRegex("time lost at .* variant +change\n.* lorries, entry "));
  EXPECT_THAT(outcome.out, HasSubstr("Zero in both: balked"));
  const std::string table = text_of(folder / "c/comparison.csv");
  EXPECT_EQ(table.substr(0, table.find("\r\n")),
            "variant_name,measure,family,unit,crossing,direction,vehicle_class,commodity,baseline,"
            "variant,difference,low,high,confidence,p,p_adjusted,replications,verdict,"
            "bootstrap_low,bootstrap_high,replications_unpaired");
  EXPECT_THAT(table, HasSubstr("more_search,illicit_passed,enforcement,vehicles,all,all,all,all,"));
  EXPECT_THAT(table, HasSubstr(",better,"));
  EXPECT_TRUE(std::filesystem::exists(folder / "c/variants/more_search/scenario.toml"));
}

TEST(Compare, FindsNoDifferenceOfAScenarioFromItself) {
  const Folder folder;
  const Outcome outcome = cordon(folder, {"compare", data("two_posts.toml"), data("two_posts.toml"),
                                          "--replications", "3", "--out", (folder / "c").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("two_posts-2 cannot be told apart from two_posts"));
  for (const char* word : {"better", "worse", "higher\n", "lower\n"})
    EXPECT_THAT(outcome.out.substr(0, outcome.out.find("Measures that are not")),
                Not(HasSubstr(word)));
}

TEST(Run, WarnsWhenManyTurnBack) {
  const Folder folder;
  const Outcome outcome = run(folder, "r", {"--set", "line.north_lorry_entry.road_capacity=2"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              ContainsRegex("Warning: two_posts: [0-9.]+ % of lorries at north .entry."));
}

TEST(Compare, KeepsVariantsOfAnyFileNameInAFolderOfTheirOwn) {
  const Folder folder;
  for (const char* name : {"two_posts.toml", "volumes.csv", "more_search.toml"})
    std::filesystem::copy(data(name), folder / name);
  const std::vector<std::string> odd = {"...toml", ".toml", "new\nline.toml",
                                        std::string(200, 'x') + ".toml"};
  std::vector<std::string> arguments = {"compare", (folder / "two_posts.toml").string()};
  for (const std::string& name : odd) {
    std::filesystem::copy(data("more_search.toml"), folder / name);
    arguments.push_back((folder / name).string());
  }
  for (const char* more : {"--replications", "2", "--set", "length=3 h", "--out"})
    arguments.emplace_back(more);
  arguments.push_back((folder / "r").string());
  const Outcome outcome = cordon(folder, arguments);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const std::string& name : {std::string("scenario"), std::string("toml"),
                                  std::string("new_line"), std::string(80, 'x')})
    EXPECT_TRUE(std::filesystem::exists(folder / "r/variants" / name / "scenario.toml")) << name;
  EXPECT_EQ(in(folder / "r/variants").size(), odd.size());
}

TEST(Compare, WarnsOfFewDetections) {
  const Folder folder;
  const Outcome outcome =
      cordon(folder, {"compare", data("two_posts.toml"), data("more_search.toml"), "--replications",
                      "2", "--set", "length=3 h", "--out", (folder / "c").string()});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("detections in all replications together"));
}

TEST(Interrupted, KeepsWhatHasFinished) {
  const Folder folder;
  Program program(folder, {"run", data("two_posts.toml"), "--replications", "100000", "--jobs", "2",
                           "--verbose", "--out", (folder / "r").string()});
  ASSERT_TRUE(program.says("replication 5,"));
  program.signal(SIGINT);
  const Outcome outcome = program.wait();
  EXPECT_EQ(outcome.code, 130);
  EXPECT_THAT(outcome.out, HasSubstr("Interrupted"));
  const auto manifest = json_of(folder / "r/manifest.json");
  EXPECT_EQ(manifest["status"], "interrupted");
  const auto kept = manifest["replications"].get<std::size_t>();
  EXPECT_GE(kept, 5u);
  std::set<std::string> numbers;
  std::istringstream table(text_of(folder / "r/measures.csv"));
  for (std::string row; std::getline(table, row);)
    numbers.insert(row.substr(0, row.find(',', row.find(',') + 1)));
  EXPECT_EQ(numbers.size(), kept + 1);  // and the header
  EXPECT_EQ(run(folder, "r").code, 0) << "incomplete results may be replaced";
}

TEST(Interrupted, TwiceStopsAtOnceAndLeavesNoResults) {
  const Folder folder;
  Program program(folder, {"run", data("two_posts.toml"), "--replications", "2", "--set",
                           "length=20000 d", "--jobs", "1", "--out", (folder / "r").string()});
  std::this_thread::sleep_for(std::chrono::seconds(2));
  program.signal(SIGINT);
  ASSERT_TRUE(program.says("again to stop at once"));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  program.signal(SIGINT);
  EXPECT_EQ(program.wait().code, 130);
  EXPECT_TRUE(in(folder.path()).empty());
}

// Wherever the second signal comes, results are whole or not there at all.
TEST(Interrupted, TwiceWhileFinishingLeavesNoHalfOfAFolder) {
  for (const int pause_ms : {0, 10, 40, 100}) {
    const Folder folder;
    Program program(folder, {"compare", data("two_posts.toml"), data("more_search.toml"),
                             "--replications", "100000", "--out", (folder / "r").string()});
    std::this_thread::sleep_for(std::chrono::seconds(1));
    program.signal(SIGINT);
    ASSERT_TRUE(program.says("again to stop at once"));
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
    program.signal(SIGTERM);
    const int code = program.wait().code;
    EXPECT_TRUE(code == 130 || code == 128 + SIGTERM) << code;
    if (in(folder.path()).empty()) continue;
    EXPECT_EQ(in(folder.path()), std::vector<std::string>{"r"}) << pause_ms;
    EXPECT_EQ(json_of(folder / "r/manifest.json")["status"], "interrupted");
  }
}

TEST(Interrupted, NotBySignalsThatItWasStartedToIgnore) {
  const Folder folder;
  Program program(
      folder,
      {"run", data("two_posts.toml"), "--replications", "600", "--out", (folder / "r").string()},
      [] { std::signal(SIGHUP, SIG_IGN); });
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  program.signal(SIGHUP);
  EXPECT_EQ(program.wait().code, 0);
  EXPECT_EQ(json_of(folder / "r/manifest.json")["status"], "complete");
}

TEST(Help, HasAnExampleForEveryCommandAndFitsTheTerminal) {
  const Folder folder;
  for (const std::string command : {"check", "run", "compare", "describe", "export"}) {
    const Outcome outcome = cordon(folder, {command, "--help"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.out, HasSubstr("\n  cordon " + command)) << command;
    EXPECT_THAT(outcome.out, Not(ContainsRegex("[^\n]{99}")));
    EXPECT_THAT(cordon(folder, {command, "--version"}).out, HasSubstr("cordon 0."));
  }
  EXPECT_THAT(cordon(folder, {"--version"}).out, HasSubstr("cordon 0."));
}

TEST(Progress, IsPlainLinesWhereThereIsNoTerminal) {
  const Folder folder;
  const Outcome outcome = run(folder, "r");
  EXPECT_THAT(outcome.err, ContainsRegex("^4 of 4 replications, .* in all\n$"));
  EXPECT_THAT(run(folder, "r", {"--force", "--verbose"}).err, HasSubstr("1 scenario, "));
  EXPECT_EQ(run(folder, "r", {"--force", "--quiet"}).err, "");
}

TEST(Progress, IsABarOnATerminalThatIsWideEnough) {
  const Folder folder;
  const std::vector<std::string> arguments = {"run", data("two_posts.toml"), "--out",
                                              (folder / "r").string(), "--force"};
  const std::string wide = on_a_terminal(arguments, 120), narrow = on_a_terminal(arguments, 40);
  EXPECT_THAT(wide, HasSubstr("\r[                              ] 0 of 20 replications\033[K"));
  EXPECT_THAT(wide, HasSubstr("\r[==============================] 20 of 20 replications, "));
  EXPECT_THAT(wide, HasSubstr("\033[1mTwo posts\033[0m"));
  EXPECT_THAT(narrow, Not(HasSubstr("=====")));
  EXPECT_THAT(narrow, HasSubstr("\r20 of 20 replications"));
  EXPECT_THAT(on_a_terminal(arguments, 120, {"TERM=dumb"}), Not(HasSubstr("\033")));
  const std::string colourless = on_a_terminal(arguments, 120, {"NO_COLOR=1"});
  EXPECT_THAT(colourless, Not(HasSubstr("\033[1m")));
}

TEST(Describe, KnowsParametersMeasuresAndTheirSchema) {
  const Folder folder;
  EXPECT_THAT(cordon(folder, {"describe", "wait_mean"}).out, HasSubstr("lower is better"));
  EXPECT_THAT(cordon(folder, {"describe", "line.NAME.lanes"}).out, HasSubstr("lanes"));
  EXPECT_THAT(cordon(folder, {"describe", "displacement"}).out, HasSubstr("other crossings"));
  EXPECT_TRUE(nlohmann::json::parse(cordon(folder, {"describe", "--schema"}).out).is_object());
  EXPECT_THAT(cordon(folder, {"describe", "--markdown"}).out, HasSubstr("| key | meaning |"));
}

}  // namespace
}  // namespace cordon::testing::study_test
