// Controlled deliveries: by hand, by the rules of the decision, and by what becomes of them.

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <map>
#include <string>
#include <vector>

#include "sim/output/recorder/recorder.hpp"
#include "sim/run/together.hpp"
#include "tests/support/finds.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/watch.hpp"

namespace cordon::delivery_test {
namespace {

using Lines = std::vector<std::string>;
using testing::clock;
using testing::minutes;

// Finds of 1000 EUR at one post; a prosecutor who reads for 10 min and decides in 12 h; a unit of
// two officers at any time; ten hours inland.
Scenario deliveries(int lorries, Duration length = 96h) {
  Scenario s = testing::finds(lorries, 12h, length);
  s.commodity["tobacco"].mass_kg = Distribution::constant(10);
  s.commodity["tobacco"].value_per_kg = 100;
  s.base["cid"].place = "home";
  TeamSpec detectives = s.team.at("customs");
  detectives.crossing = "";
  detectives.base = "cid";
  detectives.officers = 4;
  s.team["detectives"] = detectives;
  s.desk["prosecutor"] = testing::desk(10);
  s.channel["court"] = testing::channel({"post"}, {"prosecutor"}, 5);
  s.channel["court"].bases = {"cid"};
  s.exchange["permits"] = testing::exchange(ExchangeKind::permit, "prosecutor");
  s.investigation.unit = "cid";
  s.investigation.decision = SeizeOrRun::by_value;
  s.investigation.delivery_above = 999;
  s.investigation.journey_inland = minutes(600);
  s.investigation.lost = 0;
  SpecialFormSpec form;
  form.kind = SpecialForm::controlled_delivery;
  form.permit = minutes(12 * 60);
  form.granted = 1;
  s.special_form["delivery"] = form;
  return s;
}

struct Told {
  Lines lines;
  std::map<std::string, double> measures;
};

Told told(const Scenario& s) {
  Told all;
  const auto note = [&](Time now, const std::string& what) {
    all.lines.push_back(clock(now) + " " + what);
  };
  testing::Watching watching([&]<class E>(const E&, const auto& here, Time now) {
    const std::string at = [&] {
      if constexpr (requires { here.vehicles; }) return " at " + here.setup->name;
      return std::string();
    }();
    if (std::is_same_v<E, GoodsHeld>) note(now, "held" + at);
    if (std::is_same_v<E, DeliveryBegan>) note(now, "let run" + at);
    if (std::is_same_v<E, CaseOpened>) note(now, "case" + at);
    if (std::is_same_v<E, DeliveryLost>) note(now, "lost" + at);
    if (std::is_same_v<E, GoodsSeized>) note(now, "seized" + at);
    if (std::is_same_v<E, VehicleReleased>) note(now, "released" + at);
  });
  World world = build_world(make_setup(s), 1, 0);
  Recorder recorder(*world.setup);
  Together together(watching, recorder);
  testing::observe(world, together);
  for (const MeasureValue& v : recorder.values())
    if (v.labels == Labels{}) all.measures[std::string(v.measure->name)] = v.value;
  return all;
}

// Searched until 12:10, written until 12:20, there at 12:25, read until 12:35, decided at 24:35.
TEST(ADelivery, IsPermittedFollowedAndSeizedWhereItWasToGo) {
  const Told all = told(deliveries(1));
  EXPECT_EQ(all.lines, (Lines{"12:10 held at post", "24:40 let run at post", "24:45 case at cid",
                              "34:40 seized at cid"}));
  EXPECT_EQ(all.measures.at("controlled_deliveries"), 1);
  EXPECT_EQ(all.measures.at("deliveries_lost"), 0);
  EXPECT_EQ(all.measures.at("seizures"), 1);
  EXPECT_EQ(all.measures.at("illicit_passed"), 0);
  EXPECT_EQ(all.measures.at("cases_solved"), 1);
  EXPECT_NEAR(all.measures.at("investigation_hours"), 10 - 5 / 60.0, 1e-9);
}

TEST(ADelivery, ThatIsRefusedOrNotPermittedInTimeIsSeizedAtThePost) {
  Scenario s = deliveries(1);
  s.special_form["delivery"].granted = 0;
  EXPECT_EQ(told(s).lines, (Lines{"12:10 held at post", "24:40 seized at post"}));
  s.special_form["delivery"].granted = 1;
  s.investigation.waits_for_permit = 8h;
  EXPECT_EQ(told(s).lines, (Lines{"12:10 held at post", "20:10 seized at post"}));
}

TEST(ADelivery, ThatNobodyFollowsIsLost) {
  Scenario s = deliveries(3);         // at once
  s.team["detectives"].officers = 2;  // one for each half of the day
  const Told all = told(s);
  EXPECT_EQ(all.measures.at("controlled_deliveries"), 3);
  EXPECT_EQ(all.measures.at("deliveries_lost"), 2);
  EXPECT_EQ(all.measures.at("seizures"), 1);
  EXPECT_EQ(all.measures.at("illicit_passed"), 2);
  EXPECT_EQ(all.measures.at("crossed"), 2);
}

TEST(TheDecision, GoesByWhatThePostKnows) {
  Scenario s = deliveries(1);
  const auto runs = [&] { return told(s).measures.at("controlled_deliveries") == 1; };
  EXPECT_TRUE(runs());
  s.investigation.delivery_above = 1000;
  EXPECT_FALSE(runs());
  s.investigation.decision = SeizeOrRun::always_seize;
  s.investigation.delivery_above = 0;
  EXPECT_FALSE(runs());
  s.investigation.decision = SeizeOrRun::by_damage;  // no lead: nothing but the loss is to be had
  s.investigation.lost = 0.08;
  EXPECT_FALSE(runs());
}

TEST(TheDecision, NeedsAFormForTheGoods) {
  Scenario s = deliveries(1);
  s.commodity["tobacco"].lethal = true;
  EXPECT_EQ(told(s).measures.at("controlled_deliveries"), 0);
  s.special_form["delivery"].contents_replaced = true;
  EXPECT_EQ(told(s).measures.at("controlled_deliveries"), 1);
  s.special_form["delivery"].commodities = {"weapons"};
  s.commodity["weapons"] = {};
  EXPECT_EQ(told(s).measures.at("controlled_deliveries"), 0);
}

// Two-sided at the level 0.001.
TEST(ManyDeliveries, AreLostAsOftenAsTheScenarioSays) {
  Scenario s = deliveries(1, 24h * 300);
  s.arrival.clear();
  for (int n = 0; n < 1000; ++n) s.arrival.push_back(testing::lorries("line", n * 7h));
  s.team["detectives"].officers = 40;
  s.investigation.lost = 0.2;
  const Told all = told(s);
  EXPECT_EQ(all.measures.at("controlled_deliveries"), 1000);
  const boost::math::binomial law(1000, 0.2);
  EXPECT_GE(all.measures.at("deliveries_lost"), quantile(law, 0.0005));
  EXPECT_LE(all.measures.at("deliveries_lost"), quantile(law, 0.9995));
  EXPECT_EQ(all.measures.at("seizures") + all.measures.at("illicit_passed"), 1000);
}

// A seizure where the goods were to go does four times what one at the border does: three more.
TEST(ADelivery, DoesMoreToItsGroupThanASeizureAtTheBorder) {
  Scenario s = deliveries(1, 24h * 40);
  s.arrival.clear();
  s.volume.front().vehicles_per_day = 24;
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.2}};
  s.opponent.group_share = 1;
  s.group["wolves"].home = "home";
  s.group["wolves"].commodity = "tobacco";
  s.group["wolves"].disruption = 0.01;
  s.group["wolves"].recovery = 24h * 100000;
  s.investigation.network_damage = 4;
  World world = build_world(make_setup(s), 1, 0);
  int losses = 0, strikes = 0;
  testing::Watching watching([&]<class E>(const E&, const auto&, Time) {
    losses += std::is_same_v<E, OwnLossLearnt>;
    strikes += std::is_same_v<E, GroupStruck>;
  });
  testing::observe(world, watching);
  EXPECT_GT(strikes, 20);
  EXPECT_GT(losses, 20);
  const double capacity = group::capacity(world.groups.front(), start_of_run + 24h * 40);
  EXPECT_NEAR(capacity / std::pow(0.99, losses + 3 * strikes), 1, 5e-3);  // what has come back
}

TEST(ADelivery, IsAskedForOnlyWhereThereIsWhomToAsk) {
  Scenario s = deliveries(1);
  s.exchange["permits"].min_value = 5000;
  const Told all = told(s);
  EXPECT_EQ(all.lines, Lines{"12:10 seized at post"});
}

}  // namespace
}  // namespace cordon::delivery_test
