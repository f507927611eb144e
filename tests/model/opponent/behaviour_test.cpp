// What groups do in a run, each way of behaving by itself.

#include <gtest/gtest.h>

#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"

namespace cordon::behaviour_test {
namespace {

// One group, which is always caught where anybody looks.
Scenario one_group(Duration length = 24h * 60) {
  Scenario s = testing::busy_border(length);
  s.group.erase("foxes");
  s.commodity.erase("persons");
  return s;
}

// Everybody is searched, and everything is found.
void search_all(Scenario& s) {
  s.selection.red = 1;
  s.selection.yellow = s.selection.orange = s.selection.blue = 0;
  s.selection.backlog_limit = 100'000;
  s.trader.aeo_selection_factor = 1;
  s.technique["search"] = {0, 1, 1, {}};
  for (auto& [name, team] : s.team) team.skill = 1;
  s.layout["road"].stage["search"].time.lorry = Distribution::constant(60);
  s.layout["road"].stage["search"].time.car = Distribution::constant(60);
  s.layout["road"].stage["search"].time.bus = Distribution::constant(60);
  s.layout["road"].stage["search"].lanes = 100;
  for (auto& [name, team] : s.team) team.officers = 300;
}

/// Looks at the groups' consignments as they set out.
struct Watcher {
  std::vector<Departure> sent;
  std::map<std::string, int> events;
  std::vector<ConsignmentSent> orders;
  std::vector<std::pair<Time, LineIndex>> routes;

  template <class E, class Place>
  void on(const E& event, const Place& here, Time now) {
    if constexpr (std::is_same_v<Place, Group>) {
      if constexpr (std::is_same_v<E, ConsignmentSent>) {
        sent.insert(sent.end(), here.departures.begin(), here.departures.end());
        orders.push_back(event);
        routes.emplace_back(now, event.line);
      }
      if constexpr (std::is_same_v<E, ConsignmentDeterred>) ++events["deterred"];
      if constexpr (std::is_same_v<E, ConsignmentPlanned>) ++events["planned"];
      if constexpr (std::is_same_v<E, GroupDisrupted>) ++events["disrupted"];
      if constexpr (std::is_same_v<E, GroupLeft>) ++events["left"];
      if constexpr (std::is_same_v<E, OwnLossLearnt>) ++events["lost"];
      if constexpr (std::is_same_v<E, OwnPassageLearnt>) ++events["passed"];
      if constexpr (std::is_same_v<E, OperationLearnt>) ++events["warned"];
    }
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

Watcher watch(const Scenario& s) {
  Watcher watcher;
  World world = build_world(make_setup(s), 3, 0);
  testing::observe(world, watcher);
  // Departures of one instant were seen more than once.
  std::map<std::uint64_t, Departure> once;
  for (const Departure& d : watcher.sent) once.emplace(d.number, d);
  watcher.sent.clear();
  for (const auto& [number, d] : once) watcher.sent.push_back(d);
  return watcher;
}

TEST(AGroup, DoesNothingElseUnlessItMay) {
  const Watcher w = watch(one_group());
  ASSERT_GT(w.orders.size(), 200u);
  for (const ConsignmentSent& o : w.orders) EXPECT_EQ(o.vehicles, 1);
  for (const Departure& d : w.sent) {
    EXPECT_EQ(d.vehicle.declaration.trader, 0u);
    EXPECT_EQ(d.vehicle.vehicle_class, VehicleClass::lorry);
    EXPECT_FALSE(d.hidden.bribes);
  }
}

TEST(AGroup, SplitsWhatItIsAfraidFor) {
  Scenario s = one_group();
  s.group["wolves"].split_into = 4;
  s.group["wolves"].risk_aversion = 2;
  s.group["wolves"].cost_per_hour = 0;
  const Watcher w = watch(s);
  int split = 0;
  for (const ConsignmentSent& o : w.orders) split += o.vehicles > 1;
  EXPECT_GT(split, static_cast<int>(w.orders.size()) * 3 / 4);
  std::map<std::uint32_t, std::vector<Departure>> parts;
  for (const Departure& d : w.sent) parts[d.vehicle.draws.subject.number & 0xfffffffu].push_back(d);
  for (const ConsignmentSent& o : w.orders) {
    const auto& vehicles = parts[o.number];
    ASSERT_EQ(vehicles.size(), o.vehicles);
    for (std::size_t n = 0; n < vehicles.size(); ++n) {
      EXPECT_EQ(vehicles[n].hidden.mass_kg, vehicles[0].hidden.mass_kg);
      EXPECT_EQ(vehicles[n].arrives - vehicles[0].arrives, 6h * n);
    }
  }
}

TEST(AGroup, TakesAnotherClassThatHasMoreToHideIn) {
  Scenario s = one_group();
  s.group["wolves"].other_classes = {VehicleClass::car};
  const Watcher w = watch(s);
  int cars = 0;
  for (const Departure& d : w.sent) cars += d.vehicle.vehicle_class == VehicleClass::car;
  // 900 of 1300 vehicles a day at each post are cars; what it sends in all stays as it was.
  EXPECT_NEAR(static_cast<double>(cars) / static_cast<double>(w.sent.size()), 900.0 / 1300, 0.15);
  EXPECT_NEAR(static_cast<double>(w.orders.size()),
              static_cast<double>(watch(one_group()).orders.size()), 1);
}

TEST(AGroup, TurnsToWhatIsWorthMore) {
  Scenario s = one_group();
  s.commodity["gold"].mass_kg = Distribution::constant(1000);
  s.commodity["gold"].value_per_kg = 1000;
  s.group["wolves"].other_commodities = {"gold"};
  const Watcher w = watch(s);
  int gold = 0;
  for (const Departure& d : w.sent) gold += d.hidden.commodity.value == 0;
  EXPECT_GT(gold, static_cast<int>(w.sent.size()) * 9 / 10);
}

TEST(AGroup, SendsDecoysThatHideNothing) {
  Scenario s = one_group();
  s.group["wolves"].decoy_cost = 1;
  s.group["wolves"].decoy_effect = 0.9;
  s.group["wolves"].prior_losses = 5;  // of 14
  const Watcher w = watch(s);
  int decoys = 0;
  for (const Departure& d : w.sent) decoys += !d.hidden.illicit();
  EXPECT_GT(decoys, static_cast<int>(w.orders.size()) * 3 / 4);
  for (const Departure& d : w.sent) {
    EXPECT_TRUE(d.hidden.looks_like);
    EXPECT_EQ(d.hidden.illicit(), bool(d.hidden.owner));
  }
}

// Where everybody is searched and every bribe is taken, only those who bribe get through.
TEST(AGroup, BribesItsWayPast) {
  Scenario s = one_group();
  search_all(s);
  s.group["wolves"].bribe = 1;
  s.group["wolves"].corruption = 1;
  s.group["wolves"].prior_losses = 9;
  s.group["wolves"].prior_passes = 1;
  const Watcher w = watch(s);
  EXPECT_GT(w.events.at("passed"), 200);
  EXPECT_LT(w.events.at("lost"), w.events.at("passed") / 20);
}

TEST(AGroup, IsSearchedWhenABribeIsRefused) {
  Scenario s = one_group();
  s.technique["search"] = {0, 1, 1, {}};
  for (auto& [name, team] : s.team) team.skill = 1;
  s.selection.red = s.selection.yellow = s.selection.orange = s.selection.blue = 0;
  s.group["wolves"].bribe = 0;
  s.group["wolves"].corruption = 0;
  s.group["wolves"].rationality = 0;  // it offers one half of the time all the same
  const Watcher w = watch(s);
  EXPECT_NEAR(static_cast<double>(w.events.at("lost")) / static_cast<double>(w.orders.size()), 0.5,
              0.1);
}

TEST(AGroup, KnowsNoMoreRoutesThanItMayOpen) {
  Scenario s = one_group();
  s.group["wolves"].other_classes = {VehicleClass::car, VehicleClass::bus};  // six routes
  s.group["wolves"].known_routes = 1;
  s.group["wolves"].rationality = 0;
  std::map<LineIndex, Time> first;
  for (const auto& [at, line] : watch(s).routes) first.emplace(line, at);
  std::vector<Time> opened;
  for (const auto& [line, at] : first) opened.push_back(at);
  std::sort(opened.begin(), opened.end());
  ASSERT_GE(opened.size(), 3u);
  ASSERT_LE(opened.size(), 4u);  // in two months: the one it knew, and three
  for (std::size_t n = 2; n < opened.size(); ++n) EXPECT_GE(opened[n] - opened[n - 1], 720h);
}

TEST(AGroup, WithoutMoneySendsNothing) {
  Scenario s = one_group();
  search_all(s);
  s.group["wolves"].budget = 200'000;
  const Watcher w = watch(s);
  EXPECT_GT(w.orders.size(), 2u);
  EXPECT_LT(w.orders.size(), 60u);
  EXPECT_GT(w.events.at("deterred"), 100);
}

TEST(AGroup, LosesCapacityWithWhatItLoses) {
  Scenario s = one_group();
  search_all(s);
  s.group["wolves"].behaviour = GroupBehaviour::fixed;
  s.group["wolves"].disruption = 0.5;
  s.group["wolves"].recovery = 24h * 365;
  const Watcher w = watch(s);
  EXPECT_EQ(w.events.at("disrupted"), 1);
  EXPECT_LT(w.orders.size(), 30u);
  EXPECT_EQ(w.events.at("planned"), static_cast<int>(w.orders.size()) + w.events.at("deterred"));
}

TEST(AGroup, LeavesTheTradeAndComesBack) {
  Scenario s = one_group();
  s.group["wolves"].budget = 0;
  s.group["wolves"].give_up_after = 0;
  s.group["wolves"].leaves_after = 3;
  s.group["wolves"].returns_after = 24h * 10;
  const Watcher w = watch(s);
  EXPECT_GE(w.events.at("left"), 4);
  EXPECT_LE(w.events.at("left"), 6);
}

TEST(AGroup, ReplacesFrontCompaniesThatAreCaught) {
  Scenario s = one_group();
  s.group["wolves"].front_companies = 3;
  const auto fronts = [](const Watcher& w) {
    std::set<std::uint32_t> all;
    for (const Departure& d : w.sent) all.insert(d.vehicle.declaration.trader);
    return all;
  };
  Scenario caught = s;
  search_all(caught);
  s.selection.red = s.selection.yellow = s.selection.orange = s.selection.blue = 0;
  EXPECT_EQ(fronts(watch(s)).size(), 3u);
  for (const std::uint32_t front : fronts(watch(s)))
    EXPECT_GT(front, static_cast<std::uint32_t>(s.trader.operators));
  EXPECT_GT(fronts(watch(caught)).size(), 50u);
}

TEST(AGroup, ChangesItsPapersAfterLosses) {
  Scenario s = one_group(24h * 20);
  search_all(s);
  s.group["wolves"].papers_after_losses = 5;
  const Watcher w = watch(s);
  std::uint8_t last = 0;
  for (const Departure& d : w.sent) last = std::max(last, d.hidden.papers);
  EXPECT_NEAR(last, w.events.at("lost") / 5, 1);
  EXPECT_GT(last, 2);
}

TEST(AGroup, HearsOfOperationsFromItsInsiders) {
  Scenario s = one_group(24h * 14);
  s.operation["action"] = testing::joint_operation();
  s.operation["action"].secrecy = 1;
  EXPECT_FALSE(watch(s).events.contains("warned"));
  s.group["wolves"].insiders = {"north"};
  EXPECT_EQ(watch(s).events.at("warned"), 1);
  s.group["wolves"].insiders = {"south"};
  EXPECT_FALSE(watch(s).events.contains("warned"));
}

}  // namespace
}  // namespace cordon::behaviour_test
