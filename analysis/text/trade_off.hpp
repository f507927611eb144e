#pragma once

// Waiting against interdiction, as a part of a page.

#include <optional>

#include "analysis/result_page.hpp"

namespace cordon {

/// The scenarios on a plane of wait and interdiction; none where one of them lacks these measures.
/// It needs the changes of the whole border, and the scenarios' names.
[[nodiscard]] std::optional<PageSection> trade_off_of(const Comparison& comparison);

}  // namespace cordon
