// What cannot be meant of stages whose pictures are read elsewhere gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::layouts_test {
namespace {

using testing::Lines;
using testing::problems_with;

// The stage says so of itself; a desk is there to read its pictures.
Lines read_elsewhere(const std::string& stage, const std::string& says = "") {
  return problems_with(
      "[desk.centre]\nanalysts = 1\n[channel.line]\ndesks = ['centre']\ncrossings = ['medyka']\n"
      "[exchange.x]\nkind = 'images'\nto = 'centre'\ncrossings = ['medyka']\n[layout.road.stage." +
      stage + "]\nread_at = 'x'\n" + says);
}

Lines problem_of(const std::string& stage) {
  return {"layout.road.stage." + stage +
          ".read_at: needs a stage that vehicles come to, with control = \"scan\", which is no "
          "hall and selects nobody; expected one, or nothing"};
}

TEST(BadPictures, AreNotTakenByAScan) {
  EXPECT_EQ(read_elsewhere("scan"), Lines{});
  EXPECT_EQ(read_elsewhere("dog"), Lines{});
  EXPECT_EQ(read_elsewhere("documents"), problem_of("documents"));
  EXPECT_EQ(read_elsewhere("search"), problem_of("search"));
  EXPECT_EQ(read_elsewhere("first_line"), problem_of("first_line"));
}

TEST(BadPictures, AreOfAStageThatSelects) {
  const std::string scan = "control = 'scan'\ntechnique = 'xray'\n";
  EXPECT_EQ(read_elsewhere("first_line", scan), Lines{});
  EXPECT_EQ(read_elsewhere("customs", scan), problem_of("customs"));
}

TEST(BadPictures, AreOfAHall) {
  EXPECT_EQ(read_elsewhere("dog", "sharing = true"), problem_of("dog"));
}

TEST(BadPictures, AreOfADesk) {
  const std::string office =
      "order = 20\nlanes = 1\ncrew = ['customs']\ncontrol = 'scan'\ntechnique = 'xray'\n"
      "time.lorry = '5 min'\n[layout.road.stage.search]\n";
  EXPECT_EQ(read_elsewhere("office", office + "next.cleared = ['office']"), Lines{});
  EXPECT_EQ(read_elsewhere("office", office + "alongside = ['office']"), problem_of("office"));
}

}  // namespace
}  // namespace cordon::layouts_test
