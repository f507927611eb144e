#pragma once

// Intervals of the mean of values that follow one another and are alike.

#include "analysis/statistics/bootstrap.hpp"

namespace cordon {

/// Blocks that a series must have for an interval of its mean: with fewer it would cover the mean
/// far less often than it says.
inline constexpr std::size_t fewest_blocks = 4;

/// Interval of the mean of a series by the circular block bootstrap: resamples are made of blocks
/// of neighbours, the series being closed to a ring, so that what neighbours share stays in them;
/// between the percentiles of their means. With few blocks it is too narrow, since they show little
/// of how blocks differ: read it as the least that is unknown.
///
/// @param values  in order; NaN where there is none, which leaves a resample with fewer values
/// @param block   values in a block, at least 1: as many as neighbours are alike
/// @return p is NaN; low and high are NaN, too, with fewer than 4 blocks of values
/// @throws std::invalid_argument  when the confidence is not in (0, 1)
/// Source: Politis and Romano (1992), "A circular block-resampling procedure for stationary data",
/// in Exploring the Limits of Bootstrap, 263-270.
[[nodiscard]] Interval block_bootstrap_mean(std::span<const double> values, std::size_t block,
                                            double confidence, Resampling resampling = {});

}  // namespace cordon
