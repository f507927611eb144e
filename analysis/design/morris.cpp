#include "analysis/design/morris.hpp"

#include <stdexcept>
#include <vector>

#include "analysis/design/permutation.hpp"
#include "analysis/design/size.hpp"
#include "sim/engine/luck.hpp"

namespace cordon {
namespace {

/// The start of a trajectory and its steps, counted in levels: whole numbers, so that no rounding
/// adds up on the way.
struct Moves {
  Eigen::RowVectorXi start, step;
};

Moves moves(int factors, int levels, const Luck& luck, std::uint32_t trajectory) {
  const Subject subject{source_of("morris: moves"), trajectory};
  const int half = levels / 2;
  Moves drawn{Eigen::RowVectorXi(factors), Eigen::RowVectorXi(factors)};
  for (int j = 0; j < factors; ++j) {
    const LuckBlock words = luck.block(subject, static_cast<std::uint32_t>(j));
    // The low levels pair with the high ones, so each of `half` pairs has one end to start from.
    const int low = static_cast<int>(std::uint64_t{words[0]} * static_cast<unsigned>(half) >> 32);
    const bool up = words[1] >> 31 != 0;
    drawn.start[j] = up ? low : low + half;
    drawn.step[j] = up ? half : -half;
  }
  return drawn;
}

}  // namespace

MorrisDesign morris(int trajectories, int factors, int levels, std::uint64_t seed) {
  const std::int64_t rows = std::int64_t{factors} + 1;
  check_size("morris", trajectories * rows, factors);
  if (levels < 2 || levels % 2 != 0)
    throw std::invalid_argument("morris: the number of levels must be even and at least 2");
  const Luck luck(seed, 0);
  MorrisDesign design{Eigen::MatrixXd(trajectories * rows, factors),
                      Eigen::MatrixXi(trajectories, factors), levels / (2.0 * (levels - 1))};
  for (int t = 0; t < trajectories; ++t) {
    const auto trajectory = static_cast<std::uint32_t>(t);
    auto [level, step] = moves(factors, levels, luck, trajectory);
    const std::vector<int> order =
        permutation(factors, luck, {source_of("morris: order"), trajectory});
    Eigen::Index row = design.first_row(t);
    design.points.row(row) = level.cast<double>() / (levels - 1);
    for (int s = 0; s < factors; ++s) {
      const int factor = order[static_cast<std::size_t>(s)];
      design.changed(t, s) = factor;
      level[factor] += step[factor];
      design.points.row(++row) = level.cast<double>() / (levels - 1);
    }
  }
  return design;
}

}  // namespace cordon
