#pragma once

#include <nlohmann/json.hpp>

#include "analysis/result_page.hpp"

namespace cordon {

/// A chart as the page's script draws it. What has no value is left out.
[[nodiscard]] nlohmann::json chart_json(const PageChart& chart);

}  // namespace cordon
