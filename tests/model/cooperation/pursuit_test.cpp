// Who flees is followed: by theory, and in a run.

#include <gtest/gtest.h>

#include <cmath>

#include "sim/output/recorder/recorder.hpp"
#include "tests/support/finds.hpp"
#include "tests/support/watch.hpp"

namespace cordon::pursuit_test {
namespace {

constexpr int grid = 4000;  // of luck: shares are exact to 1/4000

// A post in PL, and a group whose drivers flee to DE.
Scenario with_a_group() {
  Scenario s = testing::finds(1, 12h);
  s.group["wolves"].home = "home";
  s.group["wolves"].commodity = "tobacco";
  s.group["wolves"].destination = "DE";
  s.investigation.caught_after = 60min;
  s.investigation.to_border = 30min;
  s.investigation.pursuit_ends_after = 3h;
  s.investigation.speed = 100;
  s.investigation.handed_over = 0.7;
  return s;
}

SpecialFormSpec hot_pursuit() {
  SpecialFormSpec form;
  form.kind = SpecialForm::hot_pursuit;
  form.between = {"PL", "DE"};
  return form;
}

struct Ends {
  double caught = 0;
  Duration longest{};
};

// Over all luck.
Ends ends(const Scenario& s, bool abroad) {
  const auto setup = make_setup(s);
  const CountryIndex here = setup->crossings.front().state;
  const CountryIndex there = abroad ? setup->groups.front().destination : here;
  Ends all;
  for (int n = 0; n < grid; ++n)
    for (const double handing_over : {0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95}) {
      const Chase chase =
          pursuits::plan({{0}, here, there}, *setup, (n + 0.5) / grid, handing_over);
      all.caught += chase.caught / (10.0 * grid);
      all.longest = std::max(all.longest, chase.lasts);
    }
  return all;
}

TEST(APursuit, WithinTheCountryGoesOnUntilItIsGivenUp) {
  const Ends all = ends(with_a_group(), false);
  EXPECT_NEAR(all.caught, 1 - std::exp(-3.0), 2.0 / grid);
  EXPECT_EQ(all.longest, Duration(3h));
}

TEST(APursuit, WithoutAnAgreementEndsAtTheBorder) {
  const Ends all = ends(with_a_group(), true);
  EXPECT_NEAR(all.caught, 1 - std::exp(-0.5), 2.0 / grid);
  EXPECT_EQ(all.longest, Duration(30min));
}

TEST(APursuit, OverTheBorderGoesOnAsLongAsTheStatesAllow) {
  Scenario s = with_a_group();
  s.special_form["pursuit"] = hot_pursuit();
  EXPECT_NEAR(ends(s, true).caught, 1 - std::exp(-3.5), 2.0 / grid);
  s.special_form["pursuit"].within = 5h;  // longer than where nothing else limits it
  EXPECT_NEAR(ends(s, true).caught, 1 - std::exp(-5.5), 2.0 / grid);
  s.special_form["pursuit"].within = 45min;
  EXPECT_NEAR(ends(s, true).caught, 1 - std::exp(-1.25), 2.0 / grid);
  s.special_form["pursuit"].distance = 50;  // half an hour
  EXPECT_NEAR(ends(s, true).caught, 1 - std::exp(-1.0), 2.0 / grid);
  EXPECT_EQ(ends(s, true).longest, Duration(60min));
}

TEST(APursuit, ThatMayHoldNobodyNeedsTheOfficersOfTheOtherState) {
  Scenario s = with_a_group();
  s.special_form["pursuit"] = hot_pursuit();
  s.special_form["pursuit"].within = 30min;
  s.special_form["pursuit"].apprehension = false;
  const double at_home = 1 - std::exp(-0.5), beyond = std::exp(-0.5) - std::exp(-1.0);
  EXPECT_NEAR(ends(s, true).caught, at_home + 0.7 * beyond, 2.0 / grid);
}

TEST(APursuit, NeedsAFormForThatPairOfStates) {
  Scenario s = with_a_group();
  s.special_form["pursuit"] = hot_pursuit();
  s.special_form["pursuit"].between = {"PL", "CZ"};
  EXPECT_NEAR(ends(s, true).caught, 1 - std::exp(-0.5), 2.0 / grid);
}

// All lorries of the group are found, and all of their drivers flee.
Scenario all_flee() {
  Scenario s = with_a_group();
  s.length = 24h * 20;
  s.arrival.clear();
  s.volume.front().vehicles_per_day = 48;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.5}};
  s.opponent.group_share = 1;
  s.investigation.flees = 1;
  return s;
}

struct Seen {
  int fled = 0, began = 0, caught = 0, escaped = 0, seized = 0;
};

Seen seen(const Scenario& s) {
  Seen all;
  testing::watch(s, [&]<class E>(const E& e, const auto&, Time) {
    all.fled += std::is_same_v<E, VehicleFled>;
    all.began += std::is_same_v<E, PursuitBegan>;
    all.escaped += std::is_same_v<E, VehicleEscaped>;
    all.seized += std::is_same_v<E, GoodsSeized>;
    if constexpr (std::is_same_v<E, PursuitEnded>) all.caught += e.caught;
  });
  return all;
}

TEST(WhoFlees, IsCaughtOrGetsAway) {
  Scenario s = all_flee();
  s.special_form["pursuit"] = hot_pursuit();
  const Seen all = seen(s);
  EXPECT_GT(all.fled, 200);
  EXPECT_EQ(all.began, all.fled);
  EXPECT_GT(all.caught, all.fled * 9 / 10);  // 97 % are, by the law above
  EXPECT_EQ(all.seized, all.caught);
  EXPECT_NEAR(all.escaped, all.fled - all.caught, 3);  // the last are on the run
}

// One officer at a time, who is at the lane.
TEST(WhoFlees, GetsAwayWhereNobodyIsFree) {
  Scenario s = all_flee();
  s.team["customs"].officers = 2;
  s.line["line"].lanes = 1;
  s.special_form["pursuit"] = hot_pursuit();
  const Seen all = seen(s);
  EXPECT_GT(all.fled, 100);
  EXPECT_EQ(all.caught, 0);
  EXPECT_EQ(all.escaped, all.fled);
}

// One of two is at the lane, the other goes after him; half of the finds are seized, whose reports
// want an officer meanwhile: it is not he.
TEST(WhoFlees, IsFollowedToTheEndByWhoeverHasBegun) {
  Scenario s = all_flee();
  s.team["customs"].officers = 4;
  s.line["line"].lanes = 1;
  s.investigation.flees = 0.5;
  s.special_form["pursuit"] = hot_pursuit();
  const Seen all = seen(s);
  EXPECT_GT(all.began, 50);
  EXPECT_GT(all.caught, all.began * 9 / 10);  // 97 % are, by the law above
}

TEST(WhoFlees, IsOnlyPursuedByThoseWhoMay) {
  Scenario s = all_flee();
  s.special_form["pursuit"] = hot_pursuit();
  CompetenceRow customs;
  customs.powers = {Power::check_documents, Power::scan, Power::open_cargo, Power::seize};
  s.competence = {customs};
  const Seen all = seen(s);
  EXPECT_GT(all.fled, 200);
  EXPECT_EQ(all.began, 0);
}

TEST(WhoFlees, IsNobodyUnlessTheScenarioSaysSo) {
  Scenario s = all_flee();
  s.investigation.flees = 0;
  const Seen all = seen(s);
  EXPECT_EQ(all.fled, 0);
  EXPECT_GT(all.seized, 200);
}

}  // namespace
}  // namespace cordon::pursuit_test
