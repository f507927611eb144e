#pragma once

// Nature: what the declaration of a vehicle says, field by field. Most of what is hidden behind
// goods that look like others shows in nothing; some of it does, by habits of who hides it.

#include "sim/model/risk/scoring/declared.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/trade/shipment.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon::papers {

/// A value that is typical of what an owner sends of a commodity, until he changes his papers.
/// @param which  0 up to the field's `typical`
[[nodiscard]] std::uint64_t typical_value(std::size_t field, std::uint32_t which,
                                          const Shipment& hidden, const Setup& setup,
                                          const Luck& luck);

/// All values that are typical of what a group hides of a commodity, or opportunists where it is
/// none, as analysts know them at first.
[[nodiscard]] std::vector<std::uint64_t> typical_values(std::size_t field, CommodityIndex commodity,
                                                        GroupIndex owner, const Setup& setup,
                                                        const Luck& luck);

/// The operator, and each field that is filled in. It is the same whenever it is read.
[[nodiscard]] scoring::Declared read(const Vehicle& vehicle, const Shipment& hidden,
                                     const Setup& setup, const Luck& luck);
/// Of that only what profiles look at (Setup::signs): a third of the time where it is a third.
[[nodiscard]] scoring::Declared read_signs(const Vehicle& vehicle, const Shipment& hidden,
                                           const Setup& setup, const Luck& luck);

}  // namespace cordon::papers
