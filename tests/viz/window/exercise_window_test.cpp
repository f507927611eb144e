// An exercise in the window, by keys and the mouse: from opening a scenario to opening the session
// that was saved.

#include "analysis/exercise/script.hpp"
#include "tests/viz/window/driven_window.hpp"

namespace cordon::viz::exercise_window_test {
namespace {

class ExerciseWindow : public DrivenWindow {
 protected:
  /// Plays the inject on that the form stands at, and waits for its branch.
  void play_on(const std::string& branch) {
    xdotool("sleep 0.5 key ctrl+Return");
    EXPECT_EQ(xdotool("search --sync --name '" + branch + "'").code, 0) << "no " << branch;
    xdotool("sleep 0.5 key Escape");  // the text for the room
  }
  void save_as(const std::string& name) {
    xdotool("key ctrl+s sleep 0.7");
    xdotool("type --delay 60 " + name);
    xdotool("sleep 0.5 key Return sleep 0.7 key Escape");
  }
  /// The inject of branch_1 with a moment, as a file says it that has just been saved again.
  [[nodiscard]] std::pair<std::string, InjectSpec> saved_inject(const std::string& name) const {
    xdotool("sleep 0.4 key ctrl+s sleep 0.4");
    const Session session = read_session((folder / "driven" / (name + ".toml")).string());
    for (const auto& inject : session.spec.branch.at("branch_1").inject)
      if (inject.second.at) return inject;
    return {};
  }
  [[nodiscard]] static double difference_of_maps(const sf::Image& both) {
    return difference(both, right_of(both), left_map);
  }
};

TEST_F(ExerciseWindow, ABranchWithoutAnInjectEqualsTheOriginalAndOneWithAnInjectDoesNot) {
  xdotool("key g key i sleep 0.7");
  click(1472, 114);  // what is injected
  click(1400, 140);  // nothing: the room is told
  play_on("branch_1");
  xdotool("key shift+Right key x sleep 0.5 key d sleep 1 key Escape");
  const sf::Image same = saved();
  EXPECT_LE(difference_of_maps(same), 0) << "every pixel of both maps is the same";
  xdotool("key x key shift+Left key i sleep 0.7");
  play_on("branch_2");
  xdotool("key Right key x sleep 0.5");
  EXPECT_GT(difference_of_maps(saved()), 0.0005) << "one crossing is closed, and its queue grows";
}

TEST_F(ExerciseWindow, IsPlayedInjectedComparedSavedAndOpenedAgain) {
  xdotool("key space sleep 1 key space");
  click(300, 850);
  xdotool("key Home key shift+Right key Tab key b key i sleep 0.7");
  play_on("branch_1");
  xdotool("key r key x sleep 0.5 key d sleep 1 key Escape key x key Escape");
  save_as("played");
  const fs::path file = folder / "driven/played.toml";
  ASSERT_TRUE(fs::exists(file));
  const SessionSpec session = read_session(file.string()).spec;
  ASSERT_TRUE(session.branch.contains("branch_1"));
  EXPECT_EQ(session.branch.at("branch_1").inject.at("closed_1").at->since_start, Duration{24h});
  EXPECT_EQ(session.bookmark.size(), 1U);
  const sf::Image before = saved();

  xdotool("key b key ctrl+q sleep 0.5");
  EXPECT_EQ(xdotool("search --name branch_1").code, 0) << "asks once";
  xdotool("key ctrl+q");
  EXPECT_EQ(window->wait(), 0);

  const Outcome again = shown(
      "driven/played.toml:branch_1 --at '1 d' --select north --screenshot "
      "again.png");
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_LE(difference(before, picture(folder / "again.png"), map), alike);
}

TEST_F(ExerciseWindow, AnInjectHasAContingencyAndCanBeEdited) {
  xdotool("key i sleep 0.7");
  click(1389, 361);  // which event should follow
  click(1389, 420);  // a vehicle turned back
  click(1389, 435);  // if it does not come
  click(1389, 500);  // something is closed
  play_on("branch_1");
  save_as("edited");
  const auto [name, inject] = saved_inject("edited");
  EXPECT_EQ(name, "closed_1");
  ASSERT_TRUE(inject.expects);
  EXPECT_EQ(inject.expects->event, "VehicleBalked");
  EXPECT_EQ(inject.contingency, "closed_2");

  xdotool("key shift+Right sleep 0.3");
  click(1215, 202);  // edit
  xdotool("key Escape");
  EXPECT_EQ(saved_inject("edited").first, "closed_1") << "whoever gives up has changed nothing";
  xdotool("key r sleep 0.3");
  click(1215, 202);
  click(1472, 156);  // what is injected
  click(1380, 221);  // something opens
  xdotool("sleep 0.5 key ctrl+Return");
  std::pair<std::string, InjectSpec> edited;
  for (int tries = 0; tries < 40 && edited.first != "open_1"; ++tries)
    edited = saved_inject("edited");
  EXPECT_EQ(edited.first, "open_1");
  EXPECT_EQ(edited.second.at->since_start, Duration{20 * 24h}) << "its moment is as it was";
  EXPECT_EQ(edited.second.contingency, "closed_2");
}

TEST_F(ExerciseWindow, AnEditedBranchIsTheSameOnTheRight) {
  xdotool("key g key i sleep 0.7");
  play_on("branch_1");
  xdotool("key Right key i sleep 0.7");
  play_on("branch_2");
  save_as("beside");
  xdotool("key x sleep 0.5");  // branch_1 stands on the right
  click(1225, 185);            // edit its inject
  click(1472, 139);            // what is injected
  click(1400, 220);            // other lanes
  xdotool("sleep 0.5 key ctrl+Return");
  std::string name;
  for (int tries = 0; tries < 40 && name != "lanes_1"; ++tries) name = saved_inject("beside").first;
  ASSERT_EQ(name, "lanes_1");
  xdotool("key Escape key Escape key Right key Right sleep 0.5");
  EXPECT_LE(difference_of_maps(saved()), 0) << "branch_1 as it is now, on both sides";
}

}  // namespace
}  // namespace cordon::viz::exercise_window_test
