#include "viz/app/viewer.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <chrono>

#include "analysis/study/user_error.hpp"
#include "sim/scenario/format/text.hpp"
#include "viz/scene/post_marks.hpp"

namespace cordon::viz {
namespace {

std::vector<Ring> rings_for(const Geography& geography) {
  return geography.is_plan ? std::vector<Ring>{} : europe();
}

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

Viewer::Viewer(OpenRun run, std::optional<OpenRun> baseline, const Settings& settings, Point size)
    : run_(std::move(run)),
      baseline_(std::move(baseline)),
      geography_(geography_of(run_.scenario, run_.recording->header())),
      calendar_(run_.scenario.start, run_.scenario.length, run_.scenario.time_zone),
      map_(rings_for(geography_), geography_),
      traffic_(run_.scenario, geography_, run_.recording->header()),
      cursor_(run_.recording),
      layout_(layout_of(size, settings.text_scale, settings.presenting)),
      camera_(layout_.map),
      range_(run_.recording->end()),
      size_(size),
      side_panel_(settings.charts),
      theme_(settings.light ? &light_theme : &dark_theme),
      text_scale_(settings.text_scale),
      presenting_(settings.presenting),
      instructor_(settings.instructor) {
  camera_.fit(geography_.extent(), fit_margin);
  go_to(settings.at);
  if (!settings.select.empty()) select(crossing_called(settings.select, geography_));
  if (settings.known) side_panel_.switch_knowledge();
}

void Viewer::select(const Selected& what) {
  selected_ = what;
  side_panel_.look_for(what, run_.recording);
}

void Viewer::look_again() {
  posts_.clear();
  const auto& crossings = cursor_.crossings();
  for (std::size_t c = 0; c < crossings.size(); ++c)
    posts_.push_back(post_now(c, crossings[c], run_.recording->header()));
  range_.show(now());
  traffic_.update(run_.recording->trips(), now());
  if (follows_) follow();
}

std::optional<Point> Viewer::place_of_selected() const {
  if (const auto* const post = std::get_if<CrossingIndex>(&selected_))
    return geography_.posts[post->value].at;
  for (const Mover& mover : traffic_.movers()) {
    const Trip& trip = mover.trip;
    if (const auto* const vehicle = std::get_if<Subject>(&selected_);
        vehicle && is_vehicle(trip.kind) && trip.vehicle == *vehicle)
      return mover.at;
    if (const auto* const crew = std::get_if<trace::CrewOf>(&selected_);
        crew && trip.kind == Trip::Kind::team && trip.what == crew->home.value &&
        trip.detail == crew->crew)
      return mover.at;
  }
  return std::nullopt;
}

void Viewer::follow() {
  if (const auto at = place_of_selected()) camera_.look_at(*at);
}

void Viewer::play(double speed) { clock_.play(speed); }

void Viewer::crowd(int vehicles) {
  traffic_.crowd(vehicles);
  look_again();
}

void Viewer::go_to(Time moment) {
  cursor_.seek(moment);
  look_again();
}

void Viewer::pass(double seconds) {
  if (!clock_.is_playing()) return;
  if (clock_.is_unbounded()) return rush();
  play_until(clock_.after(now(), seconds, run_.recording->end()));
}

// As much as fits between two pictures.
void Viewer::rush() {
  using WallClock = std::chrono::steady_clock;
  const auto until = WallClock::now() + std::chrono::milliseconds(12);
  while (clock_.is_playing() && WallClock::now() < until)
    play_until(std::min(now() + 10min, run_.recording->end()));
  if (now() >= run_.recording->end()) clock_.pause();
}

void Viewer::play_until(Time moment) {
  const Mark* const stop = run_.recording->timeline().next(cursor_.position(), stop_at_);
  if (stop && stop->time <= moment) {
    cursor_.seek_row(stop->row + 1);
    clock_.pause();
  } else {
    cursor_.play(moment);
  }
  look_again();
}

void Viewer::resize(Point size) {
  size_ = size;
  layout_ = layout_of(size, text_scale_, presenting_);
  camera_.resize(layout_.map);
}

Picture Viewer::picture(const PanelsBridge& panels) const {
  return {.recording = *run_.recording,
          .baseline = baseline_ ? baseline_->recording.get() : nullptr,
          .calendar = calendar_,
          .geography = geography_,
          .crossings = cursor_.crossings(),
          .posts = posts_,
          .theme = *theme_,
          .fonts = panels.fonts(),
          .words = english,
          .bookmarks = bookmarks_,
          .title = run_.scenario.title,
          .now = now(),
          .is_playing = clock_.is_playing(),
          .is_unbounded = clock_.is_unbounded(),
          .speed = clock_.speed(),
          .text_scale = text_scale_,
          .instructor = instructor_,
          .heat_map = heat_map_,
          .selected = selected_,
          .stop_at = stop_at_,
          .knower = side_panel_.knower(),
          .known = side_panel_.known()};
}

void Viewer::take(const Wish& wish) {
  if (wish.select) select(*wish.select);
  if (wish.stop_kind) stop_at_.flip(*wish.stop_kind);
  if (wish.note)
    for (Bookmark& bookmark : bookmarks_)
      if (bookmark.at == wish.note->at) bookmark.note = wish.note->note;
  if (wish.seek && *wish.seek != now()) go_to(*wish.seek);
}

Wish Viewer::draw_panels(const Picture& shown) {
  if (shows_keys_) draw_keys(shown);
  if (presenting_) return draw_large_clock(layout_.clock, shown), Wish{};
  draw_clock(layout_.clock, shown);
  Wish wish = side_panel_.draw(layout_.side, shown, range_);
  const Wish scrub = draw_time_line(layout_.time_line, shown, range_);
  if (scrub.seek) wish.seek = scrub.seek;
  if (scrub.select) wish.select = scrub.select;
  return wish;
}

void Viewer::draw_map(sf::RenderTarget& target, const Picture& shown) {
  map_.draw(target, camera_, *theme_);
  traffic_layer_.draw(target, traffic_, camera_, *theme_);
  const Pen pen(ImGui::GetBackgroundDrawList());
  pen.list()->PushClipRect(vec(layout_.map.low), vec(layout_.map.high));
  draw_flows(pen, traffic_, shown, camera_);
  std::vector<Box> taken;
  const bool has_legend = shows_legend_ && !presenting_;
  if (has_legend) taken.push_back(legend_box(layout_.map, shown));
  if (presenting_) taken.push_back(layout_.clock);
  draw_teams(pen, traffic_, shown, camera_);
  draw_posts(pen, shown, camera_, map_.countries(), taken);
  const bool is_post = std::holds_alternative<CrossingIndex>(selected_);
  if (const auto at = place_of_selected(); at && !is_post)
    pen.ring(camera_.to_screen(*at), 12, theme_->selected, 2);
  if (has_legend) draw_legend(taken.front(), shown);
  draw_scale_bar(layout_.map, shown, camera_);
  draw_knower(layout_.map, shown);
  pen.list()->PopClipRect();
}

void Viewer::paint_panels(sf::RenderTarget& target) const {
  if (presenting_) return;
  for (const Box& box : {layout_.clock, layout_.side, layout_.time_line}) {
    sf::RectangleShape ground({single(box.size().x), single(box.size().y)});
    ground.setPosition(single(box.low.x), single(box.low.y));
    ground.setFillColor(sf_colour(theme_->panel));
    target.draw(ground, sf::BlendNone);
  }
}

void Viewer::draw(sf::RenderTarget& target, PanelsBridge& panels) {
  use_theme(*theme_, text_scale_);
  side_panel_.keep_known(selected_, run_.recording, now());
  traffic_.show_what_is_known_to(side_panel_.knower());
  const Picture shown = picture(panels);
  draw_map(target, shown);
  paint_panels(target);
  const Wish wish = draw_panels(shown);
  panels.draw(target);
  take(wish);
}

// The mouse on the map: dragging moves it, a click selects.

void Viewer::press(Point at) {
  if (layout_.map.contains(at)) pressed_ = dragged_ = at;
}

void Viewer::move(Point to) {
  if (!dragged_) return;
  camera_.pan(to - *dragged_);
  dragged_ = to;
}

void Viewer::hear(const sf::Event& event) {
  const auto at = [](const auto& e) {
    return Point{static_cast<double>(e.x), static_cast<double>(e.y)};
  };
  if (event.type == sf::Event::MouseButtonPressed) press(at(event.mouseButton));
  if (event.type == sf::Event::MouseMoved) move(at(event.mouseMove));
  if (event.type == sf::Event::MouseButtonReleased) release(at(event.mouseButton));
  if (event.type == sf::Event::MouseWheelScrolled &&
      layout_.map.contains(at(event.mouseWheelScroll)))
    camera_.zoom_at(at(event.mouseWheelScroll),
                    std::pow(1.2, static_cast<double>(event.mouseWheelScroll.delta)));
}

}  // namespace cordon::viz
