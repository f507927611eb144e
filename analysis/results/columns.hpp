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
inline constexpr Column one_direction{"direction", "string", "",
                                      "entry or exit, seen from the crossing's own country."};
inline constexpr Column one_class{"vehicle_class", "string", "", "Such as lorry, car or bus."};
inline constexpr Column stage{"stage", "string", "", "Stage of the crossing's layout."};
inline constexpr Column activity{
    "activity", "string", "",
    "waiting (before the first check: wherever they wait), in_service, waiting_for_papers (a desk "
    "still reads them), or blocked (no room where the vehicle is to go)."};
inline constexpr Column vehicle_class{"vehicle_class", "string", "",
                                      "Such as lorry, car or bus; all: together."};
inline constexpr Column commodity{"commodity", "string", "", "Hidden goods; all: of any kind."};

}  // namespace cordon::columns
