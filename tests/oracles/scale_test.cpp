// Agents that stand for several vehicles, against what theory says of the vehicles.

#include <numeric>

#include "tests/oracles/oracle.hpp"
#include "tests/support/observe.hpp"

namespace cordon::scale_test {
namespace {

using namespace oracle;

// In heavy traffic a wait depends on how much arrivals and checks vary over long times alone
// (Kingman 1962, for several lanes Koellerstroem 1974), and that agents keep: each comes with the
// last of its vehicles, and its check varies as the sum of theirs. Erlang's formula is for single
// vehicles, so a tenth is granted beside the level of the test.
struct Load {
  double per_hour, service_seconds;
  int lanes, scale;
  friend std::ostream& operator<<(std::ostream& out, const Load& l) {
    return out << l.per_hour << " an hour, " << l.service_seconds << " s, " << l.lanes
               << " lanes, agents for " << l.scale;
  }
};

class HeavyTraffic : public ::testing::TestWithParam<Load> {};

TEST_P(HeavyTraffic, HasTheWaitsOfSingleVehicles) {
  const Load l = GetParam();
  const double load = l.per_hour * l.service_seconds / 3600;
  const double exact = erlang_c(l.lanes, load) * l.service_seconds / (l.lanes - load) / 60;
  Scenario s = one_stage(l.per_hour, Distribution::exponential(l.service_seconds), l.lanes,
                         24h * 620, 24h * 20);
  s.scale = l.scale;
  const auto runs = run(s);
  const Estimate wait = estimate(runs, "wait_mean");
  EXPECT_LE(std::abs(wait.mean - exact), 0.1 * exact + critical_t() * wait.standard_error)
      << "exact " << exact << ", simulated " << wait.mean << " +- " << wait.standard_error;
  EXPECT_LT(critical_t() * wait.standard_error, 0.25 * exact);
  expect_agrees(estimate(runs, "utilisation"), load / l.lanes, "utilisation", 0.01);
}

INSTANTIATE_TEST_SUITE_P(OfSeveralLoads, HeavyTraffic,
                         ::testing::Values(Load{100, 210, 6, 5}, Load{100, 210, 6, 20},
                                           Load{59, 60, 1, 5}, Load{59, 60, 1, 20}));

// Arrivals of each line in each ten days.
struct Arrivals {
  std::vector<std::map<std::int64_t, int>> of_line;
  void on(const VehicleArrived& e, const Crossing& here, Time now) {
    const Vehicle& v = here.vehicles[e.vehicle];
    if (of_line.size() <= v.line.value) of_line.resize(v.line.value + 1u);
    of_line[v.line.value][(now - start_of_run) / 240h] += v.stands_for;
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

constexpr int periods = 100;

// Variance over mean, of all lines and periods but the first and the last.
double dispersion(const Scenario& scenario) {
  const auto setup = make_setup(scenario);
  World world = build_world(setup, 1, 0);
  Arrivals arrivals;
  testing::observe(world, arrivals, 1);
  Welford all;
  for (auto& line : arrivals.of_line)
    for (int n = 1; n < periods - 1; ++n) all.add(line[n]);
  return all.variance() / all.mean();
}

// What comes to each of ten lines in ten days is Poisson, with a variance of its mean, whatever
// agents stand for. Of 980 counts the ratio has a standard error of 0.045; four of them are
// granted, and for agents, of which a line gets a whole number, a quarter of one squared for each
// end of a period. If each agent chose by its own luck it would be 18.
TEST(Agents, LeaveToEachLineTheVariationOfSingleVehicles) {
  Scenario s = one_stage(20, Distribution::constant(10), 1, periods * 240h);
  for (int n = 1; n < 10; ++n) {
    const std::string name = "post" + std::to_string(n);
    s.crossing[name] = s.crossing["post"];
    s.link.push_back({"home", name, 60, 60});
    s.team[name] = s.team["guards"];
    s.team[name].crossing = name;
    s.line[name] = s.line["line"];
    s.line[name].crossing = name;
    s.volume.push_back({name, Direction::entry, VehicleClass::lorry, 0, 480});
  }
  EXPECT_NEAR(dispersion(s), 1, 0.18);
  s.scale = 20;
  EXPECT_NEAR(dispersion(s), 1, 0.18 + 2 * 20 * 20 / 4 / 4800.0);
}

}  // namespace
}  // namespace cordon::scale_test
