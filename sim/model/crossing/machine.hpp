#pragma once

// A machine that finds things: an X-ray, a portal, a laboratory on wheels.

#include "sim/engine/id.hpp"
#include "sim/engine/luck.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"

namespace cordon {

struct Machine {
  EquipmentIndex kind;
  Subject subject;  ///< its home and its number there: what its luck is keyed by
  CrossingIndex home;
  OperationIndex operation;    ///< that borrows it
  std::uint32_t failures = 0;  ///< so far
  bool broken = false;
  Duration fails_in = endless;     ///< of time on post
  Duration serviced_in = endless;  ///< until its maintenance is due
};
using MachineId = Id<Machine>;

}  // namespace cordon
