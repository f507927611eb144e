#pragma once

// Who opens which lane: what the staff of a crossing tells its stages.

#include <cstdint>
#include <vector>

namespace cordon {

/// Tells one crew of a lane from another: when it changes, the shift of that lane ends. 0: a lane
/// that needs nobody.
using CrewTag = std::uint32_t;

/// The lanes that can be open, by stage: the crew of each; lanes beyond these are closed.
struct Manning {
  std::vector<std::vector<CrewTag>> crews;
};

}  // namespace cordon
