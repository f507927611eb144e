// What cannot be meant of threat assessments gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon {
namespace {

using testing::Lines;
using testing::problems_with;

TEST(AThreatAssessment, IsMadeInTheRun) {
  EXPECT_EQ(problems_with("[assessment.cta]\nfirst = '5 d'\nfollows = 0"), Lines{});
  EXPECT_EQ(problems_with("[assessment.cta]\nfirst = '500 d'\nfollows = 0"),
            Lines{"assessment.cta.first: lies beyond the end of the run; expected less than "
                  "`length`"});
}

TEST(AThreatAssessment, IsFollowedByAnEngineThatCan) {
  EXPECT_EQ(problems_with("[assessment.cta]\nfirst = '5 d'"), Lines{});
  EXPECT_EQ(problems_with("[assessment.cta]\nfirst = '5 d'\n[selection]\nengine = 'random'"),
            Lines{"assessment.cta.follows: is above 0, and the engine goes by papers alone; "
                  "expected 0, or selection.engine = \"binormal\""});
}

}  // namespace
}  // namespace cordon
