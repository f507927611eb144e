#pragma once

#include <vector>

#include "sim/engine/id.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"

namespace cordon {

/// A vessel, train or flight at a terminal, with units to unload.
struct Lot {
  CallerIndex caller;                      ///< of which service it is
  std::uint32_t number = 0;                ///< of its calls, from 0
  int size = 0;                            ///< units that it came with
  int unloaded = 0;                        ///< of these: off, or on the hook
  Time arrived = never;                    ///< never: not yet
  std::vector<Id<struct Vehicle>> aboard;  ///< where units are known before they come off
};
using LotId = Id<Lot>;

/// Addresses of a call's luck. Only append.
enum class LotLuck : std::uint32_t { gap, lateness, size, stay };

}  // namespace cordon
