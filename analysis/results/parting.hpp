#pragma once

// Where two traces part.

#include <filesystem>
#include <optional>
#include <string>

#include "sim/engine/time.hpp"

namespace cordon {

/// When the first row comes that is not the same in both; none: all rows are the same.
/// @throws trace::TraceError  when one of them is no whole trace
[[nodiscard]] std::optional<Time> first_difference(const std::filesystem::path& one,
                                                   const std::filesystem::path& other);

/// Since the start of the run, to the minute before, as `cordon-view --at` takes it: "9 d 6 h 5
/// min"
[[nodiscard]] std::string at_text(Time moment);

}  // namespace cordon
