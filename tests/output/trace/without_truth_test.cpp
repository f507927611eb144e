#include "sim/output/trace/without_truth.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sim/output/trace/names.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/recorded_trace.hpp"

namespace cordon::trace::without_truth_test {
namespace {

using cordon::testing::busy_border_with_operation;
using cordon::testing::read_trace;
using cordon::testing::ReadTrace;
using cordon::testing::trace_of;

struct Both {
  ReadTrace truth, without;
};
const Both& traces() {
  static const Both both = [] {
    Scenario s = busy_border_with_operation(24h * 6);
    cordon::testing::add_journeys(s);
    const auto setup = make_setup(s);
    return Both{read_trace(trace_of(setup, true, 1)), read_trace(trace_of(setup, false, 1))};
  }();
  return both;
}

TEST(WithoutTruth, NoRowSaysWhatAVehicleHidesOrWhatAGroupDoes) {
  EXPECT_TRUE(traces().truth.header.truth);
  EXPECT_FALSE(traces().without.header.truth);
  for (const Row& row : traces().without.rows) {
    ASSERT_TRUE(events()[row.event].seen);
    for (const Key key : events()[row.event].fields)
      ASSERT_FALSE(field(key).truth && holds(row, key)) << field(key).name;
  }
}

// A group's vehicle is a vehicle like any other: nothing in its name tells it apart. One that comes
// to another border is known again.
TEST(WithoutTruth, VehiclesAreNumberedAsTheyArrive) {
  std::uint32_t next = 0;
  int known_again = 0;
  for (const Row& row : traces().without.rows) {
    if (row.event != number_of<VehicleArrived> || slot(row, Key::initial) == 1) continue;
    if (traces().without.header.sources.at(vehicle(row).source).starts_with("initial/")) continue;
    ASSERT_EQ(vehicle(row).source, source_of(unnamed_source));
    ASSERT_LE(vehicle(row).number, next);
    known_again += vehicle(row).number < next;
    next += vehicle(row).number == next;
  }
  EXPECT_GT(known_again, 100);
  EXPECT_GT(next, 10000u);
  for (const auto& [source, name] : traces().without.header.sources)
    EXPECT_TRUE(name == unnamed_source || name.starts_with("initial/")) << name;
}

TEST(WithoutTruth, AllElseIsAsItWas) {
  std::map<Subject, Subject> new_name;
  auto other = traces().without.rows.begin();
  for (Row row : traces().truth.rows) {
    if (!events()[row.event].seen) continue;
    ASSERT_NE(other, traces().without.rows.end());
    if (slot_in(row.event, Key::vehicle) >= 0) {
      const auto at = new_name.emplace(vehicle(row), vehicle(*other)).first;
      ASSERT_EQ(at->second, vehicle(*other)) << "a vehicle has changed its name";
    }
    for (const Key key : events()[row.event].fields)
      ASSERT_TRUE(key == Key::vehicle || field(key).truth || slot(row, key) == slot(*other, key));
    ++other;
  }
  EXPECT_EQ(other, traces().without.rows.end());
  std::set<Subject> names;
  for (const auto& [old, name] : new_name) EXPECT_TRUE(names.insert(name).second);
}

}  // namespace
}  // namespace cordon::trace::without_truth_test
