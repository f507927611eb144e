#include "sim/engine/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "sim/engine/distribution.hpp"

namespace cordon::statistics_test {
namespace {

/// Waits in microseconds, lognormal, mean 12 minutes: many orders of magnitude.
std::vector<std::int64_t> waits(int count, double cv) {
  const Distribution wait = Distribution::lognormal(720e6, cv);
  std::mt19937 bits{20230419};
  std::vector<std::int64_t> values;
  for (int i = 0; i < count; ++i) {
    const double u = (static_cast<double>(bits()) + 0.5) * 0x1p-32;
    values.push_back(std::llround(wait.sample(u)));
  }
  return values;
}

/// All values added to one, and the same dealt to several that are then merged from last to first.
template <class Statistic, class Value>
void expect_equal_in_any_order(const std::vector<Value>& values) {
  Statistic whole;
  std::vector<Statistic> parts(7);
  for (std::size_t i = 0; i < values.size(); ++i) {
    whole.add(values[i]);
    parts[(i * i) % 5].add(values[i]);  // some parts stay empty
  }
  Statistic forwards;
  Statistic backwards;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    forwards.merge(parts[i]);
    backwards.merge(parts[parts.size() - 1 - i]);
  }
  EXPECT_EQ(forwards, whole);
  EXPECT_EQ(backwards, whole);
}

TEST(Moments, AreThoseOfTheTextbook) {
  Moments m;
  for (std::int64_t value : {2, 4, 4, 4, 5, 5, 7, 9}) m.add(value);
  EXPECT_EQ(m.count(), 8);
  EXPECT_EQ(m.min(), 2);
  EXPECT_EQ(m.max(), 9);
  EXPECT_DOUBLE_EQ(m.mean(), 5.0);
  EXPECT_DOUBLE_EQ(m.variance(), 32.0 / 7.0);
}

TEST(Moments, OfNothingAreNotANumber) {
  Moments m;
  EXPECT_TRUE(std::isnan(m.mean()));
  m.add(1h);
  EXPECT_DOUBLE_EQ(m.mean(), 3.6e9);
  EXPECT_TRUE(std::isnan(m.variance()));
}

TEST(Moments, AreExactForHugeAndNegativeValues) {
  constexpr std::int64_t far = std::int64_t{1} << 60;
  Moments m;
  for (std::int64_t i = -2; i <= 2; ++i) m.add(far + i);
  EXPECT_DOUBLE_EQ(m.mean(), static_cast<double>(far));
  EXPECT_DOUBLE_EQ(m.variance(), 2.5);
  Moments negative;
  for (std::int64_t i = -2; i <= 2; ++i) negative.add(-far + 7 * i);
  EXPECT_DOUBLE_EQ(negative.variance(), 2.5 * 49.0);
  Moments both = m;
  both.merge(negative);
  EXPECT_DOUBLE_EQ(both.mean(), 0.0);
  EXPECT_NEAR(both.variance() / (static_cast<double>(far) * static_cast<double>(far)), 10.0 / 9.0,
              1e-15);
}

TEST(Moments, MergeToTheSameInAnyOrder) { expect_equal_in_any_order<Moments>(waits(10'000, 3.0)); }

TEST(Welford, AgreesWithExactMoments) {
  Moments exact;
  Welford all;
  std::vector<Welford> parts(3);
  const std::vector<std::int64_t> values = waits(10'000, 0.6);
  for (std::size_t i = 0; i < values.size(); ++i) {
    exact.add(values[i]);
    all.add(static_cast<double>(values[i]));
    if (i > 3) parts[i % 2].add(static_cast<double>(values[i]));
    if (i <= 3) parts[2].add(static_cast<double>(values[i]));
  }
  EXPECT_NEAR(all.mean(), exact.mean(), 1e-13 * exact.mean());
  EXPECT_NEAR(all.variance(), exact.variance(), 1e-12 * exact.variance());
  Welford merged;
  for (const Welford& part : parts) merged.merge(part);
  merged.merge(Welford{});
  EXPECT_EQ(merged.count(), all.count());
  EXPECT_NEAR(merged.mean(), exact.mean(), 1e-13 * exact.mean());
  EXPECT_NEAR(merged.variance(), exact.variance(), 1e-12 * exact.variance());
}

TEST(Welford, DoesNotCancel) {
  Welford w;
  for (double value : {1e9 + 1.0, 1e9 + 2.0, 1e9 + 3.0}) w.add(value);
  EXPECT_DOUBLE_EQ(w.variance(), 1.0);
  EXPECT_TRUE(std::isnan(Welford{}.mean()));
  EXPECT_TRUE(std::isnan(Welford{}.variance()));
}

TEST(TimeWeighted, AveragesAQueueOverTime) {
  TimeWeighted queue;
  queue.change(start_of_run + 10min, +1);
  queue.change(start_of_run + 20min, +2);
  queue.change(start_of_run + 20min, -1);  // three for no time at all
  queue.set(start_of_run + 50min, 0);
  EXPECT_EQ(queue.value(), 0);
  EXPECT_EQ(queue.max(), 3);
  EXPECT_DOUBLE_EQ(queue.mean(start_of_run + 100min), 0.7);
  EXPECT_EQ(queue.total(start_of_run + 100min).value_microseconds, 70LL * 60'000'000);
}

TEST(TimeWeighted, ForgetsTheWarmUpAndKeepsTheNumber) {
  TimeWeighted queue{start_of_run + 1h, 5};
  EXPECT_TRUE(std::isnan(queue.mean(start_of_run + 1h)));
  queue.set(start_of_run + 2h, 2);
  queue.restart(start_of_run + 3h);
  EXPECT_EQ(queue.value(), 2);
  EXPECT_EQ(queue.max(), 2);
  queue.change(start_of_run + 4h, +2);
  EXPECT_DOUBLE_EQ(queue.mean(start_of_run + 5h), 3.0);
}

TEST(TimeWeighted, IsTheSumOfTheTimesSpentWaiting) {
  std::vector<std::pair<Time, std::int64_t>> changes;
  Int128 waited = 0;
  Time arrival = start_of_run;
  for (std::int64_t wait : waits(1000, 2.0)) {
    arrival += 7min;
    changes.emplace_back(arrival, +1);
    changes.emplace_back(arrival + Duration{wait}, -1);
    waited += wait;
  }
  std::sort(changes.begin(), changes.end());
  TimeWeighted queue;
  for (const auto& [when, by] : changes) queue.change(when, by);
  EXPECT_EQ(queue.value(), 0);
  EXPECT_EQ(queue.total(changes.back().first).value_microseconds, waited);
}

TEST(TimeIntegral, MergesToTheSameInAnyOrder) {
  const TimeIntegral a{.value_microseconds = 100, .span = 10us, .max = 20};
  const TimeIntegral b{.value_microseconds = -4, .span = 30us, .max = 2};
  TimeIntegral ab = a;
  ab.merge(b);
  TimeIntegral ba;
  EXPECT_TRUE(std::isnan(ba.mean()));
  ba.merge(b);
  ba.merge(a);
  EXPECT_EQ(ab, ba);
  EXPECT_DOUBLE_EQ(ab.mean(), 2.4);
  EXPECT_EQ(ab.max, 20);
}

TEST(QuantileSketch, IsExactForSmallValues) {
  QuantileSketch sketch;
  for (std::int64_t value = 0; value < 100; ++value) sketch.add(value);
  QuantileSketch last;
  last.add(255);
  EXPECT_EQ(last.quantile(0.5), 255);
  EXPECT_EQ(sketch.quantile(0.0), 0);
  EXPECT_EQ(sketch.quantile(0.07), 6);  // the 7th of 100
  EXPECT_EQ(sketch.quantile(0.5), 49);
  EXPECT_EQ(sketch.quantile(0.501), 50);
  EXPECT_EQ(sketch.quantile(1.0), 99);
}

TEST(QuantileSketch, ErrsByLessThanOnePartIn128) {
  for (double cv : {0.3, 1.0, 10.0}) {
    std::vector<std::int64_t> values = waits(100'000, cv);
    QuantileSketch sketch;
    for (std::int64_t value : values) sketch.add(value);
    std::sort(values.begin(), values.end());
    for (int rank = 1; rank <= 100'000; rank += rank < 100 ? 1 : 97) {
      const auto exact = static_cast<double>(values[static_cast<std::size_t>(rank) - 1]);
      const auto estimate = static_cast<double>(sketch.quantile(rank / 1e5));
      ASSERT_NEAR(estimate, exact, exact / 128.0) << "rank " << rank;
    }
  }
}

// Else a change of less than a hundredth would show as none at all, or as a whole bucket.
TEST(QuantileSketch, ErrsFarLessWhereManyValuesLieSideBySide) {
  std::vector<std::int64_t> values = waits(100'000, 1.0);
  std::sort(values.begin(), values.end());
  QuantileSketch sketch;
  QuantileSketch a_thousandth_longer;
  for (std::int64_t value : values) {
    sketch.add(value);
    a_thousandth_longer.add(value + value / 1000);
  }
  for (int percent = 5; percent <= 90; ++percent) {
    const auto exact = static_cast<double>(values[static_cast<std::size_t>(percent) * 1000 - 1]);
    const auto estimate = static_cast<double>(sketch.quantile(percent / 100.0));
    const auto longer = static_cast<double>(a_thousandth_longer.quantile(percent / 100.0));
    ASSERT_NEAR(estimate, exact, exact / 2000.0) << percent << " %";
    ASSERT_NEAR(longer - estimate, exact / 1000.0, exact / 2000.0) << percent << " %";
  }
}

TEST(QuantileSketch, TakesEveryValueThereIs) {
  for (int bits = 0; bits < 63; ++bits) {
    const std::int64_t power = std::int64_t{1} << bits;
    for (std::int64_t value : {power - 1, power, power + power / 2}) {
      QuantileSketch sketch;
      sketch.add(value);
      const auto exact = static_cast<double>(value);
      EXPECT_NEAR(static_cast<double>(sketch.quantile(0.5)), exact, exact / 128.0);
    }
  }
  QuantileSketch sketch;
  sketch.add(Duration::max());
  EXPECT_NEAR(static_cast<double>(sketch.quantile(1.0)), 0x1p63, 0x1p56);
}

TEST(QuantileSketch, MergesToTheSameInAnyOrder) {
  expect_equal_in_any_order<QuantileSketch>(waits(10'000, 10.0));
  QuantileSketch a;
  QuantileSketch b;
  a.add(5);
  b.add(6);
  EXPECT_NE(a, b);
}

TEST(QuantileSketch, TakesMemoryForTheRangeAndNotForTheNumber) {
  QuantileSketch sketch;
  EXPECT_EQ(sketch.memory(), 0u);
  for (int i = 0; i < 100'000; ++i) sketch.add(20min);
  EXPECT_EQ(sketch.memory(), 1024u);
  for (std::int64_t wait : waits(100'000, 10.0)) sketch.add(wait);
  EXPECT_LE(sketch.memory(), 60'000u);
}

}  // namespace
}  // namespace cordon::statistics_test
