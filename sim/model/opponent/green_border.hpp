#pragma once

// The green border between crossing points: patrols look for who crosses it, at random.

#include <vector>

#include "sim/model/staff/staff.hpp"

namespace cordon {

/// One who is in a sector, and how much search there had been when he came.
struct Intruder {
  VehicleId vehicle;
  double search = 0;
};

/// A stretch of green border. Its search is what the patrols have searched of it so far: areas
/// swept, as a share of its own.
struct Sector {
  double search = 0;
  double per_hour = 0;  ///< by those who are on patrol now
  Time as_of = start_of_run;
  std::vector<Intruder> intruders;
};

namespace green_border {

/// Share of a sector that the patrols of a base sweep in an hour.
[[nodiscard]] double search_per_hour(const Staff& staff, const SectorSpec& sector,
                                     const Setup& setup);

/// As many patrols as the officers on duty make, from now on.
void patrol(const Staff& staff, const SectorSpec& sector, Sector& self, CrossingStep step);

/// Somebody comes; a while later he is across.
void on(const SectorEntered& event, Sector& self, const SectorSpec& sector, CrossingStep step);

/// Whether a patrol has found him since, by random search: with probability 1 - exp(-search)
/// (Koopman, Search and Screening, 1946). He is here no more.
/// @param luck  in (0,1)
[[nodiscard]] bool finds(const SectorSearched& event, Sector& self, CrossingStep step, double luck);

}  // namespace green_border
}  // namespace cordon
