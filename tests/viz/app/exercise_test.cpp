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
  exercise.play_inject("", "closed_1", closing("north"));
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
  exercise.play_inject("", "closed_1", closing("north"));
  exercise.give_up();
  EXPECT_FALSE(exercise.playing());
  EXPECT_TRUE(exercise.session().branch.empty());
  exercise.play_inject("", "closed_1", closing("nowhere"));
  EXPECT_THROW((void)played(exercise), ScenarioError);
  EXPECT_TRUE(exercise.session().branch.empty());
  EXPECT_FALSE(exercise.has_changed());
}

TEST(Exercise, IsSavedInAnyFolderAndReadAsItWas) {
  const testing::Folder folder;
  Exercise exercise(opened());
  exercise.play_inject("", "closed_1", closing("north"));
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
