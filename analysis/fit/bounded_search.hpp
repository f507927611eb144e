#pragma once

// The least value of a function of a few numbers between 0 and 1 of which no derivatives are known.

#include <Eigen/Core>
#include <functional>

namespace cordon {

struct SearchPlan {
  Eigen::VectorXd first_step;  ///< how far it looks at first, by number; empty: 0.1 of each
  double tolerance = 0.01;     ///< it ends when the steps are smaller than this
  int most = 100;              ///< values of the function
};

struct SearchResult {
  Eigen::VectorXd at;  ///< the best point that was tried
  double value = 0;
  int evaluations = 0;
  bool has_converged = false;  ///< rather than had its most values
};

/// Searches the unit cube from a point on: by quadratic models (BOBYQA), of a single number by
/// linear ones (COBYLA). Both bear a little noise, as a simulation under common luck has.
///
/// @param function  finite; what it throws ends the search and is thrown on
/// @param start     in the unit cube
/// @throws std::invalid_argument  when there is no number
/// Source: Powell, "The BOBYQA algorithm for bound constrained optimization without derivatives"
/// (2009); Powell, "A direct search optimization method that models the objective and constraint
/// functions by linear interpolation" (1994); both as in NLopt (Johnson).
[[nodiscard]] SearchResult search_cube(
    const std::function<double(const Eigen::VectorXd&)>& function, const Eigen::VectorXd& start,
    const SearchPlan& plan = {});

}  // namespace cordon
