#pragma once

// The crews of a post, and what its lanes need of them.

#include <cstdint>
#include <string>
#include <vector>

#include "sim/engine/time.hpp"
#include "sim/scenario/competence.hpp"
#include "sim/scenario/scenario.hpp"

namespace cordon {

/// A set of authorities: bit n stands for the n-th.
using AuthoritySet = std::uint8_t;
[[nodiscard]] constexpr AuthoritySet set_of(Authority a) {
  return static_cast<AuthoritySet>(1u << static_cast<unsigned>(a));
}

/// Officers of one team who work one shift together.
struct CrewSetup {
  std::string name, team;
  Authority authority{};
  AuthoritySet authorities = 0;  ///< its own, and those it is joint with
  bool frontex = false;
  std::string country;  ///< of its home
  double cross_training = 1;
  int officers = 0;
  double absence = 0;  ///< of this team, beside the roster's
  int on_call = 0;
  Duration preparation{}, minimum_stay{}, stay{};
  int patrol_officers = 0;          ///< of one patrol; 0: it does not patrol
  double searched_km2h = 0;         ///< area that a patrol searches in an hour
  std::vector<std::uint16_t> beat;  ///< crossings, and bases that watch green border
  BeatChoice beat_choice{};
  BeatKnowledge beat_knows{};
  std::vector<double> stop_weight;  ///< by stop: its coverage, traffic or value, as a share
  int sets_out = 0, of_shifts = 0;  ///< in so many of so many shifts; 0: in all
  std::uint32_t beat_source = 0;    ///< of its luck
  double selection_multiplier = 1;  ///< where it is on a visit
  std::uint16_t roster = 0;         ///< of the setup's
  int position = 0;                 ///< among the crews of its team
  std::uint32_t source = 0;         ///< of luck
  std::vector<double> skill;        ///< by technique
  double cost_per_hour = 0;
};

/// Training at which officers of one team are for a time.
struct CourseSetup {
  std::string team;
  int officers = 0;
  Duration start{}, length{};  ///< start of `endless`: when it is ordered
  std::vector<bool> teaches;   ///< by technique
  double gain = 0;
};

/// Officers of one team who work at another post for a time.
struct SecondmentSetup {
  std::string team;
  std::uint16_t to = 0;  ///< crossing
  int officers = 0;
  Time leaves{}, until{};
};

/// What somebody at a lane must be.
struct Need {
  AuthoritySet authorities = 0;  ///< of one of these; none: of any
  PowerSet powers = 0;           ///< with all of these
  bool operator==(const Need&) const = default;
};

/// The needs of a post that a team meets: bit n stands for the n-th.
using Fitness = std::uint64_t;

/// So many officers who meet one need of the post.
struct LaneNeed {
  std::uint8_t need = 0;
  int officers = 0;
  bool operator==(const LaneNeed&) const = default;
};

}  // namespace cordon
