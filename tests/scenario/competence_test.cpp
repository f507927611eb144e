#include "sim/scenario/competence.hpp"

#include <gtest/gtest.h>

namespace cordon::competence_test {
namespace {

using enum Power;

bool may(const std::vector<CompetenceRow>& rows, Authority authority, Power power,
         const char* country = "PL", Service service = Service::national) {
  return powers_of(rows, authority, service, country) & set_of(power);
}

TEST(Competence, FollowsTheCommonPatternWithoutRows) {
  EXPECT_TRUE(may({}, Authority::customs, open_cargo));
  EXPECT_TRUE(may({}, Authority::customs, pursue));
  EXPECT_FALSE(may({}, Authority::customs, arrest));
  EXPECT_TRUE(may({}, Authority::border_guard, check_travellers));
  EXPECT_FALSE(may({}, Authority::border_guard, open_cargo));
  EXPECT_TRUE(may({}, Authority::police, use_informants));
  EXPECT_TRUE(may({}, Authority::coast_guard, seize));
  EXPECT_TRUE(may({}, Authority::veterinary, open_cargo));
  EXPECT_FALSE(may({}, Authority::veterinary, scan));
  EXPECT_FALSE(may({}, Authority::border_guard, arrest, "PL", Service::frontex));
}

TEST(Competence, OfTheCountryGoesBeforeThatOfAny) {
  const std::vector<CompetenceRow> rows = {
      {Authority::border_guard, "PL", Service::national, {check_travellers, open_cargo}},
      {Authority::border_guard, "", Service::national, {check_travellers}}};
  EXPECT_TRUE(may(rows, Authority::border_guard, open_cargo));
  EXPECT_FALSE(may(rows, Authority::border_guard, open_cargo, "DE"));
  EXPECT_FALSE(may(rows, Authority::border_guard, arrest, "DE"));
  EXPECT_TRUE(may(rows, Authority::customs, seize, "DE"));
}

TEST(Competence, OfTheLastRowHolds) {
  const std::vector<CompetenceRow> rows = {{Authority::customs, "PL", Service::national, {arrest}},
                                           {Authority::customs, "PL", Service::national, {scan}}};
  EXPECT_FALSE(may(rows, Authority::customs, arrest));
  EXPECT_TRUE(may(rows, Authority::customs, scan));
}

TEST(Competence, OfGuestsIsThatOfTheHostsOfficersUnlessARowSaysMore) {
  const std::vector<CompetenceRow> host = {
      {Authority::customs, "PL", Service::national, {scan, arrest}}};
  EXPECT_TRUE(may(host, Authority::customs, arrest, "PL", Service::guest));
  auto rows = host;
  rows.push_back({Authority::customs, "PL", Service::guest, {check_documents}});
  EXPECT_FALSE(may(rows, Authority::customs, arrest, "PL", Service::guest));
  EXPECT_TRUE(may(rows, Authority::customs, arrest));
}

TEST(PowersNeeded, FollowTheControlUnlessTheStageNamesOne) {
  StageSpec stage;
  EXPECT_EQ(powers_needed(stage), 0);
  stage.control = ControlKind::documents;
  EXPECT_EQ(powers_needed(stage), set_of(check_documents));
  stage.control = ControlKind::scan;
  EXPECT_EQ(powers_needed(stage), set_of(scan));
  stage.control = ControlKind::search;
  EXPECT_EQ(powers_needed(stage), set_of(open_cargo));
  stage.power = seize;
  EXPECT_EQ(powers_needed(stage), set_of(seize));
}

}  // namespace
}  // namespace cordon::competence_test
