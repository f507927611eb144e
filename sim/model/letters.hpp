#pragma once

// What places tell one another. A letter is all that its reader learns; a vehicle travels apart,
// since what it hides is not for every reader.

#include <cstdint>
#include <variant>

#include "sim/engine/time.hpp"
#include "sim/model/crossing/machine.hpp"
#include "sim/model/ids.hpp"
#include "sim/model/staff/team.hpp"

namespace cordon {

/// Officers under way from one post to another.
struct TeamSent {
  Team team;
};
/// A machine on its way.
struct MachineSent {
  Machine machine;
};
/// Headquarters to a post: prepare to take part.
struct OperationOrdered {
  OperationIndex operation;
};
/// Headquarters to a post: give these away for a time.
struct MoveOrdered {
  OperationIndex operation;
  std::uint16_t move;
};
/// A post to a reporting desk.
struct SeizureReport {
  CrossingIndex crossing;
  std::uint32_t number;  ///< of the post's seizures
  std::uint8_t copy;     ///< the system that it came through
  Time seized;
};
/// To a group: how its consignment fared, or somebody else's.
struct ConsignmentPassed {
  LineIndex line;
};
struct ConsignmentLost {
  LineIndex line;
};
struct LossHeard {
  LineIndex line;
};
struct OperationLeaked {
  OperationIndex operation;
};

using Letter = std::variant<TeamSent, MachineSent, OperationOrdered, MoveOrdered, SeizureReport,
                            ConsignmentPassed, ConsignmentLost, LossHeard, OperationLeaked>;

/// A letter on its way.
struct Posted {
  Time arrives;
  PlaceId from, to;
  std::uint64_t number;  ///< the sender's own count
  Letter letter;
};

}  // namespace cordon
