#pragma once

// A time on the clock of a post.

#include "sim/engine/time.hpp"

namespace cordon {

/// Local time of day, 00:00 to 24:00.
struct TimeOfDay {
  Duration since_midnight{};
  auto operator<=>(const TimeOfDay&) const = default;
};

}  // namespace cordon
