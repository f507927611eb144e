#pragma once

// What can be done by key: the same table answers the keyboard and is shown on `?`.

#include <SFML/Window/Event.hpp>
#include <optional>
#include <span>

#include "viz/hud/words.hpp"

namespace cordon::viz {

enum class Action : std::uint8_t {
  play_or_pause,
  event_on,
  event_back,
  minute_on,
  minute_back,
  hour_on,
  hour_back,
  day_on,
  day_back,
  to_start,
  to_end,
  faster,
  slower,
  next_find,
  previous_find,
  next_operation,
  previous_operation,
  next_shift,
  previous_shift,
  add_bookmark,
  next_bookmark,
  previous_bookmark,
  zoom_in,
  zoom_out,
  pan_left,
  pan_right,
  pan_up,
  pan_down,
  fit,
  next_post,
  previous_post,
  follow,
  search,
  escape,
  show_keys,
  show_charts,
  show_legend,
  show_knowledge,
  next_heat_map,
  change_theme,
  present,
  larger_text,
  smaller_text,
  change_view,
  save_picture,
  new_inject,
  play_on,
  show_branches,
  next_branch,
  previous_branch,
  save_session,
  side_by_side,
  to_divergence,
  quit
};

struct KeyBinding {
  Action action;
  sf::Keyboard::Key key = sf::Keyboard::Unknown;
  bool shift = false, control = false;
  char32_t sign = 0;            ///< instead of a key: what is typed, wherever its key is
  const char* shown;            ///< "Shift+S"
  const char* Words::*meaning;  ///< null: said with the one before it
};

[[nodiscard]] std::span<const KeyBinding> key_bindings();
/// What a key or a sign asks for; none: nothing.
[[nodiscard]] std::optional<Action> action_of(const sf::Event& event);

}  // namespace cordon::viz
