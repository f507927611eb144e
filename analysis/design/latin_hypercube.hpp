#pragma once

// Designs that spread the points of each factor evenly, and are random otherwise.

#include <Eigen/Core>
#include <cstdint>

namespace cordon {

/// Latin hypercube sample: each factor's range is cut into as many strata as there are points, and
/// each stratum has one point, at a random place in it. The strata of different factors are matched
/// at random.
///
/// @param points   1 to `most_points`
/// @param factors  at least 1; more factors leave the columns of the first as they are
/// @param seed     any; with another number of points it gives another design, not a longer one
/// @return a row for each point, a column for each factor, in the open unit cube
/// @throws std::invalid_argument, std::length_error  when points or factors are out of range
/// Source: McKay, Beckman, Conover, "A comparison of three methods for selecting values of input
/// variables in the analysis of output from a computer code", Technometrics 21 (1979).
[[nodiscard]] Eigen::MatrixXd latin_hypercube(int points, int factors, std::uint64_t seed);

}  // namespace cordon
