#include "analysis/design/latin_hypercube.hpp"

#include <vector>

#include "analysis/design/permutation.hpp"
#include "analysis/design/size.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

// 24 bits only: then stratum + place is exact for every stratum below most_points < 2^24, and no
// rounding moves a point into the next one.
double place_in_stratum(std::uint32_t word) { return ((word >> 8) + 0.5) * 0x1p-24; }

}  // namespace

Eigen::MatrixXd latin_hypercube(int points, int factors, std::uint64_t seed) {
  check_size("latin_hypercube", points, factors);
  const Luck luck(seed, 0);
  Eigen::MatrixXd design(points, factors);
  for (int j = 0; j < factors; ++j) {
    const auto factor = static_cast<std::uint32_t>(j);
    const Subject order{source_of("latin hypercube: strata"), factor};
    const Subject place{source_of("latin hypercube: places"), factor};
    const std::vector<int> strata = permutation(points, luck, order);
    for (int i = 0; i < points; ++i) {
      const std::uint32_t word = luck.block(place, static_cast<std::uint32_t>(i))[0];
      design(i, j) = (strata[static_cast<std::size_t>(i)] + place_in_stratum(word)) / points;
    }
  }
  return design;
}

}  // namespace cordon
