#pragma once

// injects.csv of a result folder, read again.

#include <vector>

#include "analysis/comparison.hpp"
#include "analysis/pages/result_tables.hpp"

namespace cordon::pages {

/// @param scenarios  their names, the baseline's first
[[nodiscard]] std::vector<InjectReview> injects_of(const ResultTable& table,
                                                   const std::vector<std::string>& scenarios);

}  // namespace cordon::pages
