#include "sim/model/crossing/inspection.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/normal.hpp>

#include "sim/engine/luck.hpp"

namespace cordon::inspection_test {
namespace {

const TechniqueSetup xray{"xray", 0.05, {0.60}, {0.35}};
const Shipment nothing{};
const Shipment bulky{
    .commodity = {0}, .owner = {}, .looks_like = {0}, .concealed = false, .mass_kg = 100};
const Shipment built_in{
    .commodity = {0}, .owner = {}, .looks_like = {0}, .concealed = true, .mass_kg = 100};

TEST(DetectionProbability, FollowsTechniqueConcealmentAndSkill) {
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, bulky, Ability{1}, 0), 0.60);
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, built_in, Ability{1}, 0), 0.35);
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, bulky, Ability{0}, 0), 0.36);
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, bulky, Ability{0.5}, 0.2),
                   0.60 * 0.8 * 1.2);
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, nothing, Ability{1}, 0), 0);
}

TEST(DetectionProbability, FallsWithTheAlertnessOfTheCrew) {
  EXPECT_DOUBLE_EQ(inspection::detection_probability(xray, bulky, Ability{1, 0.9}, 0), 0.54);
}

TEST(DetectionProbability, NeverExceedsOne) {
  EXPECT_EQ(inspection::detection_probability({"sure", 0, {0.95}, {0.95}}, bulky, Ability{1}, 0.2),
            1);
}

TEST(Finds, RaisesFalseAlarmsForNothing) {
  EXPECT_TRUE(inspection::finds(xray, nothing, Ability{1}, 0, 0.049));
  EXPECT_FALSE(inspection::finds(xray, nothing, Ability{1}, 0, 0.051));
}

TEST(Finds, MayRaiseAFalseAlarmForWhatItMissed) {
  EXPECT_TRUE(inspection::finds(xray, bulky, Ability{1}, 0, 0.619));  // 0.60 + 0.40 x 0.05
  EXPECT_FALSE(inspection::finds(xray, bulky, Ability{1}, 0, 0.621));
}

// The binormal model: the area under the ROC curve is Phi(d' / sqrt 2).
TEST(Separation, GivesTheAucAsked) {
  for (const double auc : {0.5, 0.65, 0.8, 0.99})
    EXPECT_NEAR(cdf(boost::math::normal(), inspection::separation(auc) / std::sqrt(2.0)), auc,
                1e-12);
}

// Mann-Whitney over 20,000 pairs: standard error below 0.0036, so 4 of them, two-sided 6e-5.
TEST(RiskScore, RanksAnIllicitAboveALegalVehicleWithTheProbabilityAsked) {
  const Luck luck(1, 0);
  int above = 0;
  constexpr std::uint32_t pairs = 20000;
  for (std::uint32_t n = 0; n < pairs; ++n)
    above += inspection::risk_score(bulky, 0.65, luck.uniform(Subject{1, n}, 0)) >
             inspection::risk_score(nothing, 0.65, luck.uniform(Subject{2, n}, 0));
  EXPECT_NEAR(above / double(pairs), 0.65, 0.0144);
}

}  // namespace
}  // namespace cordon::inspection_test
