#pragma once

// Intervals of the mean of values that follow one another and are alike.

#include "analysis/statistics/bootstrap.hpp"

namespace cordon {

/// Interval of the mean of a series by the circular block bootstrap: resamples are made of blocks
/// of neighbours, the series being closed to a ring, so that what neighbours share stays in them;
/// between the percentiles of their means. Too narrow when there are few blocks: see it as the
/// least that is unknown.
///
/// @param values  in order; NaN where there is none, which leaves a resample with fewer values
/// @param block   values in a block, at least 1: as many as neighbours are alike
/// @return p is NaN; low and high are NaN, too, unless there are more values than a block has
/// @throws std::invalid_argument  when the confidence is not in (0, 1)
/// Source: Politis and Romano (1992), "A circular block-resampling procedure for stationary data",
/// in Exploring the Limits of Bootstrap, 263-270.
[[nodiscard]] Interval block_bootstrap_mean(std::span<const double> values, std::size_t block,
                                            double confidence, Resampling resampling = {});

}  // namespace cordon
