#include "analysis/design/size.hpp"

#include <stdexcept>

namespace cordon {

void check_size(const std::string& design, std::int64_t points, std::int64_t factors) {
  if (points < 1 || factors < 1)
    throw std::invalid_argument(design + ": needs at least 1 point and 1 factor");
  if (points > most_points)
    throw std::length_error(design + ": more than " + std::to_string(most_points) + " points");
}

}  // namespace cordon
