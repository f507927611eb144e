#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/comparison.hpp"

/// The chart of a family: a dot and a whisker for each measure and variant, in % of the baseline.
namespace cordon {

/// One measure, with the same scope, in all variants in their order.
struct MeasureRows {
  std::string name;
  std::vector<const Change*> changes;
};

[[nodiscard]] std::vector<MeasureRows> by_measure(const std::vector<const Change*>& changes);

struct ChangeChart {
  nlohmann::json chart;               ///< null: nothing to draw
  std::vector<std::string> left_out;  ///< measures without a change in %
};

[[nodiscard]] ChangeChart change_chart(const std::vector<MeasureRows>& rows,
                                       const std::string& family);

}  // namespace cordon
