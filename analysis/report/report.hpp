#pragma once

#include <string>

#include "analysis/comparison.hpp"

namespace cordon {

/// A finished comparison as one HTML page that needs nothing beside it and no network: what
/// changed, how sure that is, the queues, what was assumed, and how to make it again. Plain tables
/// hold every number, so that the page also reads without its charts.
///
/// @param comparison  with at least one variant, and every change with its measure
/// @return UTF-8; the same bytes for the same comparison
[[nodiscard]] std::string render_report(const Comparison& comparison);

}  // namespace cordon
