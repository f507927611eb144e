#include "analysis/text/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "analysis/statistics/values.hpp"
#include "analysis/text/labels.hpp"
#include "analysis/text/shown_unit.hpp"

namespace cordon::text::numbers_test {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

TEST(Decimals, GiveTheHalfWidthOneDigitOrTwoWhenItBeginsWithOneOrTwo) {
  EXPECT_EQ(decimals(12.3, 1000.0), 0);
  EXPECT_EQ(decimals(0.123, 1000.0), 2);
  EXPECT_EQ(decimals(0.6, 1000.0), 1);
  EXPECT_EQ(decimals(4.4, 1000.0), 0);
  EXPECT_EQ(decimals(1234.0, 98765.0), -2);
}

TEST(Decimals, AreNoneForWholeNumbersAndFourDigitsForOthersWhenNothingIsUnsure) {
  EXPECT_EQ(decimals(0, 17), 0);
  EXPECT_EQ(decimals(no_value, 0.25), 4);
  EXPECT_EQ(decimals(0, 3.14159), 3);
}

TEST(DecimalsOfChange, ShowOnWhichSideOfZeroItIs) {
  EXPECT_EQ(decimals_of_change(4, 0.1, 7.9), 1);
  EXPECT_EQ(decimals_of_change(4, -0.1, 8.1), 0);
  EXPECT_EQ(decimals_of_change(-4, -7.9, -0.004), 3);
}

TEST(DecimalsOfLevel, AreBetweenTwoAndFourDigits) {
  EXPECT_EQ(decimals_of_level(8.61, 4), 3);
  EXPECT_EQ(decimals_of_level(157248, 2), 0);
  EXPECT_EQ(decimals_of_level(157248, -2), -2);
  EXPECT_EQ(decimals_of_level(23.6, -1), 0);
  EXPECT_EQ(decimals_of_level(5, 0), 0);
}

TEST(Number, IsRoundedAndGrouped) {
  EXPECT_EQ(number(45678, -2), "45 700");
  EXPECT_EQ(number(1234.56, 1), "1234.6");
  EXPECT_EQ(number(999999.0, 0), "999 999");
  EXPECT_EQ(number(-1234567.8, 0), "-1 234 568");
  EXPECT_EQ(number(-0.04, 1), "0.0");
  EXPECT_EQ(number(-4.0, -1), "0");
  EXPECT_EQ(number(no_value, 1), "n/a");
  EXPECT_EQ(number(endless, 1), "n/a");
}

TEST(Number, HasOtherMarksOnAPage) {
  EXPECT_EQ(number(-1234567.8, 1, typographic), "\u22121\u202f234\u202f567.8");
  EXPECT_EQ(change_range(-20.0, -8.0, 0, typographic), "\u221220 to \u22128");
}

TEST(Change, HasASignUnlessItIsZero) {
  EXPECT_EQ(change(1.24, 1), "+1.2");
  EXPECT_EQ(change(-1.24, 1), "-1.2");
  EXPECT_EQ(change(0.04, 1), "0.0");
  EXPECT_EQ(change(endless, 1), "n/a");
}

TEST(Range, IsBlankWhenUnknownAndOneNumberWithoutWidth) {
  EXPECT_EQ(change_range(-1, 2, 0), "-1 to +2");
  EXPECT_EQ(range(3, 3, 0), "3");
  EXPECT_EQ(range(no_value, 3, 0), "");
}

TEST(PValue, IsABoundWhenSmall) {
  EXPECT_EQ(p_value(0.0000004), "< 0.001");
  EXPECT_EQ(p_value(0.0123), "0.012");
  EXPECT_EQ(p_value(0.372), "0.37");
  EXPECT_EQ(p_value(no_value), "");
}

TEST(Percent, HasNoLooseZeros) {
  EXPECT_EQ(percent(0.95), "95 %");
  EXPECT_EQ(percent(0.9875), "98.75 %");
  EXPECT_EQ(rough_percent(0.0243), "2.4 %");
  EXPECT_EQ(rough_percent(0.000712), "0.071 %");
  EXPECT_EQ(rough_percent(77.2), "7700 %");
  EXPECT_EQ(rough_percent(0), "0 %");
}

TEST(Counted, KnowsOneFromMany) {
  EXPECT_EQ(counted(1, "flow"), "1 flow");
  EXPECT_EQ(counted(0, "flow"), "0 flows");
}

TEST(Date, IsOfUtc) {
  EXPECT_EQ(date(0), "1 Jan 1970");
  EXPECT_EQ(date(1782583200000.0), "27 Jun 2026");
}

TEST(List, IsJoinedAsSpoken) {
  EXPECT_EQ(list({"a"}), "a");
  EXPECT_EQ(list({"a", "b"}), "a and b");
  EXPECT_EQ(list({"a", "b", "c"}), "a, b and c");
}

TEST(ShownUnit, IsTheOneThatReadsBest) {
  EXPECT_EQ(shown_unit(*find_measure("wait_mean"), 600).unit, "h");
  EXPECT_EQ(shown_unit(*find_measure("wait_mean"), 60).unit, "min");
  EXPECT_EQ(shown_unit(*find_measure("hit_rate"), 0.1).factor, 100);
  EXPECT_EQ(shown_unit(*find_measure("harm_passed"), 0.1).unit, "1");
}

TEST(TrafficOf, NamesWhoCrossesWhichWay) {
  Labels at;
  EXPECT_EQ(traffic_of(at), "");
  at.vehicle_class = "lorry";
  EXPECT_EQ(traffic_of(at), "lorries");
  at.direction = "exit";
  EXPECT_EQ(traffic_of(at), "lorries, exit");
  at.vehicle_class = "all";
  EXPECT_EQ(traffic_of(at), "exit");
}

}  // namespace
}  // namespace cordon::text::numbers_test
