#include "analysis/report/words.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cordon::words {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

TEST(Words, ShowsAsManyDecimalsAsTheIntervalSupports) {
  EXPECT_EQ(decimals(12.3, 1000.0), 0);
  EXPECT_EQ(decimals(0.123, 1000.0), 2);
  EXPECT_EQ(decimals(0.6, 1000.0), 1);
  EXPECT_EQ(decimals(4.4, 1000.0), 0);
  EXPECT_EQ(decimals(1234.0, 98765.0), -2);
  EXPECT_EQ(number(98765.4, decimals(1234.0, 98765.4)), "98\u202f800");
}

TEST(Words, ShowsFourDigitsOfAValueWithoutAnInterval) {
  EXPECT_EQ(number(3.14159, decimals(0.0, 3.14159)), "3.142");
  EXPECT_EQ(number(42.0, decimals(unknown, 42.0)), "42");
  EXPECT_EQ(number(0.0, decimals(0.0, 0.0)), "0");
}

TEST(Words, SetsThousandsApartFromTenThousandOn) {
  EXPECT_EQ(number(1234.0, 0), "1234");
  EXPECT_EQ(number(12345.0, 0), "12\u202f345");
  EXPECT_EQ(number(1234567.8, 1), "1\u202f234\u202f567.8");
  EXPECT_EQ(number(999999.0, 0), "999\u202f999");
}

TEST(Words, GivesAChangeItsSignAndNoSignToZero) {
  EXPECT_EQ(change(1.25, 1), "+1.2");
  EXPECT_EQ(change(-1.26, 1), "\u22121.3");
  EXPECT_EQ(change(-0.001, 1), "0.0");
  EXPECT_EQ(change(-4.0, -1), "0");
  EXPECT_EQ(range(-20.0, -8.0, 0), "\u221220 to \u22128");
}

TEST(Words, SaysWhatIsNotANumber) {
  EXPECT_EQ(number(unknown, 1), "n/a");
  EXPECT_EQ(change(std::numeric_limits<double>::infinity(), 1), "n/a");
  EXPECT_EQ(p_value(unknown), "n/a");
}

TEST(Words, ShowsSmallProbabilitiesAsABound) {
  EXPECT_EQ(p_value(0.0000004), "< 0.001");
  EXPECT_EQ(p_value(0.0123), "0.012");
  EXPECT_EQ(p_value(0.372), "0.37");
}

TEST(Words, ShowsConfidenceWithoutLooseZeros) {
  EXPECT_EQ(percent(0.95), "95 %");
  EXPECT_EQ(percent(0.9875), "98.75 %");
}

TEST(Words, ShowsDatesInUtc) {
  EXPECT_EQ(date(0), "1 Jan 1970");
  EXPECT_EQ(date(1782583200000.0), "27 Jun 2026");
}

TEST(Words, JoinsAListAsSpoken) {
  EXPECT_EQ(list({"a"}), "a");
  EXPECT_EQ(list({"a", "b"}), "a and b");
  EXPECT_EQ(list({"a", "b", "c"}), "a, b and c");
}

}  // namespace
}  // namespace cordon::words
