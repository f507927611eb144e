#pragma once

// TOML text into nodes. The only place that knows toml++.

#include <optional>
#include <string>
#include <string_view>

#include "sim/scenario/format/node.hpp"

namespace cordon::format {

/// The table that a TOML text holds. Reports the first syntax error (toml++ stops there), and then
/// returns none.
///
/// @param name  of the file, for positions
[[nodiscard]] std::optional<Node> parse_toml(std::string_view text, const std::string& name,
                                             Problems& problems);

/// The value of an override, all of it at `position`: a TOML value or, failing that, bare text.
[[nodiscard]] Node parse_toml_value(std::string_view text, const FilePosition& position);

}  // namespace cordon::format
