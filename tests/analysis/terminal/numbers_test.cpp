#include "analysis/terminal/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/terminal/shown_unit.hpp"
#include "analysis/terminal/text_table.hpp"

namespace cordon::terminal {
namespace {

TEST(Decimals, GiveTheHalfWidthTwoDigits) {
  EXPECT_EQ(decimals(0.123, 45.6), 2);
  EXPECT_EQ(decimals(12, 45.6), 0);
  EXPECT_EQ(decimals(1234, 45678), -2);
  EXPECT_EQ(decimals(0, 17), 0);
  EXPECT_EQ(decimals(std::nan(""), 0.25), 4);
}

TEST(Number, IsRoundedAndGrouped) {
  EXPECT_EQ(number(45678, -2), "45 700");
  EXPECT_EQ(number(1234.56, 1), "1234.6");
  EXPECT_EQ(number(-1234567.8, 0), "-1 234 568");
  EXPECT_EQ(number(-0.04, 1), "0.0");
  EXPECT_EQ(number(std::nan(""), 1), "n/a");
}

TEST(Change, HasASignUnlessItIsZero) {
  EXPECT_EQ(change(1.24, 1), "+1.2");
  EXPECT_EQ(change(-1.24, 1), "-1.2");
  EXPECT_EQ(change(0.04, 1), "0.0");
}

TEST(Range, IsBlankWhenUnknownAndOneNumberWithoutWidth) {
  EXPECT_EQ(change_range(-1, 2, 0), "-1 to +2");
  EXPECT_EQ(range(3, 3, 0), "3");
  EXPECT_EQ(range(std::nan(""), 3, 0), "");
}

TEST(DecimalsThatKeep, ShowMoreOfWhatWouldLookLikeZero) {
  EXPECT_EQ(decimals_that_keep(0.004, 1), 3);
  EXPECT_EQ(decimals_that_keep(0.4, 1), 1);
  EXPECT_EQ(decimals_that_keep(0, 1), 1);
}

TEST(DecimalsOfLevel, AreFewerForGreatLevels) {
  EXPECT_EQ(decimals_of_level(8.61, 4), 3);
  EXPECT_EQ(decimals_of_level(157248, 2), 0);
  EXPECT_EQ(decimals_of_level(157248, -2), -2);
}

TEST(Wrapped, BreaksAtBlanks) {
  EXPECT_EQ(wrapped("one two three", 8, 1), " one two\n three\n");
  EXPECT_EQ(wrapped("", 8), "");
}

TEST(ShownUnit, IsTheOneThatReadsBest) {
  EXPECT_EQ(shown_unit(*find_measure("wait_mean"), 600).unit, "h");
  EXPECT_EQ(shown_unit(*find_measure("wait_mean"), 60).unit, "min");
  EXPECT_EQ(shown_unit(*find_measure("hit_rate"), 0.1).factor, 100);
  EXPECT_EQ(shown_unit(*find_measure("harm_passed"), 0.1).unit, "1");
}

TEST(TextTable, AlignsColumnsAndColoursOnlyWhenAsked) {
  TextTable table({{"name", TextTable::Align::left}, {"n"}});
  table.row({{"Zahony", Tone::strong}, {"7"}});
  table.row({{"\u017b"}, {"12"}});
  EXPECT_EQ(table.text(false), "  name     n\n  Zahony   7\n  \u017b       12\n");
  EXPECT_NE(table.text(true).find("\033[1mZahony\033[0m"), std::string::npos);
}

}  // namespace
}  // namespace cordon::terminal
