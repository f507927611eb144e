#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace cordon::terminal {

/// What `cordon compare` prints: the answer, the primary measures and the waits of each traffic
/// first, then all other measures, waits at each crossing, displacement and warnings.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, bool colours);

}  // namespace cordon::terminal
