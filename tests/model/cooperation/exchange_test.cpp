// Messages on finds: their way over desks by hand, and what they lose, answer and bring about.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "sim/model/trade/papers.hpp"
#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/output/words.hpp"
#include "sim/run/together.hpp"
#include "tests/support/busy_border.hpp"
#include "tests/support/finds.hpp"
#include "tests/support/observe.hpp"
#include "tests/support/refused.hpp"
#include "tests/support/watch.hpp"

namespace cordon::exchange_test {
namespace {

using Lines = std::vector<std::string>;

using testing::channel;
using testing::clock;
using testing::desk;
using testing::exchange;
using testing::finds;
using testing::minutes;

// A national desk, a single point of contact and Europol, each a step on the way to the next.
Scenario three_desks() {
  Scenario s = finds(1, 12h);
  s.desk["national"] = desk(20);
  s.desk["contact"] = desk(30);
  s.desk["europol"] = desk(60);
  s.channel["network"] = channel({"post"}, {"national"}, 5);
  s.channel["ministry"] = channel({}, {"national", "contact"}, 2);
  s.channel["siena"] = channel({}, {"contact", "europol"}, 90);
  s.exchange["records"] = exchange(ExchangeKind::report, "europol");
  return s;
}

std::vector<MessageHop> hops(const Scenario& s, std::uint32_t replication = 0) {
  return replicate(make_setup(s), 1, replication, 1, 1).front().details.messages;
}

// "report 1 siena 13:05 13:10 13:30": what, hop, channel, sent, received, read.
Lines told(const Scenario& s, std::uint32_t replication = 0) {
  const auto setup = make_setup(s);
  Lines lines;
  for (const MessageHop& hop : hops(s, replication))
    lines.push_back(std::string(name_of(hop.message.kind)) + " " +
                    std::to_string(hop.message.hops + 1) + " " +
                    setup->channels[hop.hop.channel.value].name + " " + clock(hop.sent) + " " +
                    (hop.lost ? "lost" : clock(hop.received) + " " + clock(hop.read)));
  return lines;
}

// Searched until 12:10, written until 12:20, while another officer writes the report.
TEST(AMessage, GoesOverDesksThatTakeTheirTime) {
  EXPECT_EQ(told(three_desks()),
            (Lines{"report 1 network 12:20 12:25 12:45", "report 2 ministry 12:45 12:47 13:17",
                   "report 3 siena 13:17 14:47 15:47"}));
}

TEST(AMessage, GoesStraightFromAPostThatHasAccessItself) {
  Scenario s = three_desks();
  s.channel["siena"].crossings = {"post"};
  EXPECT_EQ(told(s), (Lines{"report 1 siena 12:20 13:50 14:50"}));
}

TEST(AMessage, TakesTheWayThatTakesLeastTimeOnAverage) {
  Scenario s = three_desks();
  s.channel["letter"] = channel({"post"}, {"europol"}, 146);  // desks: 5 + 20 + 2 + 30 + 90 = 147
  EXPECT_EQ(told(s), (Lines{"report 1 letter 12:20 14:46 15:46"}));
  s.channel["letter"].latency = minutes(148);
  EXPECT_EQ(told(s).size(), 3u);
}

TEST(AMessage, WaitsForADeskToOpenAndForItsAnalysts) {
  Scenario s = three_desks();
  s.arrival = {testing::lorries("line", 12h, 2)};
  s.desk["national"].hours = {"20:00-21:00"};
  // Messages come at 12:25; the second is read when the first has been, after hours if need be.
  s.desk["national"].time = minutes(40);
  s.exchange["records"].to = "national";
  EXPECT_EQ(told(s),
            (Lines{"report 1 network 12:20 12:25 20:40", "report 1 network 12:20 12:25 21:20"}));
}

TEST(AMessage, LeavesWhenAnOutageIsOver) {
  Scenario s = three_desks();
  s.channel["ministry"].outage["update"] = {12h, 3h};
  s.channel["ministry"].outage["again"] = {15h, 1h};
  EXPECT_EQ(told(s),
            (Lines{"report 1 network 12:20 12:25 12:45", "report 2 ministry 12:45 16:02 16:32",
                   "report 3 siena 16:32 18:02 19:02"}));
}

TEST(AMessage, ThatIsLostIsKnownToNobody) {
  Scenario s = three_desks();
  s.channel["ministry"].loss = 1;
  EXPECT_EQ(told(s), (Lines{"report 1 network 12:20 12:25 12:45", "report 2 ministry 12:45 lost"}));
}

TEST(AMessage, IsWrittenAfterTheReportByAnOfficerOfThePost) {
  Scenario s = three_desks();
  s.team["customs"].officers = 2;  // one for each half of the day
  s.channel["network"].officer_time = 25min;
  EXPECT_EQ(told(s).front(), "report 1 network 13:20 13:25 13:45");
  const auto runs = replicate(make_setup(s), 1, 0, 1, 1);
  EXPECT_DOUBLE_EQ(testing::total(runs.front(), "reporting_hours"), (45 + 25) / 60.0);
}

TEST(AnExchange, IsOnlyAboutWhatItSays) {
  Scenario s = three_desks();
  s.commodity["tobacco"].value_per_kg = 100;
  s.commodity["other"] = {};
  s.exchange["records"].min_value = 101;
  EXPECT_TRUE(told(s).empty());
  s.exchange["records"].min_value = 100;
  EXPECT_EQ(told(s).size(), 3u);
  s.exchange["records"].commodities = {"other"};
  EXPECT_TRUE(told(s).empty());
}

TEST(AnExchange, MayBeOfAnOperationOnly) {
  Scenario s = three_desks();
  OperationSpec operation;
  operation.start = 12h;
  operation.length = 5min;  // over when the search is
  operation.crossings = {"post"};
  s.operation["action"] = operation;
  s.exchange["records"].operation = "action";
  EXPECT_TRUE(told(s).empty());
  s.operation["action"].length = 1h;
  EXPECT_EQ(told(s).size(), 3u);
}

TEST(AnExchange, NeedsAWayForItsMessages) {
  Scenario s = three_desks();
  EXPECT_EQ(testing::refused(s), "");
  s.channel.erase("ministry");
  EXPECT_EQ(testing::refused(s),
            "no channel leads from crossing 'post' to desk 'europol', which exchange 'records' "
            "goes to");
}

// What reaches a desk is put there: from which post, with which lead, and what its papers say.
struct Put {
  Duration at{};
  const char* from = "north";
  std::uint32_t lead = 0;
  std::uint64_t says = 0;
  bool urgent = false, direct = true, legible = true;
  std::uint16_t exchange = 0;
  int find = -1;  // which it is about; -1: another than all others
};

// Writes down what is heard of it: "13:20 middle hears 7 of north".
class Heard {
 public:
  Heard(const Scenario& scenario, const std::vector<Put>& messages, std::uint32_t replication = 0)
      : setup_(make_setup(scenario)) {
    World world = build_world(setup_, 1, replication);
    Desk& desk = world.desks.back();
    for (std::uint32_t n = 0; n < messages.size(); ++n) {
      const Put& put = messages[n];
      Message m;
      m.about = {source_of("test"), put.find < 0 ? n : static_cast<std::uint32_t>(put.find)};
      m.leads_to = put.lead == 0 ? Subject{} : Subject{source_of("lead"), put.lead};
      m.born = start_of_run + put.at;
      m.says = put.says;
      m.exchange = {put.exchange};
      m.kind = setup_->exchanges[put.exchange].spec.kind == ExchangeKind::inquiry
                   ? MessageKind::request
                   : MessageKind::report;
      m.urgent = put.urgent, m.direct = put.direct, m.legible = put.legible;
      for (const CrossingSetup& c : setup_->crossings)
        if (c.name == put.from) m.from = c.index;
      m.hops = static_cast<std::uint8_t>(setup_->exchanges[0].way[m.from.value].size());
      desk.agenda.future.schedule(m.born, desk.agenda.next_order(), MessageReceived{m});
    }
    Recorder recorder(*setup_);
    Together together(*this, recorder);
    testing::observe(world, together);
    for (const MeasureValue& v : recorder.values())
      if (v.labels == Labels{}) measures[std::string(v.measure->name)] = v.value;
  }

  Lines lines;
  std::map<std::string, double> measures;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const MessageReceived& e, const Crossing& here, Time now) {
    lines.push_back(clock(now) + " " + here.setup->name + " has " +
                    std::string(name_of(e.message.kind)));
  }
  void on(const SubstanceRecognised&, const Crossing& here, Time now) {
    lines.push_back(clock(now) + " " + here.setup->name + " recognises it");
  }
  void on(const RiskFormReceived& e, const Crossing& here, Time now) {
    lines.push_back(clock(now) + " " + here.setup->name + " hears " + std::to_string(e.form.says) +
                    " of " + setup_->crossings[e.form.from.value].name);
  }
  void begin(const World&, Time) {}
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  std::shared_ptr<const cordon::Setup> setup_;
};

// Three posts with access to a desk, which reads for 10 min; messages take 5 min.
Scenario three_posts_and_a_desk(ExchangeKind kind, Duration length = 96h) {
  Scenario s = testing::three_posts();
  s.length = length;
  s.trader.operators = 100;
  s.desk["europol"] = desk(10);
  s.channel["siena"] = channel({"north", "middle", "south"}, {"europol"}, 5);
  s.exchange["check"] = exchange(kind, "europol");
  return s;
}

TEST(AnInquiry, FindsWhatHasTheSameLeadAndTellsBothPosts) {
  const Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  const Heard heard(s, {{13h, "north", 1, 7}, {14h, "middle", 2, 8}, {15h, "south", 1, 9}});
  EXPECT_EQ(heard.lines, (Lines{"13:15 north has answer", "14:15 middle has answer",
                                "15:15 north has warning", "15:15 north hears 9 of south",
                                "15:15 south has answer", "15:15 south hears 7 of north"}));
  EXPECT_EQ(heard.measures.at("cross_checks"), 3);
  EXPECT_EQ(heard.measures.at("cross_check_hits"), 1);
}

TEST(AnInquiry, IsAnsweredWithTheLatestFind) {
  const Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  const Heard heard(s, {{13h, "north", 1, 7}, {14h, "middle", 1, 8}, {15h, "north", 1, 9}});
  EXPECT_EQ(heard.lines.back(), "15:15 north hears 8 of middle");
}

// The report of the find itself is filed before it is asked about, and does not hide the other.
TEST(AnInquiry, FindsTheOtherFindBehindItsOwnReport) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  s.exchange["file"] = exchange(ExchangeKind::report, "europol");
  const auto report_of = [](Duration at, const char* from, int find, std::uint64_t says) {
    return Put{at, from, 1, says, false, true, true, 1, find};
  };
  const auto inquiry_of = [](Duration at, const char* from, int find, std::uint64_t says) {
    return Put{at, from, 1, says, false, true, true, 0, find};
  };
  const Heard heard(s, {report_of(13h, "north", 50, 7), report_of(14h, "south", 51, 9),
                        inquiry_of(15h, "south", 51, 9), inquiry_of(16h, "north", 50, 7)});
  EXPECT_EQ(heard.measures.at("cross_check_hits"), 2);
  EXPECT_THAT(heard.lines, ::testing::Contains("15:15 south hears 7 of north"));
  EXPECT_THAT(heard.lines, ::testing::Contains("16:15 north hears 9 of south"));
}

TEST(AnInquiry, OfTheSamePostIsAnsweredOnce) {
  const Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  const Heard heard(s, {{13h, "north", 1, 7}, {14h, "north", 1, 8}});
  EXPECT_EQ(heard.lines, (Lines{"13:15 north has answer", "14:15 north has answer",
                                "14:15 north hears 7 of north"}));
}

TEST(AnInquiry, WithoutALeadOrThatSaysTooLittleFindsNothing) {
  const Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  const Heard heard(s, {{13h, "north", 0, 7},
                        {14h, "middle", 0, 8},
                        {15h, "south", 1, 9},
                        {16h, "north", 1, 10, false, true, false}});
  EXPECT_EQ(heard.measures.at("cross_checks"), 4);
  EXPECT_EQ(heard.measures.at("cross_check_hits"), 0);
  EXPECT_EQ(heard.lines.size(), 4u);  // answers that say nothing
}

TEST(AnInquiry, WaitsForTheHolderOfTheInformation) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry);
  s.exchange["check"].holder_time = minutes(600);
  const Heard heard(s, {{13h, "north", 1, 7, false, false}, {14h, "middle", 1, 8}});
  EXPECT_EQ(heard.lines, (Lines{"14:15 middle has answer", "23:15 middle has warning",
                                "23:15 middle hears 7 of north", "23:15 north has answer",
                                "23:15 north hears 8 of middle"}));
}

// Deadlines are counted, not enforced: 8 h, 3 days, 7 days, by the minute.
TEST(AnInquiry, IsCountedAsInTimeByItsUrgency) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry, 24h * 12);
  for (const auto& [urgent, direct, deadline] :
       {std::tuple{true, true, 8 * 60}, {true, false, 72 * 60}, {false, true, 168 * 60}}) {
    const int before = direct ? 5 : 5 + 10;  // the way back, and reading
    for (const int late : {0, 1}) {
      s.exchange["check"].holder_time = minutes(deadline - before + late);
      s.desk["europol"].time = minutes(direct ? deadline - before + late : 10);
      const Heard heard(s, {{13h, "north", 0, 7, urgent, direct}});
      EXPECT_EQ(heard.measures.at("requests_answered"), 1);
      EXPECT_EQ(heard.measures.at("requests_answered_in_time"), 1 - late) << deadline;
    }
  }
}

TEST(AReportToADesk, IsKeptAndAnsweredByNobody) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::report);
  EXPECT_TRUE(Heard(s, {{13h, "north", 1, 7}, {14h, "middle", 1, 8}}).lines.empty());
}

TEST(AWarning, ReachesAllOthersThatTakePart) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::warning);
  EXPECT_EQ(Heard(s, {{13h, "north", 0, 7}}).lines,
            (Lines{"13:15 middle has warning", "13:15 middle hears 7 of north",
                   "13:15 south has warning", "13:15 south hears 7 of north"}));
  s.exchange["check"].crossings = {"north", "south"};
  EXPECT_EQ(Heard(s, {{13h, "north", 0, 7}}).lines,
            (Lines{"13:15 south has warning", "13:15 south hears 7 of north"}));
  EXPECT_TRUE(Heard(s, {{13h, "north", 0, 0}}).lines.empty());  // papers that say nothing
}

TEST(AnAlert, IsFollowedByTraining) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::alert);
  s.commodity["new_substance"].unrecognised = 0.2;
  s.commodity["new_substance"].training = 20h;
  EXPECT_EQ(Heard(s, {{13h, "north", 0, 0}}).lines,
            (Lines{"13:15 middle has alert", "13:15 south has alert", "33:15 middle recognises it",
                   "33:15 south recognises it"}));
}

// All is searched, by who finds all that he recognises; he recognises what he has found, too.
Scenario a_new_substance(double unrecognised, int lorries) {
  Scenario s = finds(lorries, 12h);
  s.commodity["tobacco"].unrecognised = unrecognised;
  s.desk["euda"] = desk(10);
  s.channel["network"] = channel({"post"}, {"euda"}, 5);
  s.exchange["alert"] = exchange(ExchangeKind::alert, "euda");
  return s;
}

TEST(ANewSubstance, IsFoundLessOftenUntilItHasBeenFoundOnce) {
  const auto found = [](const Scenario& s, std::uint32_t replications) {
    double all = 0;
    for (const Replication& r : replicate(make_setup(s), 1, 0, replications, 1))
      all += testing::total(r, "seizures");
    return all;
  };
  EXPECT_EQ(found(a_new_substance(0, 40), 1), 0);
  EXPECT_EQ(found(a_new_substance(1, 40), 1), 40);
  // One lorry each: a fifth of them, by the binomial at the level 0.001. With many lorries nearly
  // all.
  const boost::math::binomial law(1000, 0.2);
  const double once = found(a_new_substance(0.2, 1), 1000);
  EXPECT_GE(once, quantile(law, 0.0005));
  EXPECT_LE(once, quantile(law, 0.9995));
  EXPECT_GT(found(a_new_substance(0.2, 400), 1), 300);
}

TEST(ANewSubstance, IsTheSubjectOfOneAlertOfAPost) {
  EXPECT_EQ(told(a_new_substance(0.999, 5)).size(), 1u);
  EXPECT_TRUE(told(a_new_substance(1, 5)).empty());  // is not new
}

// Items of intelligence on two groups, and how many of them say what a group's papers do.
TEST(Intelligence, IsAsOftenAndAsTrueAsItSays) {
  Scenario s = testing::busy_border(24h * 400);
  s.volume.clear();
  s.volume.push_back({"north", Direction::entry, VehicleClass::lorry, 0, 10});
  s.commodity["tobacco"].prevalence = {{"lorry_entry", 1e-9}};  // the groups send nothing
  s.declaration["goods"] = {100000, 3, 1};
  s.risk_information.looks_at = {"goods"};
  s.desk["analysis"] = desk(1);
  s.channel["network"] = channel({"north", "south"}, {"analysis"}, 60);
  s.exchange["tips"] = exchange(ExchangeKind::intelligence, "analysis");
  s.exchange["tips"].every = 6h;
  s.exchange["tips"].source_grade = SourceGrade::c;  // 0.5
  s.exchange["tips"].item_grade = ItemGrade::two;    // times 0.85
  EXPECT_DOUBLE_EQ(s.exchange["tips"].true_share(), 0.425);
  std::set<std::uint64_t> typical;
  int items = 0, right = 0, told = 0;
  testing::Watching count([&]<class E>(const E& e, const auto&, Time) {
    if constexpr (std::is_same_v<E, ReadingEnded>) {
      ++items;
      right += typical.contains(e.message.says);
    }
    if constexpr (std::is_same_v<E, RiskFormReceived>) {
      ++told;
      EXPECT_FALSE(e.form.from);
      EXPECT_FLOAT_EQ(e.form.counts, 0.425f);
    }
  });
  const auto setup = make_setup(s);
  World world = build_world(setup, 1, 0);
  for (std::uint16_t g = 0; g < setup->groups.size(); ++g)
    for (std::uint32_t which = 0; which < 3; ++which) {
      Shipment shown;
      shown.owner = {g};
      shown.looks_like = setup->groups[g].commodities.front();
      scoring::Declared declared;
      declared.says[static_cast<std::size_t>(setup->fields[0].category)] =
          papers::typical_value(0, which, shown, *setup, world.luck);
      typical.insert(setup->signs.front().in(declared));
    }
  testing::observe(world, count);
  // At the level 0.001: 1600 items are expected, with Poisson's deviation of 40.
  EXPECT_NEAR(items, 1600, 3.3 * 40);
  const boost::math::binomial law(items, 0.425);
  EXPECT_GE(right, quantile(law, 0.0005));
  EXPECT_LE(right, quantile(law, 0.9995));
  EXPECT_NEAR(told, 2 * items, 4);  // both posts; the last are under way
}

TEST(ADesk, SeesAMatchByTheSkillOfItsAnalysts) {
  Scenario s = three_posts_and_a_desk(ExchangeKind::inquiry, 24h * 200);
  s.desk["europol"].skill = 0.5;
  std::vector<Put> messages;
  constexpr int n = 2000;
  for (int m = 0; m < n; ++m) messages.push_back({m * 2h, m % 2 == 0 ? "north" : "south", 1, 7});
  const Heard heard(s, messages);
  // Two-sided at the level 0.001.
  const boost::math::binomial matches(n - 1, 0.6 + 0.4 * 0.5);
  EXPECT_GE(heard.measures.at("cross_check_hits"), quantile(matches, 0.0005));
  EXPECT_LE(heard.measures.at("cross_check_hits"), quantile(matches, 0.9995));
}

// Of messages that a channel carries, and of those that arrive; by binomials at the level 0.001.
TEST(AChannel, LosesAndGarblesWhatItSays) {
  Scenario s = finds(1, 0h, 24h * 60);
  s.arrival.clear();
  for (int n = 0; n < 1400; ++n) s.arrival.push_back(testing::lorries("line", n * 1h));
  s.desk["europol"] = desk(10);
  s.channel["siena"] = channel({"post"}, {"europol"}, 5);
  s.channel["siena"].loss = 0.2;
  s.channel["siena"].quality = 0.7;
  s.exchange["records"] = exchange(ExchangeKind::report, "europol");
  int sent = 0, lost = 0, legible = 0;
  testing::Watching count([&]<class E>(const E& e, const auto&, Time) {
    if constexpr (std::is_same_v<E, ReadingEnded>) legible += e.message.legible;
  });
  World world = build_world(make_setup(s), 1, 0);
  Ledger ledger(*world.setup);
  Recorder recorder(*world.setup);
  Together together(count, ledger, recorder);
  testing::observe(world, together);
  const Details details = ledger.details(recorder);
  for (const MessageHop& hop : details.messages) ++sent, lost += hop.lost;
  EXPECT_GT(sent, 1000);
  const auto within = [](int seen, int of, double p) {
    const boost::math::binomial law(of, p);
    return seen >= quantile(law, 0.0005) && seen <= quantile(law, 0.9995);
  };
  EXPECT_TRUE(within(lost, sent, 0.2)) << lost << " of " << sent;
  EXPECT_TRUE(within(legible, sent - lost, 0.7)) << legible << " of " << sent - lost;
}

}  // namespace
}  // namespace cordon::exchange_test
