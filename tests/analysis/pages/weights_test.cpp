// Assumptions tied to the factors that vary them.

#include "analysis/pages/weights.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace cordon::pages::weights_test {
namespace {

using ::testing::HasSubstr;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(HoldsParameter, IsThatOfTheKeyOrOneBelowIt) {
  EXPECT_TRUE(holds_parameter("technique.xray.bulky", "technique.xray.bulky"));
  EXPECT_TRUE(holds_parameter("technique.*.bulky", "technique.xray.bulky"));
  EXPECT_TRUE(holds_parameter("technique.xray", "technique.xray.bulky"));
  EXPECT_FALSE(holds_parameter("technique.xray.bulky", "technique.xray"));
  EXPECT_FALSE(holds_parameter("technique.xray.bulk", "technique.xray.bulky"));
  EXPECT_FALSE(holds_parameter("technique.*.bulky", "technique.xray.concealed"));
}

const std::vector<AssumedParameter> three = {
    {"selection.red", "0.05", "assumed", ""},
    {"technique.dog.bulky", "0.6", "assumed", ""},
    {"technique.xray.bulky", "0.7", "assumed", ""},
};

FactorWeights two_factors() {
  return {"total",
          "shares of the variance",
          {"wait_mean, min"},
          {{"red", {"selection.red"}, {0.2}, {"0.20 (0.10 to 0.30)"}},
           {"xray", {"technique.xray.bulky"}, {0.7}, {"0.70 (0.60 to 0.80)"}}}};
}

TEST(WeightsSection, PutsTheWeightiestAssumptionFirst) {
  const auto section = weights_section(three, two_factors());
  ASSERT_TRUE(section);
  EXPECT_EQ(section->emphasis,
            "Of the assumptions that were varied, technique.xray.bulky matters most for "
            "wait_mean, min: total 0.70 (0.60 to 0.80).");
  ASSERT_EQ(section->tables[0].rows.size(), 2u);
  EXPECT_EQ(section->tables[0].rows[0][0].text, "technique.xray.bulky");
  EXPECT_EQ(section->tables[0].rows[1][0].text, "selection.red");
  EXPECT_EQ(section->tables[0].rows[1][2].text, "0.20 (0.10 to 0.30)");
  ASSERT_EQ(section->notes.size(), 1u);
  EXPECT_THAT(section->notes[0], HasSubstr("1 other assumption was not varied"));
}

TEST(WeightsSection, TakesTheLargestOfSeveralFactorsOfOneAssumption) {
  FactorWeights weights = two_factors();
  weights.factors.push_back({"all", {"technique.*.bulky"}, {0.9}, {"0.90"}});
  const auto section = weights_section(three, weights);
  ASSERT_TRUE(section);
  ASSERT_EQ(section->tables[0].rows.size(), 3u);
  EXPECT_EQ(section->tables[0].rows[0][0].beside, "factor all");
  EXPECT_TRUE(section->notes.empty());
}

TEST(WeightsSection, SaysNothingOfWhatHasNoIndex) {
  FactorWeights weights = two_factors();
  for (FactorWeight& factor : weights.factors) factor.size = {none}, factor.words = {""};
  const auto section = weights_section(three, weights);
  ASSERT_TRUE(section);
  EXPECT_EQ(section->emphasis, "");
  weights.factors.clear();
  EXPECT_FALSE(weights_section(three, weights));
  EXPECT_FALSE(weights_section({}, two_factors()));
}

}  // namespace
}  // namespace cordon::pages::weights_test
