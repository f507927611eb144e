// Exact theory of arrivals: in lots, and by a demand that changes with the hour.

#include <boost/math/distributions/chi_squared.hpp>

#include "tests/oracles/oracle.hpp"
#include "tests/support/observe.hpp"

namespace cordon::arrivals_test {
namespace {

using namespace oracle;

// Containers come in lots by chance, to one lane.
Scenario lots(double calls_per_hour, const Distribution& size, const Distribution& check) {
  Scenario s = one_stage(0, Distribution::constant(0), 1, 24h * 420, 24h * 20);
  s.volume.clear();
  s.line["line"].vehicle_class = VehicleClass::container;
  s.flow["lorries"].vehicle_class = VehicleClass::container;
  s.flow["lorries"].origins.clear();
  s.layout["road"].stage["check"].time.container = check;
  s.terminal["quay"].crossing = "post";
  s.lot["feeder"].terminal = "quay";
  s.lot["feeder"].size = size;
  s.lot["feeder"].rate_per_hour = calls_per_hour;
  return s;
}

// M^[X]/M/1: lots of size X that come off at once. The mean number there is
// r (1 + E[X^2] / E[X]) / (2 (1 - r)) for a load of r; the wait follows by Little's law.
// Source: Gross, Shortle, Thompson, Harris, Fundamentals of Queueing Theory, 4th ed., section 3.1.
TEST(ArrivalsInLots, MeanWaitOfOneLane) {
  constexpr double calls = 2, mean = 3, square = 13, service_min = 6;  // sizes of 1 and 5
  const double load = calls * mean * service_min / 60;
  const double there = load * (1 + square / mean) / (2 * (1 - load));
  const double exact = 60 * there / (calls * mean) - service_min;
  EXPECT_NEAR(exact, 34, 1e-9);
  const auto runs = run(
      lots(calls, Distribution::empirical({1, 5}), Distribution::exponential(60 * service_min)));
  expect_agrees(estimate(runs, "wait_mean"), exact, "wait", 0.05);
  expect_agrees(estimate(runs, "yard_mean"), there, "units in the yard", 0.05);
}

// M/D/1 at a berth: vessels of twelve, each taken off in 72 minutes.
TEST(ArrivalsInLots, MeanWaitForABerth) {
  Scenario s = lots(0.5, Distribution::constant(12), Distribution::constant(60));
  s.terminal["quay"].unloading_per_hour = 10;
  const double load = 0.5 * 1.2, exact = load * 1.2 / (2 * (1 - load));
  EXPECT_NEAR(exact, 0.9, 1e-12);
  const auto runs = run(s);
  expect_agrees(estimate(runs, "lot_wait_mean"), exact, "wait for a berth", 0.1);
  expect_agrees(estimate(runs, "lot_turnaround_mean"), exact + 1.2, "turnaround", 0.05);
}

// M/M/2 at two berths: P(wait) by Erlang C is 1 / 3 at half load, so that Wq = S / 3 for a stay S.
TEST(ArrivalsInLots, MeanWaitForOneOfTwoBerths) {
  Scenario s = lots(0.5, Distribution::constant(1), Distribution::constant(60));
  s.terminal["quay"].berths = 2;
  s.lot["feeder"].stay = Distribution::exponential(2 * 3600);
  expect_agrees(estimate(run(s), "lot_wait_mean"), 2.0 / 3, "wait for a berth", 0.1);
}

// Arrivals by the hour of the run.
struct Hours {
  std::vector<int> count;
  void on(const VehicleArrived&, const Crossing&, Time now) {
    ++count.at(static_cast<std::size_t>((now - start_of_run) / 1h));
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

// Every hour's count is Poisson with the mean of its hour: the squared deviations by the mean sum
// up to chi-squared with as many degrees of freedom as hours. Two-sided at level 0.001.
TEST(DemandByTheHour, GivesPoissonCountsWithTheMeanOfEachHour) {
  constexpr int weeks = 52, weekly_hours = 168;
  constexpr double per_hour = 30;
  Scenario s = one_stage(per_hour, Distribution::constant(1), 10, 24h * 7 * weeks);
  s.start = std::chrono::sys_days{std::chrono::year{2026} / 6 / 29};  // a Monday
  double sum = 0;
  for (int h = 0; h < weekly_hours; ++h) {
    const double weight = 1 + h % 24 % 5 + (h > 120 ? 2 : 0);
    s.profile.push_back({VehicleClass::lorry, Direction::entry, h / 24 + 1, h % 24, weight});
    sum += weight;
  }
  World world = build_world(make_setup(s), 1, 0);
  Hours hours;
  hours.count.resize(weeks * weekly_hours);
  testing::observe(world, hours);
  double chi_squared = 0;
  for (std::size_t h = 1; h < hours.count.size(); ++h) {  // the road takes an hour
    const double mean = per_hour * weekly_hours / sum * s.profile[(h - 1) % weekly_hours].weight;
    ASSERT_GT(mean, 5);
    chi_squared += (hours.count[h] - mean) * (hours.count[h] - mean) / mean;
  }
  const boost::math::chi_squared law(static_cast<double>(hours.count.size() - 1));
  EXPECT_LT(chi_squared, quantile(law, 0.9995));
  EXPECT_GT(chi_squared, quantile(law, 0.0005));
}

}  // namespace
}  // namespace cordon::arrivals_test
