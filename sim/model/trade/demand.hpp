#pragma once

// How the observed volumes of the crossings become the demand of the origins.

#include <vector>

#include "sim/model/setup.hpp"

namespace cordon::demand {

/// How strongly each line attracts each origin, such that the lines together get what they are
/// observed to get: attraction[origin][line] = a[line] x exp(-travel[origin][line] / scale), where
/// a solves sum over origins of share x attraction / (sum over lines of attraction) = volume share.
/// @param volume  by line, at least one positive; a line without volume attracts nobody
/// @param share   by origin, positive, any sum
/// @param travel_hours  by origin and line; infinity: no way there
/// Source: doubly constrained gravity model (Wilson 1967), solved by iterative balancing.
[[nodiscard]] std::vector<std::vector<double>> balanced_attraction(
    const std::vector<double>& volume, const std::vector<double>& share,
    const std::vector<std::vector<double>>& travel_hours, double scale_hours);

/// Fills the sources of every flow: rates by hour, travel times, attractions. A line that is closed
/// counts as open: its volume is demand, which goes to the others by their choice.
void fill_sources(Setup& setup);

/// Fills the usual traffic of the lines, by class: volumes of the month in which the run begins,
/// recorded arrivals, and units of lots; and what follows from it, such as the mean time of the
/// first check where classes share lanes.
void fill_traffic(Setup& setup);

}  // namespace cordon::demand
