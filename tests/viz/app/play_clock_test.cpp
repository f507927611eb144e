#include "viz/app/play_clock.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "viz/app/actions.hpp"
#include "viz/hud/layout.hpp"
#include "viz/hud/search.hpp"

namespace cordon::viz::play_clock_test {
namespace {

const Time end = start_of_run + 24h;

TEST(PlayClock, PassesAtItsSpeed) {
  PlayClock clock;
  clock.play(60);
  EXPECT_EQ(clock.after(start_of_run, 0.1, end), start_of_run + 6s);
}

TEST(PlayClock, StandsStillUntilItPlays) {
  PlayClock clock;
  EXPECT_EQ(clock.after(start_of_run + 1h, 1, end), start_of_run + 1h);
}

TEST(PlayClock, StopsAtTheEnd) {
  PlayClock clock;
  clock.play(10'000);
  EXPECT_EQ(clock.after(end - 1s, 0.2, end), end);
  EXPECT_FALSE(clock.is_playing());
}

TEST(PlayClock, DoesNotLeapAfterAHitch) {
  PlayClock clock;
  clock.play(60);
  EXPECT_EQ(clock.after(start_of_run, 30, end), start_of_run + 15s);
}

TEST(PlayClock, GoesFromOneToTenThousandAndThenAsFastAsItGoes) {
  PlayClock clock;
  clock.play(1);
  EXPECT_DOUBLE_EQ(clock.speed(), 1);
  clock.slower();
  EXPECT_DOUBLE_EQ(clock.speed(), 1);
  double last = 0;
  for (int n = 0; n < 30 && !clock.is_unbounded(); ++n) {
    last = clock.speed();
    clock.faster();
  }
  EXPECT_DOUBLE_EQ(last, 10'000);
  EXPECT_TRUE(clock.is_unbounded());
}

sf::Event press(sf::Keyboard::Key key, bool shift = false) {
  sf::Event event{};
  event.type = sf::Event::KeyPressed;
  event.key.code = key;
  event.key.shift = shift;
  return event;
}

TEST(KeyBindings, AnswerKeysAndSigns) {
  EXPECT_EQ(action_of(press(sf::Keyboard::Space)), Action::play_or_pause);
  EXPECT_EQ(action_of(press(sf::Keyboard::S)), Action::next_find);
  EXPECT_EQ(action_of(press(sf::Keyboard::S, true)), Action::previous_find);
  EXPECT_FALSE(action_of(press(sf::Keyboard::Z)));
  sf::Event typed{};
  typed.type = sf::Event::TextEntered;
  typed.text.unicode = '?';
  EXPECT_EQ(action_of(typed), Action::show_keys);
}

TEST(KeyBindings, ReachEveryActionWithNoKeyTwice) {
  std::set<Action> reached;
  std::set<std::string> shown;
  for (const KeyBinding& binding : key_bindings()) {
    EXPECT_TRUE(reached.insert(binding.action).second) << binding.shown;
    EXPECT_TRUE(shown.insert(binding.shown).second) << binding.shown;
  }
  EXPECT_EQ(reached.size(), static_cast<std::size_t>(Action::quit) + 1);
}

TEST(Layout, LeavesNothingOverAndOverlapsNothing) {
  for (const Point window : {least_window, Point{1600, 900}, Point{3840, 2160}}) {
    const Layout layout = layout_of(window, 1, false);
    const Box boxes[] = {layout.clock, layout.map, layout.side, layout.time_line};
    double area = 0;
    for (const Box& a : boxes) {
      area += a.size().x * a.size().y;
      for (const Box& b : boxes) EXPECT_TRUE(&a == &b || !a.overlaps(b));
    }
    EXPECT_NEAR(area, window.x * window.y, 1e-6);
    EXPECT_GT(layout.map.size().x, 600);
  }
}

TEST(Layout, HasTwoMapsOfOneSizeSideBySide) {
  for (const bool presenting : {false, true})
    for (const Point window : {least_window, Point{1601, 900}}) {
      const Box whole = layout_of(window, 1, presenting).map;
      const Layout layout = layout_of(window, 1, presenting, true);
      EXPECT_FALSE(layout.map.overlaps(layout.second_map));
      EXPECT_TRUE(whole.contains(layout.map) && whole.contains(layout.second_map));
      EXPECT_EQ(layout.map.size().x, layout.second_map.size().x);
      EXPECT_EQ(layout.map.size().y, layout.second_map.size().y);
      EXPECT_EQ(layout.second_map.low.x, std::floor(layout.second_map.low.x)) << "whole pixels";
    }
}

TEST(Search, FindsPartsOfNamesInAnyCaseAndBeginningsFirst) {
  const std::vector<Named> all = {{"Old Medyka", "old", {}},
                                  {"Medyka", "medyka", CrossingIndex{1}},
                                  {"Dołhobyczów", "dolhobyczow", CrossingIndex{2}}};
  const auto found = matching(all, "MED", 8);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].label, "Medyka");
  EXPECT_EQ(matching(all, "dolho", 8).size(), 1U) << "without accents";
  EXPECT_EQ(matching(all, "", 2).size(), 2U) << "at most so many";
  EXPECT_TRUE(matching(all, "xyz", 8).empty());
}

}  // namespace
}  // namespace cordon::viz::play_clock_test
