#pragma once

// What officers do who are at no lane.

#include "sim/model/staff/staff.hpp"

namespace cordon::staff {

/// Each does what he is wanted for. Of those who are spare, customs look into what the blue lane
/// has released, and then who may investigates. Nobody is taken from a lane, and nobody is sent to
/// one.
/// @param self  with the work that there is: `audits`, `cases`, `pursuits`
void occupy(Staff& self, const Stages& stages, CrossingStep step);

/// Who is on a pursuit is wanted for nothing else until it ends.
/// @return how many are
int keep_pursuing(Staff& self);

}  // namespace cordon::staff
