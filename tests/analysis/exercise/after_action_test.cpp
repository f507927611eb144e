#include "analysis/exercise/after_action.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/results/parting.hpp"
#include "analysis/study/simulate_all.hpp"
#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::after_action_test {
namespace {

using cordon::testing::ExerciseFolder;

TEST(AtText, IsTheMinuteBeforeAsTheViewerTakesIt) {
  EXPECT_EQ(at_text(start_of_run), "0 h");
  EXPECT_EQ(at_text(start_of_run + 9 * 24h + 6h + 5min + 59s), "9 d 6 h 5 min");
  EXPECT_EQ(at_text(start_of_run + 90min), "1 h 30 min");
}

// Two injects: one whose reaction comes, since traffic does, and one whose reaction does not.
TEST(ReviewInjects, SaysOfEachWhetherItCameAndHowFast) {
  const ExerciseFolder folder;
  StudyInput input;
  input.files = {cordon::testing::border};
  input.set = cordon::testing::three_days();
  input.injects = folder.write("exercise.toml", R"(
[inject.traffic]
at = "24 h"
text = "Look at the line."
expects = { event = "VehicleArrived", within = "6 h" }
surge = { times = 1.5 }
length = "2 h"

[inject.silence]
at = "30 h"
text = "Is anybody there?"
expects = { event = "PassageRefused", at = "north", within = "1 min" }
surge = { times = 0.5 }
length = "2 h"
contingency = "loud"

[inject.loud]
text = "Nobody has answered."
surge = { times = 0.1 }
length = "1 h"
)");
  const Studied studied = load_study(input);
  std::vector<std::unique_ptr<Lookouts>> lookouts;
  lookouts.push_back(
      std::make_unique<Lookouts>(*studied.injected[0], studied.scenarios[0], studied.seed));
  Plan plan;
  plan.replications = 2;
  plan.jobs = 1;
  plan.watch.resize(1);
  plan.watch[0].trace = [&](std::uint32_t number) {
    return std::make_unique<trace::Writer>(lookouts[0]->header(), nullptr,
                                           lookouts[0]->see(number));
  };
  const Simulated simulated = simulate_all(studied.scenarios, plan, {}, {});
  const auto reviews = review_injects(studied, lookouts, simulated.runs);
  ASSERT_EQ(reviews.size(), 3U);
  const InjectReview &traffic = reviews[0], &silence = reviews[1], &loud = reviews[2];
  EXPECT_EQ(traffic.inject, "traffic");
  EXPECT_EQ(traffic.came, 2);
  EXPECT_EQ(traffic.replications, 2);
  EXPECT_GE(traffic.fastest, 0);
  EXPECT_LT(traffic.slowest, 6);
  EXPECT_LE(traffic.fastest, traffic.median);
  EXPECT_EQ(silence.event, "Sanctioned goods were found, and the vehicle goes back") << "in words";
  EXPECT_EQ(silence.place, "north");
  EXPECT_EQ(silence.came, 0);
  EXPECT_TRUE(std::isnan(silence.median));
  EXPECT_EQ(silence.deadline_ms - silence.at_ms, 60'000);
  EXPECT_EQ(silence.at_ms - traffic.at_ms, 6 * 3'600'000);
  EXPECT_EQ(loud.instead_of, "silence");
  EXPECT_EQ(loud.at_ms, silence.deadline_ms) << "it happens when the time is over";
}

}  // namespace
}  // namespace cordon::after_action_test
