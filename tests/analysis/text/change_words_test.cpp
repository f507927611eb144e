#include "analysis/text/change_words.hpp"

#include <gtest/gtest.h>

#include "analysis/statistics/values.hpp"

namespace cordon::text::change_words_test {
namespace {

Change change_of(const char* measure, double baseline, double difference, double half_width) {
  Change c;
  c.measure = find_measure(measure);
  c.baseline = baseline, c.value = baseline + difference, c.difference = difference;
  c.low = difference - half_width, c.high = difference + half_width;
  return c;
}

TEST(ChangeWords, TellASmallChangeInAUnitOfItsOwn) {
  const ChangeWords said = words_of(change_of("wait_mean", 538.44, 1.04, 0.12));
  EXPECT_EQ(said.unit, "h");
  EXPECT_EQ(said.baseline, "8.974");
  EXPECT_EQ(said.variant, "8.991");
  EXPECT_EQ(said.change, "+1.04");
  EXPECT_EQ(said.range, "+0.92 to +1.16");
  EXPECT_EQ(said.change_unit, "min");
}

TEST(ChangeWords, KeepTheUnitOfTheLevelsOtherwise) {
  const ChangeWords said = words_of(change_of("interdiction_rate", 0.047, 0.011, 0.004));
  EXPECT_EQ(said.unit, "%");
  EXPECT_EQ(said.change, "+1.1");
  EXPECT_EQ(said.change_unit, "");
}

TEST(ChangeWords, RoundNoLevelAwayForAWideInterval) {
  const ChangeWords said = words_of(change_of("illicit_passed", 23.6, -4, 130));
  EXPECT_EQ(said.baseline, "24");
  EXPECT_EQ(said.variant, "20");
  EXPECT_EQ(said.range, "-130 to +130");
}

TEST(ChangeWords, AreBlankWhereNothingIsKnown) {
  Change c = change_of("seizures", no_value, no_value, no_value);
  const ChangeWords said = words_of(c);
  EXPECT_EQ(said.baseline + said.variant + said.change + said.range, "");
}

}  // namespace
}  // namespace cordon::text::change_words_test
