#pragma once

// What is said over the map: an inject to the room, and short messages to who plays.

#include <string>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// The text of an inject, to be read from the back of the room.
void draw_inject(const Box& map, const InjectThen& inject, const Picture& picture);
/// A line or a few at the top of the map.
/// @param share  of what is going on that is done, as a bar; none: nothing is
void draw_message(const Box& map, const std::string& text, std::optional<double> share,
                  const Picture& picture);
/// Which run a map shows.
void draw_name_of_map(const Box& map, const std::string& name, const Picture& picture);

}  // namespace cordon::viz
