// What keys do.

#include <algorithm>

#include "viz/app/viewer.hpp"

namespace cordon::viz {
namespace {

MarkKinds kinds_of(std::initializer_list<Mark::Kind> kinds) {
  MarkKinds set;
  for (const Mark::Kind kind : kinds) set.set(static_cast<std::size_t>(kind));
  return set;
}
const MarkKinds finds = kinds_of({Mark::Kind::seizure, Mark::Kind::referral, Mark::Kind::refusal});
const MarkKinds operations = kinds_of({Mark::Kind::operation_began, Mark::Kind::operation_ended});
const MarkKinds shifts = kinds_of({Mark::Kind::shift});

constexpr double pan_step = 80, zoom_step = 1.3, text_step = 1.1;

}  // namespace

void Viewer::act(Action action) {
  if (action != Action::quit) has_warned_of_quitting_ = false;
  act_on_time(action);
  act_on_map(action);
  act_on_panels(action);
  act_on_session(action);
}

void Viewer::act_on_time(Action action) {
  const auto step = [&](auto by) {
    left_->move([&](Cursor& cursor) { cursor.step(by); });
    keep_pace();
  };
  switch (action) {
    case Action::play_or_pause:
      told_.reset();
      message_.clear();
      return clock_.is_playing() ? clock_.pause() : clock_.play();
    case Action::event_on:
      return step(std::int64_t{1});
    case Action::event_back:
      return step(std::int64_t{-1});
    case Action::minute_on:
      return step(Duration{1min});
    case Action::minute_back:
      return step(Duration{-1min});
    case Action::hour_on:
      return step(Duration{1h});
    case Action::hour_back:
      return step(Duration{-1h});
    case Action::day_on:
      return step(Duration{24h});
    case Action::day_back:
      return step(Duration{-24h});
    case Action::to_start:
      return go_to(start_of_run);
    case Action::to_end:
      return go_to(left_->recording().end());
    case Action::faster:
      return clock_.faster();
    case Action::slower:
      return clock_.slower();
    case Action::next_find:
    case Action::previous_find:
      return jump(finds, action == Action::next_find);
    case Action::next_operation:
    case Action::previous_operation:
      return jump(operations, action == Action::next_operation);
    case Action::next_shift:
    case Action::previous_shift:
      return jump(shifts, action == Action::next_shift);
    case Action::add_bookmark:
      exercise_.add_bookmark(branch_, now());
      return bookmarks_have_changed();
    case Action::next_bookmark:
    case Action::previous_bookmark:
      return jump_to_bookmark(action == Action::next_bookmark);
    default:
      return;
  }
}

void Viewer::act_on_map(Action action) {
  switch (action) {
    case Action::zoom_in:
      return camera_.zoom_at(layout_.map.centre(), zoom_step);
    case Action::zoom_out:
      return camera_.zoom_at(layout_.map.centre(), 1 / zoom_step);
    case Action::pan_left:
      return camera_.pan({pan_step, 0});
    case Action::pan_right:
      return camera_.pan({-pan_step, 0});
    case Action::pan_up:
      return camera_.pan({0, pan_step});
    case Action::pan_down:
      return camera_.pan({0, -pan_step});
    case Action::fit:
      return camera_.fit(left_->geography().extent(), 90);
    case Action::next_post:
      return select_next(1);
    case Action::previous_post:
      return select_next(-1);
    case Action::follow:
      follows_ = !follows_;
      return look_again();
    default:
      return;
  }
}

void Viewer::act_on_panels(Action action) {
  switch (action) {
    case Action::escape:
      return escape();
    case Action::show_keys:
      return void(shows_keys_ = !shows_keys_);
    case Action::search:
      beside_ = Beside::about;
      return side_panel_.begin_search();
    case Action::show_charts:
      return std::exchange(beside_, Beside::about) == Beside::about ? side_panel_.switch_charts()
                                                                    : side_panel_.show_charts();
    case Action::next_heat_map:
      return void(heat_map_ = static_cast<HeatMap>((static_cast<int>(heat_map_) + 1) % heat_maps));
    case Action::show_knowledge:
      beside_ = Beside::about;
      return side_panel_.switch_knowledge();
    case Action::show_legend:
      return void(shows_legend_ = !shows_legend_);
    case Action::change_theme:
      return void(theme_ = theme_ == &dark_theme ? &light_theme : &dark_theme);
    case Action::present:
      presenting_ = !presenting_;
      return resize(size_);
    case Action::larger_text:
      text_scale_ = std::min(text_scale_ * text_step, 2.5);
      return resize(size_);
    case Action::smaller_text:
      text_scale_ = std::max(text_scale_ / text_step, 0.7);
      return resize(size_);
    case Action::change_view:
      return void(instructor_ = !instructor_);
    case Action::save_picture:
      return void(wants_picture_ = true);
    case Action::quit:
      return quit();
    default:
      return;
  }
}

// Closes what lies uppermost.
void Viewer::escape() {
  if (shows_keys_) return void(shows_keys_ = false);
  if (save_panel_.is_open()) return save_panel_.close();
  if (told_) return told_.reset();
  if (exercise_.playing()) return exercise_.give_up();
  if (!message_.empty()) return message_.clear();
  if (beside_ != Beside::about) return void(beside_ = Beside::about);
  if (presenting_) return act(Action::present);
  select(std::monostate{});
}

void Viewer::jump(MarkKinds kinds, bool forwards) {
  const Timeline& timeline = left_->recording().timeline();
  const std::uint64_t position = left_->cursor().position();
  const Mark* const mark =
      forwards ? timeline.next(position, kinds) : timeline.previous(position, kinds);
  if (!mark) return;
  left_->move([&](Cursor& cursor) { cursor.seek_row(mark->row + 1); });
  clock_.pause();
  keep_pace();
}

void Viewer::jump_to_bookmark(bool forwards) {
  const auto is_beyond = [&](const Bookmark& b) { return forwards ? b.at > now() : b.at < now(); };
  if (forwards) {
    const auto next = std::find_if(bookmarks_.begin(), bookmarks_.end(), is_beyond);
    if (next != bookmarks_.end()) go_to(next->at);
  } else {
    const auto last = std::find_if(bookmarks_.rbegin(), bookmarks_.rend(), is_beyond);
    if (last != bookmarks_.rend()) go_to(last->at);
  }
}

void Viewer::select_next(int by) {
  const auto* const post = std::get_if<CrossingIndex>(&selected_);
  const int count = static_cast<int>(left_->geography().posts.size());
  const int next = post ? post->value + by : by > 0 ? 0 : count - 1;
  select(CrossingIndex{static_cast<std::uint16_t>((next + count) % count)});
}

}  // namespace cordon::viz
