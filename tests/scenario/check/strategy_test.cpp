// What cannot be meant of threat assessments gets one clear line.

#include <gtest/gtest.h>

#include "tests/support/problems_with.hpp"

namespace cordon::strategy_test {
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
            Lines{"assessment.cta.follows: is above 0, and the engine has no scores that could "
                  "follow; expected 0, or selection.engine = \"binormal\""});
}

TEST(AThreatAssessment, IsThereBeforeTheNextOne) {
  EXPECT_EQ(problems_with("[assessment.cta]\nfirst = '5 d'\nevery = '9 d'\ntakes = '10 d'"),
            Lines{"assessment.cta.takes: is longer than `every`; expected to be there before the "
                  "next one"});
}

TEST(AProgramme, BuysWhatHasAPrice) {
  EXPECT_EQ(problems_with("[programme.ccei]\nequipment = 'xray_scanner'\nbudget = '1 EUR'\n"
                          "[equipment.xray_scanner]\nprice = '0 EUR'"),
            Lines{"programme.ccei.equipment: is 'xray_scanner', which costs nothing; expected a "
                  "kind with a price"});
  EXPECT_EQ(
      problems_with("[programme.ccei]\nequipment = 'xray_scanner'\nbudget = '1000000000 EUR'\n"
                    "[equipment.xray_scanner]\nprice = '1 EUR'"),
      Lines{"programme.ccei.budget: buys more than 1000 machines at a time; expected less"});
}

TEST(TrainingNeeds, LeaveTimeForTheCourses) {
  EXPECT_EQ(problems_with("[training_needs.stna]\nevery = '2 d'\nlength = '3 d'"),
            Lines{"training_needs.stna.every: is shorter than the courses; expected at least "
                  "`length`"});
}

TEST(TheReview, HoldsTargetsAgainstPeriods) {
  EXPECT_EQ(problems_with("[review]\nfirst = '5 d'\nat_most = { wait_mean = 60 }"),
            Lines{"review: has targets, and nothing is measured by period; expected "
                  "record.period"});
  EXPECT_EQ(problems_with("[review]\nfirst = '5 d'\nat_most = { wait_mean = 60 }\n[record]\n"
                          "period = '7 d'"),
            Lines{});
  EXPECT_EQ(problems_with("[record]\nperiod = '12 h'"),
            Lines{"record.period: is shorter than a day; expected 0, or at least \"1 d\""});
}

}  // namespace
}  // namespace cordon::strategy_test
