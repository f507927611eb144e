// Joint action days of the model against those that were held. Order of magnitude means a factor of
// ten either way: prevalences and shares of arrests are assumed, and not fitted to any of these.
// Seeds are fixed.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/engine/statistics.hpp"
#include "tests/shipped/shipped.hpp"

namespace cordon::joint_action_days_test {
namespace {

constexpr std::uint32_t replications = 6;

// A scenario with one operation, measured in its action days alone.
Scenario action_days(const std::string& name, const std::string& operation,
                     const std::string& end) {
  return shipped::scenario("eu/" + name, {"scale=100", "operation." + operation + ".start='17 d'",
                                          "warm_up='17 d'", "length='" + end + "'"});
}

bool same_order(double value, double published) {
  return value > published / 10 && value < published * 10;
}

// Persons, vehicles and premises checked, and arrests, of days in the Western Balkans and in South
// East Europe (Europol, newsroom):
//
//   September 2018   434,000 checked   166 arrests   0.04 per 100
//   September 2019   200,000           175           0.09
//   October 2022      74,924           382           0.51
//   November 2023    288,774           566           0.20, in six days
TEST(JointActionDays, CheckAndArrestInThePublishedOrderOfMagnitude) {
  double checks = 0, arrests = 0;
  const Scenario s = action_days("jad_south_east", "joint_action_days", "23 d");
  for (const Replication& r : shipped::run(s, replications)) {
    checks += static_cast<double>(r.details.operations.at(0).checks);
    arrests += static_cast<double>(r.details.operations.at(0).arrests);
  }
  EXPECT_TRUE(same_order(checks / replications, 288774)) << checks / replications << " checks";
  EXPECT_TRUE(same_order(100 * arrests / checks, 0.20)) << 100 * arrests / checks << " per 100";
}

// Seized at the posts of the operation, of a gram each.
double cigarettes(const Replication& r, const Setup& setup) {
  double kg = 0;
  const auto& posts = setup.operations.at(0).crossings;
  for (const Seizure& seizure : r.details.seizures) {
    const std::string& goods = setup.commodities[seizure.commodity.value].name;
    const CrossingIndex post = setup.lines[seizure.line.value].crossing;
    const bool of_operation = std::find(posts.begin(), posts.end(), post) != posts.end();
    if (of_operation && (goods == "tobacco" || goods == "cigarette_loads"))
      kg += static_cast<double>(seizure.mass_kg);
  }
  return kg * 1000;
}

// Arktos 2 to 5, ten days or two weeks each, seized 37, 6.7, 15 and 30 million (Frontex, news). The
// standard deviation of their logarithms is 0.77; those of six such operations are within a factor
// of 3 of it 995 times in 1000, if they differ as much.
TEST(JointActionDays, SeizeCigarettesInThePublishedOrderOfMagnitudeAndAsUnequally) {
  Welford published, here;
  for (const double millions : {37.0, 6.7, 15.0, 30.0}) published.add(std::log(1e6 * millions));
  const auto setup = make_setup(action_days("jad_excise", "excise", "27 d"));
  for (const Replication& r : replicate(setup, 1, 0, replications, 1))
    here.add(std::log(cigarettes(r, *setup)));
  EXPECT_TRUE(same_order(std::exp(here.mean()), std::exp(published.mean())))
      << std::exp(here.mean()) << " cigarettes";
  const double ratio = std::sqrt(here.variance() / published.variance());
  EXPECT_GT(ratio, 1.0 / 3);
  EXPECT_LT(ratio, 3.0) << ratio;
}

}  // namespace
}  // namespace cordon::joint_action_days_test
