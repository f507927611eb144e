// The window itself, under a virtual display, driven by keys and the mouse; its pictures are
// compared with a tolerance.

#include "tests/viz/window/driven_window.hpp"

namespace cordon::viz::window_test {
namespace {

TEST_F(WindowTest, WithoutADisplayThereIsOneClearLine) {
  const Outcome outcome = run("unset DISPLAY; '" + view + "' '" + scenario + "'", folder);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err.find("cordon-view: there is no display"), 0U) << outcome.err;
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1);
}

TEST_F(WindowTest, WrongInputIsToldInOneLineWithCode2) {
  for (const char* arguments : {"no/such/run", "--at yesterday RUN", "--size 100x100 RUN",
                                "--text-size 99 RUN", "--colour", "/tmp"}) {
    const Outcome outcome = shown(arguments);
    EXPECT_EQ(outcome.code, 2) << arguments;
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
  EXPECT_EQ(shown("'" + scenario + "' --screenshot picture.jpg").code, 2);
  EXPECT_EQ(shown("'" + scenario + "' --screenshot x.png --select nort").code, 2);
  EXPECT_FALSE(fs::exists(folder / "x.png"));
}

TEST_F(WindowTest, TheSameMomentGivesTheSamePictureAndAnotherGivesAnother) {
  const sf::Image first = screenshot("--at '20 d'");
  EXPECT_EQ(first.getSize(), sf::Vector2u(1600, 900));
  EXPECT_LE(difference(first, screenshot("--at '20 d'"), all), alike);
  EXPECT_GT(difference(first, screenshot("--at '33 d 5 h'"), time_line), alike);
}

TEST_F(WindowTest, LightIsLightAndDarkIsDark) {
  EXPECT_LT(brightness(screenshot("")), 80);
  EXPECT_GT(brightness(screenshot("--light")), 180);
}

TEST_F(WindowTest, PresentersSeeNoPanels) {
  const sf::Image room = screenshot("--present --at '20 d'");
  EXPECT_GT(difference(room, screenshot("--at '20 d'"), side), alike);
}

TEST_F(WindowTest, TheSameRunTwiceGivesTwoMapsThatAreTheSame) {
  const sf::Image both = screenshot("'" + scenario + "' --side-by-side --at '20 d'");
  EXPECT_EQ(difference(both, right_of(both), upper_left_map), 0);
  EXPECT_EQ(difference(both, right_of(both), names_of_maps), 0) << "both have the name of the file";
  EXPECT_EQ(shown("'" + scenario + "' --side-by-side --screenshot x.png").code, 2);
}

TEST_F(WindowTest, FilmsAreMadeOfPictures) {
  const Outcome outcome =
      shown("'" + scenario + "' --at '20 d' --until '20 d 1 h' --video film.mp4 --speed 1800");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const Outcome probe =
      run("ffprobe -v error -count_frames -select_streams v -show_entries "
          "stream=nb_read_frames,width,height -of csv=p=0 film.mp4",
          folder);
  EXPECT_EQ(probe.out, "1600,900,60\n") << probe.err;
}

TEST_F(DrivenWindow, KeysMoveTimeThereAndBack) {
  const sf::Image begin = saved();
  EXPECT_LE(difference(begin, screenshot("--at '20 d'"), all), alike);
  xdotool("key shift+Right");
  EXPECT_GT(difference(begin, saved(), time_line), alike);
  xdotool("key shift+Left");
  EXPECT_LE(difference(begin, saved(), all), alike);
}

TEST_F(DrivenWindow, SpacePlaysAndPauses) {
  const sf::Image begin = saved();
  xdotool("key Up key Up key Up key space sleep 2 key space");
  const sf::Image later = saved();
  EXPECT_GT(difference(begin, later, time_line), 0.001);
  xdotool("sleep 1");
  EXPECT_LE(difference(later, saved(), all), alike);
}

TEST_F(DrivenWindow, AClickOnTheTimeLineGoesThereAndTheWheelZoomsTheMap) {
  const sf::Image begin = saved();
  click(300, 850);
  EXPECT_GT(difference(begin, saved(), time_line), alike);
  const sf::Image before = saved();
  xdotool("mousemove --window " + id + " 600 300 sleep 0.3 click 4 click 4 sleep 0.3");
  EXPECT_GT(difference(before, saved(), map), alike);
  xdotool("key f");
  EXPECT_LE(difference(before, saved(), map), alike);
}

TEST_F(DrivenWindow, TabSelectsACrossingAndEscapeLetsItGo) {
  const sf::Image begin = saved();
  xdotool("key Tab");
  EXPECT_GT(difference(begin, saved(), side), 0.02);
  xdotool("key Escape");
  EXPECT_LE(difference(begin, saved(), side), alike);
}

TEST_F(DrivenWindow, SearchTakesTheKeysThatAreTypedIntoIt) {
  const sf::Image begin = saved();
  xdotool("type /");
  xdotool("sleep 1 type --delay 100 south");
  xdotool("sleep 1 key Return sleep 0.5");
  EXPECT_GT(difference(begin, saved(), side), 0.02) << "the crossing south is shown";
  xdotool("key Escape key Escape");
}

TEST_F(DrivenWindow, KShowsWhatACrossingKnewAndGreysTheOthers) {
  xdotool("key Tab");
  const sf::Image all_that_is = saved();
  xdotool("key k sleep 1");
  const sf::Image known = saved();
  EXPECT_GT(difference(all_that_is, known, side), 0.02);
  EXPECT_GT(difference(all_that_is, known, map), alike) << "others' queues are not known here";
  xdotool("key k");
  EXPECT_LE(difference(all_that_is, saved(), all), alike);
}

TEST_F(DrivenWindow, AClickOnAFindShowsItAndHowWordWentRound) {
  xdotool("key s sleep 0.5");  // the find is now on the line of the moment
  const sf::Image find = saved();
  int x = 0;
  for (unsigned at = 70; at < 1580 && x == 0; ++at)
    if (const sf::Color c = find.getPixel(at, 795); c.r > 200 && c.g > 200 && c.b > 200)
      x = static_cast<int>(at);
  ASSERT_GT(x, 0) << "where now is";
  click(x, 872);
  const sf::Image history = saved();
  EXPECT_GT(difference(find, history, side), 0.02);
  click(1250, 114);
  EXPECT_GT(difference(history, saved(), side), alike) << "the button shows how word went round";
}

TEST_F(DrivenWindow, TheQuestionMarkShowsKeysAndControlQEnds) {
  const sf::Image begin = saved();
  xdotool("key question");
  EXPECT_GT(difference(begin, saved(), map), 0.05);
  xdotool("key ctrl+q");
  EXPECT_EQ(window->wait(), 0);
}

}  // namespace
}  // namespace cordon::viz::window_test
