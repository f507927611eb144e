#pragma once

// What becomes of a find, and who hears of it.

#include "sim/model/places.hpp"

namespace cordon::finds {

/// What was hidden has been found: it is seized, refused, referred, or held until somebody has
/// answered; or the driver breaks away.
void decide(VehicleId id, const Crossing& here, CrossingStep step);
/// Its goods are seized, and perhaps somebody is arrested.
void seize(VehicleId id, const Crossing& here, CrossingStep step);

/// Each authority counts what it finds, for others to see.
void count(VehicleId id, Crossing& here, CrossingStep step);
/// A find is a reason for others to look for the like of it.
void report(VehicleId id, const Crossing& here, CrossingStep step);
/// Desks are told of a find, or asked.
void write_to_desks(VehicleId id, Crossing& here, CrossingStep step);
/// Its goods are held, and who has to answer first is asked, where there is one.
void hold(VehicleId id, Aside why, Crossing& here, CrossingStep step);
/// Officers go after who flees with it.
void pursue(VehicleId id, Crossing& here, CrossingStep step);

// At a unit that investigates, of a delivery under watch.
void follow(const DeliveryFollowed& event, Crossing& here, CrossingStep step);
/// Out of sight, although somebody follows it, or since nobody does.
[[nodiscard]] bool is_lost(VehicleId id, const Crossing& here, CrossingStep step);
/// Its seizure does more to the group than one at the border.
void strike(VehicleId id, const Crossing& here, CrossingStep step);

/// What the blue lane has released will be looked into. @return whether this will
bool open_audit(VehicleId id, Crossing& here, CrossingStep step);

/// The criminal world hears of a loss, its own surely and another's perhaps,
void spread_news(VehicleId id, const Crossing& here, CrossingStep step);
/// and of its own consignment that has passed.
void tell_of_passage(VehicleId id, const Crossing& here, CrossingStep step);

}  // namespace cordon::finds
