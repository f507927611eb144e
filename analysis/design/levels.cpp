#include "analysis/design/levels.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string>

#include "analysis/design/size.hpp"

namespace cordon {
namespace {

void check_positions(const std::string& design, const Levels& levels) {
  if (std::any_of(levels.begin(), levels.end(), [](const auto& of) { return of.empty(); }))
    throw std::invalid_argument(design + ": a factor has no levels");
}

}  // namespace

Eigen::MatrixXd full_grid(const Levels& levels) {
  check_positions("full_grid", levels);
  std::int64_t points = 1;
  check_size("full_grid", points, std::ssize(levels));
  for (const auto& positions : levels) {
    points *= std::ssize(positions);
    // At each factor, so that the product cannot overflow.
    check_size("full_grid", points, std::ssize(levels));
  }
  Eigen::MatrixXd design(points, std::ssize(levels));
  std::int64_t repeat = 1;
  for (Eigen::Index j = design.cols() - 1; j >= 0; --j) {
    const auto& positions = levels[static_cast<std::size_t>(j)];
    for (Eigen::Index i = 0; i < design.rows(); ++i)
      design(i, j) = positions[static_cast<std::size_t>(i / repeat % std::ssize(positions))];
    repeat *= std::ssize(positions);
  }
  return design;
}

Eigen::MatrixXd one_at_a_time(const Levels& levels, const std::vector<double>& start) {
  check_positions("one_at_a_time", levels);
  if (start.size() != levels.size())
    throw std::invalid_argument("one_at_a_time: the start has another number of factors");
  std::int64_t points = 1;
  for (std::size_t j = 0; j < levels.size(); ++j)
    points += std::ssize(levels[j]) - std::count(levels[j].begin(), levels[j].end(), start[j]);
  check_size("one_at_a_time", points, std::ssize(levels));
  Eigen::MatrixXd design =
      Eigen::Map<const Eigen::RowVectorXd>(start.data(), std::ssize(start)).replicate(points, 1);
  Eigen::Index row = 1;
  for (std::size_t j = 0; j < levels.size(); ++j)
    for (const double position : levels[j])
      if (position != start[j]) design(row++, static_cast<Eigen::Index>(j)) = position;
  return design;
}

}  // namespace cordon
