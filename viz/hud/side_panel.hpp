#pragma once

// The panel beside the map: search; what is selected, or all crossings in a table; charts.

#include <string>

#include "viz/hud/charts.hpp"
#include "viz/hud/past.hpp"
#include "viz/hud/search.hpp"

namespace cordon::viz {

class SidePanel {
 public:
  explicit SidePanel(bool charts) : charts_are_shown_(charts) {}

  [[nodiscard]] Wish draw(const Box& box, const Picture& picture, const TimeRange& range);
  void begin_search() { focus_ = true; }
  /// The next keys are meant for the search, which has not heard yet that it is to begin.
  [[nodiscard]] bool begins_search() const { return focus_; }
  void show_charts() { charts_are_shown_ = true; }
  void switch_charts() { charts_are_shown_ = !charts_are_shown_; }
  /// The selection has changed: looks for its history.
  void look_for(const Selected& selected, const std::shared_ptr<const Recording>& recording) {
    past_.look_for(selected, recording);
  }

 private:
  void draw_search(const Picture& picture, Wish& wish);
  void draw_selected(const Picture& picture, Wish& wish);
  void draw_stops(const Picture& picture, Wish& wish);
  void draw_bookmarks(const Picture& picture, Wish& wish);
  void draw_history(const Picture& picture, Wish& wish);

  bool charts_are_shown_, focus_ = false;
  std::string sought_;
  Charts charts_;
  Past past_;
};

}  // namespace cordon::viz
