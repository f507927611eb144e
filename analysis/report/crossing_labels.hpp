#pragma once

#include "analysis/comparison.hpp"

namespace cordon {

/// The same comparison with its crossings called as people call them. A crossing without a label,
/// or with one that another has too, keeps its name.
[[nodiscard]] Comparison with_crossing_labels(Comparison comparison);

}  // namespace cordon
