#include "sim/scenario/format/dimension.hpp"

#include <gtest/gtest.h>

namespace cordon::format::dimension_test {
namespace {

TEST(ParseQuantity, ReadsEveryDimensionInItsBaseUnit) {
  EXPECT_EQ(parse_quantity("12 min", unit::time).value, 720.0);
  EXPECT_EQ(parse_quantity("1.5h", unit::time).value, 5400.0);
  EXPECT_EQ(parse_quantity("3 d", unit::time).value, 259200.0);
  EXPECT_EQ(parse_quantity("23 per hour", unit::per_hour).value, 23.0);
  EXPECT_EQ(parse_quantity("12 per day", unit::per_hour).value, 0.5);
  EXPECT_EQ(parse_quantity("350 m", unit::km).value, 0.35);
  EXPECT_EQ(parse_quantity("60 km/h", unit::km_per_hour).value, 60.0);
  EXPECT_EQ(parse_quantity("3 t", unit::kg).value, 3000.0);
  EXPECT_EQ(parse_quantity("EUR 10000", unit::eur).value, 10000.0);
  EXPECT_EQ(parse_quantity("10000 EUR", unit::eur).value, 10000.0);
  EXPECT_EQ(parse_quantity("50 %", unit::share).value, 0.5);
  EXPECT_EQ(parse_quantity("4 per 10000", unit::probability).value, 0.0004);
  EXPECT_EQ(parse_quantity("49.8", unit::latitude).value, 49.8);
}

TEST(ParseQuantity, RefusesWhatIsNotAQuantity) {
  for (const char* text : {"", "min", "12", "12 mins", "12min 3", "0x10 s", "+5 s", "1,5 h",
                           "--3 h", "12 km", "nan s", "inf s", "1e999 s"}) {
    EXPECT_FALSE(parse_quantity(text, unit::time).value) << text;
  }
}

TEST(QuantityText, TakesTheUnitThatMakesItShortest) {
  EXPECT_EQ(quantity_text(5400.0, unit::time), "90 min");
  EXPECT_EQ(quantity_text(86400.0, unit::time), "1 d");
  EXPECT_EQ(quantity_text(0.0, unit::time), "0 s");
  EXPECT_EQ(quantity_text(10000.0, unit::eur), "10000 EUR");
  EXPECT_EQ(quantity_text(0.35, unit::km), "350 m");
  EXPECT_EQ(quantity_text(0.3, unit::share), "0.3");
}

TEST(RangeText, SaysWhichBoundsAreOutside) {
  EXPECT_EQ(range_text({.low = 1.0}, unit::count), "at least 1");
  EXPECT_EQ(range_text({.low = 0.0, .low_is_open = true}, unit::km), "above 0 km");
  EXPECT_EQ(range_text({.low = 60.0, .high = 172800.0}, unit::time), "between 1 min and 2 d");
  EXPECT_EQ(range_text({}, unit::score), "");
}

}  // namespace
}  // namespace cordon::format::dimension_test
