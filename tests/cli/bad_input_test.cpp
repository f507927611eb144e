// What a user may get wrong: each is told in one line, with exit code 2, and leaves nothing behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/cli/program.hpp"

namespace cordon::testing::bad_input_test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

void expect_one_line(const Outcome& outcome, const std::string& said) {
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(lines_in(outcome.err), 1u) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(said));
  EXPECT_EQ(outcome.out, "");
}

TEST(BadInput, UnknownFlag) {
  const Folder folder;
  expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--sede", "7"}),
                  "not expected: --sede 7; did you mean '--seed'?; cordon run --help says");
}

TEST(BadInput, NoCommandOrAnUnknownOne) {
  const Folder folder;
  expect_one_line(cordon(folder, {}), "no command is given; there are check, run, compare");
  expect_one_line(cordon(folder, {"rnu"}), "did you mean 'run'?");
  expect_one_line(cordon(folder, {"--seed", "3", "run"}), "'--seed' stands before the command");
}

TEST(BadInput, MissingFile) {
  const Folder folder;
  expect_one_line(cordon(folder, {"run", "no_such.toml", "--out", (folder / "r").string()}),
                  "no_such.toml");
  EXPECT_TRUE(in(folder.path()).empty());
}

TEST(BadInput, SetWithoutValueOrOfNoParameter) {
  const Folder folder;
  const std::string out = (folder / "r").string();
  expect_one_line(
      cordon(folder, {"run", data("two_posts.toml"), "--out", out, "--set", "nonsense"}),
      "KEY=VALUE");
  expect_one_line(
      cordon(folder, {"run", data("two_posts.toml"), "--out", out, "--set", "lenght=1 d"}),
      "length");
  expect_one_line(
      cordon(folder, {"run", data("two_posts.toml"), "--out", out, "--set", "length=soon"}),
      "length");
  EXPECT_TRUE(in(folder.path()).empty());
}

TEST(BadInput, PrecisionOfNoMeasureOrNoShare) {
  const Folder folder;
  const auto said = [&](const std::string& precision) {
    return cordon(folder, {"run", data("two_posts.toml"), "--precision", precision});
  };
  expect_one_line(said("wait_maen=5%"), "did you mean 'wait_mean'?");
  for (const char* wrong : {"wait_mean", "wait_mean=", "wait_mean=much", "wait_mean=0",
                            "wait_mean=-5%", "wait_mean=200%", "wait_mean=nan"})
    expect_one_line(said(wrong), "--precision");
}

TEST(BadInput, PrimaryMeasuresMustExist) {
  const Folder folder;
  expect_one_line(cordon(folder, {"check", data("two_posts.toml"), "--set",
                                  "primary_measures=[\"wait_maen\"]"}),
                  "'wait_maen' is not a measure");
}

TEST(BadInput, NumbersThatAreNone) {
  const Folder folder;
  for (const char* flag : {"--seed", "--replications", "--jobs"})
    for (const char* wrong : {"many", "-1", "1.5", ""})
      expect_one_line(cordon(folder, {"run", data("two_posts.toml"), flag, wrong}), flag);
  expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--replications", "0"}), "0");
}

TEST(BadInput, PlaceThatCannotBeWritten) {
  const Folder folder;
  std::ofstream(folder / "file") << "no folder";
  expect_one_line(
      cordon(folder, {"run", data("two_posts.toml"), "--out", (folder / "file/r").string()}),
      "cannot be made");
  expect_one_line(
      cordon(folder, {"run", data("two_posts.toml"), "--out", (folder / "file").string()}),
      "holds no results of cordon");
}

TEST(BadInput, FolderOfTheUsersOwnIsNeverReplaced) {
  const Folder folder;
  std::filesystem::create_directory(folder / "thesis");
  std::ofstream(folder / "thesis/chapter.txt") << "dear to me";
  expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--force", "--out",
                                  (folder / "thesis").string()}),
                  "holds no results of cordon");
  EXPECT_EQ(text_of(folder / "thesis/chapter.txt"), "dear to me");
}

TEST(BadInput, FolderThatTheUserIsInOrNoneAtAll) {
  const Folder folder;
  std::filesystem::create_directories(folder / "empty/inner");
  const auto inside = [&] { std::filesystem::current_path(folder / "empty/inner"); };
  for (const std::string place : {".", "..", "../inner"})
    expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--out", place}, inside),
                    "--out " + place + ": is the folder you are in");
  expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--out", ""}), "--out: is empty");
  EXPECT_EQ(in(folder.path()), std::vector<std::string>{"empty"});
  EXPECT_EQ(in(folder / "empty"), std::vector<std::string>{"inner"});
}

TEST(Run, MakesTheFoldersAboveItsOwn) {
  const Folder folder;
  EXPECT_EQ(cordon(folder, {"run", data("two_posts.toml"), "--replications", "1", "--out",
                            (folder / "a/b/r").string()})
                .code,
            0);
  EXPECT_EQ(in(folder / "a/b"), std::vector<std::string>{"r"});
}

TEST(BadInput, PipesDevicesAndFoldersAreNoScenarios) {
  const Folder folder;
  ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
  const std::string pipe = (folder / "pipe").string();
  std::ofstream(folder / "extends.toml") << "extends = \"pipe\"\n";
  for (const std::string& file : {pipe, std::string("/dev/zero"), std::string("/dev/null")})
    expect_one_line(cordon(folder, {"check", file}),
                    file + ": is a device or a pipe; expected a file");
  expect_one_line(cordon(folder, {"check", (folder / "extends.toml").string()}), "is a device");
  expect_one_line(
      cordon(folder, {"check", data("two_posts.toml"), "--set", "volume=\"" + pipe + "\""}),
      "is a device or a pipe");
  expect_one_line(cordon(folder, {"check", folder.path().string()}),
                  "is a directory; expected a file");
}

TEST(BadInput, DescribeOfNothing) {
  const Folder folder;
  expect_one_line(cordon(folder, {"describe", "wait_maen"}), "did you mean 'wait_mean'?");
}

// No file may grow beyond 8 KB: to the program that is what a full disk is.
TEST(FullDisk, LeavesNothingHalfWritten) {
  const Folder folder;
  const auto small_files = [] {
    const rlimit limit{8192, 8192};
    setrlimit(RLIMIT_FSIZE, &limit);
  };
  const Outcome outcome = cordon(folder,
                                 {"run", data("two_posts.toml"), "--replications", "5", "--quiet",
                                  "--out", (folder / "r").string()},
                                 small_files);
  expect_one_line(outcome, "cannot be written");
  EXPECT_TRUE(in(folder.path()).empty());
}

TEST(FullDisk, OfStandardOutputIsTold) {
  const Folder folder;
  const Outcome outcome = cordon(folder, {"describe"}, [] {
    if (!std::freopen("/dev/full", "w", stdout)) _exit(97);
  });
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, StartsWith("cordon: standard output"));
}

TEST(FullDisk, OfStandardErrorLosesNoResults) {
  const Folder folder;
  const Outcome outcome = cordon(
      folder,
      {"run", data("two_posts.toml"), "--replications", "2", "--out", (folder / "r").string()}, [] {
        if (!std::freopen("/dev/full", "w", stderr)) _exit(97);
      });
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder / "r/manifest.json"));
}

TEST(ClosedOutput, DoesNotEndUpInTheResults) {
  const Folder folder;
  const auto run = [&](const char* place, const std::function<void()>& before) {
    return cordon(folder,
                  {"run", data("two_posts.toml"), "--replications", "2", "--verbose", "--out",
                   (folder / place).string()},
                  before);
  };
  EXPECT_EQ(run("closed", [] { close(0), close(1), close(2); }).code, 0);
  EXPECT_EQ(run("open", {}).code, 0);
  for (const char* file : {"measures.csv", "queues.csv", "scenario.toml"})
    EXPECT_EQ(text_of(folder / "closed" / file), text_of(folder / "open" / file)) << file;
}

TEST(Check, IsSilentOfGoodFilesWhenQuiet) {
  const Folder folder;
  const Outcome outcome = cordon(folder, {"check", "--quiet", data("two_posts.toml"), "none.toml"});
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "none.toml: no such file\n");
}

TEST(BadInput, ProblemsOfSeveralFilesAreAllTold) {
  const Folder folder;
  const Outcome outcome =
      cordon(folder, {"check", data("two_posts.toml"), "none.toml", "nothing.toml"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(lines_in(outcome.err), 2u) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("good"));
}

}  // namespace
}  // namespace cordon::testing::bad_input_test
