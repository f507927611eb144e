#pragma once

// The window's state: which moment, which part of the map, what is selected; what keys and the
// mouse change of it; and its picture.

#include <SFML/Graphics/RenderTarget.hpp>

#include "viz/app/actions.hpp"
#include "viz/app/open_run.hpp"
#include "viz/app/panels_bridge.hpp"
#include "viz/app/play_clock.hpp"
#include "viz/app/settings.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/side_panel.hpp"
#include "viz/playback/cursor.hpp"
#include "viz/scene/map_layer.hpp"
#include "viz/scene/traffic_layer.hpp"

namespace cordon::viz {

class Viewer {
 public:
  /// @param size  of the window, pixels
  Viewer(OpenRun run, std::optional<OpenRun> baseline, const Settings& settings, Point size);

  void act(Action action);
  /// Of the mouse on the map.
  void hear(const sf::Event& event);
  void resize(Point size);
  /// Some time has passed on the wall.
  void pass(double seconds);
  void go_to(Time moment);
  void draw(sf::RenderTarget& target, PanelsBridge& panels);
  void play(double speed);
  /// More vehicles on the map, to measure how fast they are drawn.
  void crowd(int vehicles);

  [[nodiscard]] bool is_over() const { return is_over_; }
  [[nodiscard]] bool wants_picture() { return std::exchange(wants_picture_, false); }
  [[nodiscard]] double text_scale() const { return text_scale_; }
  [[nodiscard]] Time now() const { return cursor_.now(); }
  [[nodiscard]] const OpenRun& run() const { return run_; }
  [[nodiscard]] bool begins_search() const { return side_panel_.begins_search(); }
  /// Whether something that the picture shows is still being looked for.
  [[nodiscard]] bool is_looking() const { return side_panel_.is_looking(); }
  /// Whether the picture changes by itself.
  [[nodiscard]] bool is_moving() const { return clock_.is_playing(); }

 private:
  void act_on_time(Action action);
  void act_on_map(Action action);
  void act_on_panels(Action action);
  void jump(MarkKinds kinds, bool forwards);
  void select_next(int by);
  void add_bookmark();
  void jump_to_bookmark(bool forwards);
  void play_until(Time moment);
  void rush();
  void take(const Wish& wish);
  [[nodiscard]] Wish draw_panels(const Picture& shown);
  void look_again();
  void select(const Selected& what);
  void follow();
  [[nodiscard]] std::optional<Point> place_of_selected() const;
  void paint_panels(sf::RenderTarget& target) const;
  void draw_map(sf::RenderTarget& target, const Picture& shown);
  void press(Point at);
  void release(Point at);
  void move(Point to);
  [[nodiscard]] Picture picture(const PanelsBridge& panels) const;

  OpenRun run_;
  std::optional<OpenRun> baseline_;
  Geography geography_;
  Calendar calendar_;
  MapLayer map_;
  Traffic traffic_;
  TrafficLayer traffic_layer_;
  Cursor cursor_;
  PlayClock clock_;
  Layout layout_;
  Camera camera_;
  TimeRange range_;
  Point size_;
  std::vector<PostNow> posts_;  // at the cursor
  Selected selected_;
  SidePanel side_panel_;
  std::vector<Bookmark> bookmarks_;
  MarkKinds stop_at_;
  const Theme* theme_;
  double text_scale_;
  bool presenting_, instructor_, follows_ = false, shows_legend_ = true, shows_keys_ = false;
  bool is_over_ = false, wants_picture_ = false;
  HeatMap heat_map_ = HeatMap::wait;
  std::optional<Point> pressed_, dragged_;  // where the mouse went down on the map, and was last
};

}  // namespace cordon::viz
