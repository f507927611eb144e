// What is played beside the drawing, given up, and saved.

#include "viz/app/exercise.hpp"

#include <gtest/gtest.h>

#include "tests/support/folder.hpp"
#include "tests/viz/exercise/played.hpp"
#include "viz/exercise/branch_run.hpp"
#include "viz/playback/divergence.hpp"

namespace cordon::viz::exercise_test {
namespace {

Opened opened() {
  Opened made{nullptr, testing::played_session(testing::two_days()), "", false};
  made.run = std::make_shared<OpenRun>(run_branch(made.session, "", true));
  return made;
}

InjectSpec closing(const std::string& crossing) {
  InjectSpec inject = testing::inject(20h, "Close it");
  inject.closed = {crossing};
  return inject;
}

PlayedInject in_new_branch(const std::string& parent, const InjectSpec& spec,
                           const std::string& name = "closed_1") {
  return {parent, "", {{name, spec}}};
}

// Waits as the window does, picture by picture.
std::optional<std::string> played(Exercise& exercise) {
  while (exercise.playing()) {
    if (const auto branch = exercise.take_played()) return branch;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return std::nullopt;
}

TEST(Exercise, PlaysAnInjectInABranchOfItsOwn) {
  Exercise exercise(opened());
  EXPECT_FALSE(exercise.has_changed());
  exercise.play_inject(in_new_branch("", closing("north")));
  EXPECT_EQ(played(exercise), "branch_1");
  EXPECT_TRUE(exercise.has_changed());
  const auto run = exercise.run_of("branch_1");
  ASSERT_TRUE(run);
  EXPECT_EQ(first_divergence(*exercise.run_of("")->recording, *run->recording)->time,
            start_of_run + 20h);
  exercise.rename("branch_1", "night");
  EXPECT_EQ(exercise.run_of("night")->recording, run->recording);
  EXPECT_TRUE(exercise.run_of("night")->scenario.title.ends_with(": night"));
  exercise.remove("night");
  EXPECT_FALSE(exercise.run_of("night"));
}

TEST(Exercise, WhatIsGivenUpOrCannotBePlayedLeavesNoBranch) {
  Exercise exercise(opened());
  exercise.play_inject(in_new_branch("", closing("north")));
  exercise.give_up();
  EXPECT_FALSE(exercise.playing());
  EXPECT_TRUE(exercise.session().branch.empty());
  exercise.play_inject(in_new_branch("", closing("nowhere")));
  EXPECT_THROW((void)played(exercise), ScenarioError);
  EXPECT_TRUE(exercise.session().branch.empty());
  EXPECT_FALSE(exercise.has_changed());
}

// branch_1, with branch_2 that goes on from it, and branch_3 that does not.
Exercise three_branches() {
  Exercise exercise(opened());
  exercise.play_inject(in_new_branch("", closing("north")));
  (void)played(exercise);
  exercise.play_inject(in_new_branch("branch_1", testing::inject(24h, "And now?"), "said_1"));
  (void)played(exercise);
  exercise.play_inject(in_new_branch("", testing::inject(24h, "Nothing"), "said_2"));
  (void)played(exercise);
  return exercise;
}

TEST(Exercise, AnEditedInjectIsPlayedInItsBranchAndWhatGoesOnFromItIsForgotten) {
  Exercise exercise = three_branches();
  const auto before = exercise.run_of("branch_1");
  ASSERT_TRUE(exercise.run_of("branch_2"));
  InjectSpec later = closing("north");
  later.at->since_start = 30h;
  exercise.play_inject({"branch_1", "closed_1", {{"closed_1", later}}});
  EXPECT_EQ(exercise.playing(), "branch_1");
  EXPECT_EQ(played(exercise), "branch_1");
  const auto after = exercise.run_of("branch_1");
  EXPECT_EQ(first_divergence(*exercise.run_of("")->recording, *after->recording)->time,
            start_of_run + 30h);
  EXPECT_EQ(first_divergence(*before->recording, *after->recording)->time, start_of_run + 20h);
  EXPECT_FALSE(exercise.run_of("branch_2")) << "it goes on from what is another now";
  EXPECT_TRUE(exercise.run_of("branch_3"));
  EXPECT_TRUE(exercise.run_of(""));
  EXPECT_EQ(exercise.session().branch.size(), 3u);
  exercise.play("branch_2");
  ASSERT_EQ(played(exercise), "branch_2");
  EXPECT_EQ(exercise.run_of("branch_2")->injects.size(), 2u);
  EXPECT_FALSE(first_divergence(*after->recording, *exercise.run_of("branch_2")->recording));
}

TEST(Exercise, AnEditThatIsGivenUpOrFailsChangesNothing) {
  Exercise exercise = three_branches();
  const auto before = exercise.run_of("branch_1");
  const auto is_as_before = [&] {
    return exercise.run_of("branch_1") == before && exercise.run_of("branch_2") &&
           exercise.session().branch.at("branch_1").inject.at("closed_1").closed.front() == "north";
  };
  exercise.play_inject({"branch_1", "closed_1", {{"closed_1", closing("middle")}}});
  exercise.give_up();
  EXPECT_TRUE(is_as_before());
  exercise.play("branch_3");
  EXPECT_EQ(played(exercise), "branch_3");
  EXPECT_TRUE(is_as_before()) << "what was given up does not come with what is played next";
  exercise.play_inject({"branch_1", "closed_1", {{"closed_1", closing("nowhere")}}});
  EXPECT_TRUE(is_as_before()) << "while it is simulated, too";
  EXPECT_THROW((void)played(exercise), ScenarioError);
  EXPECT_TRUE(is_as_before());
  InjectSpec waits = closing("middle");
  waits.contingency = "nothing";
  EXPECT_THROW(exercise.play_inject({"branch_1", "closed_1", {{"closed_1", waits}}}),
               ScenarioError);
  EXPECT_TRUE(is_as_before());
}

TEST(Exercise, IsSavedInAnyFolderAndReadAsItWas) {
  const testing::Folder folder;
  Exercise exercise(opened());
  exercise.play_inject(in_new_branch("", closing("north")));
  ASSERT_TRUE(played(exercise));
  exercise.add_bookmark("branch_1", start_of_run + 21h);
  exercise.note("branch_1", {start_of_run + 21h, "The queue"});
  const std::string file = (folder / "session.toml").string();
  exercise.save(file);
  EXPECT_FALSE(exercise.has_changed());
  EXPECT_TRUE(exercise.is_in_file());
  const OpenRun again = run_branch(read_session(file), "branch_1", true);
  EXPECT_FALSE(first_divergence(*again.recording, *exercise.run_of("branch_1")->recording));
  EXPECT_EQ(bookmarks_of(read_session(file).spec, "branch_1", {}).front().note, "The queue");
  EXPECT_THROW(exercise.save((folder / "no/session.toml").string()), std::runtime_error);
  EXPECT_EQ(exercise.file(), file);
}

}  // namespace
}  // namespace cordon::viz::exercise_test
