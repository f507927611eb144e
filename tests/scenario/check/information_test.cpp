// What cannot be meant of desks, channels and exchanges gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::information_test {
namespace {

using testing::Lines;
using testing::problems_with;

const std::string channel =
    "[desk.europol]\nanalysts = 1\n[channel.siena]\ndesks = ['europol']\ncrossings = ['medyka']\n";

std::string exchange(const std::string& kind) {
  return channel + "[exchange.x]\nkind = '" + kind + "'\nto = 'europol'\ncrossings = ['medyka']\n";
}

TEST(BadDesk, OpensAtHoursThatThereAre) {
  EXPECT_EQ(problems_with("[desk.europol]\nhours = ['08:00-16:00']"), Lines{});
  EXPECT_EQ(problems_with("[desk.europol]\nhours = ['8-16']"),
            Lines{"desk.europol.hours: '8-16' are not opening hours; expected some such as "
                  "\"06:00-22:00\""});
}

TEST(BadDesk, HasANameOfItsOwn) {
  EXPECT_EQ(
      problems_with("[desk.risk_centre]\nanalysts = 1"),
      Lines{"desk.risk_centre: has the name of a desk that is always there; expected another"});
}

TEST(BadChannel, IsOutOfOrderOnceAtATime) {
  const std::string outage = "[channel.siena.outage.";
  EXPECT_EQ(problems_with(channel + outage + "a]\nfrom = '1 d'\nlength = '1 d'\n" + outage +
                          "b]\nfrom = '2 d'\nlength = '1 d'"),
            Lines{});
  EXPECT_EQ(problems_with(channel + outage + "a]\nfrom = '1 d'\nlength = '2 d'\n" + outage +
                          "b]\nfrom = '2 d'\nlength = '1 d'"),
            Lines{"channel.siena.outage.b: overlaps with 'a'; expected one after the other"});
}

TEST(BadChannel, NamesDesksAndCrossingsThatThereAre) {
  EXPECT_EQ(problems_with("[channel.siena]\ndesks = ['nobody']").size(), 1u);
  EXPECT_EQ(problems_with("[channel.siena]\ncrossings = ['nowhere']").size(), 1u);
}

TEST(BadExchange, GoesToADeskThatHasAccessToAChannel) {
  EXPECT_EQ(problems_with(exchange("report")), Lines{});
  EXPECT_EQ(problems_with("[desk.europol]\nanalysts = 1\n[exchange.x]\nkind = 'report'\nto = "
                          "'europol'"),
            Lines{"exchange.x.to: is 'europol', which has access to no channel; expected a desk of "
                  "one"});
}

TEST(BadExchange, TellsPostsWhatTheyCanLookFor) {
  EXPECT_EQ(problems_with(exchange("warning")), Lines{});  // by importer
  EXPECT_EQ(problems_with(exchange("warning") + "[selection]\nengine = 'random'"),
            Lines{"exchange.x.kind: tells posts what to look for, and the engine selects by chance "
                  "alone; expected another engine"});
  EXPECT_EQ(problems_with(exchange("inquiry") + "[risk_information]\nlooks_at = ['goods']").size(),
            1u);  // no field of that name
}

TEST(BadExchange, AlertsToWhatIsNew) {
  EXPECT_EQ(problems_with(exchange("alert") + "[commodity.drugs]\nunrecognised = 0.5"), Lines{});
  EXPECT_EQ(problems_with(exchange("alert")),
            Lines{"exchange.x.kind: warns of new substances, and there are none; expected a "
                  "commodity with `unrecognised` below 1"});
}

TEST(BadExchange, AsksExpertsOnGoodsThatNeedOne) {
  const std::string counterfeit = "[commodity.counterfeit]\nneeds_expert = 0.6";
  EXPECT_EQ(problems_with(exchange("expertise") + counterfeit), Lines{});
  const Lines problem{
      "exchange.x.kind: asks an expert, and all goods that it is about can be told without one; "
      "expected a commodity with `needs_expert` above 0"};
  EXPECT_EQ(problems_with(exchange("expertise")), problem);
  const std::string of = "commodities = ['drugs', ";
  EXPECT_EQ(problems_with(exchange("expertise") + of + "'counterfeit']\n" + counterfeit), Lines{});
  EXPECT_EQ(problems_with(exchange("expertise") + of + "'cash']\n" + counterfeit), problem);
}

TEST(BadExchange, ReadsPicturesThatSomebodyTakes) {
  const std::string scan = "[layout.road.stage.scan]\nread_at = 'x'";
  EXPECT_EQ(problems_with(exchange("images") + scan), Lines{});
  EXPECT_EQ(problems_with(exchange("images")),
            Lines{"exchange.x.kind: reads pictures, and no stage sends any; expected one that "
                  "names the exchange in `read_at`"});
  EXPECT_EQ(problems_with(exchange("report") + scan),
            Lines{"layout.road.stage.scan.read_at: is 'x', which reads no pictures; expected an "
                  "exchange of kind \"images\""});
  EXPECT_EQ(problems_with(scan).size(), 1u);  // no exchange of that name
}

TEST(BadLookUp, SendsAHitToALaneThatLeadsSomewhere) {
  const std::string no_dogs =
      "[layout.road.stage.customs]\nnext.orange = []\nnext.yellow = "
      "['documents', 'scan', 'dog']\n";
  const std::string look_up = "[interoperability]\nlook_up = 'at_first_check'\n";
  EXPECT_EQ(problems_with(no_dogs + look_up), Lines{});
  EXPECT_EQ(problems_with(no_dogs + look_up + "channel = 'orange'").size(), 1u);
  EXPECT_EQ(problems_with(no_dogs + "[advance.lorry]\nbefore = '1 h'").size(), 1u);
}

TEST(BadLookUp, IsAheadOfWhatIsLodgedAhead) {
  EXPECT_EQ(problems_with("[interoperability]\nlook_up = 'at_first_check'"), Lines{});
  EXPECT_EQ(problems_with("[interoperability]\nlook_up = 'ahead'"),
            Lines{"interoperability.look_up: is \"ahead\", and no entry summary declarations are "
                  "lodged; expected entries in `advance`, or \"at_first_check\""});
}

}  // namespace
}  // namespace cordon::information_test
