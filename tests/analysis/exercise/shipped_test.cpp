// The exercises in scenarios/ can be played.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/analysis/exercise/exercise.hpp"

namespace cordon::shipped_test {
namespace {

using ::testing::ElementsAre;

const std::string folder = std::string(CORDON_SOURCE_DIR) + "/scenarios/";

// Fictional, with objectives, something to do, and a contingency.
void expect_complete(const Script& script) {
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

// "scanner: late", "scanner_lent: came": what was expected, in the order in which it was.
std::vector<std::string> outcome_of(const Script& script) {
  std::vector<std::string> lines;
  for (const Reaction& reaction : observe(script, decide(script, {1, 1}), {1, 1}).reactions)
    lines.push_back(reaction.inject + (reaction.came ? ": came" : ": late"));
  return lines;
}

TEST(Shipped, ExerciseOnThePolishUkrainianBorderCanBePlayed) {
  const Script script = read_script(folder + "pl_ua/baseline.toml", {{"length", "5 d", {}}},
                                    folder + "pl_ua/exercise.toml");
  expect_complete(script);
  EXPECT_THAT(outcome_of(script),
              ElementsAre("scanner: late", "targeted_controls: came", "scanner_lent: came"));
}

TEST(Shipped, ExerciseAtThePortsCanBePlayed) {
  const Script script =
      read_script(folder + "ports/joint_operation.toml", {}, folder + "ports/exercise.toml");
  expect_complete(script);
  EXPECT_THAT(outcome_of(script), ElementsAre("scanner: late", "unpackers: came", "piraeus: came"));
}

}  // namespace
}  // namespace cordon::shipped_test
