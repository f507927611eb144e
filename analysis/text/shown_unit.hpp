#pragma once

#include <string>

#include "sim/output/measures.hpp"

namespace cordon::text {

/// In which unit the numbers of a measure are easiest to read.
struct ShownUnit {
  std::string unit;
  double factor = 1;  ///< from the measure's own unit
};

/// @param largest  of the values side by side, in the measure's own unit: long waits are told in
///                 hours, great sums in millions, shares in percent
[[nodiscard]] ShownUnit shown_unit(const Measure& measure, double largest);

}  // namespace cordon::text
