#pragma once

// One shift of one crew.

#include <chrono>

#include "sim/engine/time.hpp"

namespace cordon {

/// By default one that is over before the run begins.
struct Shift {
  Time begins = start_of_run, ends = start_of_run;
  double share = 1;           ///< of the crew's officers, who work it
  std::chrono::sys_days day;  ///< local date on which it begins
  [[nodiscard]] bool covers(Time at) const { return begins <= at && at < ends; }
};

}  // namespace cordon
