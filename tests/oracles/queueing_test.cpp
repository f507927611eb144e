// Exact queueing theory. Each run discards a warm-up that is long against its queue.

#include <gtest/gtest.h>

#include <ostream>

#include "tests/oracles/oracle.hpp"
#include "tests/support/observe.hpp"

namespace cordon::queueing_test {
namespace {

using namespace oracle;

struct Case {
  double per_hour, service_seconds;
  int lanes;
  double wait_probability, wait_minutes, power;
  friend std::ostream& operator<<(std::ostream& out, const Case& c) {
    return out << c.per_hour << " an hour, " << c.service_seconds << " s, " << c.lanes << " lanes";
  }
};

class ErlangC : public ::testing::TestWithParam<Case> {};

TEST_P(ErlangC, MeanWaitOfOneStageWithExponentialTimes) {
  const Case c = GetParam();
  const double load = c.per_hour * c.service_seconds / 3600;
  const double exact = erlang_c(c.lanes, load) * c.service_seconds / (c.lanes - load) / 60;
  EXPECT_NEAR(erlang_c(c.lanes, load), c.wait_probability, 5e-5);
  EXPECT_NEAR(exact, c.wait_minutes, 6e-3);
  const auto runs = run(one_stage(c.per_hour, Distribution::exponential(c.service_seconds), c.lanes,
                                  24h * 420, 24h * 20));
  expect_agrees(estimate(runs, "wait_mean"), exact, "wait", c.power);
  expect_agrees(estimate(runs, "queue_mean"), exact * c.per_hour / 60, "queue, by Little's law",
                2 * c.power);
  expect_agrees(estimate(runs, "utilisation"), load / c.lanes, "utilisation", 0.01);
}

INSTANTIATE_TEST_SUITE_P(PublishedCases, ErlangC,
                         ::testing::Values(Case{60, 120, 3, 0.4444, 0.889, 0.05},
                                           Case{90, 180, 5, 0.7625, 4.575, 0.08},
                                           Case{100, 210, 6, 0.9242, 19.41, 0.15}));

// Pollaczek-Khinchine with squared coefficient of variation 1/3: 24 an hour, 2 min.
TEST(PollaczekKhinchine, MeanWaitOfOneLaneWithErlang3Times) {
  const double load = 24 * 120 / 3600.0;
  const double exact = load * 120 * (1 + 1.0 / 3) / (2 * (1 - load)) / 60;
  EXPECT_NEAR(exact, 5.333, 1e-3);
  const auto runs = run(one_stage(24, Distribution::erlang(3, 120), 1, 24h * 420, 24h * 20));
  expect_agrees(estimate(runs, "wait_mean"), exact, "wait", 0.05);
}

// Non-preemptive priorities: authorised economic operators go first. Which operators are
// authorised is drawn anew in every replication, so each is compared with its own exact value.
// Source: Cobham 1954, for one exponential service rate and c lanes.
struct Waits {
  Welford first, others;
  void on(const ServiceBegan& e, const Crossing& here, Time now) {
    const Vehicle& v = here.vehicles[e.vehicle];
    if (v.joined < begun) return;
    (v.declaration.aeo ? first : others).add(seconds(now - v.joined));
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time now) { begun = now; }
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
  Time begun = never;
};

TEST(Cobham, MeanWaitsOfPriorityAndOrdinaryVehicles) {
  constexpr int lanes = 3, operators = 1000;
  constexpr double service = 150, per_hour = 0.85 * lanes * 3600 / service;
  Scenario scenario =
      one_stage(per_hour, Distribution::exponential(service), lanes, 24h * 420, 24h * 20);
  scenario.trader.operators = operators;
  scenario.trader.aeo_share = 0.1;
  const auto setup = make_setup(scenario);
  Welford first_off, others_off;
  double exact_first = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    World world = build_world(setup, 1, r);
    Waits waits;
    testing::observe(world, waits);
    double share = 0;  // of the traffic that is lodged by authorised operators, under Zipf's law
    for (std::uint32_t n = 1; n <= operators; ++n)
      if (world.luck.uniform(Subject{source_of("trader"), n}, VehicleLuck::trader) < 0.1)
        share += std::log((n + 1.0) / n) / std::log(operators + 1.0);
    const double busy = 0.85, all_busy = erlang_c(lanes, busy * lanes);
    const double first = all_busy * service / lanes / (1 - busy * share);
    const double others = first / (1 - busy);
    first_off.add(waits.first.mean() - first);
    others_off.add(waits.others.mean() - others);
    exact_first += first / replications;
  }
  const double root = std::sqrt(static_cast<double>(replications));
  EXPECT_LE(std::abs(first_off.mean()), critical_t() * std::sqrt(first_off.variance()) / root);
  EXPECT_LE(std::abs(others_off.mean()), critical_t() * std::sqrt(others_off.variance()) / root);
  EXPECT_LT(critical_t() * std::sqrt(first_off.variance()) / root, 0.08 * exact_first);
}

}  // namespace
}  // namespace cordon::queueing_test
