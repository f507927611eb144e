#include "viz/app/actions.hpp"

#include <algorithm>
#include <array>

namespace cordon::viz {
namespace {

using K = sf::Keyboard;

constexpr KeyBinding key(Action action, K::Key k, const char* shown,
                         const char* Words::*meaning = nullptr) {
  return {action, k, false, false, 0, shown, meaning};
}
constexpr KeyBinding shifted(Action action, K::Key k, const char* shown,
                             const char* Words::*meaning = nullptr) {
  return {action, k, true, false, 0, shown, meaning};
}
constexpr KeyBinding with_control(Action action, K::Key k, const char* shown,
                                  const char* Words::*meaning = nullptr) {
  return {action, k, false, true, 0, shown, meaning};
}
constexpr KeyBinding typed(Action action, char32_t sign, const char* shown,
                           const char* Words::*meaning = nullptr) {
  return {action, K::Unknown, false, false, sign, shown, meaning};
}

using W = Words;
constexpr std::array bindings = {
    key(Action::play_or_pause, K::Space, "Space", &W::key_play),
    typed(Action::event_on, '.', ".", &W::key_event),
    typed(Action::event_back, ',', ","),
    key(Action::minute_on, K::M, "M", &W::key_minute),
    shifted(Action::minute_back, K::M, "Shift+M"),
    key(Action::hour_on, K::Right, "Right", &W::key_hour),
    key(Action::hour_back, K::Left, "Left"),
    shifted(Action::day_on, K::Right, "Shift+Right", &W::key_day),
    shifted(Action::day_back, K::Left, "Shift+Left"),
    key(Action::to_start, K::Home, "Home", &W::key_start),
    key(Action::to_end, K::End, "End"),
    key(Action::faster, K::Up, "Up", &W::key_faster),
    key(Action::slower, K::Down, "Down"),
    key(Action::next_find, K::S, "S", &W::key_next_find),
    shifted(Action::previous_find, K::S, "Shift+S"),
    key(Action::next_operation, K::O, "O", &W::key_next_operation),
    shifted(Action::previous_operation, K::O, "Shift+O"),
    key(Action::next_shift, K::T, "T", &W::key_next_shift),
    shifted(Action::previous_shift, K::T, "Shift+T"),
    key(Action::add_bookmark, K::B, "B", &W::key_bookmark),
    key(Action::next_bookmark, K::N, "N", &W::key_next_bookmark),
    shifted(Action::previous_bookmark, K::N, "Shift+N"),
    typed(Action::zoom_in, '+', "+", &W::key_zoom),
    typed(Action::zoom_out, '-', "-"),
    with_control(Action::pan_left, K::Left, "Ctrl+Left", &W::key_pan),
    with_control(Action::pan_right, K::Right, "Ctrl+Right"),
    with_control(Action::pan_up, K::Up, "Ctrl+Up"),
    with_control(Action::pan_down, K::Down, "Ctrl+Down"),
    key(Action::fit, K::F, "F", &W::key_fit),
    key(Action::next_post, K::Tab, "Tab", &W::key_next_post),
    shifted(Action::previous_post, K::Tab, "Shift+Tab"),
    key(Action::follow, K::Y, "Y", &W::key_follow),
    typed(Action::search, '/', "/", &W::key_search),
    key(Action::escape, K::Escape, "Escape", &W::key_escape),
    key(Action::show_charts, K::C, "C", &W::key_charts),
    key(Action::next_heat_map, K::W, "W", &W::key_heat),
    key(Action::show_knowledge, K::K, "K", &W::key_knowledge),
    key(Action::show_legend, K::G, "G", &W::key_legend),
    key(Action::change_view, K::V, "V", &W::key_view),
    key(Action::change_theme, K::L, "L", &W::key_theme),
    key(Action::present, K::P, "P", &W::key_presenter),
    with_control(Action::larger_text, K::Equal, "Ctrl+=", &W::key_text),
    with_control(Action::smaller_text, K::Hyphen, "Ctrl+-"),
    key(Action::save_picture, K::F12, "F12", &W::key_picture),
    key(Action::new_inject, K::I, "I", &W::key_inject),
    with_control(Action::play_on, K::Enter, "Ctrl+Enter"),
    key(Action::show_branches, K::R, "R", &W::key_branches),
    key(Action::next_branch, K::J, "J", &W::key_next_branch),
    shifted(Action::previous_branch, K::J, "Shift+J"),
    key(Action::side_by_side, K::X, "X", &W::key_side_by_side),
    key(Action::to_divergence, K::D, "D", &W::key_divergence),
    with_control(Action::save_session, K::S, "Ctrl+S", &W::key_save),
    typed(Action::show_keys, '?', "?", &W::key_help),
    with_control(Action::quit, K::Q, "Ctrl+Q", &W::key_quit)};

bool fits(const KeyBinding& binding, const sf::Event& event) {
  if (event.type == sf::Event::TextEntered)
    return binding.sign != 0 && event.text.unicode == binding.sign;
  return event.type == sf::Event::KeyPressed && binding.sign == 0 &&
         binding.key == event.key.code && binding.shift == event.key.shift &&
         binding.control == event.key.control && !event.key.alt;
}

}  // namespace

std::span<const KeyBinding> key_bindings() { return bindings; }

std::optional<Action> action_of(const sf::Event& event) {
  const auto found = std::find_if(bindings.begin(), bindings.end(),
                                  [&](const KeyBinding& b) { return fits(b, event); });
  if (found == bindings.end()) return std::nullopt;
  return found->action;
}

}  // namespace cordon::viz
