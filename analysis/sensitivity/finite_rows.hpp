#pragma once

// Which runs of a design have a value: the others are dropped with all that is paired with them.

#include <Eigen/Core>
#include <vector>

namespace cordon {

/// The numbers of the rows that have finite values only.
[[nodiscard]] inline std::vector<Eigen::Index> finite_rows(const Eigen::MatrixXd& values) {
  std::vector<Eigen::Index> rows;
  for (Eigen::Index row = 0; row < values.rows(); ++row)
    if (values.row(row).array().isFinite().all()) rows.push_back(row);
  return rows;
}

/// These rows only, in this order.
[[nodiscard]] inline Eigen::MatrixXd select_rows(const Eigen::MatrixXd& values,
                                                 const std::vector<Eigen::Index>& rows) {
  return values(rows, Eigen::all);
}

}  // namespace cordon
