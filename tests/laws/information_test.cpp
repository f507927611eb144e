// Nobody knows what has not been found by him or told to him, and nothing is told before it can be.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "sim/output/ledger.hpp"
#include "sim/output/recorder/recorder.hpp"
#include "sim/run/together.hpp"
#include "tests/support/exchanges.hpp"
#include "tests/support/observe.hpp"

namespace cordon::information_test {
namespace {

// Two weeks in which much is found, with papers that tell.
Scenario exchanging() {
  Scenario s = testing::busy_border();
  testing::add_exchanges(s);
  s.declaration["goods"] = {20, 3, 0.9};
  s.commodity["tobacco"].tells = {{"goods", 0.8}};
  s.risk_information.looks_at = {"goods"};
  s.risk_information.reach = FormReach::nobody;
  return s;
}

// What each place knows, from what it has found and what has reached it.
struct Knowledge {
  std::map<PlaceId, std::set<Subject>> told;  // posts: of these finds
  std::map<PlaceId, std::set<Subject>> taken_up;
  std::map<PlaceId, std::map<Subject, std::vector<Subject>>> filed;  // desks: finds by lead
  std::set<std::pair<Subject, ExchangeIndex>> lost;                  // on the way to a desk
  int uses = 0, matches = 0, forms = 0;

  template <class E, class Place>
  void on(const E&, const Place&, Time) {}
  void on(const MessageReceived& e, const Crossing& here, Time) {
    const bool answers = e.message.kind == MessageKind::answer;
    if (e.message.says != 0 && e.message.legible && e.message.kind != MessageKind::alert)
      told[here.agenda.place].insert(answers ? e.message.leads_to : e.message.about);
  }
  void on(const RiskFormReceived& e, const Crossing& here, Time) {
    ++forms;
    EXPECT_TRUE(told[here.agenda.place].contains(e.form.vehicle));
  }
  void on(const RiskFormTakenUp& e, const Crossing& here, Time) {
    EXPECT_TRUE(told[here.agenda.place].contains(e.form.vehicle));
    taken_up[here.agenda.place].insert(e.form.vehicle);
  }
  void on(const InformationUsed& e, const Crossing& here, Time) {
    ++uses;
    EXPECT_TRUE(taken_up[here.agenda.place].contains(e.found));
  }
  void on(const ReadingEnded& e, const Desk& here, Time) {
    const Message& m = e.message;
    EXPECT_FALSE(!m.to && lost.contains({m.about, m.exchange}));
    const ExchangeKind kind = here_kind(here, m);
    if (kind == ExchangeKind::report) file(m, here);
  }
  void on(const AnswerDue& e, const Desk& here, Time) { asked = e.message, (void)here; }
  void on(const MatchFound& e, const Desk& here, Time) {
    ++matches;
    auto others = filed[here.agenda.place][asked.leads_to];
    std::erase(others, asked.about);
    ASSERT_FALSE(others.empty());
    EXPECT_EQ(others.back(), e.message.leads_to);  // the latest of them
  }
  // The files are as they were until the answer is sent.
  void on(const MessageSent& e, const Desk& here, Time) {
    if (e.message.kind == MessageKind::answer && e.message.hops == 0) file(asked, here);
  }
  template <class Place>
  void lose(const Message& m, const Place&) {
    if (!m.to) lost.insert({m.about, m.exchange});
  }
  void on(const MessageLost& e, const Crossing& here, Time) { lose(e.message, here); }
  void on(const MessageLost& e, const Desk& here, Time) { lose(e.message, here); }
  void begin(const World& world, Time) { setup = world.setup; }
  void sample(const World&, Time) {}
  void end(const World&, Time) {}

 private:
  void file(const Message& m, const Desk& here) {
    const bool at_goal = setup->exchanges[m.exchange.value].desk == here.agenda.place;
    if (at_goal && !m.to && m.legible && m.leads_to != Subject{})
      filed[here.agenda.place][m.leads_to].push_back(m.about);
  }
  [[nodiscard]] ExchangeKind here_kind(const Desk&, const Message& m) const {
    return setup->exchanges[m.exchange.value].spec.kind;
  }
  std::shared_ptr<const cordon::Setup> setup;
  Message asked;
};

TEST(Knowledge, IsWhatWasFoundAndTold) {
  World world = build_world(make_setup(exchanging()), 1, 0);
  Knowledge knowledge;
  testing::observe(world, knowledge);
  EXPECT_GT(knowledge.forms, 20);
  EXPECT_GT(knowledge.uses, 20);
  EXPECT_GT(knowledge.matches, 5);
  EXPECT_GT(knowledge.lost.size(), 2u);
}

TEST(AMessage, IsNeverReadBeforeItCanBe) {
  const auto setup = make_setup(exchanging());
  for (std::uint32_t r = 0; r < 3; ++r) {
    World world = build_world(setup, 1, r);
    Recorder recorder(*setup);
    Ledger ledger(*setup);
    Together together(recorder, ledger);
    testing::observe(world, together);
    const Details details = ledger.details(recorder);
    EXPECT_GT(details.messages.size(), 100u);
    for (const MessageHop& hop : details.messages) {
      const ChannelSpec& channel = setup->channels[hop.hop.channel.value].spec;
      EXPECT_GE(hop.sent, hop.message.born);
      if (hop.lost) {
        EXPECT_EQ(hop.received, never);
        EXPECT_EQ(hop.read, never);
      }
      if (hop.received == never) continue;
      EXPECT_GE(hop.received - hop.sent, from_seconds(channel.latency.mean()));  // constant
      EXPECT_GE(hop.read, hop.received);
      for (const auto& [name, outage] : channel.outage) {
        const Time from = start_of_run + outage.from, until = from + outage.length;
        if (hop.sent >= from && hop.sent < until) {
          EXPECT_GE(hop.received, until);
        }
      }
    }
  }
}

// What has no exchange carries nothing.
TEST(DesksAndChannels, WithoutExchangesLeaveNoTrace) {
  Scenario without = exchanging();
  without.exchange.clear();
  Scenario never_had = without;
  never_had.desk.clear();
  never_had.channel.clear();
  const auto a = replicate(make_setup(without), 1, 0, 2, 1);
  const auto b = replicate(make_setup(never_had), 1, 0, 2, 1);
  for (std::size_t r = 0; r < a.size(); ++r) {
    ASSERT_EQ(a[r].values.size(), b[r].values.size());
    for (std::size_t v = 0; v < a[r].values.size(); ++v) {
      const double x = a[r].values[v].value, y = b[r].values[v].value;
      EXPECT_TRUE(x == y || (std::isnan(x) && std::isnan(y))) << a[r].values[v].measure->name;
    }
  }
}

// Where nothing that is found calls for a message, all that was measured before is the same.
TEST(AnExchange, ThatIsAboutNothingLeavesNoTrace) {
  Scenario with = exchanging();
  with.exchange.erase("tips");  // which are about groups, not finds
  for (auto& [name, exchange] : with.exchange) exchange.min_value = 1e15;
  for (auto& [name, channel] : with.channel) channel.latency = Distribution::constant(3600);
  Scenario without = with;
  without.exchange.clear();
  without.risk_information.reach = FormReach::nobody;
  const auto a = replicate(make_setup(with), 1, 0, 2, 1);
  const auto b = replicate(make_setup(without), 1, 0, 2, 1);
  int compared = 0;
  for (std::size_t r = 0; r < a.size(); ++r)
    for (const MeasureValue& v : b[r].values) {
      const auto same = std::find_if(a[r].values.begin(), a[r].values.end(), [&](const auto& o) {
        return o.measure == v.measure && o.labels == v.labels;
      });
      ASSERT_NE(same, a[r].values.end()) << v.measure->name;
      EXPECT_TRUE(same->value == v.value || (std::isnan(same->value) && std::isnan(v.value)))
          << v.measure->name;
      ++compared;
    }
  EXPECT_GT(compared, 500);
}

}  // namespace
}  // namespace cordon::information_test
