#include "analysis/pages/injects_part.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::pages::injects_part_test {
namespace {

TEST(InjectsOf, AddsUpTheReplicationsOfEachInject) {
  ResultTable table;
  table.columns = {"scenario",    "replication", "inject", "time",   "expected_event",
                   "expected_at", "deadline",    "came",   "came_at"};
  const auto row = [&](const char* replication, const char* came, const char* came_at) {
    table.rows.push_back({"night", replication, "scanner", "2026-06-30T04:10:00Z",
                          "MachineRepaired", "medyka", "2026-06-30T10:10:00Z", came, came_at});
  };
  row("1", "true", "2026-06-30T05:10:00Z");
  row("2", "false", "");
  row("3", "true", "2026-06-30T07:10:00Z");
  table.rows.push_back({"night", "1", "late", "", "", "", "", "", ""});
  const auto reviews = injects_of(table, {"baseline", "night"});
  ASSERT_EQ(reviews.size(), 2U);
  EXPECT_EQ(reviews[0].scenario, 1);
  EXPECT_EQ(reviews[0].event, "A machine works again") << "as the run's own page has it";
  EXPECT_EQ(reviews[0].place, "medyka");
  EXPECT_EQ(reviews[0].came, 2);
  EXPECT_EQ(reviews[0].replications, 3);
  EXPECT_DOUBLE_EQ(reviews[0].median, 2);
  EXPECT_DOUBLE_EQ(reviews[0].slowest, 3);
  EXPECT_DOUBLE_EQ(reviews[0].deadline_ms - reviews[0].at_ms, 6 * 3'600'000);
  EXPECT_TRUE(std::isnan(reviews[1].at_ms)) << "it did not happen";
}

}  // namespace
}  // namespace cordon::pages::injects_part_test
