// The map behind crossings.

#include "analysis/outlines/outlines.hpp"

#include <gtest/gtest.h>

namespace cordon::outlines_test {
namespace {

TEST(Outlines, SayWhereTheirTableIsWrong) {
  try {
    static_cast<void>(read_outlines(
        {"map.csv", "", "country_iso_n3,country,ring,seq,lon,lat\n616,Poland,1,0,abc,50\n"}));
    FAIL();
  } catch (const ScenarioError& error) {
    EXPECT_STREQ(error.what(), "map.csv:2:16: is no number of degrees; expected one such as 23.81");
  }
}

TEST(Outlines, AreThoseOfTheTable) {
  std::size_t positions = 0;
  for (const Outline& outline : europe_outlines()) positions += outline.positions.size();
  EXPECT_EQ(europe_outlines().size(), 239U);
  EXPECT_EQ(positions, 21'908U - 239U);  // none is its first again
}

}  // namespace
}  // namespace cordon::outlines_test
