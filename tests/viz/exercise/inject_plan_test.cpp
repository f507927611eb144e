// What the form says of an inject and its contingency is read again as it was, so that it can be
// edited; what the form cannot hold is not offered to it.

#include "viz/exercise/inject_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analysis/exercise/session_file.hpp"
#include "tests/support/folder.hpp"
#include "tests/viz/exercise/played.hpp"
#include "viz/exercise/branch_run.hpp"

namespace cordon::viz::inject_plan_test {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

constexpr Time moment = start_of_run + 20h + 15min;
const PlanTexts texts{"So", "Otherwise"};

const Scenario& border() {
  static const Scenario scenario = [] {
    Scenario read = script_of(testing::played_session(testing::two_days()), "").base.reading.spec;
    read.operation["plan"];  // that may leak
    return read;
  }();
  return scenario;
}

// Nothing in it is as the form has it by default.
InjectDraft changed_draft(InjectKind kind) {
  InjectDraft draft = draft_of(kind, "north", border());
  draft.text = "What \"now\"?\nAct!";
  draft.expected = "They act";
  draft.objective = "To act";
  draft.event = "ShiftChanged";
  draft.within = 1.1;
  const auto asked = fields_of(kind);
  const auto asks = [&](InjectField field) {
    return std::find(asked.begin(), asked.end(), field) != asked.end();
  };
  for (const InjectField field : asked)
    if (std::string* const name = name_in(draft, field))
      *name = names_for(field, draft, border()).back();
  if (asks(InjectField::lanes)) draft.lanes = 7;
  if (asks(InjectField::machines)) draft.machines = 3;
  if (asks(InjectField::officers)) draft.officers = 5;
  if (asks(InjectField::share)) draft.share = 29;
  if (asks(InjectField::times)) draft.times = 0.7;
  if (asks(InjectField::multiplier)) draft.multiplier = 2.5;
  if (asks(InjectField::notice)) draft.notice = 3.3;
  if (asks(InjectField::hours)) draft.hours = 1.7;
  if (asks(InjectField::authority)) draft.authority = Authority::border_guard;
  mend(draft, border());
  return draft;
}

SessionSpec session_with(const InjectPlan& plan) {
  SessionSpec session = testing::two_days();
  PlayedInject played;
  played.injects = injects_of(plan, names_for(plan, session, played), moment, texts);
  put(session, played);
  return session;
}

// As it is after it has been saved and opened again.
Injects saved_and_read(const InjectPlan& plan) {
  const testing::Folder folder;
  save_session(folder / "session.toml", session_with(plan));
  return read_session((folder / "session.toml").string()).spec.branch.at("branch_1").inject;
}

std::string first_of(const Injects& injects) {
  for (const auto& [name, inject] : injects)
    if (inject.at) return name;
  return "";
}

TEST(InjectPlan, OfEveryKindIsReadFromASavedSessionAsItWas) {
  for (std::size_t k = 0; k < inject_kinds; ++k) {
    const auto kind = static_cast<InjectKind>(k);
    ASSERT_TRUE(is_possible(kind, border())) << word_for(kind);
    const InjectPlan plan{changed_draft(kind), std::nullopt};
    const Injects injects = saved_and_read(plan);
    ASSERT_EQ(injects.size(), 1u);
    EXPECT_EQ(injects.begin()->second.at->in_run(border().start), moment);
    EXPECT_EQ(plan_of(injects, first_of(injects), border()), plan) << word_for(kind);
  }
}

TEST(InjectPlan, OfEveryKindIsReadAsItIsOfferedAndAsAContingency) {
  for (std::size_t k = 0; k < inject_kinds; ++k) {
    const auto kind = static_cast<InjectKind>(k);
    InjectPlan plan{draft_of(InjectKind::said, "north", border()),
                    draft_of(kind, "north", border())};
    plan.inject.event = "ShiftChanged";
    plan.inject.text = "One";
    plan.contingency->text = "Two";
    const Injects injects = saved_and_read(plan);
    ASSERT_EQ(injects.size(), 2u);
    EXPECT_EQ(plan_of(injects, first_of(injects), border()), plan) << word_for(kind);
  }
}

TEST(InjectPlan, SaysTheContingencyWithoutAMoment) {
  InjectPlan plan{draft_of(InjectKind::closed, "north", border()),
                  draft_of(InjectKind::closed, "middle", border())};
  plan.inject.event = "ShiftChanged";
  const Injects injects = session_with(plan).branch.at("branch_1").inject;
  ASSERT_EQ(injects.size(), 2u) << "of two of one kind each has its own name";
  const InjectSpec& first = injects.at("closed_1");
  EXPECT_EQ(first.contingency, "closed_2");
  EXPECT_EQ(first.text, "So");
  EXPECT_FALSE(injects.at("closed_2").at);
  EXPECT_EQ(injects.at("closed_2").text, "Otherwise");
  EXPECT_THAT(injects.at("closed_2").closed, ElementsAre("middle"));
  EXPECT_THAT(problems_of_branch(testing::played_session(session_with(plan)), "branch_1"),
              ElementsAre());
  plan.inject.event.clear();
  EXPECT_EQ(session_with(plan).branch.at("branch_1").inject.size(), 1u)
      << "nothing can fail to come that is not expected";
}

TEST(InjectPlan, KeepsItsNamesWhereItsKindsStay) {
  InjectPlan plan{draft_of(InjectKind::closed, "north", border()),
                  draft_of(InjectKind::said, "north", border())};
  plan.inject.event = "ShiftChanged";
  const SessionSpec session = session_with(plan);
  const PlayedInject there{"branch_1", "closed_1", {}};
  PlanNames names = names_for(plan, session, there);
  EXPECT_EQ(names.inject, "closed_1");
  EXPECT_EQ(names.contingency, "said_1");
  plan.inject.kind = InjectKind::open;
  plan.contingency = draft_of(InjectKind::open, "north", border());
  names = names_for(plan, session, there);
  EXPECT_EQ(names.inject, "open_1");
  EXPECT_EQ(names.contingency, "open_2");
}

TEST(InjectPlan, IsNoneWhereTheFormCannotHoldAllThatIsSaid) {
  const Injects one =
      session_with({changed_draft(InjectKind::closed), std::nullopt}).branch.at("branch_1").inject;
  ASSERT_TRUE(plan_of(one, "closed_1", border()));
  const auto with = [&](const auto& change) {
    Injects injects = one;
    change(injects.at("closed_1"));
    return plan_of(injects, "closed_1", border());
  };
  EXPECT_FALSE(with([](InjectSpec& i) { i.change["x"] = {"line.*.time_factor", "", 2}; }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.by = "control"; }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.closed.emplace_back("middle"); }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.closed = {"nowhere"}; }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.lanes = {{"north_lorries", 1}}; }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.expects->at = "middle"; }));
  EXPECT_FALSE(with([](InjectSpec& i) { i.expects->where = {{"equipment", "scanner"}}; }));
  EXPECT_FALSE(with([](InjectSpec& i) {
    i.closed.clear();
    i.operation = format::TomlValue{"{ crossings = [\"north\"], length = \"1 d\" }"};
  }));
}

TEST(InjectPlan, IsNoneOfAContingencyItselfAndOfAChain) {
  InjectPlan plan{changed_draft(InjectKind::closed), changed_draft(InjectKind::open)};
  Injects injects = session_with(plan).branch.at("branch_1").inject;
  EXPECT_TRUE(plan_of(injects, "closed_1", border()));
  EXPECT_FALSE(plan_of(injects, "open_1", border()));
  injects["third"] = testing::inject(1h, "Three");
  injects["third"].at.reset();
  injects.at("open_1").contingency = "third";
  EXPECT_FALSE(plan_of(injects, "closed_1", border()));
}

}  // namespace
}  // namespace cordon::viz::inject_plan_test
