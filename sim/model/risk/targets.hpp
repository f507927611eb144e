#pragma once

// Whom an operation is about: a priority control area is an operation about some goods, routes,
// modes or operators.

#include "sim/model/risk/scoring/declared.hpp"
#include "sim/model/setup.hpp"
#include "sim/model/trade/vehicle.hpp"

namespace cordon::targets {

/// Whether an operation is about some vehicles only.
[[nodiscard]] inline bool is_targeted(const OperationSetup& plan) {
  return plan.spec.target.has_value();
}

/// Whether it has to read the papers to tell.
[[nodiscard]] inline bool reads_papers(const OperationSetup& plan) { return bool(plan.commodity); }

/// Whether an operation is about a vehicle.
/// @param declared  what its papers say; null: it has none, or nobody has read them
/// @param values    of the target's field, that are typical of its goods
[[nodiscard]] bool is_about(const OperationSetup& plan, const Vehicle& vehicle,
                            const scoring::Declared* declared,
                            const std::vector<std::uint64_t>& values, const Setup& setup);

}  // namespace cordon::targets
