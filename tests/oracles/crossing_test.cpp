// Exact results for the rules of a crossing: losses, blocking, shared halls, interruption, and
// traffic that changes by the hour.

#include <numeric>

#include "tests/oracles/oracle.hpp"
#include "tests/support/observe.hpp"

namespace cordon::crossing_test {
namespace {

using namespace oracle;

// Stationary distribution of a birth-death process up to `most`.
// @param birth, death  rates from state n up, and from state n down
template <class Birth, class Death>
std::vector<double> birth_death(int most, Birth birth, Death death) {
  std::vector<double> p{1};
  for (int n = 1; n <= most; ++n) p.push_back(p.back() * birth(n - 1) / death(n));
  const double sum = std::accumulate(p.begin(), p.end(), 0.0);
  for (double& x : p) x /= sum;
  return p;
}

// M/M/c/K: who finds the road full is lost. 60 an hour, 150 s, 2 lanes, 3 on the road.
TEST(FiniteRoad, TurnsBackTheShareOfErlangsFormula) {
  constexpr int lanes = 2, road = 3;
  Scenario s = one_stage(60, Distribution::exponential(150), lanes, 24h * 220, 24h * 20);
  s.line["line"].road_capacity = road;
  const auto p = birth_death(
      lanes + road, [](int) { return 60.0; },
      [=](int n) { return 3600.0 / 150 * std::min(n, lanes); });

  Welford share;
  const auto runs = run(s);
  for (const Replication& r : runs)
    share.add(testing::total(r, "balked") / testing::total(r, "arrivals"));
  expect_agrees({share.mean(), std::sqrt(share.variance() / replications)}, p.back(),
                "share that turns back", 0.05);
  double waiting = 0;
  for (int n = lanes; n <= lanes + road; ++n) waiting += (n - lanes) * p[static_cast<size_t>(n)];
  expect_agrees(estimate(runs, "queue_mean"), waiting, "queue", 0.05);
}

// Erlang A, M/M/c+M: who waits longer than his patience turns back, both exponential.
struct ErlangA {
  double turned_back = 0, waiting = 0;  // share of arrivals; mean number
  ErlangA(double per_hour, double service_seconds, int lanes, double patience_seconds) {
    const double patience = 3600 / patience_seconds;
    const auto p = birth_death(
        lanes + 400, [=](int) { return per_hour; },
        [=](int n) {
          return 3600 / service_seconds * std::min(n, lanes) + patience * std::max(n - lanes, 0);
        });
    for (int n = lanes; n < static_cast<int>(p.size()); ++n)
      waiting += (n - lanes) * p[static_cast<size_t>(n)];
    turned_back = patience * waiting / per_hour;
  }
};

// The formula against the published case: 48 a minute, 1 min, 50 servers, 2 min of patience: 3.1 %
// give up, after a mean wait of 3.7 s of all. Source: Garnett, Mandelbaum and Reiman,
// Manufacturing & Service Operations Management 4 (2002) 208-227, table 1.
TEST(Patience, LosesTheShareOfErlangA) {
  const ErlangA published(48 * 60, 60, 50, 120);
  EXPECT_NEAR(published.turned_back, 0.031, 0.0005);
  EXPECT_NEAR(published.waiting / 48 * 60, 3.7, 0.05);
  constexpr int lanes = 2;
  Scenario s = one_stage(60, Distribution::exponential(150), lanes, 24h * 220, 24h * 20);
  s.flow["lorries"].patience = Distribution::exponential(600);
  const ErlangA exact(60, 150, lanes, 600);
  Welford share;
  const auto runs = run(s);
  for (const Replication& r : runs)
    share.add(testing::total(r, "gave_up") / testing::total(r, "arrivals"));
  expect_agrees({share.mean(), std::sqrt(share.variance() / replications)}, exact.turned_back,
                "share that gives up", 0.05);
  expect_agrees(estimate(runs, "queue_mean"), exact.waiting, "queue", 0.05);
}

// Two stages of one lane each with equal exponential times, and always somebody waiting: with B
// places in between, the first stage works the share (B + 2) / (B + 3) of the time.
// Source: Hunt, Sequential arrays of waiting lines, Operations Research 4 (1956), section 5.
TEST(Blocking, OfTwoStagesLeavesTheThroughputOfHuntsFormula) {
  for (const int places : {0, 1, 4}) {
    Scenario s = one_stage(40, Distribution::exponential(120), 1, 24h * 220, 24h * 20);
    StageSpec second;
    second.order = 1;
    second.crew = {Authority::border_guard};
    second.places = places;
    second.time.lorry = Distribution::exponential(120);
    s.layout["road"].stage["check"].next.cleared = {"second"};
    s.layout["road"].stage["second"] = second;
    s.team["guards"].officers = 4;
    s.line["line"].road_capacity = 50;  // never empty: 40 an hour come, at most 30 are checked
    const double exact = 30.0 * 24 * 200 * (places + 2) / (places + 3);
    expect_agrees(estimate(run(s), "crossed"), exact, "throughput", 0.01);
  }
}

// Processor sharing with one lane: the mean time in the system is S / (1 - load) for any law of the
// service time. Source: Kleinrock, Queueing Systems II (1976), section 4.4.
TEST(Hall, HasTheMeanTimeOfProcessorSharingForAnyLaw) {
  for (const Distribution& law : {Distribution::constant(120), Distribution::exponential(120),
                                  Distribution::lognormal(120, 2)}) {
    Scenario s = one_stage(21, law, 1, 24h * 420, 24h * 20);
    s.layout["road"].stage["check"].sharing = true;
    const auto runs = run(s);
    expect_agrees(estimate(runs, "time_in_system_mean"), 2 / (1 - 0.7), "time in system", 0.06);
    EXPECT_EQ(estimate(runs, "wait_mean").mean, 0);
  }
}

// A hall of c lanes with exponential times has as many vehicles as M/M/c: 50 an hour, 180 s, 3.
TEST(Hall, OfSeveralLanesHasTheMeanTimeOfErlangC) {
  Scenario s = one_stage(50, Distribution::exponential(180), 3, 24h * 420, 24h * 20);
  s.layout["road"].stage["check"].sharing = true;
  const auto p = birth_death(
      400, [](int) { return 50.0; }, [](int n) { return 20.0 * std::min(n, 3); });
  double there = 0;
  for (std::size_t n = 0; n < p.size(); ++n) there += static_cast<double>(n) * p[n];
  expect_agrees(estimate(run(s), "time_in_system_mean"), there / 50 * 60, "time in system", 0.06);
}

// Time in the system of urgent and other vehicles.
struct Times {
  Welford urgent, others;
  Time begun = never;
  void on(const VehicleReleased& e, const Crossing& here, Time now) {
    const Vehicle& v = here.vehicles[e.vehicle];
    if (v.joined >= begun) (v.priority == 0 ? urgent : others).add(seconds(now - v.joined));
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time now) { begun = now; }
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

// Preemptive-resume priorities of M/M/1: 18 an hour of 150 s, 30 % of them urgent.
// Source: White and Christie 1958; for one exponential rate, T1 = S / (1 - r1) and
// T2 = S / ((1 - r1) (1 - r1 - r2)).
TEST(Interruption, WithResumptionHasTheTimesOfWhiteAndChristie) {
  Scenario s = one_stage(18, Distribution::exponential(150), 1, 24h * 420, 24h * 20);
  s.priority["urgent"] = {.order = 0, .aeo = false, .share = {{"lorry", 0.3}}, .preempts = true};
  s.layout["road"].stage["check"].preempted = Interruption::resume;
  const auto setup = make_setup(s);
  Welford urgent, others;
  for (std::uint32_t r = 0; r < replications; ++r) {
    World world = build_world(setup, 1, r);
    Times times;
    testing::observe(world, times);
    urgent.add(times.urgent.mean());
    others.add(times.others.mean());
  }
  const double load = 0.75, first = 0.3 * load;
  const auto of = [](const Welford& w) {
    return Estimate{w.mean(), std::sqrt(w.variance() / replications)};
  };
  expect_agrees(of(urgent), 150 / (1 - first), "urgent", 0.03);
  expect_agrees(of(others), 150 / ((1 - first) * (1 - load)), "others", 0.08);
}

// How many machines work, over time.
struct Working {
  TimeWeighted working;
  Time begun = never;
  double mean = 0;
  void on(const StaffChanged&, const Crossing& here, Time now) {
    if (now > begun) working.set(now, here.machines.working.front());
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World& world, Time now) {
    begun = now;
    working = TimeWeighted(now, world.crossings.front().machines.working.front());
  }
  void sample(const World&, Time) {}
  void end(const World&, Time now) { mean = working.mean(now); }
};

// Machine repair: five machines that work 100 h and take 20 h to repair, one at a time.
// Source: Palm 1947; the stationary distribution of a birth-death process.
TEST(MachineRepair, LeavesAsManyMachinesAtWorkAsPalmsFormula) {
  Scenario s = one_stage(0, Distribution::constant(60), 1, 24h * 4000, 24h * 400);
  s.equipment["xray"].between_failures = Distribution::exponential(100 * 3600);
  s.equipment["xray"].repair = Distribution::exponential(20 * 3600);
  s.crossing["post"].equipment["xray"] = 5;
  s.crossing["post"].repair_teams = 1;
  StageSpec scan;
  scan.order = 1;
  scan.equipment = "xray";
  s.layout["road"].stage["scan"] = scan;
  const auto setup = make_setup(s);
  Welford working;
  for (std::uint32_t r = 0; r < replications; ++r) {
    World world = build_world(setup, 1, r);
    Working observed;
    testing::observe(world, observed);
    working.add(observed.mean);
  }
  const auto broken = birth_death(
      5, [](int n) { return (5 - n) / 100.0; }, [](int) { return 1 / 20.0; });
  double exact = 5;
  for (std::size_t n = 0; n < broken.size(); ++n) exact -= static_cast<double>(n) * broken[n];
  expect_agrees({working.mean(), std::sqrt(working.variance() / replications)}, exact,
                "machines at work", 0.02);
}

// The mean queue of M_t/M/c over a day that begins empty, by the forward equations, integrated by
// the classical Runge-Kutta method in steps of 5 s.
class DayOfQueue {
 public:
  DayOfQueue(int lanes, double served_per_hour) : lanes_(lanes), served_(served_per_hour) {}
  /// @param per_hour  arrivals, by hour   @return vehicle hours waited
  double waited(const std::vector<double>& per_hour) {
    constexpr int steps = 720;
    std::vector<double> p(most + 1, 0.0);
    p[0] = 1;
    double hours = 0;
    for (const double rate : per_hour)
      for (int k = 0; k < steps; ++k) {
        const double h = 1.0 / steps;
        hours += queue(p) * h / 2;
        const auto k1 = slope(p, rate), k2 = slope(moved(p, k1, h / 2), rate),
                   k3 = slope(moved(p, k2, h / 2), rate), k4 = slope(moved(p, k3, h), rate);
        for (std::size_t n = 0; n < p.size(); ++n)
          p[n] += h / 6 * (k1[n] + 2 * k2[n] + 2 * k3[n] + k4[n]);
        hours += queue(p) * h / 2;
      }
    return hours;
  }

 private:
  static constexpr int most = 300;
  [[nodiscard]] double queue(const std::vector<double>& p) const {
    double sum = 0;
    for (int n = lanes_; n <= most; ++n) sum += (n - lanes_) * p[static_cast<std::size_t>(n)];
    return sum;
  }
  static std::vector<double> moved(std::vector<double> p, const std::vector<double>& d, double h) {
    for (std::size_t n = 0; n < p.size(); ++n) p[n] += h * d[n];
    return p;
  }
  [[nodiscard]] std::vector<double> slope(const std::vector<double>& p, double rate) const {
    std::vector<double> d(p.size());
    for (int n = 0; n <= most; ++n) {
      const auto at = static_cast<std::size_t>(n);
      d[at] -= (n < most ? rate : 0) * p[at] + served_ * std::min(n, lanes_) * p[at];
      if (n < most) d[at + 1] += rate * p[at];
      if (n > 0) d[at - 1] += served_ * std::min(n, lanes_) * p[at];
    }
    return d;
  }
  int lanes_;
  double served_;
};

TEST(ChangingTraffic, HasTheQueueOfTheForwardEquations) {
  constexpr int lanes = 3;
  std::vector<double> weight(24, 0.5);
  for (std::size_t h = 6; h < 14; ++h) weight[h] = 2;  // 72 an hour against 60 that can be served
  Scenario s = one_stage(36, Distribution::exponential(180), lanes, 24h);
  for (int day = 1; day <= 7; ++day)
    for (int h = 0; h < 24; ++h)
      s.profile.push_back(
          {VehicleClass::lorry, Direction::entry, day, h, weight[static_cast<std::size_t>(h)]});
  const double mean = std::accumulate(weight.begin(), weight.end(), 0.0) / 24;
  std::vector<double> per_hour{0};  // the way takes an hour
  for (std::size_t h = 0; h < 23; ++h) per_hour.push_back(36 * weight[h] / mean);
  const double exact = DayOfQueue(lanes, 20).waited(per_hour);
  const auto runs = replicate(make_setup(s), 1, 0, 1000, 1);
  const Estimate simulated = estimate(runs, "vehicle_hours_waited");
  constexpr double z = 3.2905;  // of the normal, at level 0.001
  EXPECT_LE(std::abs(simulated.mean - exact), z * simulated.standard_error)
      << exact << " against " << simulated.mean;
  EXPECT_LT(z * simulated.standard_error, 0.1 * exact);
}

}  // namespace
}  // namespace cordon::crossing_test
