#pragma once

// What places publish for everyone: the waits, as they stood at the last publication.

#include <vector>

#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"

namespace cordon {

struct Board {
  std::vector<Duration> wait;  ///< by line: expected from joining to the first check
  int publications = 0;        ///< how many so far: readers renew what they derived from it
};

}  // namespace cordon
