#pragma once

// How many lanes of each stage the officers on post can man.

#include <span>
#include <vector>

#include "sim/model/ids.hpp"
#include "sim/model/staff/staff_setup.hpp"

namespace cordon {

/// Officers who meet the same needs.
struct Pool {
  Fitness fits = 0;
  int officers = 0;
};

/// What a stage asks for.
struct Claim {
  std::span<const LaneNeed> needs;  ///< of each lane; none: a lane needs nobody
  bool joint = false;               ///< who meets all the needs counts for each
  int most = 0;                     ///< lanes
  int first = 0;                    ///< of these: get officers before all others
  int lanes = 0;                    ///< manned
};

/// Officers of one pool who are meant for one lane.
struct Draft {
  StageIndex stage;
  std::uint16_t lane = 0;
  std::uint8_t need = 0;
  std::uint8_t pool = 0;
  int officers = 0;
};

/// Mans lane after lane: first those that come first, in the order of the stages; then the next
/// lane goes to the stage that is manned least, relative to its lanes, earlier stages before later
/// ones. For a lane, those who meet the fewest needs are taken first.
///
/// @param claims  by stage; their `lanes` are counted up
/// @param pools   their officers are counted down
/// @return who is meant for which lane, in the order in which lanes were manned
[[nodiscard]] std::vector<Draft> allocate(std::vector<Claim>& claims, std::vector<Pool>& pools);

}  // namespace cordon
