#pragma once

// Columns that several tables have.

#include "analysis/results/csv.hpp"

namespace cordon::columns {

inline constexpr Column scenario{"scenario", "string", "", "Name of the scenario."};
inline constexpr Column replication{"replication", "integer", "",
                                    "Number of the replication, from 1."};
inline constexpr Column crossing{"crossing", "string", "", "Crossing; all: summed over all."};
inline constexpr Column direction{
    "direction", "string", "", "entry or exit, seen from the crossing's own country; all: both."};
inline constexpr Column vehicle_class{"vehicle_class", "string", "",
                                      "lorry, car or bus; all: together."};
inline constexpr Column commodity{"commodity", "string", "", "Hidden goods; all: of any kind."};

}  // namespace cordon::columns
