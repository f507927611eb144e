#pragma once

// A run at a moment, and what the map shows of it then.

#include <memory>
#include <vector>

#include "viz/exercise/branch_run.hpp"
#include "viz/hud/picture.hpp"
#include "viz/playback/cursor.hpp"
#include "viz/scene/map_layer.hpp"
#include "viz/scene/traffic_layer.hpp"

namespace cordon::viz {

class RunOnMap {
 public:
  explicit RunOnMap(std::shared_ptr<const OpenRun> run);
  RunOnMap(const RunOnMap&) = delete;
  RunOnMap& operator=(const RunOnMap&) = delete;

  [[nodiscard]] const OpenRun& run() const { return *run_; }
  [[nodiscard]] const Recording& recording() const { return *run_->recording; }
  [[nodiscard]] const Geography& geography() const { return geography_; }
  [[nodiscard]] const Calendar& calendar() const { return calendar_; }
  [[nodiscard]] const Cursor& cursor() const { return cursor_; }
  [[nodiscard]] const std::vector<PostNow>& posts() const { return posts_; }
  [[nodiscard]] const Traffic& traffic() const { return traffic_; }
  [[nodiscard]] Time now() const { return cursor_.now(); }

  /// Changes the moment, by whatever a cursor can do.
  template <class Move>
  void move(const Move& how) {
    how(cursor_);
    look_again();
  }
  void go_to(Time moment);
  void crowd(int vehicles);
  /// Shows of what moves only what a place of the header's list knows; nobody: all.
  void show_what_is_known_to(std::uint16_t knower) { traffic_.show_what_is_known_to(knower); }
  /// Where something is on the map; none: nowhere.
  [[nodiscard]] std::optional<Point> place_of(const Selected& selected) const;

  /// Countries, roads and vehicles, in the part of the target that the camera shows them in.
  void draw_ground(sf::RenderTarget& target, const Camera& camera, const Theme& theme);
  /// Those of the ground that was drawn last.
  [[nodiscard]] const std::vector<CountryName>& countries() const { return map_.countries(); }

 private:
  void look_again();

  std::shared_ptr<const OpenRun> run_;
  Geography geography_;
  Calendar calendar_;
  MapLayer map_;
  Traffic traffic_;
  TrafficLayer traffic_layer_;
  Cursor cursor_;
  std::vector<PostNow> posts_;  // at the cursor
};

}  // namespace cordon::viz
