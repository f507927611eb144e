#include "analysis/selection/local_search.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "tests/analysis/selection/asked.hpp"

namespace cordon::local_search_test {
namespace {

using ::cordon::testing::Asked;
using ::cordon::testing::each;
using ::cordon::testing::NormalPlans;

// Two valleys: the one at 3 is 1 deep, the one at 16 is 2 deep.
double valleys(int x) { return std::min(std::abs(x - 3) - 1, std::abs(x - 16) - 2); }

TEST(LocalSearch, LeavesALocalOptimumOnlyByRestarting) {
  const NormalPlans noise{8, {0}, 3, 0};
  const auto value = [&](const Decision& decision, int r) {
    return valleys(decision[0]) + noise.value(0, r);
  };
  const DecisionSpace line{{0}, {20}, {}};
  const LocalSearchResult once = local_search(each(value), line, {1}, {.budget = 2000});
  EXPECT_EQ(once.best, Decision{3});
  EXPECT_TRUE(once.local_optimum);
  Asked<Decision> asked(each(value));
  const LocalSearchResult again =
      local_search(asked.recorded(), line, {1}, {.budget = 2000, .restarts = 8});
  EXPECT_EQ(again.best, Decision{16});
  EXPECT_EQ(again.searches, 9);
  EXPECT_EQ(again.visited, asked.counts.size());
}

// Two decisions that are equal in truth: the other one is called clearly better by chance, before
// `most` replications, in at most 5 % of 2,000 tries (three standard errors above are 6.5 %), and
// at the first of five looks, all that the smaller budget affords, in 1 % (1.7 %).
TEST(LocalSearch, IsSeldomMisledByChance) {
  constexpr int tries = 2000;
  int moved = 0, moved_at_once = 0, undecided = 0;
  for (std::uint64_t seed = 1; seed <= tries; ++seed) {
    const NormalPlans noise{seed, {0, 0}, 1, 0.5};
    const auto value = [&](const Decision& decision, int r) {
      return noise.value(static_cast<std::size_t>(decision[0]), r);
    };
    const auto searched = [&](int budget) {
      return local_search(each(value), {{0}, {1}, {}}, {0}, {.budget = budget, .most = 128});
    };
    const LocalSearchResult found = searched(1000);
    if (found.best == Decision{1} && found.used < 128) ++moved;
    if (found.used == 128) ++undecided;
    if (searched(16).best == Decision{1}) ++moved_at_once;
  }
  EXPECT_LE(moved, 0.065 * tries);
  EXPECT_LE(moved_at_once, 0.017 * tries);
  EXPECT_GE(undecided, 0.87 * tries);
  EXPECT_LE(undecided, 0.97 * tries);
}

// The first two replications are wrong about which is better, and all eight are right.
TEST(LocalSearch, ReturnsWhenMoreReplicationsShowThatItWentWrong) {
  const auto value = [](const Decision& decision, int r) {
    if (decision[0] == 0) return 10.0;
    return r < 2 ? 5 + 0.01 * r : 20.0 + r;
  };
  const LocalSearchResult found =
      local_search(each(value), {{0}, {1}, {}}, {0}, {.budget = 100, .first_stage = 2, .most = 8});
  EXPECT_EQ(found.best, Decision{0});
  EXPECT_EQ(found.simulated, 16);
  EXPECT_TRUE(found.local_optimum);
}

// Differences of 3 and -2 in turn, which are never significant, are 0.5 on average.
TEST(LocalSearch, TakesTheBetterMeanWhenReplicationsRunOut) {
  const auto value = [](const Decision& x, int r) { return x[0] * (r % 2 == 0 ? -3.0 : 2.0); };
  const LocalSearchResult found =
      local_search(each(value), {{0}, {1}, {}}, {0}, {.budget = 1000, .most = 64});
  EXPECT_EQ(found.best, Decision{1});
  EXPECT_EQ(found.used, 64);
  EXPECT_DOUBLE_EQ(found.mean, -0.5);
}

// Only moving one helps at first, the last of six changes, and after that only one more does.
TEST(LocalSearch, TriesAllNeighboursOfEachDecisionItComesTo) {
  const auto value = [](const Decision& x, int r) {
    if (x == Decision{1, 1}) return 10.0 + r;
    if (x == Decision{2, 0}) return 5.0 + r;
    return x == Decision{3, 0} ? 1.0 + r : 20.0 + r;
  };
  const LocalSearchResult found =
      local_search(each(value), {{0, 0}, {3, 3}, {}}, {1, 1}, {.budget = 2000});
  EXPECT_EQ(found.best, (Decision{3, 0}));
}

TEST(LocalSearch, SaysHowSureItIs) {
  const NormalPlans noise{8, {0}, 3, 0};
  const auto bowl = [&](const Decision& x, int r) {
    return std::abs(x[0] - 5) + noise.value(0, r);
  };
  const auto flat = [&](const Decision&, int r) { return noise.value(0, r); };
  const DecisionSpace line{{0}, {20}, {}};
  EXPECT_EQ(local_search(each(bowl), line, {9}, {.budget = 2000}).unclear, 0);
  EXPECT_EQ(local_search(each(flat), line, {9}, {.budget = 2000}).unclear, 2);
  // The first variable is of no use, here and on the way.
  const auto valley = [&](const Decision& x, int r) { return 5 * std::abs(x[1] - 5) + r; };
  EXPECT_EQ(local_search(each(valley), {{0, 0}, {2, 9}, {}}, {1, 3}, {.budget = 9000}).unclear, 2);
  // 20, 19, 18 and no more; the budget is never exceeded.
  const LocalSearchResult cut = local_search(each(bowl), line, {20}, {.budget = 25});
  EXPECT_FALSE(cut.local_optimum);
  EXPECT_EQ(cut.best, Decision{18});
  EXPECT_EQ(cut.simulated, 24);
}

TEST(LocalSearch, MaximisesToo) {
  const auto hill = [](const Decision& x, int r) { return r - std::abs(x[0] - 6) + 2 * x[1]; };
  const LocalSearchResult found = local_search(each(hill), {{0, 0}, {9, 9}, {}}, {4, 0},
                                               {.budget = 2000, .aim = Aim::maximise});
  EXPECT_EQ(found.best, (Decision{6, 9}));
  EXPECT_DOUBLE_EQ(found.mean, 18 + (found.used - 1) / 2.0);
}

TEST(LocalSearch, RefusesSettingsOutOfRange) {
  const auto zero = each([](const Decision&, int) { return 0.0; });
  const DecisionSpace line{{0}, {9}, {}};
  const auto refused = [&](const Decision& start, const SearchSettings& settings) {
    EXPECT_THROW((void)local_search(zero, line, start, settings), std::invalid_argument);
  };
  EXPECT_NO_THROW((void)local_search(zero, line, {0}, {.budget = 8}));
  refused({10}, {.budget = 8});
  refused({0, 0}, {.budget = 8});
  refused({0}, {.budget = 7});
  refused({0}, {.budget = 8, .first_stage = 1});
  refused({0}, {.budget = 8, .most = 7});
  refused({0}, {.budget = 8, .level = 0});
  refused({0}, {.budget = 8, .level = 0.5});
}

}  // namespace
}  // namespace cordon::local_search_test
