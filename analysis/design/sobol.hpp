#pragma once

// Points of a low-discrepancy sequence: they fill the cube more evenly than random points do.

#include <Eigen/Core>
#include <cstdint>

namespace cordon {

/// Most factors of a Sobol' design: as many as Boost has direction numbers for.
inline constexpr int most_sobol_factors = 3667;

/// The first points of the Sobol' sequence with the direction numbers of Joe and Kuo (their set
/// new-joe-kuo-6.21201), in the order of the Gray code. Numbers of points that are powers of 2 fill
/// the cube best.
///
/// A longer design begins with the shorter one, and more factors leave the columns of the first as
/// they are; the later a factor, the less even are its pairs with others when points are few.
///
/// @param points   1 to `most_points`
/// @param factors  1 to `most_sobol_factors`
/// @param seed     0: the published sequence, which begins with the origin. Any other: all points
///                 shifted by the same random digits (exclusive or), which makes each of them
///                 uniform on the cube and keeps them as even as they were
/// @return a row for each point, a column for each factor, in [0, 1), multiples of 2^-53
/// @throws std::invalid_argument, std::length_error  when points or factors are out of range
/// Source: Joe and Kuo, "Constructing Sobol sequences with better two-dimensional projections",
/// SIAM Journal on Scientific Computing 30 (2008); the shift: L'Ecuyer and Lemieux, "Recent
/// advances in randomized quasi-Monte Carlo methods" (2002); why the first point is not dropped:
/// Owen, "On dropping the first Sobol' point" (2022).
[[nodiscard]] Eigen::MatrixXd sobol(int points, int factors, std::uint64_t seed);

}  // namespace cordon
