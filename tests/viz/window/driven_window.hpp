#pragma once

// The window under a virtual display, driven by keys and the mouse; its pictures are compared with
// a tolerance.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <SFML/Graphics/Image.hpp>
#include <memory>

#include "tests/viz/window/display.hpp"

namespace cordon::viz {

namespace fs = std::filesystem;

inline const std::string view = CORDON_VIEW;
inline const std::string scenario =
    std::string(CORDON_SOURCE_DIR) + "/scenarios/tutorial/5_operation.toml";

inline sf::Image picture(const fs::path& file) {
  sf::Image image;
  EXPECT_TRUE(image.loadFromFile(file.string())) << file;
  return image;
}

/// Share of the pixels of a part that differ by more than what two drawings of the same may.
inline double difference(const sf::Image& a, const sf::Image& b, sf::IntRect part) {
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
inline const sf::IntRect all{0, 0, 1600, 900};
inline const sf::IntRect side{1190, 50, 400, 700}, time_line{0, 790, 1600, 110},
    map{300, 60, 850, 400};
/// Of two maps side by side, the left one without its name, and the part of it above the legend.
inline const sf::IntRect left_map{4, 100, 580, 660}, upper_left_map{4, 100, 580, 300};
/// Where the name of the left one stands.
inline const sf::IntRect names_of_maps{4, 46, 580, 40};
inline constexpr int to_right_map = 592;
/// The same picture, with the right map where the left one was.
inline sf::Image right_of(const sf::Image& whole) {
  sf::Image moved;
  moved.create(whole.getSize().x, whole.getSize().y);
  moved.copy(whole, 0, 0, {to_right_map, 0, 1000, static_cast<int>(whole.getSize().y)});
  return moved;
}
inline constexpr double alike = 0.004;

inline double brightness(const sf::Image& image) {
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

/// The window while it is driven. A picture is what F12 saves.
class DrivenWindow : public WindowTest {
 protected:
  void SetUp() override {
    fs::remove_all(folder / "driven");
    fs::create_directories(folder / "driven");
    open("'" + scenario + "' --at '20 d'");
  }

  void open(const std::string& arguments) {
    window = std::make_unique<Beside>(fmt::format("env -C '{}' DISPLAY={} '{}' {}",
                                                  (folder / "driven").string(), display->name(),
                                                  view, arguments));
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

}  // namespace cordon::viz
