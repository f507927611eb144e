// What the form of an inject offers can be played as it is.

#include "viz/exercise/inject_draft.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/exercise/played.hpp"
#include "viz/exercise/branch_run.hpp"
#include "viz/exercise/session_edit.hpp"

namespace cordon::viz::inject_draft_test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;

const Scenario& border() {
  static const Scenario scenario =
      script_of(testing::played_session(testing::two_days()), "").base.reading.spec;
  return scenario;
}

std::vector<std::string> problems_of(const InjectDraft& draft) {
  SessionSpec spec = testing::two_days();
  const std::string name = free_inject_name(spec, std::string(word_for(draft.kind)));
  const std::string branch =
      add_branch(spec, "", {{name, inject_of(draft, start_of_run + 20h, "So")}});
  std::vector<std::string> lines;
  for (const InjectProblem& problem : problems_of_branch(testing::played_session(spec), branch))
    lines.push_back(problem.line);
  return lines;
}

TEST(InjectDraft, EveryKindCanBePlayedAsItIsOffered) {
  for (std::size_t k = 0; k < inject_kinds; ++k) {
    const auto kind = static_cast<InjectKind>(k);
    if (!is_possible(kind, border())) continue;
    EXPECT_THAT(problems_of(draft_of(kind, "north", border())), ElementsAre()) << word_for(kind);
  }
  EXPECT_TRUE(is_possible(InjectKind::broken, border()));
  EXPECT_TRUE(is_possible(InjectKind::tip_off, border()));
  EXPECT_TRUE(is_possible(InjectKind::outage, border()));
}

TEST(InjectDraft, WhatTheScenarioHasNotIsNotOffered) {
  const Scenario empty;
  for (const InjectKind kind : {InjectKind::broken, InjectKind::leak, InjectKind::outage,
                                InjectKind::team, InjectKind::surge, InjectKind::tip_off})
    EXPECT_FALSE(is_possible(kind, empty)) << word_for(kind);
}

TEST(InjectDraft, AnotherCrossingHasOtherLines) {
  InjectDraft draft = draft_of(InjectKind::lanes, "north", border());
  EXPECT_EQ(draft.line, "north_lorries");
  draft.place = "middle";
  mend(draft, border());
  EXPECT_EQ(draft.line, "middle_lorries");
  EXPECT_THAT(names_for(InjectField::to, draft_of(InjectKind::team, "north", border()), border()),
              Not(Contains("north")));
}

TEST(InjectDraft, SaysWhenWhatAndForHowLong) {
  InjectDraft draft = draft_of(InjectKind::closed, "north", border());
  draft.hours = 1.5;
  draft.event = "ShiftChanged";
  InjectSpec inject = inject_of(draft, start_of_run + 20h, "North is closed");
  EXPECT_EQ(inject.at->since_start, Duration{20h});
  EXPECT_THAT(inject.closed, ElementsAre("north"));
  EXPECT_EQ(inject.length, Duration{90min});
  EXPECT_EQ(inject.text, "North is closed");
  EXPECT_EQ(inject.expects->at, "north");
  draft.text = "Shut!";
  draft.line = "north_lorries";
  inject = inject_of(draft, start_of_run + 20h, "North is closed");
  EXPECT_EQ(inject.text, "Shut!");
  EXPECT_THAT(inject.closed, ElementsAre("north_lorries"));
}

}  // namespace
}  // namespace cordon::viz::inject_draft_test
