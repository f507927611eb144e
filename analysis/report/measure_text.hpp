#pragma once

#include <string>

#include "analysis/comparison.hpp"

/// What a measure is called on the page, and in which unit its numbers are easiest to read.
namespace cordon {

struct MeasureText {
  std::string label;       ///< "Wait, 95th percentile"
  std::string unit;        ///< of the values; "%" for a share
  std::string difference;  ///< unit of a difference: "percentage points" for a share
  double factor = 1;       ///< from the measure's own unit to this one
};

/// @param largest  the largest value that will stand beside others of its row, in the measure's own
///                 unit: waits of many hours are told in hours, not in minutes
[[nodiscard]] MeasureText text_of(const std::string& measure, const std::string& unit,
                                  double largest);

/// "Dorohusk, entry, lorries": what the labels narrow a measure to; empty when it is all of it.
[[nodiscard]] std::string scope_of(const Labels& labels);

}  // namespace cordon
