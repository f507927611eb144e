#pragma once

#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// The layout of a crossing, stage by stage: who waits, which lanes are open and busy, who works
/// there, which machines work; and its officers and operations. Into the current panel.
/// @return what a click selects
[[nodiscard]] std::optional<Selected> draw_post(std::uint16_t crossing, const Picture& picture);

}  // namespace cordon::viz
