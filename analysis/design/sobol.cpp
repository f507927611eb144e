#include "analysis/design/sobol.hpp"

#include <boost/random/sobol.hpp>
#include <vector>

#include "analysis/design/size.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

static_assert(most_sobol_factors == boost::random::default_sobol_table::max_dimension);

std::vector<std::uint64_t> digital_shift(int factors, std::uint64_t seed) {
  std::vector<std::uint64_t> shift(static_cast<std::size_t>(factors), 0);
  if (seed == 0) return shift;
  const Luck luck(seed, 0);
  for (std::size_t j = 0; j < shift.size(); ++j) {
    const Subject factor{source_of("sobol: digital shift"), static_cast<std::uint32_t>(j)};
    const LuckBlock words = luck.block(factor, 0);
    shift[j] = std::uint64_t{words[0]} << 32 | words[1];
  }
  return shift;
}

}  // namespace

Eigen::MatrixXd sobol(int points, int factors, std::uint64_t seed) {
  check_size("sobol", points, factors);
  boost::random::sobol engine(static_cast<std::size_t>(factors));  // refuses too many factors
  const std::vector<std::uint64_t> shift = digital_shift(factors, seed);
  Eigen::MatrixXd design(points, factors);
  for (int i = 0; i < points; ++i)
    for (int j = 0; j < factors; ++j) {
      const std::uint64_t digits = i == 0 ? 0 : engine();  // Boost leaves out the origin
      const std::uint64_t shifted = digits ^ shift[static_cast<std::size_t>(j)];
      design(i, j) = static_cast<double>(shifted >> 11) * 0x1p-53;
    }
  return design;
}

}  // namespace cordon
