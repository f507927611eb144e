#include "sim/engine/arena.hpp"

#include <gtest/gtest.h>

#include <string>

namespace cordon::arena_test {
namespace {

TEST(Arena, FindsWhatWasAdded) {
  Arena<std::string> arena;
  const auto a = arena.add("a"), b = arena.add("b");
  EXPECT_EQ(arena[a], "a");
  EXPECT_EQ(arena[b], "b");
  EXPECT_EQ(arena.size(), 2u);
}

TEST(Arena, RecyclesSlotsAndTellsGenerationsApart) {
  Arena<std::string> arena;
  const auto old = arena.add("old");
  EXPECT_EQ(arena.remove(old), "old");
  const auto young = arena.add("young");
  EXPECT_EQ(young.index, old.index);
  EXPECT_FALSE(arena.contains(old));
  EXPECT_TRUE(arena.contains(young));
  EXPECT_EQ(arena.capacity(), 1u);
}

TEST(Arena, TheDefaultIdNamesNothing) {
  Arena<std::string> arena;
  arena.add("a");
  EXPECT_FALSE(arena.contains({}));
}

TEST(Arena, VisitsOnlyWhatIsThere) {
  Arena<int> arena;
  const auto a = arena.add(1);
  arena.add(2);
  arena.remove(a);
  int sum = 0;
  arena.for_each([&](auto, int value) { sum += value; });
  EXPECT_EQ(sum, 2);
}

}  // namespace
}  // namespace cordon::arena_test
