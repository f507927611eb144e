#pragma once

// Colours, in day and night, that the colour-blind can tell apart: after Okabe and Ito (2008),
// "Color Universal Design". Whatever a colour says, a shape, a hatch or a text says too.

#include <array>
#include <cstdint>

namespace cordon::viz {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Colour&) const = default;
  [[nodiscard]] constexpr Colour with_alpha(std::uint8_t a) const { return {red, green, blue, a}; }
};
[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8 & 0xff),
          static_cast<std::uint8_t>(hex & 0xff)};
}

/// Some way from one colour to another: 0 at the first, 1 at the second. Opaque.
[[nodiscard]] constexpr Colour between(Colour a, Colour b, double share) {
  const auto mixed = [&](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(from + (to - from) * share);
  };
  return {mixed(a.red, b.red), mixed(a.green, b.green), mixed(a.blue, b.blue)};
}

namespace okabe_ito {
inline constexpr Colour orange = rgb(0xE69F00), sky_blue = rgb(0x56B4E9), green = rgb(0x009E73),
                        yellow = rgb(0xF0E442), blue = rgb(0x0072B2), vermillion = rgb(0xD55E00),
                        purple = rgb(0xCC79A7);
}  // namespace okabe_ito

/// What has which colour.
struct Theme {
  Colour sea, land, other_land, coast, road, grid;
  Colour panel, panel_edge, text, dim_text, button;
  Colour customs, border_guard, others;  ///< who works
  Colour entry, exit;                    ///< vehicles on the move and their queues
  Colour find, operation, trouble, closed, selected;
  std::array<Colour, 5> scale;   ///< from little to much
  std::array<Colour, 5> change;  ///< from much less, by alike, to much more
};

inline constexpr Theme dark_theme{
    .sea = rgb(0x10161D),
    .land = rgb(0x222C36),
    .other_land = rgb(0x1C242D),
    .coast = rgb(0x55636F),
    .road = rgb(0x5B6B79),
    .grid = rgb(0x33404C),
    .panel = rgb(0x161D25),
    .panel_edge = rgb(0x3A4754),
    .text = rgb(0xE8EDF1),
    .dim_text = rgb(0xA3B0BB),
    .button = rgb(0x2A3743),
    .customs = okabe_ito::orange,
    .border_guard = okabe_ito::sky_blue,
    .others = okabe_ito::purple,
    .entry = okabe_ito::yellow,
    .exit = okabe_ito::sky_blue,
    .find = okabe_ito::vermillion,
    .operation = okabe_ito::purple,
    .trouble = okabe_ito::vermillion,
    .closed = rgb(0x8A97A3),
    .selected = rgb(0xFFFFFF),
    .scale = {rgb(0x26456E), rgb(0x3F6F9F), rgb(0x7E9A8E), rgb(0xCDB45A), rgb(0xFFE945)},
    .change = {rgb(0x2F8FD8), rgb(0x7DB4DC), rgb(0x8A97A3), rgb(0xE0A070), rgb(0xF0701E)}};

inline constexpr Theme light_theme{
    .sea = rgb(0xD9E6EE),
    .land = rgb(0xF7F5EE),
    .other_land = rgb(0xECE9DF),
    .coast = rgb(0x8695A1),
    .road = rgb(0x9AA5AD),
    .grid = rgb(0xCBD3D9),
    .panel = rgb(0xFCFCFA),
    .panel_edge = rgb(0xB5BFC7),
    .text = rgb(0x17202A),
    .dim_text = rgb(0x4F5D69),
    .button = rgb(0xE3E8EC),
    .customs = rgb(0xB87400),
    .border_guard = okabe_ito::blue,
    .others = rgb(0xA04A7B),
    .entry = rgb(0x8F6B00),
    .exit = okabe_ito::blue,
    .find = okabe_ito::vermillion,
    .operation = rgb(0xA04A7B),
    .trouble = okabe_ito::vermillion,
    .closed = rgb(0x6B7882),
    .selected = rgb(0x000000),
    .scale = {rgb(0xDCE9F5), rgb(0x9EC4E4), rgb(0x5C94C4), rgb(0x2A5F95), rgb(0x0B2C5F)},
    .change = {rgb(0x0072B2), rgb(0x85B8DC), rgb(0xD5DADE), rgb(0xE9AE86), rgb(0xC44E00)}};

}  // namespace cordon::viz
