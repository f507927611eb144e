// Where customs and border guards check together, neither's check is left out.

#include <gtest/gtest.h>

#include "tests/support/finds.hpp"

namespace cordon::one_stop_test {
namespace {

using testing::minutes;

// Ten lorries hide somebody whom the border guards' first check notices for certain; their second
// line looks into them. Customs select nobody.
Replication ten_lorries(CooperationMode mode) {
  Scenario s = testing::finds(10, 12h);
  s.crossing["post"].cooperation = mode;
  s.commodity["tobacco"].persons = true;
  TeamSpec guards = s.team.begin()->second;
  guards.authority = Authority::border_guard;
  guards.officers = 40;
  s.team["guards"] = guards;
  guards.authority = Authority::customs;
  s.team["customs"] = guards;
  s.technique["glance"].bulky = s.technique["glance"].concealed = 1;
  s.technique["open"].bulky = s.technique["open"].concealed = 1;
  auto& stages = s.layout["road"].stage;
  stages.clear();
  StageSpec first;
  first.order = 1;
  first.own_lanes = true;
  first.crew = {Authority::border_guard};
  first.time.lorry = minutes(2);
  first.technique = "glance";
  first.control = ControlKind::documents;
  first.next.cleared = {"customs"};
  first.next.alarm = {"second"};
  stages["first"] = first;
  StageSpec second;
  second.order = 2;
  second.lanes = 4;
  second.crew = {Authority::border_guard};
  second.time.lorry = minutes(20);
  second.technique = "open";
  second.control = ControlKind::search;
  second.power = Power::check_travellers;
  second.next.cleared = {"customs"};
  stages["second"] = second;
  StageSpec customs;
  customs.order = 3;
  customs.own_lanes = true;
  customs.crew = {Authority::customs};
  customs.time.lorry = minutes(3);
  customs.selects = true;
  stages["customs"] = customs;
  s.selection.red = 0;
  return replicate(make_setup(s), 1, 1, 1, 1).front();
}

TEST(AtOneStop, TheFirstCheckOfTheBorderGuardsStillLeadsToTheirSecondLine) {
  for (const auto mode :
       {CooperationMode::separate, CooperationMode::co_located, CooperationMode::one_stop}) {
    const Replication run = ten_lorries(mode);
    EXPECT_EQ(testing::total(run, "referrals"), 10) << static_cast<int>(mode);
    EXPECT_EQ(testing::total(run, "physical_searches"), 10) << static_cast<int>(mode);
  }
}

}  // namespace
}  // namespace cordon::one_stop_test
