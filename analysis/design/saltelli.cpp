#include "analysis/design/saltelli.hpp"

#include <stdexcept>
#include <string>

#include "analysis/design/size.hpp"

namespace cordon {

SaltelliDesign saltelli(int base_points, int factors, bool second_order, std::uint64_t seed) {
  check_size("saltelli", base_points, factors);
  if (factors > most_saltelli_factors)
    throw std::invalid_argument("saltelli: more than " + std::to_string(most_saltelli_factors) +
                                " factors");
  SaltelliDesign design{{}, factors, second_order};
  const std::int64_t points = std::int64_t{base_points} * design.blocks();
  check_size("saltelli", points, factors);
  const Eigen::MatrixXd base = sobol(base_points, 2 * factors, seed);
  const auto a = base.leftCols(factors), b = base.rightCols(factors);
  design.points.resize(points, factors);
  design.points(design.a(), Eigen::all) = a;
  design.points(design.b(), Eigen::all) = b;
  for (int j = 0; j < factors; ++j) {
    design.points(design.a_b(j), Eigen::all) = a;
    design.points(design.a_b(j), j) = b.col(j);
    if (!second_order) continue;
    design.points(design.b_a(j), Eigen::all) = b;
    design.points(design.b_a(j), j) = a.col(j);
  }
  return design;
}

}  // namespace cordon
