#pragma once

// Who is to work where, with the officers and machines on post.

#include "sim/model/staff/staff.hpp"

namespace cordon::staff {

struct Plan {
  std::vector<int> lanes;  ///< open, by stage
  std::vector<Posting> postings;
  std::vector<Finishing> finishing;  ///< who stays for a vehicle, from now on or still
};

/// How many lanes: see `allocate`; who works there: see `post`. Where vehicles wait and nobody else
/// can man a lane, officers who may stay after their shift do.
///
/// @param finish_first  officers finish the vehicle in hand before they go elsewhere; lanes that
///                      need them open later
[[nodiscard]] Plan plan(const Staff& self, const Stages& stages, bool finish_first);

/// The same where Frontex officers work under the host's command: border guards of the host go
/// along with those at lanes, one for `frontex_per_liaison`, and man no lane meanwhile. Guests
/// without one do not work.
[[nodiscard]] Plan plan_with_liaison(Staff& self, const Stages& stages, CrossingStep step);

}  // namespace cordon::staff
