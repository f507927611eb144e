#pragma once

// How big a design may be.

#include <cstdint>
#include <string>

namespace cordon {

/// Most points of a design: more than anyone simulates, and few enough to be held in memory.
inline constexpr std::int64_t most_points = 10'000'000;

/// Refuses the size of a design, before memory is taken for it.
///
/// @param design  its name, for the message
/// @throws std::invalid_argument  when there are no points or no factors
/// @throws std::length_error      when there are more than `most_points`
void check_size(const std::string& design, std::int64_t points, std::int64_t factors);

}  // namespace cordon
