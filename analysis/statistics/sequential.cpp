#include "analysis/statistics/sequential.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cordon {

std::uint32_t next_replications(std::uint32_t count, double reached, double wanted,
                                std::uint32_t most) {
  if (count == 0) throw std::invalid_argument("next_replications: there are none yet");
  if (!(wanted > 0)) throw std::invalid_argument("next_replications: wanted is not above 0");
  const double shrink = reached / wanted;
  const double needed = std::isfinite(shrink) ? count * shrink * shrink : 2.0 * count;
  const double bounded = std::clamp(std::ceil(needed), count + 1.0, 2.0 * count);
  return static_cast<std::uint32_t>(std::min(bounded, static_cast<double>(most)));
}

}  // namespace cordon
