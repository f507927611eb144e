// The window itself, under a virtual display, driven by keys and the mouse; its pictures are
// compared with a tolerance.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <SFML/Graphics/Image.hpp>
#include <memory>

#include "tests/viz/window/display.hpp"

namespace cordon::viz {
namespace {

namespace fs = std::filesystem;

const std::string view = CORDON_VIEW;
const std::string scenario =
    std::string(CORDON_SOURCE_DIR) + "/scenarios/tutorial/5_operation.toml";

sf::Image picture(const fs::path& file) {
  sf::Image image;
  EXPECT_TRUE(image.loadFromFile(file.string())) << file;
  return image;
}

/// Share of the pixels of a part that differ by more than what two drawings of the same may.
double difference(const sf::Image& a, const sf::Image& b, sf::IntRect part) {
  const auto far = [](sf::Uint8 x, sf::Uint8 y) { return std::abs(x - y) > 24; };
  int differing = 0;
  for (int y = part.top; y < part.top + part.height; ++y)
    for (int x = part.left; x < part.left + part.width; ++x) {
      const sf::Color p = a.getPixel(static_cast<unsigned>(x), static_cast<unsigned>(y));
      const sf::Color q = b.getPixel(static_cast<unsigned>(x), static_cast<unsigned>(y));
      differing += far(p.r, q.r) || far(p.g, q.g) || far(p.b, q.b);
    }
  return static_cast<double>(differing) / (part.width * part.height);
}
const sf::IntRect all{0, 0, 1600, 900};
const sf::IntRect side{1190, 50, 400, 700}, time_line{0, 790, 1600, 110}, map{300, 60, 850, 400};
constexpr double alike = 0.004;

double brightness(const sf::Image& image) {
  double sum = 0;
  for (unsigned y = 0; y < image.getSize().y; ++y)
    for (unsigned x = 0; x < image.getSize().x; ++x) sum += image.getPixel(x, y).g;
  return sum / image.getSize().x / image.getSize().y;
}

class WindowTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder = fs::path(::testing::TempDir()) / fmt::format("cordon_view_{}", getpid());
    fs::create_directories(folder);
    display = std::make_unique<VirtualDisplay>(folder);
  }
  static void TearDownTestSuite() {
    display.reset();
    fs::remove_all(folder);
  }

  static Outcome shown(const std::string& arguments) {
    return run(fmt::format("DISPLAY={} '{}' {}", display->name(), view, arguments), folder);
  }
  static sf::Image screenshot(const std::string& arguments) {
    const Outcome outcome = shown("'" + scenario + "' --screenshot shot.png " + arguments);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return picture(folder / "shot.png");
  }

  static inline fs::path folder;
  static inline std::unique_ptr<VirtualDisplay> display;
};

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

/// The window while it is driven. A picture is what F12 saves.
class DrivenWindow : public WindowTest {
 protected:
  void SetUp() override {
    fs::remove_all(folder / "driven");
    fs::create_directories(folder / "driven");
    window = std::make_unique<Beside>(fmt::format("env -C '{}' DISPLAY={} '{}' '{}' --at '20 d'",
                                                  (folder / "driven").string(), display->name(),
                                                  view, scenario));
    xdotool("search --sync --name 'cordon-view: '");
    const std::string found = xdotool("search --name 'cordon-view: '").out;
    id = found.substr(0, found.find('\n'));
    ASSERT_FALSE(id.empty());
    xdotool("windowfocus --sync " + id);
  }

  static Outcome xdotool(const std::string& words) {
    return run(fmt::format("DISPLAY={} timeout 60 xdotool {}", display->name(), words), folder);
  }
  void click(int x, int y) {
    xdotool(fmt::format("mousemove --window {} {} {} sleep 0.3 click 1 sleep 0.3", id, x, y));
  }
  sf::Image saved() {
    xdotool("sleep 0.5 key F12");
    const fs::path file = folder / "driven" / fmt::format("cordon-view-{}.png", ++pictures);
    for (int tries = 0; tries < 200 && !fs::exists(file); ++tries) usleep(50'000);
    return picture(file);
  }

  std::unique_ptr<Beside> window;
  std::string id;
  int pictures = 0;
};

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
}  // namespace cordon::viz
