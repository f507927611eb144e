#include "sim/output/trace/tracer.hpp"

#include <gtest/gtest.h>

#include "tests/support/recorded_trace.hpp"

namespace cordon::trace::tracer_test {
namespace {

using cordon::testing::busy_border_with_operation;
using cordon::testing::read_trace;
using cordon::testing::trace_of;

// Who takes the rows in memory gets those that a trace would have, and in the same order.
TEST(Tracer, GivesTheRowsThatATraceHas) {
  const auto setup = make_setup(busy_border_with_operation(48h));
  for (const bool truth : {true, false}) {
    std::vector<Row> rows;
    Tracer tracer(*setup, truth, [&](std::span<const Row> more) {
      rows.insert(rows.end(), more.begin(), more.end());
    });
    const auto written = read_trace(trace_of(setup, truth, 1, tracer));
    EXPECT_GT(rows.size(), 5000u);
    EXPECT_EQ(rows, written.rows) << "truth: " << truth;
  }
}

}  // namespace
}  // namespace cordon::trace::tracer_test
