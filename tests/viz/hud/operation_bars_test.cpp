#include "viz/hud/operation_bars.hpp"

#include <gtest/gtest.h>

namespace cordon::viz::operation_bars_test {
namespace {

trace::OperationShape days(const std::string& name, int from, int to) {
  const auto day = [](int n) { return Duration{n * 24h}.count(); };
  return {name, "", day(from), day(to), {}};
}
constexpr Time day(int n) { return start_of_run + n * 24h; }

TEST(OperationBars, StandInOneRowWhereNoneOverlap) {
  const std::vector operations{days("late", 5, 7), days("early", 1, 3), days("next", 3, 5)};
  const auto bars = operation_bars(operations, day(10), 3);
  ASSERT_EQ(bars.size(), 3u);
  EXPECT_EQ(rows_of(bars), 1);
  EXPECT_EQ(bars[0].operation, 1u) << "in the order in which they begin";
  for (const OperationBar& bar : bars) EXPECT_EQ(bar.label_ends, bar.ends);
}

TEST(OperationBars, StandInRowsWhereTheyOverlap) {
  const std::vector operations{days("a", 0, 10), days("b", 2, 4), days("c", 3, 6), days("d", 5, 8)};
  const auto bars = operation_bars(operations, day(20), 3);
  ASSERT_EQ(bars.size(), 4u);
  EXPECT_EQ(rows_of(bars), 3);
  EXPECT_EQ(bars[1].row, 1);
  EXPECT_EQ(bars[2].row, 2);
  EXPECT_EQ(bars[3].row, 1) << "which is free again";
  for (const OperationBar& bar : bars) EXPECT_EQ(bar.label_ends, bar.ends);
}

TEST(OperationBars, NoLabelReachesIntoTheNextWhereThereAreTooFewRows) {
  const std::vector operations{days("a", 0, 10), days("b", 1, 9), days("c", 2, 12),
                               days("d", 3, 5)};
  const auto bars = operation_bars(operations, day(20), 2);
  EXPECT_EQ(rows_of(bars), 2);
  EXPECT_EQ(bars[2].row, 1) << "the row that is free first";
  EXPECT_EQ(bars[1].label_ends, day(2));
  for (const OperationBar& one : bars)
    for (const OperationBar& other : bars)
      if (&one != &other && one.row == other.row && one.begins <= other.begins) {
        EXPECT_LE(one.label_ends, other.begins);
      }
}

TEST(OperationBars, AreNotToldOfBeforeTheyBegin) {
  const std::vector operations{days("a", 0, 10), days("b", 1, 9)};
  EXPECT_EQ(operation_bars(operations, day(0), 3).size(), 1u);
  EXPECT_EQ(rows_of(operation_bars({}, day(0), 3)), 1);
}

}  // namespace
}  // namespace cordon::viz::operation_bars_test
