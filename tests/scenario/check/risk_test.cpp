// What cannot be meant of risk management and of smugglers gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::risk_test {
namespace {

using testing::Lines;
using testing::problems_with;

const std::string learning = "[selection]\nengine = 'log_odds'\n", goods = "[declaration.goods]\n";

TEST(BadDeclaration, HasFieldsThatAreKnown) {
  EXPECT_EQ(problems_with(goods), Lines{});
  EXPECT_EQ(problems_with("[declaration.colour]\nvalues = 5"),
            Lines{"declaration.colour: is not a field of a declaration; expected one such as "
                  "goods, country_of_origin, country_of_departure, declarant or seller"});
  EXPECT_EQ(problems_with("[declaration.importer]\nvalues = 5"),
            Lines{"declaration.importer: is the operator, who is always told; expected another "
                  "field"});
  EXPECT_EQ(problems_with(goods + "values = 2\ntypical = 3"),
            Lines{"declaration.goods.typical: is 3, more than `values`; expected at most 2"});
}

TEST(BadDeclaration, HasNoMoreFieldsThanAreRead) {
  std::string nine;
  for (const char* field : {"goods", "seller", "courier", "office", "heading", "chapter",
                            "declarant", "tax_type", "country_of_origin"})
    nine += "[declaration." + std::string(field) + "]\nvalues = 5\n";
  EXPECT_EQ(problems_with(nine), Lines{"declaration: has 9 fields; expected at most 8"});
}

TEST(BadEngine, HasSomethingToLearnFrom) {
  EXPECT_EQ(problems_with(learning), Lines{});
  EXPECT_EQ(problems_with(learning + "[trader]\noperators = 0"),
            Lines{"selection.engine: learns from declarations, and nobody lodges one that says "
                  "anything; expected fields in `declaration`, or `trader.operators` above 0"});
  EXPECT_EQ(problems_with(learning + "yellow = 0\norange = 0\nred = 0"),
            Lines{"selection.engine: learns from inspections, and nobody is selected for one; "
                  "expected a share of yellow, orange or red above 0"});
}

TEST(BadAdvance, IsOfClassesThatCarryGoods) {
  EXPECT_EQ(problems_with("[advance.lorry]\nbefore = '1 h'"), Lines{});
  EXPECT_EQ(problems_with("[advance.car]\nbefore = '1 h'"),
            Lines{"advance.car: is not a class that carries goods; expected lorry, container, "
                  "wagon, air_cargo or parcel"});
  EXPECT_EQ(problems_with("[advance.lorry]\nvoyage = '1 h'"),
            Lines{"advance.lorry.voyage: is given without before_loading; expected both or "
                  "neither"});
}

TEST(BadTargeting, AsksForNoMoreThanAll) {
  EXPECT_EQ(problems_with("[targeting]\ncontrol = 0.8\nask = 0.3"),
            Lines{"targeting.ask: and `control` are more than all; expected at most 1 together"});
}

TEST(BadRiskInformation, LooksAtWhatDeclarationsSay) {
  const std::string forms = "[risk_information]\nreach = 'all'\n";
  EXPECT_EQ(problems_with(forms), Lines{});
  EXPECT_EQ(problems_with(forms + "looks_at = ['goods']\n" + goods), Lines{});
  EXPECT_EQ(problems_with(forms + "looks_at = ['goods']"),
            Lines{"risk_information.looks_at: has 'goods', which no declaration says; expected "
                  "importer, or a name of `declaration`"});
  EXPECT_EQ(problems_with(forms + "[selection]\nengine = 'random'"),
            Lines{"risk_information.reach: tells posts what to look for, and the engine selects "
                  "by chance alone; expected another engine"});
}

TEST(BadCriterion, IsValidAtSomeTime) {
  const std::string criterion =
      goods + "values = 20\n[criterion.c]\nfield = 'goods'\ncommodity = 'tobacco'\n";
  EXPECT_EQ(problems_with(criterion + "from = '2 d'\nuntil = '3 d'"), Lines{});
  EXPECT_EQ(problems_with(criterion + "from = '2 d'\nuntil = '2 d'"),
            Lines{"criterion.c.until: is not after `from`; expected later"});
  EXPECT_EQ(problems_with(criterion + "from = '999 d'"),
            Lines{"criterion.c.from: lies beyond the end of the run; expected less than "
                  "`length`"});
}

TEST(BadArea, NamesFieldAndCommodityTogether) {
  const std::string area = goods +
                           "values = 20\n[operation.o]\nstart = '1 d'\nlength = '6 d'\n"
                           "crossings = ['medyka']\n";
  EXPECT_EQ(problems_with(area + "[operation.o.target]\nclasses = ['lorry']"), Lines{});
  EXPECT_EQ(problems_with(area + "[operation.o.target]\nfield = 'goods'"),
            Lines{"operation.o.target.commodity: is missing; expected `field` and `commodity`, or "
                  "neither"});
  EXPECT_EQ(problems_with(area + "review_after = '6 d'"),
            Lines{"operation.o.review_after: is not before the end; expected less than `length`"});
  EXPECT_EQ(problems_with(area + "review_hit_rate = 0.1"),
            Lines{"operation.o.review_hit_rate: is given without a review; expected "
                  "`review_after`"});
}

TEST(BadAfterClearance, HasABlueLane) {
  EXPECT_EQ(problems_with("[after_clearance]\ntechnique = 'partial_search'"), Lines{});
  EXPECT_EQ(problems_with("[after_clearance]\ntechnique = 'partial_search'\n[selection]\nblue = 0"),
            Lines{"after_clearance.technique: has nothing to look at, as nothing goes by the blue "
                  "lane; expected a share of blue above 0"});
}

const std::string unit =
    "[base.hub]\nplace = 'lviv'\n[team.unit]\nbase = 'hub'\nauthority = 'customs'\n"
    "officers = 3\nroster = 'around_the_clock'\n";

TEST(BadBeat, LeadsToPostsAndGreenBorder) {
  EXPECT_EQ(problems_with(unit + "beat = ['medyka']\nbeat_choice = 'stackelberg'"), Lines{});
  EXPECT_EQ(problems_with(unit + "beat = ['medyka', 'hub']"),
            Lines{"team.unit.beat: leads to 'hub', where the team comes from; expected others"});
  EXPECT_EQ(problems_with(unit + "beat = ['other']\n[base.other]\nplace = 'lviv'"),
            Lines{"team.unit.beat: leads to 'other', a base without a sector; expected crossings, "
                  "and bases with green border"});
  EXPECT_EQ(
      problems_with(unit + "beat = ['other']\n[base.other]\nplace = 'lviv'\nsector.area = '9 km2'"),
      Lines{"team.unit.beat: leads to 'other', whose green border is to be patrolled; "
            "expected a `patrol`"});
}

TEST(BadBeat, IsThereWhenItsKeysAre) {
  EXPECT_EQ(problems_with(unit + "on_call = 1\nbeat_choice = 'uniform'"),
            Lines{"team.unit.beat_choice: is given without a beat; expected one"});
  EXPECT_EQ(problems_with(unit + "beat = ['medyka']\nsets_out = 4\nof_shifts = 3"),
            Lines{"team.unit.sets_out: is 4; expected at most 3, `of_shifts`"});
}

TEST(BadGroup, WeighsSomethingOfValue) {
  const std::string guides = "[group.guides]\nhome = 'lviv'\ncommodity = 'persons'\n";
  EXPECT_EQ(problems_with(guides + "behaviour = 'fixed'"), Lines{});
  EXPECT_EQ(problems_with(guides + "[commodity.persons]\nvalue_per_kg = '20 EUR per kg'"), Lines{});
  EXPECT_EQ(problems_with(guides),
            Lines{"group.guides.commodity: is 'persons', which has no value to weigh costs and "
                  "risks against; expected value_per_kg above 0, for persons what is paid to "
                  "smugglers, or behaviour = \"fixed\""});
}

TEST(BadGroup, HasNoInsidersAtRealPosts) {
  EXPECT_EQ(problems_with("[group.wolves]\nhome = 'lviv'\ncommodity = 'tobacco'\n"
                          "insiders = ['medyka']"),
            Lines{"group.wolves.insiders: names posts of a real map; expected none, or real_map = "
                  "false"});
}

TEST(BadCommodity, IsNotPersonsUnderSanctions) {
  EXPECT_EQ(problems_with("[commodity.p]\npersons = true\nsanctioned = true"),
            Lines{"commodity.p.sanctioned: is said of persons; expected goods"});
}

}  // namespace
}  // namespace cordon::risk_test
