// Sweeps: their order, what they keep, and that stopping them changes nothing.

#include "analysis/sweep/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "analysis/results/output_file.hpp"
#include "analysis/sweep/in_order.hpp"
#include "analysis/sweep/work_folder.hpp"
#include "tests/support/folder.hpp"

namespace cordon::sweep_test {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::text_of;

TEST(ARunOrder, TakesEachReplicationOfAllDesignsFirst) {
  const RunOrder order(3, 2);
  EXPECT_EQ(order.runs(4), 24u);
  EXPECT_EQ(order.at(0), (RunId{1, 0, 0}));
  EXPECT_EQ(order.at(1), (RunId{1, 0, 1}));
  EXPECT_EQ(order.at(5), (RunId{1, 2, 1}));
  EXPECT_EQ(order.at(6), (RunId{2, 0, 0}));
  EXPECT_EQ(order.at(23), (RunId{4, 2, 1}));
}

TEST(Shards, HaveEveryRunOnce) {
  for (const std::uint64_t runs : {0u, 1u, 2u, 7u, 24u}) {
    std::vector<int> seen(runs, 0);
    std::uint64_t all = 0;
    for (std::uint32_t n = 1; n <= 5; ++n) {
      const Shard shard{n, 5};
      all += shard.share_of(runs);
      for (std::uint64_t k = 0; k < shard.share_of(runs); ++k) ++seen.at(shard.index_of(k));
    }
    EXPECT_EQ(all, runs);
    EXPECT_THAT(seen, ::testing::Each(1));
  }
}

TEST(JobsInOrder, AreHandedOverInOrderByAnyNumberOfThreads) {
  for (const int threads : {1, 2, 7}) {
    std::vector<std::uint64_t> got;
    const auto work = [](std::uint64_t job) {
      if (job % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      return job * job;
    };
    const auto done = [&](std::uint64_t job, std::uint64_t square) {
      EXPECT_EQ(square, job * job);
      got.push_back(job);
    };
    EXPECT_EQ(do_in_order(3, 300, threads, work, done), 300u);
    ASSERT_EQ(got.size(), 297u);
    for (std::size_t i = 0; i < got.size(); ++i) EXPECT_EQ(got[i], i + 3);
  }
}

TEST(JobsInOrder, HoldFewResultsBackHoweverLongOneTakes) {
  std::atomic<int> begun{0};
  const auto work = [&](std::uint64_t job) {
    ++begun;
    if (job == 0) std::this_thread::sleep_for(std::chrono::milliseconds(200));
    return job;
  };
  int most = 0, handed_over = 0;
  (void)do_in_order(0, 5000, 2, work, [&](std::uint64_t, std::uint64_t) {
    most = std::max(most, begun - handed_over);
    ++handed_over;
  });
  EXPECT_LE(most, 2 * 64 + 2);
}

TEST(JobsInOrder, StopAndThrow) {
  std::stop_source stop;
  const auto work = [](std::uint64_t job) { return job; };
  const auto at_ten = [&](std::uint64_t job, std::uint64_t) {
    if (job == 10) stop.request_stop();
  };
  const auto reached = do_in_order(0, 1000, 3, work, at_ten, stop.get_token());
  EXPECT_GE(reached, 11u);
  EXPECT_LT(reached, 1000u);
  const auto fail = [](std::uint64_t job, std::uint64_t) {
    if (job == 20) throw std::runtime_error("the disk is full");
  };
  EXPECT_THROW((void)do_in_order(0, 1000, 3, work, fail), std::runtime_error);
  EXPECT_EQ(do_in_order(5, 5, 3, work, fail), 5u);
}

const RunColumns columns{{"baseline", "with, comma"}, {"wait_mean", "cost"}, 7};

TEST(AJournal, ReadsWhatItWrote) {
  const Folder folder;
  const RunRow row{{3, 12, 1}, "", {0.1, std::numeric_limits<double>::quiet_NaN()}};
  const RunRow failed{{3, 13, 0}, "no \"way\",\nfound", {}};
  Journal journal(folder / "j.csv", columns);
  journal.add(columns.line(row));
  journal.add(columns.line(failed));
  EXPECT_EQ(journal.rows(), 2u);
  EXPECT_EQ(text_of(folder / "j.csv"),
            "replication,design,scenario,seed,status,reason,wait_mean,cost\r\n"
            "3,13,\"with, comma\",7,done,,0.1,\r\n"
            "3,14,baseline,7,failed,\"no \"\"way\"\", found\",,\r\n");
  RowReader rows(folder / "j.csv", columns);
  RunRow read;
  ASSERT_TRUE(rows.next(read));
  EXPECT_EQ(read.id, row.id);
  EXPECT_EQ(read.values[0], 0.1);
  EXPECT_TRUE(std::isnan(read.values[1]));
  ASSERT_TRUE(rows.next(read));
  EXPECT_EQ(read.failure, "no \"way\", found");
  EXPECT_FALSE(rows.next(read));
}

TEST(AJournal, GoesOnBehindTheLastWholeLine) {
  const Folder folder;
  const std::string header = columns.header();
  const std::string line = columns.line({{1, 0, 0}, "", {1, 2}});
  for (const std::string torn :
       {"", "1,1,base", "1,2,baseline,7,done,,1,2", "1,2,baseline,7,done,,1,2\r"}) {
    std::ofstream(folder / "j.csv", std::ios::binary) << header << line << torn;
    const Journal journal(folder / "j.csv", columns);
    EXPECT_EQ(journal.rows(), 1u);
    EXPECT_EQ(text_of(folder / "j.csv"), header + line) << torn;
  }
  std::ofstream(folder / "j.csv", std::ios::binary) << header.substr(0, 9);  // killed at once
  { EXPECT_EQ(Journal(folder / "j.csv", columns).rows(), 0u); }
  EXPECT_EQ(text_of(folder / "j.csv"), header);
  std::ofstream(folder / "j.csv", std::ios::binary) << "other,columns\r\n";
  EXPECT_THROW(Journal(folder / "j.csv", columns), OutputError);
}

TEST(AJournal, IsWrittenByOneProcessAtATime) {
  const Folder folder;
  const Journal journal(folder / "j.csv", columns);
  EXPECT_THROW(Journal(folder / "j.csv", columns), OutputError);
}

TEST(AChangedExperiment, IsNamedByItsKeys) {
  const std::map<std::string, std::string> then = {{"seed", "1"}, {"factor.x.levels", "[1, 2]"}};
  EXPECT_EQ(difference_between(then, then), "");
  EXPECT_EQ(difference_between({{"seed", "2"}, {"factor.x.levels", "[1, 2]"}}, then),
            "seed is 2, and was 1");
  EXPECT_EQ(difference_between({{"factor.y.levels", "[1, 2]"}, {"seed", "1"}}, then),
            "factor.y.levels is [1, 2], and was not there; factor.x.levels is not there, and was "
            "[1, 2]");
}

}  // namespace
}  // namespace cordon::sweep_test
