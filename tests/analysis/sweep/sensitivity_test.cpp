// What a sweep's runs say of its factors, from values that are made up: functions whose indices,
// break-even points and boxes are known.

#include "analysis/sweep/sensitivity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>

#include "analysis/statistics/values.hpp"
#include "analysis/sweep/discovery.hpp"
#include "analysis/sweep/words.hpp"

namespace cordon::sensitivity_test {
namespace {

using ::testing::HasSubstr;

// Two factors, skill from 0 to 1 and time from 1 to 3, of one scenario or two.
class Made {
 public:
  using Function = std::function<double(double skill, double time, std::uint32_t replication)>;

  Made(const std::string& design, const std::vector<Function>& by_scenario,
       std::uint32_t replications = 4) {
    std::string name = (std::filesystem::temp_directory_path() / "cordon_made_XXXXXX").string();
    const std::filesystem::path folder = mkdtemp(name.data());
    const auto tutorial = std::filesystem::path(CORDON_SOURCE_DIR) / "scenarios/tutorial";
    std::ofstream file(folder / "x.toml");
    file << "scenarios = ['" << (tutorial / "1_one_queue.toml").string() << "'";
    if (by_scenario.size() > 1) {
      std::ofstream(folder / "variant.toml")
          << "extends = '" << (tutorial / "1_one_queue.toml").string() << "'\n";
      file << ", 'variant.toml'";
    }
    file << "]\nmeasures = ['wait_mean']\nreplications = " << replications << '\n'
         << "[factor.skill]\nkeys = ['team.guards.skill']\nlow = 0\nhigh = 1\n"
         << "[factor.time]\nkeys = ['layout.road.stage.check.time.lorry']\ntimes = true\n"
         << "low = 1\nhigh = 3\n"
         << design;
    file.close();
    experiment =
        std::make_unique<Experiment>((folder / "x.toml").string(), std::vector<std::string>{});
    std::filesystem::remove_all(folder);
    values = std::make_unique<RunValues>(*experiment);
    const RunOrder order(experiment->designs(), by_scenario.size());
    for (std::uint64_t i = 0; i < order.runs(replications); ++i) {
      const RunId id = order.at(i);
      const auto of = experiment->values(id.design);
      const auto number = [](const FactorValue& v, double as_it_is) {
        return v.toml.empty() ? as_it_is : v.number;
      };
      values->add(
          {id,
           "",
           {by_scenario[id.scenario](number(of[0], 0.5), number(of[1], 1), id.replication)}});
    }
  }

  [[nodiscard]] BootstrapEstimate index(const std::string& name, int factor,
                                        std::size_t response = 0) const {
    const auto found = sensitivity_of(*experiment, *values);
    for (const SensitivityIndex& i : found.at(response).indices)
      if (i.index == name && i.factor == factor) return i.value;
    return {no_value, no_value, no_value};
  }

  std::unique_ptr<Experiment> experiment;
  std::unique_ptr<RunValues> values;
};

// 3 skill + time / 2: over their ranges the one changes it by 3, the other by 1, so that of the
// variance they have 0.9 and 0.1.
double plane(double skill, double time, std::uint32_t) { return 3 * skill + time / 2; }

TEST(SensitivityOfASweep, ByElementaryEffects) {
  const Made made("[design]\nmethod = 'morris'\ntrajectories = 8\n", {plane});
  EXPECT_NEAR(made.index("mu_star", 0).estimate, 3, 1e-9);
  EXPECT_NEAR(made.index("mu_star", 1).estimate, 1, 1e-9);
  EXPECT_NEAR(made.index("sigma", 0).estimate, 0, 1e-9);
}

TEST(SensitivityOfASweep, ByVariance) {
  for (const char* second : {"false", "true"}) {
    const Made made("[design]\nmethod = 'saltelli'\npoints = 1024\nsecond_order = " +
                        std::string(second) + "\n",
                    {plane}, 1);
    EXPECT_NEAR(made.index("first_order", 0).estimate, 0.9, 0.01);
    EXPECT_NEAR(made.index("first_order", 1).estimate, 0.1, 0.01);
    EXPECT_NEAR(made.index("total", 0).estimate, 0.9, 0.01);
    EXPECT_NEAR(made.index("total", 1).estimate, 0.1, 0.01);
  }
}

TEST(SensitivityOfASweep, ByRegression) {
  const Made made("[design]\nmethod = 'sobol'\npoints = 64\n", {plane});
  EXPECT_NEAR(made.index("src", 0).estimate, std::sqrt(0.9), 0.02);
  EXPECT_NEAR(made.index("src", 1).estimate, std::sqrt(0.1), 0.02);
  EXPECT_NEAR(made.index("r2", -1).estimate, 1, 1e-9);
}

TEST(SensitivityOfASweep, LeavesOutWhatHasNoValueAndSaysSo) {
  const Made made("[design]\nmethod = 'morris'\ntrajectories = 8\n",
                  {[](double skill, double time, std::uint32_t r) {
                    return skill == 1 && time == 3 && r == 2 ? no_value : plane(skill, time, r);
                  }});
  const auto found = sensitivity_of(*made.experiment, *made.values);
  EXPECT_GT(found[0].dropped, 0);
  EXPECT_LT(found[0].dropped, 8);
  EXPECT_EQ(found[0].dropped + found[0].used, 8);
  EXPECT_NEAR(made.index("mu_star", 0).estimate, 3, 1e-9);
}

// The variant's wait is the longer by 2 (skill - 0.25) plus an own noise of each replication.
TEST(SensitivityOfASweep, OneAtATimeTellsWhereADifferencePassesZero) {
  const auto noise = [](std::uint32_t r) { return r % 2 == 0 ? 0.01 : -0.01; };
  const Made made("[design]\nmethod = 'one_at_a_time'\nlevels = 5\n",
                  {plane,
                   [&](double skill, double time, std::uint32_t r) {
                     return plane(skill, time, r) + 2 * (skill - 0.25) + noise(r);
                   }},
                  20);
  EXPECT_NEAR(made.index("width", 0).estimate, 3, 1e-9);  // of the first scenario
  EXPECT_NEAR(made.index("as_it_is", -1, 1).estimate, 0.5, 1e-9);
  const BootstrapEstimate passes = made.index("break_even_rising", 0, 1);
  EXPECT_NEAR(passes.estimate, 0.25, 0.01);
  EXPECT_LT(passes.low, 0.25);
  EXPECT_GT(passes.high, 0.25);
  EXPECT_TRUE(std::isnan(made.index("break_even_rising", 1, 1).estimate));
  const auto found = sensitivity_of(*made.experiment, *made.values);
  EXPECT_EQ(conclusion_of(*made.experiment, found[0]), "");
  const std::string conclusion = conclusion_of(*made.experiment, found[1]);
  EXPECT_THAT(conclusion, HasSubstr("wait_mean is higher in variant than in 1_one_queue, unless "
                                    "skill is below 0.25"));
  EXPECT_THAT(conclusion, HasSubstr("where it cannot be told"));
}

TEST(SensitivityOfASweep, OneAtATimeSaysWhenADifferenceCannotBeTold) {
  const Made made(
      "[design]\nmethod = 'one_at_a_time'\nlevels = 3\n",
      {plane, [](double skill, double time,
                 std::uint32_t r) { return plane(skill, time, r) + (r % 2 == 0 ? 1 : -1); }},
      10);
  const auto found = sensitivity_of(*made.experiment, *made.values);
  EXPECT_THAT(conclusion_of(*made.experiment, found[1]),
              HasSubstr("wait_mean in variant cannot be told from that in 1_one_queue"));
}

TEST(Discovery, FindsThePartOfTheFactorsWhereItHappens) {
  const Made made(
      "[design]\nmethod = 'sobol'\npoints = 256\n"
      "[discover.trouble]\nmeasure = 'wait_mean'\nabove = 5\n"
      "[discover.never]\nmeasure = 'wait_mean'\nbelow = -5\n",
      {[](double skill, double time, std::uint32_t) {
        return skill < 0.4 && time > 2 ? 6.0 : 4.0;
      }});
  const auto found = discoveries_of(*made.experiment, *made.values);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].of_interest, 0);
  EXPECT_EQ(discovery_text(*made.experiment, found[0]), "never happens in 0 of 256 designs.");
  const PrimBox& box = found[1].boxes[found[1].chosen];
  EXPECT_NEAR(box.high[0], 0.4, 0.03);
  EXPECT_NEAR(box.low[1], 0.5, 0.03);
  EXPECT_GT(box.coverage, 0.95);
  EXPECT_GT(box.density, 0.95);
  EXPECT_THAT(
      words_of(box, *made.experiment),
      ::testing::MatchesRegex("skill is at most 0\\.[34].* and time is at least [12]\\..*"));
}

TEST(Discovery, NeedsAFullSpaceAndAThreshold) {
  const auto problems_of = [](const std::string& design) -> std::string {
    try {
      const Made made(design, {plane});
    } catch (const ScenarioError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_THAT(problems_of("[design]\nmethod = 'one_at_a_time'\n[discover.x]\nmeasure = "
                          "'wait_mean'\nabove = 1\n"),
              HasSubstr("needs designs that fill the space"));
  EXPECT_THAT(problems_of("[discover.x]\nmeasure = 'wait_mean'\n"),
              HasSubstr("has neither `below` nor `above`"));
  EXPECT_THAT(problems_of("[discover.x]\nmeasure = 'wait_p95'\nabove = 1\n"),
              HasSubstr("'wait_p95' is not one of `measures`"));
  EXPECT_THAT(problems_of("[discover.x]\nmeasure = 'wait_mean'\nabove = 1\ndifference = true\n"),
              HasSubstr("is the first, from which `difference` is taken"));
}

}  // namespace
}  // namespace cordon::sensitivity_test
