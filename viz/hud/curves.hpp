#pragma once

// Curves of a run over time.

#include <vector>

#include "viz/hud/pen.hpp"
#include "viz/hud/picture.hpp"
#include "viz/hud/time_range.hpp"

namespace cordon::viz {

/// Vehicles that wait for their first check, at the end of each interval of the recording's grid:
/// at the selected crossing, or at all.
[[nodiscard]] std::vector<double> queue_curve(const Recording& recording, const Selected& selected);
/// Units of vessels and trains in yards, likewise; empty: there has been none.
[[nodiscard]] std::vector<double> yard_curve(const Recording& recording, const Selected& selected);
/// The highest of values on the grid of a recording that are not later than a moment; 0: none is
/// above it.
[[nodiscard]] double highest_of(const Recording& of, const std::vector<double>& values, Time until);

/// Values on the grid of a recording; NaN: none there.
struct Curve {
  const Recording& of;
  const std::vector<double>& values;
  const TimeRange& range;
  double top;  ///< of the axis
  Time until;  ///< what is later is not drawn
};
/// In a box, at most a point for each pixel: of more, the highest.
void draw_curve(const Pen& pen, const Box& box, const Curve& curve, Colour colour, double width);

}  // namespace cordon::viz
