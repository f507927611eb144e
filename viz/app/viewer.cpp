#include "viz/app/viewer.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <chrono>

#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"
#include "viz/hud/notices.hpp"
#include "viz/scene/post_marks.hpp"

namespace cordon::viz {
namespace {

Selected crossing_called(const std::string& name, const Geography& geography) {
  std::vector<std::string> names;
  for (std::uint16_t n = 0; n < geography.posts.size(); ++n) {
    if (geography.posts[n].name == name) return CrossingIndex{n};
    names.push_back(geography.posts[n].name);
  }
  throw UserError("--select: no crossing is called " + format::in_quotes(name) +
                  format::did_you_mean(name, names) + "; there are " + format::joined(names));
}

constexpr double fit_margin = 90;

}  // namespace

Viewer::Viewer(const Opened& opened, std::shared_ptr<const OpenRun> second,
               const Settings& settings, Point size)
    : left_(std::make_unique<RunOnMap>(opened.run)),
      branch_(opened.branch),
      second_(std::move(second)),
      exercise_(opened),
      layout_(layout_of(size, settings.text_scale, settings.presenting)),
      camera_(layout_.map),
      range_(left_->recording().end()),
      size_(size),
      side_panel_(settings.charts),
      theme_(settings.light ? &light_theme : &dark_theme),
      text_scale_(settings.text_scale),
      presenting_(settings.presenting),
      instructor_(settings.instructor) {
  if (second_) right_ = std::make_unique<RunOnMap>(second_);
  camera_.fit(left_->geography().extent(), fit_margin);
  inject_panel_.use(left_->run());
  bookmarks_have_changed();
  if (settings.side_by_side) show_maps(true);
  go_to(settings.at);
  if (!settings.select.empty()) select(crossing_called(settings.select, left_->geography()));
  if (settings.known) side_panel_.switch_knowledge();
}

void Viewer::select(const Selected& what) {
  selected_ = what;
  side_panel_.look_for(what, left_->run().recording);
}

// The other run follows the clock of the first.
void Viewer::keep_pace() {
  if (right_ && side_by_side_) right_->go_to(now());
  look_again();
}

void Viewer::look_again() {
  range_.show(now());
  if (told_ && now() < told_->at) told_.reset();
  if (follows_) follow();
}

void Viewer::follow() {
  if (const auto at = left_->place_of(selected_)) camera_.look_at(*at);
}

void Viewer::play(double speed) { clock_.play(speed); }

void Viewer::crowd(int vehicles) { left_->crowd(vehicles); }

void Viewer::go_to(Time moment) {
  left_->go_to(moment);
  keep_pace();
}

void Viewer::pass(double seconds) {
  take_played();
  take_divergence();
  if (!clock_.is_playing()) return;
  if (clock_.is_unbounded()) return rush();
  play_until(clock_.after(now(), seconds, left_->recording().end()));
}

// As much as fits between two pictures.
void Viewer::rush() {
  using WallClock = std::chrono::steady_clock;
  const auto until = WallClock::now() + std::chrono::milliseconds(12);
  while (clock_.is_playing() && WallClock::now() < until)
    play_until(std::min(now() + 10min, left_->recording().end()));
  if (now() >= left_->recording().end()) clock_.pause();
}

void Viewer::play_until(Time moment) {
  const Mark* const stop = left_->recording().timeline().next(left_->cursor().position(), stop_at_);
  const InjectThen* inject = nullptr;
  for (const InjectThen& next : left_->run().injects)
    if (!inject && next.at > now() && next.at <= moment) inject = &next;
  if (inject && (!stop || inject->at < stop->time)) {
    left_->move([&](Cursor& cursor) { cursor.play(inject->at); });
    told_ = *inject;
    if (stops_at_injects_) clock_.pause();
  } else if (stop && stop->time <= moment) {
    left_->move([&](Cursor& cursor) { cursor.seek_row(stop->row + 1); });
    clock_.pause();
  } else {
    left_->move([&](Cursor& cursor) { cursor.play(moment); });
  }
  keep_pace();
}

void Viewer::resize(Point size) {
  size_ = size;
  layout_ = layout_of(size, text_scale_, presenting_, side_by_side_);
  camera_.resize(layout_.map);
}

Picture Viewer::picture(const PanelsBridge& panels, const RunOnMap& of,
                        const RunOnMap* other) const {
  return {.recording = of.recording(),
          .baseline = other ? &other->recording() : nullptr,
          .calendar = of.calendar(),
          .geography = of.geography(),
          .crossings = of.cursor().crossings(),
          .posts = of.posts(),
          .other_posts = side_by_side_ ? &other->posts() : nullptr,
          .theme = *theme_,
          .fonts = panels.fonts(),
          .words = english,
          .bookmarks = bookmarks_,
          .injects = of.run().injects,
          .title = of.run().scenario.title,
          .now = of.now(),
          .is_playing = clock_.is_playing(),
          .is_unbounded = clock_.is_unbounded(),
          .speed = clock_.speed(),
          .text_scale = text_scale_,
          .instructor = instructor_,
          .heat_map = heat_map_,
          .selected = selected_,
          .stop_at = stop_at_,
          .stops_at_injects = stops_at_injects_,
          .knower = &of == left_.get() ? side_panel_.knower() : trace::nobody,
          .known = side_panel_.known()};
}

void Viewer::take(const Wish& wish) {
  if (wish.select) select(*wish.select);
  if (wish.stop_kind) stop_at_.flip(*wish.stop_kind);
  if (wish.stop_at_injects) stops_at_injects_ = !stops_at_injects_;
  if (wish.note) {
    exercise_.note(branch_, *wish.note);
    bookmarks_have_changed();
  }
  if (wish.seek && *wish.seek != now()) go_to(*wish.seek);
}

void Viewer::draw_beside(const Picture& shown, Wish& wish) {
  if (beside_ == Beside::about) {
    wish = side_panel_.draw(layout_.side, shown, range_);
  } else if (beside_ == Beside::inject) {
    check_inject();
    const InjectStep step = inject_panel_.draw(layout_.side, shown, news_);
    if (step == InjectStep::cancel) beside_ = edited_ ? Beside::branches : Beside::about;
    if (step == InjectStep::play_on) play_inject();
  } else {
    const BranchList list{exercise_.session(),
                          branch_,
                          right_ ? right_branch_ : std::nullopt,
                          second_.get(),
                          [this](const std::string& branch) { return exercise_.run_of(branch); },
                          [this](const std::string& branch, const std::string& inject) {
                            const Injects& own = exercise_.session().branch.at(branch).inject;
                            return own.contains(inject) && inject_panel_.plan_of(own, inject);
                          }};
    branch_wish_ = branches_panel_.draw(layout_.side, shown, list);
  }
}

Wish Viewer::draw_panels(const Picture& shown) {
  if (shows_keys_) draw_keys(shown);
  draw_notices(shown);
  if (save_panel_.is_open())
    if (const auto file = save_panel_.draw(layout_.map, shown)) save_as(*file);
  if (presenting_) return draw_large_clock(layout_.clock, shown), Wish{};
  draw_clock(layout_.clock, shown);
  Wish wish;
  draw_beside(shown, wish);
  const Wish scrub = draw_time_line(layout_.time_line, shown, range_);
  if (scrub.seek) wish.seek = scrub.seek;
  if (scrub.select) wish.select = scrub.select;
  return wish;
}

void Viewer::draw_notices(const Picture& shown) {
  Box maps = layout_.map;
  if (side_by_side_) maps = {maps.low + Point{0, 28 * text_scale_}, layout_.second_map.high};
  if (presenting_) maps.low.y += layout_.clock.size().y;
  if (told_) draw_inject(maps, *told_, shown);
  if (const auto branch = exercise_.playing())
    draw_message(maps,
                 std::string(shown.words.playing_branch) + ' ' +
                     (branch->empty() ? shown.words.the_scenario : *branch) + "   " +
                     shown.words.escape_gives_up,
                 exercise_.share(), shown);
  else if (!message_.empty())
    draw_message(maps, message_, std::nullopt, shown);
}

Camera Viewer::second_camera() const {
  Camera camera = camera_;
  camera.resize(layout_.second_map);
  return camera;
}

void Viewer::draw_second_map(sf::RenderTarget& target, const PanelsBridge& panels) {
  draw_map(target, picture(panels, *right_, left_.get()), *right_, second_camera());
}

void Viewer::draw_map(sf::RenderTarget& target, const Picture& shown, RunOnMap& of,
                      const Camera& camera) {
  const bool has_legend = shows_legend_ && !presenting_ && !side_by_side_;
  of.draw_ground(target, camera, *theme_);
  const Pen pen(ImGui::GetBackgroundDrawList());
  pen.list()->PushClipRect(vec(camera.view().low), vec(camera.view().high));
  draw_flows(pen, of.traffic(), shown, camera);
  std::vector<Box> taken;
  if (has_legend) taken.push_back(legend_box(camera.view(), shown));
  if (presenting_) taken.push_back(layout_.clock);
  draw_teams(pen, of.traffic(), shown, camera);
  draw_posts(pen, shown, camera, of.countries(), taken);
  const bool is_post = std::holds_alternative<CrossingIndex>(selected_);
  if (const auto at = of.place_of(selected_); at && !is_post)
    pen.ring(camera.to_screen(*at), 12, theme_->selected, 2);
  if (has_legend) draw_legend(taken.front(), shown);
  Box above_strip = camera.view();
  if (side_by_side_ && shows_legend_) above_strip.high.y -= strip_height_;
  draw_scale_bar(above_strip, shown, camera);
  if (side_by_side_) {
    Box free = camera.view();
    if (presenting_) free.low.y = layout_.clock.high.y;
    draw_name_of_map(free, name_of(of), shown);
  }
  draw_knower(camera.view(), shown);
  pen.list()->PopClipRect();
}

void Viewer::paint_panels(sf::RenderTarget& target) const {
  const auto paint = [&](const Box& box, Colour colour) {
    sf::RectangleShape ground({single(box.size().x), single(box.size().y)});
    ground.setPosition(single(box.low.x), single(box.low.y));
    ground.setFillColor(sf_colour(colour));
    target.draw(ground, sf::BlendNone);
  };
  if (side_by_side_)
    paint({{layout_.map.high.x, layout_.map.low.y}, {layout_.second_map.low.x, layout_.map.high.y}},
          theme_->panel_edge);
  if (presenting_) return;
  for (const Box& box : {layout_.clock, layout_.side, layout_.time_line}) paint(box, theme_->panel);
}

void Viewer::draw(sf::RenderTarget& target, PanelsBridge& panels) {
  use_theme(*theme_, text_scale_);
  side_panel_.keep_known(selected_, left_->run().recording, now());
  left_->show_what_is_known_to(side_panel_.knower());
  const Picture shown = picture(panels, *left_, right_.get());
  draw_map(target, shown, *left_, camera_);
  if (side_by_side_) draw_second_map(target, panels);
  if (side_by_side_ && shows_legend_)
    strip_height_ = draw_legend_strip({layout_.map.low, layout_.second_map.high}, shown);
  paint_panels(target);
  const Wish wish = draw_panels(shown);
  panels.draw(target);
  take(wish);
  take(std::exchange(branch_wish_, {}));
}

}  // namespace cordon::viz
