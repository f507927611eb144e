// Sweeps as a user runs them: whole, in shards, killed and gone on with.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "tests/cli/program.hpp"
#include "tests/cli/table.hpp"

namespace cordon::testing::sweep_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

std::vector<std::string> sweep_to(const std::filesystem::path& out,
                                  const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"sweep", data("experiment.toml"), "--out", out.string()};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

// The tables of a sweep that nothing has disturbed.
const std::string& undisturbed_runs() {
  static const std::string text = [] {
    const Folder folder;
    const Outcome done = cordon(folder, sweep_to(folder / "r"));
    EXPECT_EQ(done.code, 0) << done.err;
    return text_of(folder / "r" / "runs.csv");
  }();
  return text;
}

TEST(ASweep, LeavesWhatItSays) {
  const Folder folder;
  const Outcome done = cordon(folder, sweep_to(folder / "r"));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(in(folder / "r"),
              UnorderedElementsAre("manifest.json", "datapackage.json", "experiment.toml",
                                   "scenario.toml", "inputs", "variants", "designs.csv", "runs.csv",
                                   "summary.csv", "sweep.json", "report.html"));
  EXPECT_FALSE(std::filesystem::exists(folder / "r.sweep"));
  EXPECT_THAT(done.out, HasSubstr("4 designs, 3 replications of each in 2 scenarios, 24 runs"));
  EXPECT_EQ(text_of(folder / "r" / "designs.csv"),
            "design,red,time\r\n1,0.05,1\r\n2,0.05,1.5\r\n3,0.1,1\r\n4,0.1,1.5\r\n");
  EXPECT_EQ(lines_in(undisturbed_runs()), 25u);
  EXPECT_THAT(undisturbed_runs(), HasSubstr("\r\n1,1,two_posts,1,done,,"));
  EXPECT_THAT(undisturbed_runs(), ::testing::Not(HasSubstr(",\r\n")));  // a post has its wait
}

// What a sweep says of a design is what `cordon run` says of it.
TEST(ASweep, AgreesWithSingleRuns) {
  const Folder folder;
  const Outcome run = cordon(
      folder,
      {"run", data("two_posts.toml"), "--replications", "3", "--out", (folder / "run").string(),
       "--set", "length=1 d", "--set", "selection.red=0.05", "--set",
       "layout.road.stage.customs.time.lorry={ erlang = { stages = 3, mean = \"7.5 min\" } "
       "}"});
  ASSERT_EQ(run.code, 0) << run.err;
  const Table measures = table_of(folder / "run" / "measures.csv");
  std::ofstream(folder / "runs.csv", std::ios::binary) << undisturbed_runs();
  const Table sweep = table_of(folder / "runs.csv");
  int compared = 0;
  for (const auto& single : measures.rows) {
    const auto said = [&](const char* name) { return single[measures.column(name)]; };
    const std::string measure = said("measure");
    bool is_total = measure == "wait_mean" || measure == "controls";
    for (const char* label : {"crossing", "direction", "stage", "vehicle_class", "commodity",
                              "country", "authority", "period"})
      is_total = is_total && said(label) == "all";
    if (!is_total) continue;
    for (const auto& row : sweep.rows) {
      const auto of = [&](const std::string& name) { return row[sweep.column(name)]; };
      if (of("design") != "2" || of("scenario") != "two_posts" ||
          of("replication") != said("replication"))
        continue;
      EXPECT_EQ(of(measure), said("value"));
      ++compared;
    }
  }
  EXPECT_EQ(compared, 6);
}

TEST(ASweep, IsTheSameForAnyNumberOfThreads) {
  const Folder folder;
  for (const char* jobs : {"1", "3"}) {
    ASSERT_EQ(cordon(folder, sweep_to(folder / "r", {"--jobs", jobs, "--force"})).code, 0);
    EXPECT_EQ(text_of(folder / "r" / "runs.csv"), undisturbed_runs());
  }
}

TEST(ASweep, InShardsMergesToTheSame) {
  const Folder folder;
  const auto shard = [&](const char* part) {
    return cordon(folder, sweep_to(folder / "r", {"--shard", part}));
  };
  EXPECT_THAT(shard("2/3").out, HasSubstr("Shard 2-of-3 is complete; 2 of 3 are not."));
  const Outcome early = cordon(folder, sweep_to(folder / "r", {"--merge"}));
  EXPECT_EQ(early.code, 2);
  EXPECT_THAT(early.err, HasSubstr("2 of 3 shards are not complete: 1-of-3 and 3-of-3"));
  const Outcome other = cordon(folder, sweep_to(folder / "r", {"--shard", "1/4"}));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("was begun in 3 shards, and this is one of 4"));
  EXPECT_EQ(shard("1/3").code, 0);
  EXPECT_THAT(shard("3/3").out, HasSubstr("and so are all others"));
  const Outcome merged = cordon(folder, sweep_to(folder / "r", {"--merge"}));
  EXPECT_EQ(merged.code, 0) << merged.err;
  EXPECT_EQ(text_of(folder / "r" / "runs.csv"), undisturbed_runs());
  EXPECT_FALSE(std::filesystem::exists(folder / "r.sweep"));
}

// Ten kills at random moments; the seed is fixed, and where they fall depends on the machine.
TEST(ASweep, ThatIsKilledTenTimesGoesOnToTheSameBytes) {
  const Folder folder;
  std::mt19937 luck(20);
  std::uniform_int_distribution<int> milliseconds(5, 120);
  int kills = 0;
  for (int life = 0; life < 10; ++life) {
    Program sweep(folder, sweep_to(folder / "r", {"--resume", "--jobs", "2"}));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(luck)));
    sweep.signal(SIGKILL);
    const int code = sweep.wait().code;
    kills += code == 128 + SIGKILL ? 1 : 0;
  }
  EXPECT_GE(kills, 1);
  const Outcome done = cordon(folder, sweep_to(folder / "r", {"--resume"}));
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(text_of(folder / "r" / "runs.csv"), undisturbed_runs());
}

TEST(ASweep, ThatIsInterruptedKeepsWhatItHas) {
  const Folder folder;
  Program sweep(folder, sweep_to(folder / "r", {"--set", "replications=4000"}));
  const auto journal = folder / "r.sweep" / "1-of-1.csv";
  for (int tries = 0; tries < 1200 && lines_in(text_of(journal)) < 10; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  sweep.signal(SIGINT);
  const Outcome stopped = sweep.wait();
  EXPECT_EQ(stopped.code, 130);
  EXPECT_THAT(stopped.err, HasSubstr("are kept in"));
  EXPECT_FALSE(std::filesystem::exists(folder / "r"));
  const std::string kept = text_of(folder / "r.sweep" / "1-of-1.csv");
  const std::string begun =
      undisturbed_runs().substr(0, std::min(kept.size(), undisturbed_runs().size()));
  EXPECT_EQ(kept.substr(0, begun.size()), begun);
  const Outcome again = cordon(folder, sweep_to(folder / "r"));
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("has begun already; --resume goes on, --force begins anew"));
}

TEST(ASweep, TakesMoreReplicationsLater) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, sweep_to(folder / "r", {"--set", "replications=1"})).code, 0);
  EXPECT_EQ(lines_in(text_of(folder / "r" / "runs.csv")), 9u);
  const Outcome taken = cordon(folder, sweep_to(folder / "r"));
  EXPECT_EQ(taken.code, 2);
  EXPECT_THAT(taken.err, HasSubstr("holds results already"));
  const Outcome more = cordon(folder, sweep_to(folder / "r", {"--resume"}));
  ASSERT_EQ(more.code, 0) << more.err;
  EXPECT_EQ(text_of(folder / "r" / "runs.csv"), undisturbed_runs());
}

TEST(ASweep, NamesWhatHasChangedOfItsExperiment) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, sweep_to(folder / "r", {"--set", "replications=1"})).code, 0);
  const Outcome changed =
      cordon(folder, sweep_to(folder / "r", {"--resume", "--set", "factor.red.levels=[0.05]"}));
  EXPECT_EQ(changed.code, 2);
  EXPECT_EQ(lines_in(changed.err), 1u) << changed.err;
  EXPECT_THAT(changed.err, HasSubstr("was begun with another experiment: factor.red.levels is "
                                     "[0.05], and was [0.05, 0.1]"));
}

TEST(ASweep, CanBeRunAgainFromItsResults) {
  const Folder folder;
  ASSERT_EQ(cordon(folder, sweep_to(folder / "r")).code, 0);
  const Outcome again = cordon(folder, {"sweep", (folder / "r" / "experiment.toml").string(),
                                        "--out", (folder / "again").string()});
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(text_of(folder / "again" / "runs.csv"), undisturbed_runs());
}

TEST(ASweep, KeepsTheRowOfARunThatFailed) {
  const Folder folder;
  // That there is no such roster the scenario says, not the experiment.
  const Outcome done = cordon(
      folder,
      sweep_to(folder / "r", {"--set", "factor.red.keys=[\"team.north_customs.roster\"]", "--set",
                              "factor.red.levels=[\"day_and_night\", \"nights\"]"}));
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("12 runs failed; runs.csv says why"));
  EXPECT_THAT(text_of(folder / "r" / "runs.csv"), HasSubstr("\r\n1,3,two_posts,1,failed,"));
  EXPECT_THAT(text_of(folder / "r" / "runs.csv"), HasSubstr("'nights'"));
}

TEST(ASweep, ReplicatesUntilItIsPrecise) {
  const Folder folder;
  const auto rows = [&](const char* share) {
    const Outcome done = cordon(
        folder, sweep_to(folder / "r", {"--force", "--set", "replications=20", "--set",
                                        std::string("precision={ wait_mean = ") + share + " }"}));
    EXPECT_EQ(done.code, 0) << done.err;
    return lines_in(text_of(folder / "r" / "runs.csv")) - 1;
  };
  EXPECT_EQ(rows("0.9"), 160u);
  EXPECT_GT(rows("0.1"), 160u);
  EXPECT_EQ(rows("0.1") % 8, 0u);  // whole rounds
}

TEST(ASweep, IsCheckedWithItsTime) {
  const Folder folder;
  const Outcome good = cordon(folder, {"check", data("experiment.toml")});
  EXPECT_EQ(good.code, 0) << good.err;
  EXPECT_THAT(good.out, HasSubstr("2 factors, 4 designs, 2 scenarios, 3 replications: 24 runs, "
                                  "about "));
  const Outcome over = cordon(folder, sweep_to(folder / "r", {"--set", "budget=20"}));
  EXPECT_EQ(over.code, 2);
  EXPECT_THAT(over.err, HasSubstr("needs 24 runs, and has a budget of 20"));
}

TEST(ASweep, HasOneLineForAScenarioGivenByMistake) {
  const Folder folder;
  for (const char* scenario : {"two_posts.toml", "more_search.toml"}) {  // the latter extends it
    const Outcome done = cordon(folder, {"sweep", data(scenario)});
    EXPECT_EQ(done.code, 2);
    EXPECT_EQ(done.err, data(scenario) + ":1:1: is no experiment: it names no `scenarios`\n");
  }
}

TEST(ASweep, WritesScriptsForSlurmAndSaysWhereThereIsNone) {
  const Folder folder;
  const Outcome done =
      cordon(folder, sweep_to(folder / "a b", {"--slurm", "--shards", "2", "--partition", "night"}),
             [] { setenv("PATH", "/nowhere", 1); });
  EXPECT_EQ(done.code, 2);
  EXPECT_THAT(done.err, HasSubstr("sbatch: cannot be started; the scripts are written"));
  const std::string array = text_of(folder / "a b.sweep" / "array.sbatch");
  EXPECT_THAT(array, HasSubstr("#SBATCH --array=1-2\n"));
  EXPECT_THAT(array, HasSubstr("#SBATCH --partition=night\n"));
  EXPECT_THAT(array, HasSubstr("a b' --shard \"$SLURM_ARRAY_TASK_ID/2\""));
  EXPECT_THAT(text_of(folder / "a b.sweep" / "merge.sbatch"), HasSubstr("--merge\n"));
}

}  // namespace
}  // namespace cordon::testing::sweep_test
