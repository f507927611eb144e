#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace cordon::text {

/// The displacement of a variant, in sentences: of how much of the illicit attempts it can be told
/// that they are elsewhere; "" when it is not known.
/// @param change  of the measure `displacement`
[[nodiscard]] std::string displacement_text(const Change& change);

}  // namespace cordon::text
