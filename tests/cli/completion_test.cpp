// What a shell completes, and what other programs read of parameters and measures.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace cordon::testing::completion_test {
namespace {

using ::testing::HasSubstr;

/// What bash offers for the last of these words.
std::string completed(const Folder& folder, const std::string& words, int last) {
  const auto script = folder / "script.sh";
  std::ofstream(script) << cordon(folder, {"completion", "bash"}).out << "COMP_WORDS=(" << words
                        << ")\nCOMP_CWORD=" << last
                        << "\n_cordon\nprintf '%s ' \"${COMPREPLY[@]}\" >'"
                        << (folder / "said").string() << "'\n";
  EXPECT_EQ(std::system(("bash '" + script.string() + "'").c_str()), 0);
  return text_of(folder / "said");
}

TEST(Completion, OffersCommandsAndTheirFlags) {
  const Folder folder;
  EXPECT_EQ(completed(folder, "cordon s", 1), "score sweep sensitivity ");
  EXPECT_EQ(completed(folder, "cordon v", 1), "view ");
  EXPECT_EQ(completed(folder, "cordon sweep --res", 2), "--resume ");
  EXPECT_EQ(completed(folder, "cordon sweep experiment.toml --shar", 3), "--shard --shards ");
  EXPECT_EQ(completed(folder, "cordon run --shar", 2), " ");  // which are those of a sweep
  EXPECT_EQ(completed(folder, "cordon --v", 1), "--version ");
  EXPECT_EQ(completed(folder, "cordon sweep ''", 2), " ");
  EXPECT_THAT(cordon(folder, {"completion", "bash"}).out,
              HasSubstr("\ncomplete -o default -F _cordon cordon\n"));  // files, as bash does
  EXPECT_THAT(cordon(folder, {"completion", "fish"}).out,
              HasSubstr("complete -c cordon -n '__fish_seen_subcommand_from sweep' -l resume -d "
                        "'Go on where it was interrupted, or with more replications'\n"));
  EXPECT_THAT(cordon(folder, {"completion", "fish"}).out,
              HasSubstr("complete -c cordon -n __fish_use_subcommand -a sweep -d "
                        "'Simulate all designs of an experiment'\n"));
  EXPECT_EQ(cordon(folder, {"completion", "cmd"}).code, 2);
}

TEST(Describe, TellsOtherProgramsAllOfIt) {
  const Folder folder;
  const Outcome done = cordon(folder, {"describe", "--json"});
  ASSERT_EQ(done.code, 0) << done.err;
  const auto all = nlohmann::json::parse(done.out);
  const auto named = [&](const char* list, const std::string& name) {
    for (const auto& one : all.at(list))
      if (one.at("name") == name) return one;
    return nlohmann::json();
  };
  EXPECT_EQ(named("measures", "wait_mean").at("unit"), "min");
  EXPECT_EQ(named("measures", "wait_mean").at("verdict"), "lower is better");
  EXPECT_EQ(named("parameters", "line.NAME.lanes").at("may_change"), true);
  EXPECT_EQ(named("parameters", "length").at("required"), true);
  EXPECT_EQ(named("experiment", "optimise.method").at("words").size(), 3u);
  EXPECT_GT(all.at("parameters").size(), 300u);
  for (const auto& one : all.at("parameters")) EXPECT_NE(one.at("meaning"), "") << one;
  EXPECT_EQ(cordon(folder, {"describe", "--json", "--schema"}).code, 2);
}

TEST(Describe, KnowsTheKeysOfExperiments) {
  const Folder folder;
  EXPECT_THAT(cordon(folder, {"describe", "optimise.indifference"}).out,
              HasSubstr("In an experiment:\noptimise.indifference\n"));
  EXPECT_THAT(cordon(folder, {"describe", "--markdown", "--experiment"}).out,
              HasSubstr("| `objective` |"));
  const auto schema =
      nlohmann::json::parse(cordon(folder, {"describe", "--schema", "--experiment"}).out);
  EXPECT_TRUE(schema.at("properties").contains("scenarios"));
}

}  // namespace
}  // namespace cordon::testing::completion_test
