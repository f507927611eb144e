#pragma once

// Whom a post controls, and what its checks find: where what is true of a vehicle meets what the
// post knows.

#include <optional>

#include "sim/model/places.hpp"
#include "sim/model/risk/scoring/trait.hpp"

namespace cordon::assessment {

/// What the papers of a vehicle say; none: nobody lodges any for it.
[[nodiscard]] std::optional<scoring::Declared> papers_of(VehicleId id, const Crossing& here,
                                                         CrossingStep step);

/// Looks who comes up in the systems of justice and home affairs, if it is due at this check.
void look_up_at(StageIndex stage, VehicleId id, Crossing& here, CrossingStep step);
/// The same when its entry summary declaration is analysed.
void look_up(VehicleId id, Crossing& here, CrossingStep step);

/// The risk score by an entry summary declaration, whose data may tell more than the papers.
/// @return standard normal over legal traffic
[[nodiscard]] double score_ahead(VehicleId id, Crossing& here, CrossingStep step);
/// Papers are read, the score stands, the lane is chosen.
void select(VehicleId id, Crossing& here, CrossingStep step);
/// What it is selected for may be what was told of a find.
void tell_use(VehicleId id, const Crossing& here, CrossingStep step);

/// Finds what is there, or not.
/// @param where  the stage whose outcome counts
void inspect(const ServiceEnded& event, StageIndex where, Crossing& here, CrossingStep step);
/// What an inspection came to, found or not, is a lesson.
void teach(VehicleId id, bool found, Crossing& here, CrossingStep step);

}  // namespace cordon::assessment
