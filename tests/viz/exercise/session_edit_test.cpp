#include "viz/exercise/session_edit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/viz/exercise/played.hpp"

namespace cordon::viz::session_edit_test {
namespace {

using ::testing::ElementsAre;

const std::chrono::sys_seconds start{};

// branch_1, and branch_2 that goes on from it.
SessionSpec two_branches() {
  SessionSpec session = testing::two_days();
  const std::string first =
      add_branch(session, "", {{"closed_1", testing::inject(10h, "Close it")}});
  add_branch(session, first, {{"said_1", testing::inject(12h, "And now?")}});
  return session;
}

std::vector<std::string> listed(const SessionSpec& session) {
  std::vector<std::string> all;
  for (const ListedBranch& branch : listed_branches(session))
    all.push_back(std::to_string(branch.depth) + ' ' + branch.name);
  return all;
}

TEST(SessionEdit, BranchesStandBelowTheOneTheyGoOnFrom) {
  SessionSpec session = two_branches();
  add_branch(session, "", {{"said_2", testing::inject(1h, "Otherwise")}});
  EXPECT_THAT(listed(session), ElementsAre("1 branch_1", "2 branch_2", "1 branch_3"));
  EXPECT_TRUE(goes_on_from(session, "branch_2", "branch_1"));
  EXPECT_TRUE(goes_on_from(session, "branch_2", ""));
  EXPECT_FALSE(goes_on_from(session, "branch_1", "branch_2"));
  EXPECT_EQ(free_inject_name(session, "said"), "said_3");
  EXPECT_EQ(free_inject_name(session, "said", "said_3"), "said_4");
}

TEST(SessionEdit, AnInjectInThePlaceOfAnotherTakesItsContingencyAway) {
  SessionSpec session = two_branches();
  Injects& first = session.branch.at("branch_1").inject;
  first.at("closed_1").contingency = "open_1";
  first["open_1"].text = "Open it";
  first["other"] = testing::inject(11h, "Stays");
  const PlayedInject played{
      "branch_1", "closed_1", {{"lanes_1", testing::inject(9h, "Two lanes")}}};
  EXPECT_EQ(put(session, played), "branch_1");
  EXPECT_THAT(names_of(first), ElementsAre("lanes_1", "other"));
  EXPECT_EQ(first.at("lanes_1").at->since_start, Duration{9h});
  EXPECT_EQ(put(session, {"branch_2", "", {{"said_7", testing::inject(20h, "So")}}}), "branch_3");
  EXPECT_EQ(session.branch.at("branch_3").parent, "branch_2");
}

TEST(SessionEdit, ABranchWithAnotherNameIsTheSame) {
  SessionSpec session = two_branches();
  add_bookmark(session, "branch_1", start_of_run + 11h, start);
  rename_branch(session, "branch_1", "night");
  EXPECT_THAT(listed(session), ElementsAre("1 night", "2 branch_2"));
  EXPECT_EQ(bookmarks_of(session, "night", start).size(), 1u);
  EXPECT_EQ(why_no_branch_name(session, "night", "day"), "");
  EXPECT_EQ(why_no_branch_name(session, "night", "night"), "");
  EXPECT_NE(why_no_branch_name(session, "night", "branch_2"), "");
  EXPECT_NE(why_no_branch_name(session, "night", ""), "");
  EXPECT_NE(why_no_branch_name(session, "night", "a:b"), "");
}

TEST(SessionEdit, WithABranchGoesWhatGoesOnFromIt) {
  SessionSpec session = two_branches();
  add_bookmark(session, "", start_of_run + 1h, start);
  add_bookmark(session, "branch_2", start_of_run + 20h, start);
  remove_branch(session, "branch_1");
  EXPECT_TRUE(session.branch.empty());
  EXPECT_EQ(session.bookmark.size(), 1u);
}

TEST(SessionEdit, ABranchHasTheBookmarksOfWhatItGoesOnFrom) {
  SessionSpec session = two_branches();
  add_bookmark(session, "branch_1", start_of_run + 11h, start);
  add_bookmark(session, "", start_of_run + 1h, start);
  add_bookmark(session, "branch_2", start_of_run + 11h, start);  // stands there
  note_bookmark(session, "branch_2", {start_of_run + 11h, "The queue"}, start);
  const auto of_first = bookmarks_of(session, "branch_1", start);
  ASSERT_EQ(of_first.size(), 2u);
  EXPECT_EQ(of_first[0].at, start_of_run + 1h);
  EXPECT_EQ(of_first[1].note, "The queue");
  EXPECT_EQ(bookmarks_of(session, "", start).size(), 1u);
  EXPECT_EQ(session.bookmark.size(), 2u);
}

TEST(SessionEdit, InAnotherFolderItNamesTheSameFiles) {
  SessionSpec session = testing::two_days();
  session.scenario = "../scenario.toml";
  session.branch["a"].exercise = "exercise.toml";
  session.branch["b"].exercise = "/data/exercise.toml";
  const SessionSpec other = moved(session, "/exercises/one", "/exercises/two/three");
  EXPECT_EQ(other.scenario, "../../scenario.toml");
  EXPECT_EQ(other.branch.at("a").exercise, "../../one/exercise.toml");
  EXPECT_EQ(other.branch.at("b").exercise, "../../../data/exercise.toml");
  EXPECT_EQ(moved(other, "/exercises/two/three", "/exercises/one").scenario, session.scenario);
}

}  // namespace
}  // namespace cordon::viz::session_edit_test
