// The window plays what the commands run: to the same rows.

#include "viz/exercise/branch_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/folder.hpp"
#include "tests/viz/exercise/played.hpp"
#include "viz/exercise/session_edit.hpp"
#include "viz/playback/divergence.hpp"

namespace cordon::viz::branch_run_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::played_session;
using testing::two_days;

TEST(BranchRun, WithoutAnInjectEqualsTheScenarioByteForByte) {
  SessionSpec spec = two_days();
  spec.branch["same"];
  spec.branch["said"].inject["only_said"] = testing::inject(10h, "Nothing happens");
  const Session session = played_session(spec);
  const OpenRun scenario = run_branch(session, "", true);
  for (const char* branch : {"same", "said"}) {
    const OpenRun run = run_branch(session, branch, true);
    EXPECT_FALSE(first_divergence(*scenario.recording, *run.recording)) << branch;
    EXPECT_EQ(run.recording->rows(), scenario.recording->rows());
  }
}

TEST(BranchRun, IsTheRunThatTheCommandTraces) {
  SessionSpec spec = two_days();
  spec.seed = 7;
  spec.replication = 3;
  spec.branch["closed"].inject["closed"] = testing::inject(20h, "Close it");
  spec.branch["closed"].inject["closed"].closed = {"north"};
  spec.bookmark["there"] = {Instant{std::nullopt, 21h}, "closed", "The queue"};
  const Session session = played_session(spec);
  const Script script = script_of(session, "closed");
  const testing::Folder folder;
  const auto file = folder / "trace.zst";
  {
    std::ofstream out(file, std::ios::binary);
    const Running running{7, 3};
    (void)observe(script, decide(script, running), running, [&](std::string_view bytes) {
      out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
  }
  const OpenRun played = run_branch(session, "closed", true);
  EXPECT_FALSE(first_divergence(*Recording::open(file), *played.recording));
}

TEST(BranchRun, PartsFromTheScenarioAtItsInject) {
  SessionSpec spec = two_days();
  spec.branch["closed"].inject["closed"] = testing::inject(20h, "Close it");
  spec.branch["closed"].inject["closed"].closed = {"north"};
  const Session session = played_session(spec);
  const OpenRun scenario = run_branch(session, "", true);
  const OpenRun closed = run_branch(session, "closed", true);
  const auto parts = first_divergence(*scenario.recording, *closed.recording);
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->time, start_of_run + 20h);
  const auto seen = first_seen_divergence(*scenario.recording, *closed.recording);
  ASSERT_TRUE(seen);
  EXPECT_GE(seen->time, parts->time);
  ASSERT_EQ(closed.injects.size(), 1u);
  EXPECT_EQ(closed.injects[0].at, start_of_run + 20h);
  EXPECT_EQ(closed.injects[0].says.text, "Close it");
}

TEST(BranchRun, TellsWhetherWhatWasExpectedCame) {
  SessionSpec spec = two_days();
  InjectSpec& broken = spec.branch["broken"].inject["broken"] = testing::inject(10h, "Broken");
  broken.broken = BreakSpec{"north", "scanner", 1};
  broken.length = 3h;
  broken.expects = ExpectSpec{"ShiftChanged", "north", {}, 12h};
  InjectSpec& other = spec.branch["broken"].inject["other"] = testing::inject(12h, "And now?");
  other.expects = ExpectSpec{"ShiftChanged", "north", {}, 1min};
  const OpenRun run = run_branch(played_session(spec), "broken", true);
  ASSERT_EQ(run.injects.size(), 2u);
  const InjectThen& came = run.injects[0];
  ASSERT_TRUE(came.reaction && came.reaction->came);
  const Time moment = start_of_run + *came.reaction->came;
  EXPECT_FALSE(came.has_come(moment - Duration{1}));
  EXPECT_TRUE(came.has_come(moment));
  EXPECT_FALSE(came.is_overdue(start_of_run + 48h));
  EXPECT_FALSE(run.injects[1].is_overdue(start_of_run + 12h));
  EXPECT_TRUE(run.injects[1].is_overdue(start_of_run + 12h + 1min));
}

TEST(BranchRun, SaysWhatIsWrongByTheKeysOfTheInject) {
  SessionSpec spec = two_days();
  spec.branch["a"].inject["closed"] = testing::inject(20h, "Close it");
  spec.branch["a"].inject["closed"].closed = {"nroth"};
  auto problems = problems_of_branch(played_session(spec), "a");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].inject, "closed");
  EXPECT_THAT(problems[0].line, ::testing::AllOf(::testing::StartsWith("closed: is 'nroth'"),
                                                 HasSubstr("did you mean 'north'")));
  spec.branch["a"].inject["closed"].closed = {"north"};
  EXPECT_TRUE(problems_of_branch(played_session(spec), "a").empty());
  spec.branch["a"].inject["closed"].text.clear();
  spec.branch["a"].inject["closed"].contingency = "open.it";
  spec.branch["a"].inject["closed"].expects = ExpectSpec{"ShiftChanged", "north", {}, 2h};
  spec.branch["a"].inject["open.it"].text = "Open it";
  spec.branch["a"].inject["open.it"].open = {"nowhere"};
  problems = problems_of_branch(played_session(spec), "a");
  ASSERT_EQ(problems.size(), 1u) << "a contingency is looked at as if it happened";
  EXPECT_EQ(problems[0].inject, "open.it");
  EXPECT_THAT(problems[0].line, ::testing::StartsWith("open: is 'nowhere'"));
}

// A machine that stays broken, and a change of shift that comes, wait with a contingency each.
TEST(BranchRun, SaysWhatHappensInsteadOfAReaction) {
  SessionSpec spec = two_days();
  Injects& injects = spec.branch["broken"].inject;
  injects["late"] = testing::inject(10h, "Broken");
  injects["late"].broken = BreakSpec{"north", "scanner", 1};
  injects["late"].length = 10h;
  injects["late"].expects = ExpectSpec{"MachineRepaired", "north", {}, 3h};
  injects["late"].contingency = "closed";
  injects["closed"].text = "Then close it";
  injects["closed"].closed = {"north"};
  injects["soon"] = testing::inject(10h, "And now?");
  injects["soon"].expects = ExpectSpec{"ShiftChanged", "north", {}, 12h};
  injects["soon"].contingency = "never";
  injects["never"].text = "Never";
  const OpenRun run = run_branch(played_session(spec), "broken", true);
  std::vector<std::string> names;
  for (const InjectThen& inject : run.injects) names.push_back(inject.name);
  ASSERT_THAT(names, ElementsAre("late", "soon", "closed"));
  EXPECT_EQ(run.injects[0].otherwise, "Then close it");
  EXPECT_EQ(run.injects[1].otherwise, "Never");
  EXPECT_EQ(run.injects[2].instead_of, "late");
  EXPECT_EQ(run.injects[2].at, start_of_run + 13h);
  EXPECT_EQ(run.injects[0].instead_of, "");
}

TEST(BranchRun, StopsWhenItIsAskedTo) {
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW((void)run_branch(played_session(two_days()), "", true, {}, source.get_token()),
               Stopped);
}

}  // namespace
}  // namespace cordon::viz::branch_run_test
