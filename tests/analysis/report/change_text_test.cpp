#include "analysis/report/change_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace cordon::change_text_test {
namespace {

Change waits(double baseline, double difference, double half_width) {
  Change c;
  c.measure = find_measure("wait_mean");
  c.baseline = baseline;
  c.value = baseline + difference;
  c.difference = difference;
  c.low = difference - half_width;
  c.high = difference + half_width;
  return c;
}

TEST(ChangeText, DividesByTheBaseline) {
  EXPECT_EQ(in_percent(waits(200, -28, 10)), "\u221214 %");
  EXPECT_EQ(percent_range(waits(200, -28, 10)), "(\u221219 to \u22129)");
}

TEST(ChangeText, GivesNoPercentOfNothing) {
  EXPECT_EQ(in_percent(waits(0, 3, 1)), "");
  EXPECT_EQ(percent_range(waits(std::numeric_limits<double>::quiet_NaN(), 3, 1)), "");
}

TEST(ChangeText, NeverRoundsAnEndToZeroThatIsOnOneSideOfIt) {
  EXPECT_EQ(percent_range(waits(100, 4, 3.9)), "(+0.1 to +7.9)");
  EXPECT_EQ(percent_range(waits(100, 4, 4.1)), "(0 to +8)");
}

TEST(ChangeText, ReadsAMainMeasureAsHigherOrLowerAmongTheOthers) {
  Change c = waits(200, -28, 10);
  c.primary = true;
  c.verdict = "better";
  EXPECT_EQ(reading_of(c), "lower; main measure");
  c.verdict = "not distinguishable";
  EXPECT_EQ(reading_of(c), "not distinguishable; main measure");
}

TEST(ChangeText, NamesTheMeasureAndWhatItIsNarrowedTo) {
  Change c = waits(200, -28, 10);
  c.labels.crossing = "Medyka";
  c.labels.direction = "entry";
  EXPECT_EQ(name_of(c), "Wait, mean, Medyka, entry");
}

}  // namespace
}  // namespace cordon::change_text_test
