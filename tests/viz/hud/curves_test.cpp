// What the axis of a curve tells.

#include "viz/hud/curves.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "tests/viz/playback/recorded_worlds.hpp"

namespace cordon::viz::curves_test {
namespace {

TEST(Curves, HaveNoAxisThatTellsATraineeWhatIsToCome) {
  const auto& recording = cordon::testing::recorded_worlds().front().recording;
  const Timeline& timeline = recording->timeline();
  std::vector<double> rising(timeline.intervals());
  std::iota(rising.begin(), rising.end(), 1);
  ASSERT_GT(rising.size(), 20U);
  for (const std::size_t n : {0, 7, 20}) {
    EXPECT_EQ(highest_of(*recording, rising, timeline.end_of(n)), static_cast<double>(n + 1));
    EXPECT_EQ(highest_of(*recording, rising, timeline.end_of(n) - Duration{1}),
              static_cast<double>(n));
  }
  EXPECT_EQ(highest_of(*recording, rising, recording->end()), static_cast<double>(rising.size()));
}

}  // namespace
}  // namespace cordon::viz::curves_test
