#pragma once

// The resolved scenario: what was extended and overridden in one file, that reads as the same
// structs.

#include <string>

#include "sim/scenario/format/section.hpp"

namespace cordon::format {

/// The whole as TOML. Rows that came from CSV stay there: the file names its copy (`copied_as`).
/// Every value carries its own source.
///
/// @param root  after it has been read without problems
[[nodiscard]] std::string write_toml(const Node& root, const Section& section);

}  // namespace cordon::format
