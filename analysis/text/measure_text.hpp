#pragma once

#include <string>

#include "sim/output/measures.hpp"

/// What a measure is called on pages, and in which unit it is told.
namespace cordon {

/// "Wait, 95th percentile"
[[nodiscard]] std::string label_of(const Measure& measure);

/// @param shown  the unit of the numbers; pages may have a better word for it, or none
[[nodiscard]] std::string unit_text(const Measure& measure, const std::string& shown);

/// "Dorohusk, lorries, entry": what the labels narrow a measure to; empty when it is all of it.
[[nodiscard]] std::string scope_of(const Labels& labels);

}  // namespace cordon
