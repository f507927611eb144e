#pragma once

// The officers of one authority who work one shift together.

#include "sim/engine/id.hpp"
#include "sim/engine/time.hpp"
#include "sim/model/ids.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

struct Team {
  Authority authority{};
  int officers = 0;
  Duration begins{}, lasts{};  ///< shift, local time of day
  double skill = 0;
  double cost_per_hour = 0;  ///< EUR, an officer
  CrossingIndex home;
  std::uint16_t crew = 0;    ///< the home crew that it is, or was taken from
  OperationIndex operation;  ///< that borrowed it
  bool on_duty = false;
  Time left = start_of_run;  ///< when it last set out for another post
};
using TeamId = Id<Team>;

/// Officers of one crew, as events tell of them: when an event is seen, the team may be gone.
struct Detachment {
  CrossingIndex home;
  std::uint16_t crew = 0;    ///< of the home post
  OperationIndex operation;  ///< that borrows them, or has; none: they are their own post's
  int officers = 0;
};
[[nodiscard]] inline Detachment detachment(const Team& team) {
  return {team.home, team.crew, team.operation, team.officers};
}

}  // namespace cordon
