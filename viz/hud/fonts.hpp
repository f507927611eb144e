#pragma once

struct ImFont;

namespace cordon::viz {

/// The letters that panels and map are written with.
struct Fonts {
  ImFont *plain = nullptr, *small = nullptr, *strong = nullptr, *large = nullptr, *huge = nullptr,
         *room = nullptr;  ///< to be read from the back of a room
};
/// Loads DejaVu Sans into the current context of Dear ImGui, in place of what was there.
/// @throws std::runtime_error  when its files are missing
[[nodiscard]] Fonts load_fonts(double text_scale);

}  // namespace cordon::viz
