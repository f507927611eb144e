// Measures period by period: counts add up to those of the whole, and every period is measured as
// the whole is.

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "sim/run/replicate.hpp"
#include "tests/support/busy_border.hpp"

namespace cordon::periods_test {
namespace {

Scenario by_weeks() {
  Scenario s = testing::busy_border();
  s.warm_up = 48h;
  s.length = 24h * 23;
  s.record.period = 168h;
  return s;
}

std::map<std::string, double> by_period(const Replication& run, std::string_view measure) {
  std::map<std::string, double> values;
  for (const MeasureValue& v : run.values) {
    Labels plain = v.labels;
    plain.period = "all";
    if (v.measure->name == measure && plain == Labels{}) values[v.labels.period] = v.value;
  }
  return values;
}

TEST(Periods, BeginWhereTheLastEnds) {
  const auto run = replicate(make_setup(by_weeks()), 1, 0, 1, 1).front();
  std::set<std::string> names;
  for (const auto& [name, unused] : by_period(run, "arrivals")) names.insert(name);
  EXPECT_EQ(names, (std::set<std::string>{"2026-07-01", "2026-07-08", "2026-07-15", "all"}));
}

TEST(Periods, BeginAfterALongWarmUp) {
  Scenario s = by_weeks();
  s.warm_up = 24h * 9;
  const auto run = replicate(make_setup(s), 1, 0, 1, 1).front();
  std::set<std::string> names;
  for (const auto& [name, unused] : by_period(run, "arrivals")) names.insert(name);
  EXPECT_EQ(names, (std::set<std::string>{"2026-07-08", "2026-07-15", "all"}));
}

TEST(Periods, AddUpToTheWhole) {
  const auto run = replicate(make_setup(by_weeks()), 1, 0, 1, 1).front();
  for (const char* measure : {"arrivals", "crossed", "controls", "officer_hours", "seizures",
                              "reports_sent", "cost", "vehicle_hours_waited"}) {
    auto values = by_period(run, measure);
    const double all = values.extract("all").mapped();
    double sum = 0;
    for (const auto& [name, value] : values) sum += value;
    EXPECT_GT(all, 0) << measure;
    // Who comes in one period and is found in the next belongs to neither's finds.
    const double slack = std::string_view(measure) == "seizures" ? 0.1 : 1e-9;
    EXPECT_NEAR(sum / all, 1, slack) << measure;
  }
}

TEST(Periods, LeaveTheWholeAsItIs) {
  Scenario s = by_weeks();
  const auto with = replicate(make_setup(s), 1, 0, 1, 1).front();
  s.record.period = 0h;
  const auto without = replicate(make_setup(s), 1, 0, 1, 1).front();
  ASSERT_GT(with.values.size(), without.values.size());
  for (std::size_t i = 0; i < without.values.size(); ++i) {
    EXPECT_EQ(with.values[i].labels, without.values[i].labels);
    const bool is_known = without.values[i].value == without.values[i].value;
    EXPECT_TRUE(!is_known || with.values[i].value == without.values[i].value);
  }
}

TEST(APeriod, IsMeasuredAsARunOfItsLengthAfterAWarmUp) {
  Scenario s = by_weeks();
  const auto run = replicate(make_setup(s), 1, 0, 1, 1).front();
  s.record.period = 0h;
  s.length = s.warm_up + 168h;
  const auto first_week = replicate(make_setup(s), 1, 0, 1, 1).front();
  for (const char* measure : {"arrivals", "wait_mean", "wait_p95", "queue_mean", "utilisation"})
    EXPECT_EQ(by_period(run, measure).at("2026-07-01"), testing::total(first_week, measure))
        << measure;
}

}  // namespace
}  // namespace cordon::periods_test
