// What a user may get wrong: each is told in one line, with exit code 2, and leaves nothing behind.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.hpp"

namespace cordon::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<std::string> in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    if (name != "stdout.txt" && name != "stderr.txt") names.push_back(name);
  }
  return names;
}

void expect_one_line(const Outcome& outcome, const std::string& said) {
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(lines_in(outcome.err), 1u) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr(said));
  EXPECT_EQ(outcome.out, "");
}

TEST(BadInput, UnknownFlag) {
  const Folder folder;
  expect_one_line(cordon(folder, {"run", data("two_posts.toml"), "--sede", "7"}),
                  "did you mean '--seed'?");
}

TEST(BadInput, NoCommandOrAnUnknownOne) {
  const Folder folder;
  expect_one_line(cordon(folder, {}), "subcommand");
  expect_one_line(cordon(folder, {"rnu"}), "did you mean 'run'?");
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

TEST(BadInput, ProblemsOfSeveralFilesAreAllTold) {
  const Folder folder;
  const Outcome outcome =
      cordon(folder, {"check", data("two_posts.toml"), "none.toml", "nothing.toml"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(lines_in(outcome.err), 2u) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("good"));
}

}  // namespace
}  // namespace cordon::testing
