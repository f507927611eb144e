#include "analysis/text/after_action.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace cordon::after_action_test {
namespace {

constexpr double day_ms = 86'400'000, start_ms = 1'782'583'200'000;  // 27 June 2026, 18:00 UTC

InjectReview scanner() {
  InjectReview review;
  review.scenario = 1;
  review.inject = "scanner";
  review.text = "The scanner does not start.";
  review.to = "head of shift, Medyka";
  review.expected = "Have it repaired.";
  review.event = "A machine works again";
  review.place = "Medyka";
  review.contingency = "scanner_lent";
  review.at_ms = start_ms;
  review.deadline_ms = start_ms + day_ms / 4;
  review.came = 17;
  review.replications = 20;
  review.median = 3.5;
  review.fastest = 0.5;
  review.slowest = 5.5;
  return review;
}

std::string all_text(const PageTable& table) {
  std::string text = table.caption;
  for (const auto& row : table.rows)
    for (const PageCell& cell : row) text += '|' + cell.text + '|' + cell.beside;
  return text;
}

TEST(AfterAction, IsNotThereWithoutAnExercise) {
  EXPECT_TRUE(after_action_of({}, {}, {"baseline"}, {}).empty());
}

TEST(AfterAction, SaysWhatWasToldAndWhetherTheReactionCameAndHowFast) {
  const auto sections = after_action_of({scanner()}, {}, {"baseline", "night"}, {});
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_FALSE(sections[0].brief.empty()) << "it stands in the contents";
  EXPECT_EQ(sections[1].heading, "night");
  ASSERT_EQ(sections[1].tables.size(), 1U);
  const std::string text = all_text(sections[1].tables[0]);
  for (const char* said :
       {"scanner", "27 Jun 2026 18:00", "The scanner does not start.", "head of shift, Medyka",
        "Have it repaired. [A machine works again (Medyka)]", "until 28 Jun 2026 00:00",
        "|17 of 20|", "3.5 h", "(30 min to 5.5 h)", "if not: scanner_lent"})
    EXPECT_NE(text.find(said), std::string::npos) << said << " in " << text;
}

TEST(AfterAction, TellsWhatDidNotHappenFromWhatNobodyCouldSee) {
  InjectReview never = scanner(), unseen = scanner();
  never.at_ms = never.deadline_ms = never.median = not_known;
  unseen.event.clear();
  const auto sections = after_action_of({never, unseen}, {}, {"baseline", "night"}, {});
  const std::string text = all_text(sections[1].tables[0]);
  EXPECT_NE(text.find("did not happen"), std::string::npos);
  EXPECT_NE(text.find("not seen by the run"), std::string::npos);
  EXPECT_EQ(sections[0].emphasis, "Nothing was expected that a run could show.");
}

TEST(AfterAction, SaysWhatChangedAgainstTheRunWithoutInjects) {
  Change wait;
  wait.variant = 0;
  wait.primary = true;
  wait.measure = find_measure("officer_hours");
  wait.baseline = 1000;
  wait.value = 1100;
  wait.difference = 100;
  wait.low = 80;
  wait.high = 120;
  wait.verdict = "worse";
  const auto sections = after_action_of({scanner()}, {}, {"baseline", "night"}, {wait});
  ASSERT_EQ(sections[1].tables.size(), 2U);
  const std::string text = all_text(sections[1].tables[1]);
  EXPECT_NE(text.find("+100|(+80 to +120)"), std::string::npos) << text;
  EXPECT_NE(text.find("worse"), std::string::npos);
}

TEST(AfterAction, HasTheBookmarksOfTheSessionWithTheirNotes) {
  const auto sections =
      after_action_of({}, {{"", start_ms, "Nobody asks"}, {"night", start_ms + 60'000, "Hm"}},
                      {"baseline", "night"}, {});
  ASSERT_EQ(sections.size(), 1U);
  EXPECT_EQ(all_text(sections[0].tables[0]),
            "Bookmarks of the session|27 Jun 2026 18:00||the scenario||Nobody asks||27 Jun 2026 "
            "18:01||night||Hm|");
}

}  // namespace
}  // namespace cordon::after_action_test
