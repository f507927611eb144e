#pragma once

#include <string>

#include "analysis/result_page.hpp"

namespace cordon {

/// The page as one HTML file that needs nothing beside it and no network.
///
/// @return UTF-8; the same bytes for the same page
[[nodiscard]] std::string render_page(const ResultPage& result);

}  // namespace cordon
