#include "sim/model/staff/skill.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace cordon::skill_test {
namespace {

constexpr Duration year = 24h * 365 + 6h;

TEST(Alertness, FallsWithTheHoursOnDuty) {
  const FatigueSpec fatigue{.after = 6h, .loss_per_hour = 0.1, .least = 0.75};
  EXPECT_EQ(skill::alertness(fatigue, 0h), 1);
  EXPECT_EQ(skill::alertness(fatigue, 6h), 1);
  EXPECT_DOUBLE_EQ(skill::alertness(fatigue, 7h + 30min), 0.85);
  EXPECT_EQ(skill::alertness(fatigue, 12h), 0.75);
}

TEST(Gains, AreForgottenByTheYear) {
  EXPECT_EQ(skill::remembered(0.2, 0.1, 0h), 0.2);
  EXPECT_NEAR(skill::remembered(0.2, 0.1, year), 0.18, 1e-12);
  EXPECT_NEAR(skill::remembered(0.2, 0.1, 2 * year), 0.162, 1e-12);
  EXPECT_EQ(skill::remembered(0.2, 0, 5 * year), 0.2);
  EXPECT_EQ(skill::remembered(0.2, 1, 1h), 0);
}

TEST(Learning, ByDoingIsAShareOfWhatIsMissing) {
  const LearningSpec learning{.by_doing = 0.01};
  double s = 0.3;
  for (int n = 0; n < 200; ++n) s += skill::learnt(learning, s, s, 1);
  EXPECT_NEAR(1 - s, 0.7 * std::pow(0.99, 200), 1e-12);
  EXPECT_NEAR(skill::learnt(learning, 0.3, 0.3, 0.25), 0.25 * 0.7 * 0.01, 1e-15);
}

TEST(Learning, FromColleaguesIsAShareOfWhatTheyHaveAhead) {
  const LearningSpec learning{.from_colleagues = 0.1};
  EXPECT_NEAR(skill::learnt(learning, 0.3, 0.8, 1), 0.05, 1e-15);
  EXPECT_EQ(skill::learnt(learning, 0.8, 0.8, 1), 0);
  EXPECT_EQ(skill::learnt(learning, 0.9, 0.8, 1), 0);
}

TEST(Learning, EndsAtOne) {
  const LearningSpec learning{.by_doing = 0.9, .from_colleagues = 0.9};
  EXPECT_LE(0.5 + skill::learnt(learning, 0.5, 1, 1), 1);
}

}  // namespace
}  // namespace cordon::skill_test
