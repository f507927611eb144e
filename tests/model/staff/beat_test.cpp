// Where mobile units go: the policies of defenders, in runs.

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "sim/model/staff/coverage.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/observe.hpp"

namespace cordon::beat_test {
namespace {

using testing::busy_border;

// Counts visits of the unit to each post and base, and finds.
struct Visits {
  std::map<std::string, int> arrived;
  std::vector<std::string> order;  // of arrivals, and of seizures
  std::vector<Time> set_out;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const TeamArrived& e, const Crossing& here, Time) {
    const Team& team = here.staff.arriving[e.team];
    if (team.errand != Errand::beat) return;
    ++arrived[here.setup->name];
    order.push_back(here.setup->name);
  }
  void on(const TeamLeft& e, const Crossing& here, Time now) {
    if (here.setup->is_base && e.team.home == here.setup->index) set_out.push_back(now);
  }
  void on(const GoodsSeized&, const Crossing& here, Time) {
    order.push_back("seized at " + here.setup->name);
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}
};

Visits visits_of(const Scenario& s, std::uint64_t seed = 3) {
  World world = build_world(make_setup(s), seed, 1);
  Visits visits;
  testing::observe(world, visits);
  return visits;
}

// A unit of customs officers whose visits last so long that it makes one in a shift.
Scenario with_a_unit(BeatChoice choice, Duration length = 24h * 200) {
  Scenario s = busy_border(length);
  for (auto& [name, flow] : s.flow) flow.volume_factor = 0.02;  // of no interest here
  s.base["hub"].place = "west";
  TeamSpec unit;
  unit.base = "hub";
  unit.authority = Authority::customs;
  unit.officers = 9;
  unit.roster = "three_shifts";
  unit.beat = {"north", "south"};
  unit.stay = 3h;
  unit.beat_choice = choice;
  s.team["unit"] = unit;
  return s;
}

// Of `north`, with its 3.3 standard errors: a false alarm in a thousand; the seed is fixed.
void expect_share_of_north(const Visits& visits, double exact) {
  const double north = visits.arrived.at("north"), all = north + visits.arrived.at("south");
  EXPECT_NEAR(north / all, exact, 3.3 * std::sqrt(exact * (1 - exact) / all));
  EXPECT_GT(all, 400);
}

TEST(AMobileUnit, GoesAnywhereByChance) {
  expect_share_of_north(visits_of(with_a_unit(BeatChoice::uniform)), 0.5);
}

TEST(AMobileUnit, GoesWhereTrafficIs) {
  Scenario s = with_a_unit(BeatChoice::proportional);
  for (VolumeRow& row : s.volume)
    if (row.crossing == "north") row.vehicles_per_day *= 3;
  expect_share_of_north(visits_of(s), 0.75);
}

// Twice the traffic has twice the harm: worth k = 1 / (1/2 + 1/1) each, so 1 - k/2 = 2/3.
TEST(AMobileUnit, PlaysAStackelbergGame) {
  Scenario s = with_a_unit(BeatChoice::stackelberg);
  for (VolumeRow& row : s.volume)
    if (row.crossing == "north") row.vehicles_per_day *= 2;
  expect_share_of_north(visits_of(s), 2.0 / 3);
  for (VolumeRow& row : s.volume)
    if (row.crossing == "north") row.vehicles_per_day *= 2;  // 4 : 1, k = 4/5: 1 - 1/5
  expect_share_of_north(visits_of(s), 0.8);
}

const std::vector<double>& stop_weight(const Setup& setup) {
  for (const CrossingSetup& home : setup.crossings)
    for (const CrewSetup& crew : home.crews)
      if (crew.team == "unit") return crew.stop_weight;
  throw std::logic_error("there is no unit");
}

// Three posts worth 10, 6 and 4; and two units that share two posts, each for one.
TEST(AMobileUnit, KnowsItsGameWhenItSetsOut) {
  Scenario s = with_a_unit(BeatChoice::stackelberg, 24h);
  testing::add_crossing(s, "middle", 1, 100);
  s.team["unit"].beat = {"north", "middle", "south"};
  for (VolumeRow& row : s.volume)
    row.vehicles_per_day *= row.crossing == "north" ? 10 : row.crossing == "middle" ? 6 : 4;
  const auto setup = make_setup(s);
  EXPECT_NEAR(stop_weight(*setup)[0], 0.6129, 5e-5);
  EXPECT_NEAR(stop_weight(*setup)[1], 0.3548, 5e-5);
  EXPECT_NEAR(stop_weight(*setup)[2], 0.0323, 5e-5);
  s.team["unit"].beat = {"north", "south"};
  s.team["other"] = s.team["unit"];
  EXPECT_EQ(stop_weight(*make_setup(s)), (std::vector<double>{0.5, 0.5}));
}

// Where the last goods were seized of which it could know: as published an hour before, at most.
TEST(AMobileUnit, FollowsTheLastSeizure) {
  Scenario s = with_a_unit(BeatChoice::last_seizure);
  for (auto& [name, flow] : s.flow) flow.volume_factor = 1;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.003}};  // some a day
  s.length = 24h * 60;
  const Visits visits = visits_of(s);
  int followed = 0, all = 0;
  std::string last;
  for (const std::string& what : visits.order) {
    if (what.starts_with("seized at ")) {
      last = what.substr(10);
    } else if (!last.empty()) {
      ++all;
      followed += what == last;
    }
  }
  EXPECT_GT(all, 150);
  EXPECT_GT(followed, 0.7 * all);  // some were seized while it was on its way
}

// One of the posts finds all there is; the unit goes there in nine of ten visits and to half of the
// rest.
TEST(AMobileUnit, ExploresAndExploits) {
  Scenario s = with_a_unit(BeatChoice::explore_exploit);
  for (auto& [name, flow] : s.flow) flow.volume_factor = 0.1;
  s.commodity.erase("persons");
  s.group.clear();
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.5}};
  s.volume.erase(std::remove_if(s.volume.begin(), s.volume.end(),
                                [](const VolumeRow& row) {
                                  return row.crossing == "south" &&
                                         row.vehicle_class == VehicleClass::lorry;
                                }),
                 s.volume.end());
  expect_share_of_north(visits_of(s), 0.95);
}

// Border guards do not hear of what customs find, unless they pool.
TEST(AMobileUnit, KnowsWhatItsOwnAuthorityFinds) {
  Scenario s = with_a_unit(BeatChoice::last_seizure, 24h * 120);
  s.team["unit"].authority = Authority::border_guard;
  s.commodity.erase("persons");
  s.group.clear();
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.5}};
  std::erase_if(s.volume, [](const VolumeRow& row) {
    return row.crossing == "south" && row.vehicle_class == VehicleClass::lorry;
  });
  for (auto& [name, flow] : s.flow) flow.volume_factor = 0.1;
  const Visits alone = visits_of(s);
  EXPECT_NEAR(alone.arrived.at("south"), alone.arrived.at("north"),
              0.3 * alone.arrived.at("north"));
  s.team["unit"].beat_knows = BeatKnowledge::pooled;
  Visits pooled = visits_of(s);
  EXPECT_GT(pooled.arrived.at("north"), 20 * pooled.arrived["south"]);
}

// It sets out in two of four shifts of each crew; how often in the first of them is Dresher's.
TEST(AMobileUnit, SetsOutBySurprise) {
  Scenario s = with_a_unit(BeatChoice::uniform, 24h * 400);
  s.roster["by_day"].shifts = {"08:00-16:00"};
  s.team["unit"].roster = "by_day";
  s.team["unit"].officers = 3;
  s.team["unit"].sets_out = 2;
  s.team["unit"].of_shifts = 4;
  const Visits visits = visits_of(s);
  std::map<std::int64_t, int> in_cycle;
  int first = 0;
  for (const Time at : visits.set_out) {
    const auto day = (at - start_of_run) / 24h;
    ++in_cycle[day / 4];
    first += day % 4 == 0;
  }
  ASSERT_EQ(in_cycle.size(), 100u);
  for (const auto& [cycle, times] : in_cycle) EXPECT_EQ(times, 2) << cycle;
  const double p = inspection_chance(4, 2);
  EXPECT_NEAR(first / 100.0, p, 3.3 * std::sqrt(p * (1 - p) / 100));
}

TEST(AMobileUnit, PatrolsTheGreenBorderOnItsWay) {
  Scenario s = with_a_unit(BeatChoice::in_turn, 24h * 30);
  s.base["forest"].place = "east";
  s.base["forest"].country = "PL";
  s.base["forest"].sector = {.area_km2 = 1, .crossing_time = 2h};
  s.link.push_back({"west", "east", 30, 60});
  s.patrol["foot"] = {};
  s.team["unit"].authority = Authority::border_guard;
  s.team["unit"].patrol = "foot";
  s.team["unit"].beat = {"forest"};
  s.team["unit"].stay = 6h;
  s.commodity.erase("persons");
  s.group.erase("foxes");
  s.group["wolves"].green_border = 1e9;
  s.group["wolves"].behaviour = GroupBehaviour::fixed;
  const auto seizures = [](const Scenario& scenario) {
    return testing::estimate(replicate(make_setup(scenario), 3, 4, 1, 1), "seizures").mean;
  };
  EXPECT_GT(visits_of(s).arrived.at("forest"), 60);
  for (auto& [name, flow] : s.flow) flow.volume_factor = 1;
  const double with = seizures(s);
  s.team.erase("unit");
  EXPECT_GT(with, seizures(s) + 10);
}

TEST(AMobileUnit, MultipliesWhatIsSelectedWhereItIs) {
  Scenario s = with_a_unit(BeatChoice::in_turn, 24h * 20);
  for (auto& [name, flow] : s.flow) flow.volume_factor = 0.3;
  s.selection.backlog_limit = 100'000;
  s.selection.blue = 0;
  s.team["unit"].beat = {"north"};
  s.team["unit"].stay = 4h;
  const auto rate = [](const Scenario& scenario) {
    return testing::estimate(replicate(make_setup(scenario), 3, 4, 1, 1), "false_positive_rate")
        .mean;
  };
  const double usual = rate(s);
  s.team["unit"].selection_multiplier = 3;
  // At one of two posts of equal traffic, for 4 of 8 hours.
  EXPECT_NEAR(rate(s) / usual, 1 + 2 * 0.5 * 4 / 8, 0.08);
}

}  // namespace
}  // namespace cordon::beat_test
