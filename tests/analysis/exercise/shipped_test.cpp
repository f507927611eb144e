// The exercises in scenarios/ can be played.

#include <gtest/gtest.h>

#include "tests/analysis/exercise/exercise.hpp"

namespace cordon {
namespace {

const std::string folder = std::string(CORDON_SOURCE_DIR) + "/scenarios/";

// Fictional, with objectives, something expected of most, and a contingency.
void expect_playable(const std::string& scenario, const std::string& exercise) {
  const Script script = read_script(folder + scenario, {}, folder + exercise);
  EXPECT_EQ(testing::problems_of([&] { check_injects(script); }), "");
  EXPECT_NE(script.title.find("(fictional)"), std::string::npos);
  EXPECT_GE(script.injects.size(), 5u);
  int contingencies = 0;
  for (const PlacedInject& inject : script.injects) {
    EXPECT_FALSE(inject.spec.objective.empty()) << inject.name;
    EXPECT_TRUE(!inject.spec.expected.empty() || !inject.spec.at) << inject.name;
    contingencies += inject.spec.contingency.empty() ? 0 : 1;
  }
  EXPECT_GE(contingencies, 1);
}

TEST(Shipped, ExerciseOnThePolishUkrainianBorderCanBePlayed) {
  expect_playable("pl_ua/baseline.toml", "pl_ua/exercise.toml");
}

TEST(Shipped, ExerciseAtThePortsCanBePlayed) {
  expect_playable("ports/joint_operation.toml", "ports/exercise.toml");
}

}  // namespace
}  // namespace cordon
