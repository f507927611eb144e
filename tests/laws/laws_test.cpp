// What must hold in every run, whatever the scenario: no statistics, no tolerance.

#include <gtest/gtest.h>

#include <map>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/journeys.hpp"
#include "tests/support/observe.hpp"

namespace cordon::laws_test {
namespace {

using testing::busy_border;
using testing::joint_operation;
using testing::one_stage;
using testing::total;

Scenario with_operation() {
  Scenario s = busy_border();
  s.operation["action"] = joint_operation();
  return s;
}

std::vector<MeasureValue> run(const Scenario& scenario, int threads = 1) {
  const auto setup = make_setup(scenario);
  World world = build_world(setup, 3, 0);
  Recorder recorder(*setup);
  testing::observe(world, recorder, threads);
  return recorder.values();
}

// Two runs are equal when every value is, bit for bit; values that do not exist equal each other.
void expect_equal(const std::vector<MeasureValue>& a, const std::vector<MeasureValue>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].measure, b[i].measure);
    ASSERT_EQ(a[i].labels, b[i].labels);
    if (std::isnan(a[i].value) && std::isnan(b[i].value)) continue;
    EXPECT_EQ(a[i].value, b[i].value) << a[i].measure->name << " " << a[i].labels.crossing << " "
                                      << a[i].labels.direction << " " << a[i].labels.vehicle_class;
  }
}

// Without what is counted only where there are operations.
std::vector<MeasureValue> apart_from_operations(std::vector<MeasureValue> values) {
  std::erase_if(values, [](const MeasureValue& v) {
    return v.measure->name == "operation_checks" || v.measure->name == "double_checks";
  });
  return values;
}

double value(const std::vector<MeasureValue>& values, std::string_view measure,
             const Labels& at = {}) {
  for (const MeasureValue& v : values)
    if (v.measure->name == measure && v.labels == at) return v.value;
  return std::numeric_limits<double>::quiet_NaN();
}

TEST(Conservation, EveryVehicleCrossedBalkedWasStoppedOrIsStillThere) {
  for (const Scenario& scenario : {busy_border(), with_operation()}) {
    const auto v = run(scenario);
    EXPECT_GT(value(v, "arrivals"), 30000);
    EXPECT_EQ(value(v, "arrivals") + value(v, "in_system_at_start"),
              value(v, "crossed") + value(v, "balked") + value(v, "detections") +
                  value(v, "in_system_at_end"));
  }
}

TEST(Conservation, EveryIllicitAttemptWasStoppedPassedRefusedOrIsStillThere) {
  const auto v = run(with_operation());
  EXPECT_GT(value(v, "seizures"), 0);
  EXPECT_GT(value(v, "referrals"), 0);
  EXPECT_GT(value(v, "illicit_refused"), 0);
  EXPECT_EQ(value(v, "illicit_attempts"), value(v, "detections") + value(v, "illicit_passed") +
                                              value(v, "illicit_refused") +
                                              value(v, "illicit_in_system_at_end"));
  for (const char* goods : {"tobacco", "persons"}) {
    Labels at;
    at.commodity = goods;
    EXPECT_GT(value(v, "illicit_attempts", at), 0);
    EXPECT_EQ(value(v, "illicit_attempts", at),
              value(v, "detections", at) + value(v, "illicit_passed", at) +
                  value(v, "illicit_refused", at) + value(v, "illicit_in_system_at_end", at));
  }
}

Scenario with_journeys() {
  Scenario s = with_operation();
  testing::add_journeys(s);
  return s;
}

TEST(Conservation, EveryArrivalOfAJourneyCrossedTurnedWasStoppedOrIsStillThere) {
  for (const Duration warm_up : {Duration{0}, Duration{50h + 7min}}) {
    Scenario s = with_journeys();
    s.warm_up = warm_up;
    const auto v = run(s);
    EXPECT_GT(value(v, "diverted"), 100);
    EXPECT_GT(value(v, "balked"), 0);
    EXPECT_GT(value(v, "transit"), 100);
    EXPECT_EQ(value(v, "arrivals") + value(v, "in_system_at_start"),
              value(v, "crossed") + value(v, "balked") + value(v, "diverted") +
                  value(v, "detections") + value(v, "in_system_at_end"));
  }
}

TEST(Conservation, EveryIllicitAttemptOfAJourneyIsCountedOncePerBorder) {
  const auto v = run(with_journeys());
  EXPECT_GT(value(v, "detections"), 10);
  EXPECT_EQ(value(v, "illicit_attempts"), value(v, "detections") + value(v, "illicit_passed") +
                                              value(v, "illicit_refused") +
                                              value(v, "illicit_in_system_at_end"));
}

TEST(Conservation, UnitsUnloadedWerePickedUpSeizedOrAreInTheYard) {
  Labels wagons;
  wagons.direction = "entry", wagons.vehicle_class = "wagon";
  for (const Duration warm_up : {Duration{0}, Duration{50h + 7min}}) {
    Scenario s = with_journeys();
    s.warm_up = warm_up;
    const auto v = run(s);
    EXPECT_GT(value(v, "units_picked_up"), 300);
    EXPECT_GE(value(v, "yard_at_end"), value(v, "in_system_at_end", wagons));
    EXPECT_EQ(value(v, "units_unloaded"), value(v, "arrivals", wagons));
    EXPECT_LE(value(v, "yard_max"), 70);
    // Wagons found in the window; a measure of attempts leaves out those that joined before it.
    const double left = value(v, "units_unloaded") + value(v, "yard_at_start") -
                        value(v, "units_picked_up") - value(v, "yard_at_end");
    if (warm_up == Duration{0}) {
      EXPECT_GT(value(v, "detections", wagons), 0);
      EXPECT_EQ(left, value(v, "detections", wagons));
      EXPECT_EQ(value(v, "lots_arrived"), value(v, "lots_left") + value(v, "lots_at_end"));
    }
    EXPECT_GE(left, value(v, "detections", wagons));
  }
}

TEST(SameSeed, GivesTheSameBytesOfJourneysForAnyNumberOfThreadsAndJobs) {
  const auto one = run(with_journeys(), 1);
  expect_equal(one, run(with_journeys(), 2));
  const auto setup = make_setup(with_journeys());
  const auto jobs = replicate(setup, 3, 0, 3, 2);
  expect_equal(one, jobs[0].values);
}

TEST(Conservation, ASearchThatRaisesAFalseAlarmSeizesNothing) {
  Scenario s = busy_border();
  for (auto& [name, goods] : s.commodity) goods.prevalence.clear();
  s.group.clear();
  s.technique["search"].false_alarm = 1;
  const auto v = run(s);
  EXPECT_GT(value(v, "physical_searches"), 0);
  EXPECT_EQ(value(v, "detections"), 0);
  EXPECT_EQ(value(v, "arrivals") + value(v, "in_system_at_start"),
            value(v, "crossed") + value(v, "balked") + value(v, "in_system_at_end"));
}

TEST(Conservation, SumsOverCrossingsEqualTheirTotal) {
  const auto values = run(with_operation());
  for (const char* measure :
       {"arrivals", "crossed", "balked", "controls", "illicit_attempts", "seizures",
        "officer_hours", "vehicle_hours_waited", "reports_sent"}) {
    double sum = 0;
    for (const MeasureValue& v : values)
      if (v.measure->name == measure && v.labels.crossing != "all" && v.labels.direction == "all" &&
          v.labels.authority == "all")
        sum += v.value;
    EXPECT_DOUBLE_EQ(sum, value(values, measure)) << measure;
  }
}

TEST(Conservation, ReportsSentWereReceivedLostOrAreStillUnderWay) {
  const auto v = run(with_operation());
  EXPECT_GT(value(v, "reports_received"), 0);
  EXPECT_GT(value(v, "reports_lost"), 0);
  EXPECT_LE(value(v, "reports_received") + value(v, "reports_lost"), value(v, "reports_sent"));
}

TEST(SameSeed, GivesTheSameBytesForAnyNumberOfThreads) {
  const auto one = run(with_operation(), 1);
  expect_equal(one, run(with_operation(), 2));
  expect_equal(one, run(with_operation(), 5));
}

TEST(SameSeed, GivesTheSameBytesForAnyNumberOfJobs) {
  const auto setup = make_setup(with_operation());
  const auto one = replicate(setup, 3, 0, 4, 1);
  const auto two = replicate(setup, 3, 0, 4, 2);
  ASSERT_EQ(one.size(), two.size());
  for (std::size_t r = 0; r < one.size(); ++r) {
    EXPECT_EQ(one[r].number, two[r].number);
    EXPECT_EQ(one[r].events, two[r].events);
    expect_equal(one[r].values, two[r].values);
  }
  expect_equal(one[0].values, run(with_operation()));
}

TEST(SameSeed, DoesNotDependOnHowFarPlacesRunAhead) {
  Scenario often = with_operation();
  often.record.queues_every = 24h;
  const auto setup = make_setup(often);
  auto closer = std::make_shared<cordon::Setup>(*setup);
  closer->border = setup->border / 3;
  World world = build_world(closer, 3, 0);
  Recorder recorder(*closer);
  testing::observe(world, recorder);
  expect_equal(recorder.values(), run(often));
}

// An operation that changes nothing leaves no trace, in no measure.
TEST(AnOperationWithoutEffect, EqualsTheBaselineInEveryValue) {
  OperationSpec nothing = joint_operation();
  nothing.selection_multiplier = 1;
  nothing.shared_criteria_auc = 0;
  nothing.cooperation.reset();
  nothing.one_report = false;
  nothing.secrecy = 1;
  nothing.move.clear();
  Scenario s = busy_border();
  const auto baseline = run(s);
  s.operation["nothing"] = nothing;
  expect_equal(apart_from_operations(run(s)), baseline);
}

TEST(AnOperation, ChangesOnlyWhatComesAfterItsOrders) {
  Scenario s = busy_border(24h * 3);
  const auto baseline = run(s);
  OperationSpec late = joint_operation();
  late.start = 24h * 30;
  s.operation["late"] = late;
  expect_equal(apart_from_operations(run(s)), baseline);
}

// The wait of every vehicle, cut to the measured window, adds up to the integral of the queue.
struct Waiting {
  Int128 sum = 0;
  Time begun = never;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Time> in_line;
  static auto key(const Vehicle& v) {
    return std::pair{v.draws.subject.source, v.draws.subject.number};
  }
  void on(const VehicleArrived& e, const Crossing& here, Time now) {
    in_line[key(here.vehicles[e.vehicle])] = now;
  }
  void on(const VehicleBalked& e, const Crossing& here, Time now) { left(e.vehicle, here, now); }
  void on(const VehicleDiverted& e, const Crossing& here, Time now) { left(e.vehicle, here, now); }
  void on(const ServiceBegan& e, const Crossing& here, Time now) {
    if (here.setup->stages[e.stage.value].first) left(e.vehicle, here, now);
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void left(VehicleId id, const Crossing& here, Time now) {
    const auto found = in_line.find(key(here.vehicles[id]));
    if (now > begun) sum += (now - std::max(begun, found->second)).count();
    in_line.erase(found);
  }
  void begin(const World&, Time now) {
    begun = now;
    sum = 0;
  }
  void sample(const World&, Time) {}
  void end(const World&, Time now) {
    for (const auto& [who, since] : in_line) sum += (now - std::max(begun, since)).count();
  }
};

TEST(TheIntegralOfTheQueue, EqualsTheTimeWaitedInsideTheWindow) {
  for (const Scenario& scenario : {with_operation(), with_journeys()})
    for (const Duration warm_up : {Duration{0}, Duration{50h + 7min}}) {
      Scenario s = scenario;
      s.warm_up = warm_up;
      const auto setup = make_setup(s);
      World world = build_world(setup, 3, 0);
      Waiting waiting;
      waiting.begun = start_of_run;
      testing::observe(world, waiting);
      EXPECT_EQ(static_cast<double>(waiting.sum) / 3600e6, value(run(s), "vehicle_hours_waited"));
    }
}

// When each vehicle's first check began.
struct Starts {
  std::map<std::uint32_t, Time> began;
  void on(const ServiceBegan& e, const Crossing& here, Time now) {
    began[here.vehicles[e.vehicle].draws.subject.number] = now;
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

TEST(OneMoreLane, StartsNobodyLater) {
  std::map<std::uint32_t, Time> before;
  for (int lanes = 2; lanes <= 4; ++lanes) {
    World world = build_world(
        make_setup(one_stage(25, Distribution::lognormal(280, 1.5), lanes, 24h * 30)), 1, 0);
    Starts starts;
    testing::observe(world, starts);
    for (const auto& [vehicle, then] : before) {
      ASSERT_TRUE(starts.began.contains(vehicle));
      EXPECT_LE(starts.began.at(vehicle), then);
    }
    EXPECT_GT(starts.began.size(), 15000u);
    before = std::move(starts.began);
  }
}

TEST(Memory, IsBoundedByWhatIsInTheSystem) {
  const auto slots = [](Duration length) {
    World world =
        build_world(make_setup(one_stage(60, Distribution::exponential(120), 3, length)), 1, 0);
    Starts deaf;
    testing::observe(world, deaf);
    return world.crossings.front().vehicles.capacity();
  };
  EXPECT_LT(slots(24h * 200), 3 * slots(24h * 10));
}

// An observer that breaks the rules, and holds the world in one instant.
struct Mischief {
  World& world;
  void on(const StaffChanged&, const Crossing&, Time) {
    world.crossings.front().agenda.future.schedule_at_once(StaffChanged{});
  }
  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

TEST(TheLoop, NamesTheEventsOfAnEndlessInstant) {
  Scenario s = one_stage(60, Distribution::constant(60), 1, 24h);
  World world = build_world(make_setup(s), 1, 0);
  Mischief mischief{world};
  try {
    testing::observe(world, mischief);
    FAIL() << "went on for ever";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("StaffChanged"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace cordon::laws_test
