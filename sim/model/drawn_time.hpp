#pragma once

#include <algorithm>

#include "sim/engine/distribution.hpp"
#include "sim/engine/time.hpp"

namespace cordon {

/// A draw of a time: at most a thousand years, so that a heavy tail does not overflow the clock.
/// @param seconds  at least 0   @param luck  in (0,1)
[[nodiscard]] inline Duration drawn_time(const Distribution& seconds, double luck) {
  constexpr double longest = 1000.0 * 365 * 86400;
  return from_seconds(std::min(seconds.sample(luck), longest));
}

}  // namespace cordon
