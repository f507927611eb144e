#include "analysis/statistics/multiplicity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace cordon::multiplicity_test {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

// Source: R, p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"): 0.03 0.06 0.06 0.02.
TEST(Holm, AgreesWithR) {
  EXPECT_THAT(holm(std::array{0.01, 0.04, 0.03, 0.005}),
              ElementsAre(DoubleNear(0.03, 1e-12), DoubleNear(0.06, 1e-12), DoubleNear(0.06, 1e-12),
                          DoubleNear(0.02, 1e-12)));
}

TEST(Holm, NeverExceedsOneAndLeavesOutWhatCouldNotBeTested) {
  const auto adjusted = holm(std::array{0.6, std::numeric_limits<double>::quiet_NaN(), 0.7});
  EXPECT_EQ(adjusted[0], 1);
  EXPECT_TRUE(std::isnan(adjusted[1]));
  EXPECT_EQ(adjusted[2], 1);
  EXPECT_TRUE(holm({}).empty());
}

TEST(SimultaneousConfidence, SharesTheErrorOut) {
  EXPECT_DOUBLE_EQ(simultaneous_confidence(0.95, 4), 0.9875);
  EXPECT_DOUBLE_EQ(simultaneous_confidence(0.95, 1), 0.95);
  EXPECT_DOUBLE_EQ(simultaneous_confidence(0.95, 0), 0.95);
}

}  // namespace
}  // namespace cordon::multiplicity_test
