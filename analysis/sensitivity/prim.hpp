#pragma once

// Scenario discovery with PRIM, the patient rule induction method: in which part of a design's cube
// an outcome happens, in words as short as "few officers and much traffic".
//
// All of it is deterministic. To find a second box, give the points of the first one NaN as their
// outcome and begin again: coverage is then of what the first has left.
//
// Source: Friedman and Fisher, "Bump hunting in high-dimensional data", Statistics and Computing 9
// (1999); Bryant and Lempert, "Thinking inside the box: a participatory, computer-assisted approach
// to scenario discovery", Technological Forecasting and Social Change 77 (2010).

#include <vector>

#include "analysis/sensitivity/prim_box.hpp"

namespace cordon {

/// How patient PRIM is. All in (0, 1).
struct PrimOptions {
  double peel_share = 0.05;   ///< of the box's points, taken off in a step; more when x are equal
  double paste_share = 0.05;  ///< of the box's points, given back in a step
  double least_mass = 0.05;   ///< share of all points below which a box is too small to mean much
};

/// Boxes from the whole cube inwards, each without the slice whose removal raises the density most
/// for each point taken off. Which to choose is for the reader: density rises as coverage falls.
///
/// Gain for each point, not gain, since factors with few levels lose large slices at once. Ends are
/// put half way between the last point outside and the first inside. Peeling ends when all points
/// inside are of interest, or any step would leave too few points. Between steps of equal gain: the
/// larger box, the first factor, the lower side.
///
/// @return at least the whole cube, if there is any point; else nothing
/// @throws std::invalid_argument  when an option is outside (0, 1)
/// Source: as above; the criterion: Kwakkel and Jaxa-Rozen, "Improving scenario discovery for
/// handling heterogeneous uncertainties and multinomial classified outcomes", Environmental
/// Modelling & Software 79 (2016).
[[nodiscard]] std::vector<PrimBox> peeling_trajectory(const Outcomes& outcomes,
                                                      const PrimOptions& options = {});

/// A box made larger where that does not lower its density: peeling never looks back, and may have
/// taken off too much. Sides that keep no point out are opened.
///
/// @throws std::invalid_argument  as `peeling_trajectory`, or when the box does not fit the points
[[nodiscard]] PrimBox pasted(const PrimBox& box, const Outcomes& outcomes,
                             const PrimOptions& options = {});

}  // namespace cordon
