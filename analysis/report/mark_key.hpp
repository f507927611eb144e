#pragma once

#include <string>
#include <vector>

#include "analysis/report/sections.hpp"

namespace cordon {

/// The key to marks, which are told apart by shape, dash and colour. Four are; more repeat them.
[[nodiscard]] PageText mark_key(const std::vector<std::string>& names);

}  // namespace cordon
