#include "sim/model/crossing/cooperation.hpp"

#include <gtest/gtest.h>

#include <array>

namespace cordon::cooperation_test {
namespace {

using enum CooperationMode;
constexpr std::array checks{420.0, 150.0};

TEST(AStop, LastsForTheFirstCheckWhenAuthoritiesAreSeparate) {
  EXPECT_EQ(cooperation::stop_seconds(separate, checks, {}), 420);
}

TEST(AStop, LastsForTheLongerCheckWhenTheyCheckInParallel) {
  Scenario s;
  EXPECT_DOUBLE_EQ(cooperation::stop_seconds(co_located, checks, s), 0.8 * 420);
  s.co_located.task_factor = 1;
  EXPECT_EQ(cooperation::stop_seconds(co_located, checks, s), 420);
}

TEST(AStop, LastsForBothChecksLessWhatAJointCrewSaves) {
  EXPECT_DOUBLE_EQ(cooperation::stop_seconds(one_stop, checks, {}), 0.7 * 570);
}

TEST(CombinedSigns, RaiseDetectionMoreTheCloserTheCooperation) {
  EXPECT_EQ(cooperation::detection_bonus(separate, {}), 0);
  EXPECT_EQ(cooperation::detection_bonus(co_located, {}), 0.1);
  EXPECT_EQ(cooperation::detection_bonus(one_stop, {}), 0.2);
}

}  // namespace
}  // namespace cordon::cooperation_test
