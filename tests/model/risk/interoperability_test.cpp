// Who comes is looked up in the systems of justice and home affairs: what it takes, whom it sends
// where.

#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>

#include "tests/support/busy_border.hpp"
#include "tests/support/timeline.hpp"
#include "tests/support/watch.hpp"

namespace cordon::interoperability_test {
namespace {

using testing::Coming;
using testing::Timeline;
using testing::total;
using Lines = std::vector<std::string>;

// One check of a minute, which selects nobody.
Scenario one_check(LookUp look_up, double false_hits) {
  Scenario s = testing::quiet_crossing();
  s.interoperability.look_up = look_up;
  s.interoperability.false_hits = false_hits;
  return s;
}

TEST(ALookUp, TakesItsTimeAtTheFirstCheck) {
  EXPECT_EQ(Timeline(one_check(LookUp::off, 1), {{0h}}).of(1),
            (Lines{"0:00 began check", "1:00 ended check", "1:00 left"}));
  EXPECT_EQ(Timeline(one_check(LookUp::at_first_check, 0), {{0h}}).of(1),
            (Lines{"0:00 began check", "1:30 ended check", "1:30 left"}));
  EXPECT_EQ(Timeline(one_check(LookUp::at_first_check, 1), {{0h}}).of(1),
            (Lines{"0:00 began check", "21:30 ended check", "21:30 left"}));
}

TEST(ALookUp, OnRequestIsOfThoseWhoAreSelected) {
  Scenario s = one_check(LookUp::on_request, 1);
  auto& stages = s.layout["road"].stage;
  stages["check"].selects = true;
  stages["check"].next.yellow = {"documents"};
  stages["documents"] = testing::shared_stage(2, 10min, 1);
  s.selection.engine = RiskEngine::random;
  s.selection.orange = s.selection.red = s.selection.blue = 0;
  s.selection.yellow = 0;
  EXPECT_EQ(Timeline(s, {{0h}}).of(1),
            (Lines{"0:00 began check", "1:00 ended check", "1:00 left"}));
  s.selection.yellow = 1;
  EXPECT_EQ(Timeline(s, {{0h}}).of(1),
            (Lines{"0:00 began check", "1:00 ended check", "1:00 began documents",
                   "31:30 ended documents", "31:30 left"}));
}

// Of the vehicles of groups, and of all others; by binomials at the level 0.001.
TEST(ALookUp, HitsTheSharesThatItSays) {
  Scenario s = testing::busy_border(24h * 30);
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 0.1}};
  s.interoperability.look_up = LookUp::at_first_check;
  s.interoperability.on_record = 0.3;
  s.interoperability.false_hits = 0.01;
  s.interoperability.check_time = s.interoperability.resolve_time = 0s;
  std::int64_t of_groups = 0, others = 0, hits = 0, false_hits = 0;
  testing::watch(s, [&]<class E>(const E& e, const auto& here, Time) {
    if constexpr (std::is_same_v<E, ServiceBegan>) {
      if (!here.setup->stages[e.stage.value].first) return;
      ++(here.hold.of(e.vehicle).owner ? of_groups : others);
    } else if constexpr (std::is_same_v<E, RecordHit>) {
      EXPECT_TRUE(here.hold.of(e.vehicle).owner || !e.confirmed);
      ++(e.confirmed ? hits : false_hits);
    }
  });
  const auto within = [](std::int64_t seen, std::int64_t of, double p) {
    const boost::math::binomial law(static_cast<double>(of), p);
    const auto n = static_cast<double>(seen);
    return n >= quantile(law, 0.0005) && n <= quantile(law, 0.9995);
  };
  EXPECT_GT(of_groups, 1000);
  EXPECT_TRUE(within(hits, of_groups, 0.3)) << hits;
  // A few of the false hits are of groups' vehicles that are not on record.
  EXPECT_TRUE(within(false_hits, others + of_groups - hits, 0.01)) << false_hits;
}

// Whatever the lanes are full of.
TEST(AHit, SendsTheVehicleWhereItIsToGo) {
  Scenario s = testing::busy_border(24h * 20);
  s.interoperability.look_up = LookUp::at_first_check;
  s.interoperability.on_record = 0.5;
  s.interoperability.channel = Channel::orange;
  s.selection.yellow = s.selection.orange = s.selection.red = s.selection.blue = 0;
  int hits = 0;
  testing::watch(s, [&]<class E>(const E& e, const auto& here, Time) {
    if constexpr (std::is_same_v<E, ChannelChosen>) {
      const bool hit = here.vehicles[e.vehicle].lookup == Lookup::hit;
      EXPECT_EQ(e.channel, hit ? Channel::orange : Channel::green);
      hits += hit;
    }
  });
  EXPECT_GT(hits, 20);
}

// A hit on request is a reason for a search, and no find.
TEST(AHit, OnRequestRaisesAnAlarm) {
  Scenario s = testing::busy_border(24h * 20);
  s.interoperability.look_up = LookUp::on_request;
  s.interoperability.on_record = 1;
  s.selection.yellow = 1;
  s.selection.orange = s.selection.red = s.selection.blue = 0;
  s.selection.backlog_limit = 100000;
  for (auto& [name, technique] : s.technique) technique = {0, 0, 0, {}};
  int hits = 0, alarms = 0;
  testing::watch(s, [&]<class E>(const E& e, const auto& here, Time) {
    if constexpr (std::is_same_v<E, RecordHit>) hits += e.confirmed;
    if constexpr (std::is_same_v<E, ControlEnded>)
      if (here.setup->stages[e.stage.value].control == ControlKind::documents) alarms += e.found;
    if constexpr (std::is_same_v<E, GoodsSeized>) ADD_FAILURE() << "nothing can be found";
  });
  EXPECT_GT(hits, 10);
  EXPECT_NEAR(alarms, hits, 3);  // some are still being looked into
}

TEST(AHit, AheadOfArrivalIsResolvedByTargeters) {
  Scenario s = testing::busy_border(24h * 20);
  s.interoperability.look_up = LookUp::ahead;
  s.interoperability.on_record = 1;
  s.interoperability.false_hits = 0.1;
  s.advance["lorry"].referred = 0;
  s.advance["lorry"].coverage = 1;
  s.advance["lorry"].late = 0;
  s.targeting.targeters = 100;
  s.targeting.time = Distribution::constant(0);
  s.targeting.auc = 0.5;
  s.targeting.control = s.targeting.ask = s.targeting.stop = 0;
  s.targeting.control = 1e-6;  // none of those who are taken for others
  for (const char* line : {"north_lorry_entry", "south_lorry_entry"}) {
    s.line[line].queue = QueueKind::physical;
    s.line[line].initial_queue = 0;
  }
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  Labels lorries;
  lorries.direction = "entry", lorries.vehicle_class = "lorry";
  const auto of_lorries = [&](std::string_view measure) {
    for (const MeasureValue& v : runs.front().values)
      if (v.measure->name == measure && v.labels == lorries) return v.value;
    return -1.0;
  };
  EXPECT_GT(of_lorries("record_hits"), 20);
  EXPECT_EQ(of_lorries("entry_summaries_referred"),
            of_lorries("record_hits") + of_lorries("false_record_hits"));
  EXPECT_NEAR(of_lorries("controls_on_arrival"), of_lorries("record_hits"), 3);  // a few under way
}

}  // namespace
}  // namespace cordon::interoperability_test
