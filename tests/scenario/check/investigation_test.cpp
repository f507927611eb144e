// What cannot be meant of cases and special forms gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::investigation_test {
namespace {

using testing::Lines;
using testing::problems_with;

// A unit with officers, and a prosecutor whom it and a post can reach.
const std::string unit =
    "[base.cid]\nplace = 'lviv'\ncountry = 'PL'\n[team.detectives]\nbase = 'cid'\n"
    "authority = 'police'\nofficers = 9\nroster = 'around_the_clock'\n[investigation]\nunit = "
    "'cid'\n"
    "[desk.prosecutor]\nanalysts = 1\n[channel.court]\ndesks = ['prosecutor']\n"
    "crossings = ['medyka']\nbases = ['cid']\n";

std::string exchange(const std::string& kind) {
  return "[exchange." + kind + "]\nkind = '" + kind +
         "'\nto = 'prosecutor'\ncrossings = ['medyka']\n";
}

std::string form(const std::string& says) {
  return unit + exchange("permit") + "[special_form.x]\n" + says + "\n";
}

TEST(AUnit, IsAtABaseWhereSomebodyWorks) {
  EXPECT_EQ(problems_with(unit + exchange("referral") + exchange("permit")), Lines{});
  EXPECT_EQ(problems_with("[base.cid]\nplace = 'lviv'\n[investigation]\nunit = 'cid'"),
            Lines{"investigation.unit: is 'cid', where nobody works; expected a base with a team"});
  EXPECT_EQ(problems_with("[investigation]\nunit = 'nowhere'").size(), 1u);
  EXPECT_EQ(problems_with(unit + "[base.cid.sector]\narea = '20 km2'\n"),
            Lines{"investigation.unit: is 'cid', which watches green border; expected another "
                  "base"});
}

TEST(AnExchangeOfCases, NeedsAUnit) {
  const std::string desk =
      "[desk.prosecutor]\nanalysts = 1\n[channel.court]\ndesks = ['prosecutor']\n"
      "crossings = ['medyka']\n";
  for (const std::string kind : {"referral", "permit"})
    EXPECT_EQ(problems_with(desk + exchange(kind)),
              Lines{"exchange." + kind +
                    ".kind: is of cases, and nobody investigates; expected `investigation.unit`"});
  EXPECT_EQ(problems_with("[investigation]\ndecision = 'by_value'"),
            Lines{"investigation.decision: lets goods run, and nobody follows them; expected "
                  "`investigation.unit`"});
}

TEST(ASpecialForm, NeedsSomebodyWhoPermitsIt) {
  EXPECT_EQ(problems_with(form("kind = 'surveillance'")), Lines{});
  EXPECT_EQ(problems_with(unit + "[special_form.x]\nkind = 'surveillance'"),
            Lines{"special_form.x.kind: needs a permit, and nobody is asked for one; expected an "
                  "exchange of kind \"permit\""});
  EXPECT_EQ(problems_with("[special_form.x]\nkind = 'hot_pursuit'"), Lines{});
}

TEST(ASpecialForm, IsBetweenCountriesThatAreConcerned) {
  EXPECT_EQ(problems_with("[special_form.x]\nkind = 'hot_pursuit'\nbetween = ['PL', 'XX']"),
            Lines{"special_form.x.between: 'XX' is the country of no crossing, and no group's "
                  "destination; expected one of: PL"});
  EXPECT_EQ(problems_with("[special_form.x]\nkind = 'hot_pursuit'\nbetween = ['PL']"),
            Lines{"special_form.x.between: is one country; expected two or more, or none for any"});
}

TEST(ASpecialForm, ThatIsUrgentEnds) {
  EXPECT_EQ(problems_with(form("kind = 'surveillance'\nurgent = true\nwithin = '5 h'")), Lines{});
  EXPECT_EQ(problems_with(form("kind = 'surveillance'\nurgent = true")),
            Lines{"special_form.x.urgent: begins without a permit, and nothing ends it; expected "
                  "`within` above 0 h"});
}

TEST(AnInvestigation, TellsByIntelligence) {
  const std::string tells =
      "[base.cid]\nplace = 'lviv'\ncountry = 'PL'\n[team.detectives]\nbase = 'cid'\n"
      "authority = 'police'\nofficers = 9\nroster = 'around_the_clock'\n"
      "[investigation]\nunit = 'cid'\ntells_by = 'permit'\n"
      "[desk.prosecutor]\nanalysts = 1\n[channel.court]\ndesks = ['prosecutor']\n"
      "crossings = ['medyka']\nbases = ['cid']\n";
  EXPECT_EQ(
      problems_with(tells + exchange("permit")),
      Lines{"investigation.tells_by: is 'permit', which carries none; expected an exchange of "
            "kind \"intelligence\""});
}

TEST(Permits, AreAskedForByOneExchange) {
  EXPECT_EQ(problems_with(unit + exchange("permit") +
                          "[exchange.second]\nkind = 'permit'\nto = 'prosecutor'\n"
                          "crossings = ['medyka']\n"),
            Lines{"exchange.second.kind: asks for permits, as 'permit' does; expected one exchange "
                  "that does"});
}

TEST(AnExchange, NamesCountriesThatHavePosts) {
  EXPECT_EQ(problems_with(unit + exchange("referral") + "countries = ['XX']"),
            Lines{"exchange.referral.countries: 'XX' is the country of no crossing, and no group's "
                  "destination; expected one of: PL"});
}

}  // namespace
}  // namespace cordon::investigation_test
