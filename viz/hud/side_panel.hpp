#pragma once

// The panel beside the map: search; what is selected, or all crossings in a table; charts.

#include <string>

#include "viz/hud/charts.hpp"
#include "viz/hud/knowledge_panel.hpp"
#include "viz/hud/knowledge_search.hpp"
#include "viz/hud/past.hpp"
#include "viz/hud/search.hpp"
#include "viz/hud/word_panel.hpp"

namespace cordon::viz {

class SidePanel {
 public:
  explicit SidePanel(bool charts) : charts_are_shown_(charts) {}

  [[nodiscard]] Wish draw(const Box& box, const Picture& picture, const TimeRange& range);
  void begin_search() { focus_ = true; }
  /// The next keys are meant for the search, which has not heard yet that it is to begin.
  [[nodiscard]] bool begins_search() const { return focus_; }
  void show_charts() {
    charts_are_shown_ = true;
    knowledge_is_shown_ = false;
  }
  void switch_charts() {
    charts_are_shown_ = !charts_are_shown_;
    knowledge_is_shown_ = false;
  }
  void switch_knowledge() { knowledge_is_shown_ = !knowledge_is_shown_; }
  /// To be called for every picture: what the selected place knew is looked for while it is shown.
  void keep_known(const Selected& selected, const std::shared_ptr<const Recording>& recording,
                  Time moment);
  /// Whose knowledge is shown; nobody: none's.
  [[nodiscard]] std::uint16_t knower() const { return knower_; }
  /// What it knew; null: it is still being looked for.
  [[nodiscard]] const KnownAt* known() const { return search_.found(); }
  [[nodiscard]] bool is_looking() const { return past_.is_looking() || search_.is_looking(); }
  /// The selection has changed: looks for its history.
  void look_for(const Selected& selected, const std::shared_ptr<const Recording>& recording) {
    past_.look_for(selected, recording);
    recording_ = recording;
    word_is_shown_ = false;
  }

 private:
  void draw_search(const Picture& picture, Wish& wish);
  void draw_selected(const Picture& picture, Wish& wish);
  void draw_stops(const Picture& picture, Wish& wish);
  void draw_bookmarks(const Picture& picture, Wish& wish);
  void draw_history(const Picture& picture, Wish& wish);
  void draw_past(const Picture& picture, Wish& wish);
  [[nodiscard]] bool is_of_find(const Picture& picture) const;

  bool charts_are_shown_, knowledge_is_shown_ = false, word_is_shown_ = false, focus_ = false;
  std::string sought_;
  Charts charts_;
  Past past_;
  std::shared_ptr<const Recording> recording_;  // of what is selected
  KnowledgeSearch search_;
  std::uint16_t knower_ = trace::nobody;
  KnowledgePanel knowledge_;
  WordPanel word_;
};

}  // namespace cordon::viz
