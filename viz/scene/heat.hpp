#pragma once

// What crossings are coloured by.

#include <array>

#include "viz/hud/picture.hpp"

namespace cordon::viz {

/// Colour and text of a crossing.
struct Heat {
  std::optional<std::size_t> step;  ///< of the five colours; none: there is nothing to say
  std::string text;
};
/// The longest mean wait of its lines in the last 6 h; its finds in the last 7 days; or by how much
/// more vehicles crossed there in the last 24 h, or how much longer that wait is, than in the
/// baseline; or the share of those whose first check began in the last 3 days that was sent to the
/// orange or red lane.
[[nodiscard]] Heat heat_of(std::size_t crossing, const Picture& picture);

/// Upper ends of the first four steps.
inline constexpr std::array<Duration, 4> wait_steps = {1h, 4h, 12h, 48h};
inline constexpr std::array<double, 4> find_steps = {0, 2, 5, 10};
inline constexpr std::array<double, 4> change_steps = {-0.10, -0.02, 0.02, 0.10};
inline constexpr std::array<Duration, 4> wait_change_steps = {-2h, -15min, 15min, 2h};
inline constexpr std::array<double, 4> risk_steps = {0.005, 0.02, 0.05, 0.10};

/// How many of the steps' ends lie below.
template <class T>
[[nodiscard]] std::size_t step_of(const T& value, const std::array<T, 4>& steps) {
  std::size_t step = 0;
  while (step < steps.size() && value > steps[step]) ++step;
  return step;
}

/// Whether it compares with another run.
[[nodiscard]] constexpr bool compares(HeatMap map) {
  return map == HeatMap::displacement || map == HeatMap::wait_change;
}
[[nodiscard]] constexpr Colour colour_of_step(HeatMap map, std::size_t step, const Theme& theme) {
  return (compares(map) ? theme.change : theme.scale)[step];
}
/// Heading of the legend, and the five texts below it.
[[nodiscard]] const char* heading_of(HeatMap map, const Words& words);
[[nodiscard]] const char* text_of_step(HeatMap map, std::size_t step, const Words& words);

}  // namespace cordon::viz
