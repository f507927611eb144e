#pragma once

// The window's state: which moment of which runs, which part of the map, what is selected; what
// keys and the mouse change of it; and its picture.

#include <SFML/Graphics/RenderTarget.hpp>

#include "viz/app/actions.hpp"
#include "viz/app/exercise.hpp"
#include "viz/app/panels_bridge.hpp"
#include "viz/app/play_clock.hpp"
#include "viz/app/run_on_map.hpp"
#include "viz/app/settings.hpp"
#include "viz/hud/branches_panel.hpp"
#include "viz/hud/inject_panel.hpp"
#include "viz/hud/panels.hpp"
#include "viz/hud/save_panel.hpp"
#include "viz/hud/side_panel.hpp"
#include "viz/playback/divergence.hpp"

namespace cordon::viz {

class Viewer {
 public:
  /// @param second  a run to compare with; null: none
  /// @param size    of the window, pixels
  Viewer(const Opened& opened, std::shared_ptr<const OpenRun> second, const Settings& settings,
         Point size);

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
  [[nodiscard]] Time now() const { return left_->now(); }
  [[nodiscard]] const OpenRun& run() const { return left_->run(); }
  /// The next keys are meant for a text that has not heard yet that it is to begin.
  [[nodiscard]] bool begins_text() const {
    return side_panel_.begins_search() || save_panel_.begins();
  }
  /// Whether something that the picture shows is still being looked for.
  [[nodiscard]] bool is_looking() const { return side_panel_.is_looking(); }
  /// Whether the picture changes by itself.
  [[nodiscard]] bool is_moving() const {
    return clock_.is_playing() || exercise_.playing() || divergence_ || check_;
  }

 private:
  enum class Beside : std::uint8_t { about, inject, branches };  // what stands beside the map

  // Keys.
  void act_on_time(Action action);
  void act_on_map(Action action);
  void act_on_panels(Action action);
  void act_on_session(Action action);
  void escape();
  void quit();
  void jump(MarkKinds kinds, bool forwards);
  void select_next(int by);
  void jump_to_bookmark(bool forwards);

  // Time.
  void play_until(Time moment);
  void rush();
  void keep_pace();
  void look_again();

  // The session.
  void begin_inject();
  void begin_edit(const std::string& branch, const std::string& inject);
  void open_form();
  [[nodiscard]] PlayedInject played_inject() const;
  void play_inject();
  void check_inject();
  void show_branch(const std::string& branch);
  void show_next_branch(int by);
  void put_beside(const std::string& branch);
  void put_beside(std::shared_ptr<const OpenRun> run, std::optional<std::string> branch);
  void take_played();
  void compare_with_parent();
  void remove(const std::string& branch);
  void drop_right();
  void mend_right(const std::string& changed);
  void show(std::shared_ptr<const OpenRun> run, const std::string& branch);
  void switch_side_by_side();
  void show_maps(bool side_by_side);
  [[nodiscard]] std::optional<std::string> branch_to_compare() const;
  void look_for_divergence();
  void take_divergence();
  void save();
  void save_as(const std::string& file);
  void take(const BranchWish& wish);
  [[nodiscard]] std::string name_of(const RunOnMap& run) const;
  void say(std::string message) { message_ = std::move(message); }
  void bookmarks_have_changed() { bookmarks_ = exercise_.bookmarks(branch_); }

  // The picture.
  void take(const Wish& wish);
  [[nodiscard]] Wish draw_panels(const Picture& shown);
  void draw_beside(const Picture& shown, Wish& wish);
  void draw_notices(const Picture& shown);
  void select(const Selected& what);
  void follow();
  void paint_panels(sf::RenderTarget& target) const;
  void draw_map(sf::RenderTarget& target, const Picture& shown, RunOnMap& of, const Camera& camera);
  void draw_second_map(sf::RenderTarget& target, const PanelsBridge& panels);
  [[nodiscard]] Picture picture(const PanelsBridge& panels, const RunOnMap& of,
                                const RunOnMap* other) const;
  [[nodiscard]] Camera second_camera() const;

  // The mouse.
  void press(Point at);
  void release(Point at);
  void move(Point to);
  [[nodiscard]] bool is_on_second_map(Point at) const;
  /// The same place on the first map.
  [[nodiscard]] Point on_first_map(Point at) const;

  std::unique_ptr<RunOnMap> left_, right_;   // right_: what is compared with; null: nothing
  std::string branch_;                       // on the left; "": the scenario
  std::optional<std::string> right_branch_;  // none: the second run, or nothing
  std::shared_ptr<const OpenRun> second_;
  Exercise exercise_;
  bool side_by_side_ = false, played_goes_right_ = false;

  PlayClock clock_;
  Layout layout_;
  Camera camera_;
  TimeRange range_;
  Point size_;
  Selected selected_;
  Beside beside_ = Beside::about;
  SidePanel side_panel_;
  InjectPanel inject_panel_;
  BranchesPanel branches_panel_;
  BranchWish branch_wish_;  // until the picture is drawn, which it may take the runs of away
  SavePanel save_panel_;
  std::vector<Bookmark> bookmarks_;
  MarkKinds stop_at_;
  bool stops_at_injects_ = true;

  std::optional<InjectThen> told_;  // to the room
  std::string message_;
  InjectNews news_;
  std::unique_ptr<Background<InjectNews>> check_;
  std::optional<std::pair<InjectPlan, Time>> checked_;         // what the news, or the check, is of
  std::optional<std::pair<std::string, std::string>> edited_;  // branch and inject; none: a new one
  std::unique_ptr<Background<std::optional<Divergence>>> divergence_;
  bool has_warned_of_quitting_ = false;

  const Theme* theme_;
  double text_scale_;
  bool presenting_, instructor_, follows_ = false, shows_legend_ = true, shows_keys_ = false;
  bool is_over_ = false, wants_picture_ = false;
  HeatMap heat_map_ = HeatMap::wait;
  double strip_height_ = 0;                 // of the legend under two maps, in the last picture
  std::optional<Point> pressed_, dragged_;  // where the mouse went down on the map, and was last
};

}  // namespace cordon::viz
